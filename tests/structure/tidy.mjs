#!/usr/bin/env node
// clang-tidy with the list of .clang-tidy over the program's sources, a file for each core at a time.
//   node tidy.mjs BUILD_DIR [--remember DIR]
// A file is looked at again only when it, a header of ours that it includes, the list or its compile command changed.
import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, relative } from "node:path";
import { Memory, hashOf } from "../memory.mjs";
import { withHeaders } from "./sources.mjs";

const root = new URL("../..", import.meta.url).pathname;
const given = process.argv.slice(2);
const at = given.indexOf("--remember");
const memory = new Memory(at >= 0 ? given.splice(at, 2)[1] : null);
const build = given[0];
if (!build) {
  console.error("Usage: node tidy.mjs BUILD_DIR [--remember DIR]");
  process.exit(2);
}

const commands = JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8")).filter(({ file }) =>
  relative(root, file).startsWith("generator/"),
);
const roots = [join(root, "generator")];
const same = hashOf(execFileSync("clang-tidy", ["--version"]), readFileSync(join(root, ".clang-tidy")));

const keyOf = ({ file, command }) =>
  "tidy-" +
  hashOf(same, command, ...[...withHeaders(file, roots)].sort().flatMap((path) => [path, readFileSync(path)]));

/// What clang-tidy says of a file, or "" when it has nothing to say.
const tidy = (file) =>
  new Promise((done) =>
    execFile("clang-tidy", ["-p", build, "--quiet", file], { maxBuffer: 1 << 26 }, (error, said, notes) =>
      done(error ? said || notes || String(error) : ""),
    ),
  );

const waiting = commands.map((command) => ({ ...command, key: keyOf(command) })).filter(({ key }) => !memory.get(key));
const remembered = commands.length - waiting.length;
let bad = 0;
async function worker() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const said = await tidy(next.file);
    if (said) {
      ++bad;
      console.log(said.trim().replaceAll(root, ""));
    } else memory.put(next.key, true);
  }
}
await Promise.all(cpus().map(worker));
memory.forgetOld();
console.log(
  `clang-tidy: ${commands.length} files` +
    (remembered ? `, ${remembered} of them unchanged since they were last found good` : "") +
    `: ${bad ? `${bad} with something to mend` : "nothing to mend"}`,
);
process.exit(bad ? 1 : 0);
