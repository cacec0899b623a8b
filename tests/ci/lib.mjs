// What the tests of site/ci share: the program as a workflow gets it, and repositories on this machine in the forge's place.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "../publish/lib/programs.mjs";

/// An apt-get that looks whether this machine has what it would install: a workflow has to name all that it needs, and the
/// packages' names have to be Debian's.
const aptGet = `#!/bin/sh
[ "$1" = update ] && exit 0
[ "$1" = install ] || { echo "apt-get $1?" >&2; exit 1; }
shift
for package; do
  case $package in
    -*) ;;
    nodejs) command -v node >/dev/null || exit 1 ;;
    npm) command -v npm >/dev/null || exit 1 ;;
    *) dpkg-query --show "$package" >/dev/null || exit 1 ;;
  esac
done
`;

/// The environment of a job: a home of its own, and the machine's programs with that apt-get before them.
export function jobEnvironment(folder) {
  const programs = join(folder, "programs");
  const home = join(folder, "home");
  mkdirSync(programs, { recursive: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(join(programs, "apt-get"), aptGet);
  chmodSync(join(programs, "apt-get"), 0o755);
  return { PATH: `${programs}:${process.env.PATH}`, HOME: home, LC_ALL: "C.UTF-8", GIT_CONFIG_NOSYSTEM: "1" };
}

/// Runs a command while this process goes on, which may be the forge that it asks: { status, text }.
export async function runScript(command, words, settings) {
  const child = spawn(command, words, settings);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (text += part));
  const status = await new Promise((done) => child.on("close", (code) => done(code ?? 1)));
  return { status, text };
}

/// The program where a workflow keeps it from one run to the next: this checkout, compiled.
export function keepProgram(folder) {
  symlinkSync(root, join(folder, "program"));
}
