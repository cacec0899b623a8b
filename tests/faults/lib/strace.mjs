// System calls that fail where they are told to, and what calls a program makes (strace).
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { localoffer, must, run } from "../../publish/lib/programs.mjs";

const quiet = ["-f", "-qq", "--seccomp-bpf"];

/// How often an undisturbed run makes each of these calls.
export function countCalls(folder, calls, words) {
  const log = join(folder, "calls.log");
  must("strace", [...quiet, "-o", log, "-e", `trace=${calls.join()}`, localoffer, ...words]);
  const counts = new Map();
  for (const [, call] of readFileSync(log, "utf8").matchAll(/^\d+ +(\w+)\(/gm)) counts.set(call, (counts.get(call) ?? 0) + 1);
  rmSync(log);
  return counts;
}

/// Runs the program; the call of that number fails ("7"), or all from it on ("7+"), without having done anything.
export function runWithFailing(call, number, error, words) {
  return run("strace", [...quiet, "-o", "/dev/null", "-e", `trace=${call}`, "-e", `inject=${call}:error=${error}:when=${number}`, localoffer, ...words]);
}

/// The dynamic loader is no part of the program: what it cannot load ends before anything began.
export const neverBegan = ({ status, text }) => status === 127 && /error while loading shared libraries|loader/.test(text);
