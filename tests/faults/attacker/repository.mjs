// Makes the repository, work tree or plain folder that a case is built from.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { deflateSync } from "node:zlib";

const BASE = new URL("../../invalid/base/", import.meta.url).pathname;
const GIT_ENV = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.org", GIT_AUTHOR_DATE: "2021-03-25T12:00:00Z",
  GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.org", GIT_COMMITTER_DATE: "2021-03-25T12:00:00Z",
};

export function git(folder, words, input) {
  return execFileSync("git", ["-C", folder, ...words], { env: GIT_ENV, input, maxBuffer: 1 << 28 });
}

function filesBelow(folder, below = folder) {
  return readdirSync(below).flatMap((name) => {
    const path = join(below, name);
    return statSync(path).isDirectory() ? filesBelow(folder, path) : [relative(folder, path)];
  });
}

/// The files of a small site without any mistake: { path: Buffer }.
export function baseFiles() {
  return Object.fromEntries(filesBelow(BASE).map((path) => [path, readFileSync(join(BASE, path))]));
}

/// The files of a case: those of the base, unless it wants none of them, and its own over them. A text that is given
/// for "PATH+" stands behind what is there; null takes a file away.
export function filesOf(one) {
  const files = one.alone ? {} : baseFiles();
  const own = typeof one.files === "function" ? one.files() : one.files ?? {};
  for (const [name, content] of Object.entries(own)) {
    const bytes = typeof content === "function" ? content() : content;
    if (bytes === null) delete files[name];
    else if (name.endsWith("+")) files[name.slice(0, -1)] = Buffer.concat([Buffer.from(files[name.slice(0, -1)] ?? ""), Buffer.from(bytes)]);
    else files[name] = Buffer.from(bytes);
  }
  return files;
}

export function writeFiles(folder, files) {
  const made = new Set();
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, bytes);
  }
}

export function initRepository(folder) {
  mkdirSync(join(folder, ".git", "objects"), { recursive: true });
  mkdirSync(join(folder, ".git", "refs", "heads"), { recursive: true });
  writeFileSync(join(folder, ".git", "HEAD"), "ref: refs/heads/main\n");
  writeFileSync(join(folder, ".git", "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tautocrlf = false\n");
}

/// One commit of the files on top of `parent`, by way of git's own bulk format. `links` are [path, mode, id or target].
export function commit(folder, files, { message = "Write the content\n", links = [], date = 1616673600, parent = true } = {}) {
  const parts = [];
  const put = (text) => parts.push(Buffer.from(text));
  const hasParent = parent && spawnSync("git", ["-C", folder, "rev-parse", "-q", "--verify", "HEAD"], { env: GIT_ENV }).status === 0;
  put(`commit refs/heads/main\ncommitter A <a@example.org> ${date} +0000\ndata ${Buffer.byteLength(message)}\n`);
  put(message);
  if (hasParent) put("\nfrom refs/heads/main^0\ndeleteall\n");
  else put("\n");
  const quoted = (path) => '"' + [...Buffer.from(path, path.latin1 ? "latin1" : "utf8")].map((c) =>
    c < 0x20 || c > 0x7e || c === 0x22 || c === 0x5c ? "\\" + c.toString(8).padStart(3, "0") : String.fromCharCode(c)).join("") + '"';
  for (const [path, bytes] of Object.entries(files)) {
    put(`M 100644 inline ${quoted(path)}\ndata ${bytes.length}\n`);
    parts.push(bytes);
    put("\n");
  }
  for (const [path, mode, what] of links) {
    if (mode === "160000") put(`M 160000 ${what} ${quoted(path)}\n`);
    else put(`M ${mode} inline ${quoted(path)}\ndata ${Buffer.byteLength(what)}\n${what}\n`);
  }
  git(folder, ["-c", "core.protectNTFS=false", "-c", "core.protectHFS=false", "fast-import", "--quiet", "--force"], Buffer.concat(parts));
}

/// Writes an object that git itself would refuse to make, and returns its id.
export function writeObject(folder, type, body, level = 6) {
  const whole = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
  return writeLoose(folder, createHash("sha1").update(whole).digest("hex"), deflateSync(whole, { level }));
}

export function writeLoose(folder, id, packed) {
  const file = join(folder, ".git", "objects", id.slice(0, 2), id.slice(2));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, packed);
  return id;
}

/// A tree of [mode, name, id], in the order given.
export function writeTree(folder, entries) {
  return writeObject(folder, "tree", Buffer.concat(entries.map(([mode, name, id]) =>
    Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(id, "hex")]))));
}

/// Commits a tree that was made by hand, as the first commit unless a parent is given.
export function commitTree(folder, tree, parent = "") {
  const id = writeObject(folder, "commit", Buffer.from(
    `tree ${tree}\n${parent && `parent ${parent}\n`}author A <a@example.org> 1616673600 +0000\ncommitter A <a@example.org> 1616673600 +0000\n\nWrite the content\n`));
  writeFileSync(join(folder, ".git", "refs", "heads", "main"), id + "\n");
  return id;
}

/// Makes what `one` describes in `folder`. Returns the program's words behind "build SETTINGS".
export function prepare(one, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const as = one.as ?? "commit";
  const files = filesOf(one);
  if (as !== "folder") initRepository(folder);
  if (as === "commit" && !one.make) commit(folder, files, { message: one.message, links: one.links });
  if (as !== "commit") writeFiles(folder, files);
  one.make?.(folder, files);
  return as === "work-tree" ? ["--work-tree"] : [];
}
