// Writes a bare repository through git fast-import: one process for all commits.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const NAME = "Plan Team";
const EMAIL = "plan.team@example.org";
const PERSON = `${NAME} <${EMAIL}>`;

// The settings of the person who runs this must not change what is made.
const ENVIRONMENT = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };

function git(folder, words, environment = {}) {
  const ran = spawnSync("git", ["-C", folder, ...words], { env: { ...ENVIRONMENT, ...environment }, encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`git ${words.join(" ")}: ${ran.stderr}`);
  return ran.stdout;
}

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;

export class FastImport {
  /// Takes the place of what is in `folder`.
  constructor(folder) {
    this.folder = resolve(folder); // git itself runs inside it
    this.marks = join(this.folder, "made.marks");
    this.lastMark = 0;
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    git(this.folder, ["init", "--quiet", "--bare", "--template=", "--initial-branch=main"]);
    const words = [
      "-C",
      this.folder,
      "-c",
      "fastimport.unpackLimit=0",
      "fast-import",
      "--quiet",
      `--export-marks=${this.marks}`,
    ];
    this.process = spawn("git", words, { env: ENVIRONMENT, stdio: ["pipe", "pipe", "inherit"] });
    this.answers = this.process.stdout[Symbol.asyncIterator]();
    this.process.stdin.on("error", () => {}); // told by finish(), with git's own words above it
    this.ended = once(this.process, "close");
  }

  async write(text) {
    if (!this.process.stdin.write(text)) await Promise.race([once(this.process.stdin, "drain"), this.ended]);
  }

  /// `edits`: { path, text }, { path } to delete, or { path, to } to move a file or a folder. Returns the mark.
  async commit({ ref, from, merge, author, committer, message, edits }) {
    const mark = ++this.lastMark;
    let text = `commit ${ref}\nmark :${mark}\n`;
    text += `author ${PERSON} ${author}\ncommitter ${PERSON} ${committer}\n${data(message)}`;
    if (from) text += `from :${from}\n`;
    if (merge) text += `merge :${merge}\n`;
    for (const { path, text: bytes, to } of edits)
      if (to !== undefined) text += `R ${path} ${to}\n`;
      else if (bytes === undefined) text += `D ${path}\n`;
      else text += `M 100644 inline ${path}\n${data(bytes)}`;
    await this.write(text + "\n");
    return mark;
  }

  async tag(name, commit, moment, message) {
    const mark = ++this.lastMark;
    await this.write(`tag ${name}\nmark :${mark}\nfrom :${commit}\ntagger ${PERSON} ${moment}\n${data(message)}`);
    return mark;
  }

  /// The id of what a mark stands for, while the import goes on.
  async idOf(mark) {
    await this.write(`get-mark :${mark}\n`);
    let answer = "";
    while (!answer.endsWith("\n")) answer += (await this.answers.next()).value;
    return answer.trim();
  }

  /// Returns the ids of all marks.
  async finish() {
    this.process.stdin.end("done\n");
    const [status] = await this.ended;
    if (status !== 0) throw new Error(`git fast-import ended with status ${status}`);
    const lines = readFileSync(this.marks, "utf8").trim().split("\n");
    rmSync(this.marks);
    return new Map(lines.map((line) => line.split(" ")).map(([mark, id]) => [Number(mark.slice(1)), id]));
  }

  /// After finish(): git fast-import gives a tag one place only. Returns the id of the new tag; the old one stays in
  /// the repository.
  moveTag(name, commit, moment, message) {
    const when = { GIT_COMMITTER_NAME: NAME, GIT_COMMITTER_EMAIL: EMAIL, GIT_COMMITTER_DATE: String(moment) };
    git(this.folder, ["tag", "--force", "--annotate", "--message", message, name, commit], when);
    return git(this.folder, ["rev-parse", `refs/tags/${name}`]).trim();
  }

  dropBranch(ref) {
    git(this.folder, ["update-ref", "-d", ref]);
  }
}
