// What a run does to a folder, call by call, as strace saw it.
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

import { localoffer, must } from "../../publish/lib/programs.mjs";

const calls = ["mkdir", "mkdirat", "open", "openat", "creat", "close", "write", "writev", "pwrite64", "pwritev", "ftruncate", "truncate", "fallocate",
  "copy_file_range", "sendfile", "link", "linkat", "symlink", "symlinkat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "utimensat",
  "fsync", "fdatasync", "syncfs", "sync", "dup", "dup2", "dup3"];

const bytes = (hex) => Buffer.from(hex.replaceAll("\\x", ""), "hex");
const text = (hex) => bytes(hex).toString();

/// One line of the log: { call, strings, paths (of descriptors), words, answer, descriptor }.
function read(line) {
  const found = /^\d+ +(\w+)\((.*)\) += (-?\d+)/.exec(line);
  if (!found || /unfinished|resumed/.test(line.slice(0, 60))) return undefined;
  const [, call, said, answer] = found;
  const strings = [...said.matchAll(/"((?:\\x..)*)"/g)].map(([, hex]) => bytes(hex));
  const paths = [...said.matchAll(/(?:AT_FDCWD|\b\d+)<((?:\\x..)*)>/g)].map(([, hex]) => text(hex));
  const words = said.replace(/"(\\x..)*"/g, '""').replace(/<(\\x..)*>/g, "");
  return { call, strings, paths, words, answer: Number(answer), descriptor: Number(/^\d+/.exec(said)?.[0] ?? -1) };
}

/// The path that the nth string of an ...at call means.
const at = (one, n) => resolve(one.paths[n] ?? "/", one.strings[n].toString());
const plain = (one, n) => one.strings[n].toString();
const lastNumber = (one) => Number(/(\d+)$/.exec(one.words)[1]);

/// Times as "{tv_sec=1, tv_nsec=2}"; of two, the second is that of the last change.
function changedAt({ words }) {
  const times = [...words.matchAll(/\{tv_sec=(\d+), tv_nsec=(\d+)\}/g)];
  return Number(times.at(-1)[1]) + Number(times.at(-1)[2]) / 1e9;
}

const meaning = {
  mkdir: (one) => ({ do: "mkdir", path: plain(one, 0) }),
  openat: (one) => ({ do: "open", path: at(one, 0), descriptor: one.answer, create: /O_CREAT/.test(one.words), truncate: /O_TRUNC/.test(one.words) }),
  close: (one) => ({ do: "close", descriptor: one.descriptor }),
  write: (one) => ({ do: "write", descriptor: one.descriptor, bytes: one.strings[0].subarray(0, one.answer) }),
  pwrite64: (one) => ({ do: "write", descriptor: one.descriptor, bytes: one.strings[0].subarray(0, one.answer), place: lastNumber(one) }),
  ftruncate: (one) => ({ do: "truncate", descriptor: one.descriptor, size: lastNumber(one) }),
  link: (one) => ({ do: "link", from: plain(one, 0), path: plain(one, 1) }),
  symlink: (one) => ({ do: "symlink", target: plain(one, 0), path: plain(one, 1) }),
  rename: (one) => ({ do: "rename", from: plain(one, 0), path: plain(one, 1) }),
  renameat2: (one) => ({ do: /RENAME_EXCHANGE/.test(one.words) ? "exchange" : "rename", from: at(one, 0), path: at(one, 1) }),
  unlink: (one) => ({ do: "remove", path: plain(one, 0) }),
  rmdir: (one) => ({ do: "remove", path: plain(one, 0) }),
  unlinkat: (one) => ({ do: "remove", path: at(one, 0) }),
  utimensat: (one) => ({ do: "date", path: at(one, 0), time: changedAt(one) }),
  fsync: (one) => ({ do: "sync", descriptor: one.descriptor }),
  fdatasync: (one) => ({ do: "sync", descriptor: one.descriptor }),
  syncfs: () => ({ do: "sync all" }),
  sync: () => ({ do: "sync all" }),
};

/// Runs the program on one thread and gives what it did, in order; calls that failed did nothing. A call that is not
/// known here, and names something in the folder, ends the test: the log would not be whole.
export function record(folder, words, below) {
  const log = join(below, "power.log");
  must("strace", ["-f", "-qq", "-y", "-xx", "-s", String(1 << 24), "-o", log, "-e", `trace=${calls.join()}`, localoffer, ...words]);
  const lines = readFileSync(log, "latin1").split("\n").filter((line) => /^\d+ +\w+\(/.test(line));
  rmSync(log);
  const inside = (path) => path === folder || path?.startsWith(`${folder}/`);
  const open = new Set();
  const done = [];
  for (const line of lines) {
    const one = read(line);
    if (!one) throw new Error(`strace says what cannot be read: ${line.slice(0, 200)}`);
    if (one.answer < 0) continue;
    const step = meaning[one.call]?.(one);
    const named = [...one.paths, ...one.strings.map(String)].some(inside);
    if (!step && named) throw new Error(`a call that has no meaning here: ${one.call}(${one.words})`);
    if (step?.do === "open" && inside(step.path)) open.add(step.descriptor);
    else if (step?.do === "open") open.delete(step.descriptor);
    const counts = step?.descriptor === undefined ? step?.do === "sync all" || inside(step?.path) : open.has(step.descriptor);
    if (step && counts) done.push(step);
  }
  return done;
}
