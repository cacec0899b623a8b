#!/usr/bin/env node
// One system call of the publisher after the other fails:
//   node failing.mjs [LOCALOFFER] [MOMENTS]
// Without MOMENTS, each call of each kind; with it, so many of each kind.
import { join } from "node:path";

import { scenario } from "../../publish/lib/scenario.mjs";
import { makeBrook, twoSites } from "../lib/brook.mjs";
import { evenly } from "../lib/chance.mjs";
import { disturb, newCounts, tell } from "../lib/disturb.mjs";
import { countCalls, neverBegan, runWithFailing } from "../lib/strace.mjs";
import { Target } from "../lib/target.mjs";

const most = Number(process.argv[3] ?? Infinity);

const reading = ["openat", "read", "newfstatat", "readlink", "getdents64", "lseek", "access"];
const writing = ["write", "close", "mkdir", "link", "symlink", "rename", "renameat2", "utimensat", "syncfs", "fsync", "fdatasync"];
const removing = ["unlink", "unlinkat", "rmdir"];
const remembering = ["pwrite64", "pread64", "ftruncate", "fcntl"];

const each = (number) => Array.from({ length: number }, (_, i) => String(i + 1));
const eachAndLater = (number) => each(number).map((one) => `${one}+`);

/// Lets the calls fail, one a publish. `rest` is what all moments have in common; see disturb().
async function tryCalls(folder, target, calls, errors, { numbers = each, ...rest } = {}) {
  const counts = newCounts();
  const made = countCalls(folder, calls, target.words(target.other(), rest.more, rest.keep));
  for (const call of calls)
    for (const error of errors) {
      const moments = evenly(numbers(made.get(call) ?? 0), most).map((number) => ({
        name: `${call} ${number} ${error}`,
        publish: (words) => runWithFailing(call, number, error, words),
        neverBegan,
        ...rest,
      }));
      await disturb(target, moments, counts);
    }
  return counts;
}

await scenario("faults-failing", async (folder) => {
  const clone = makeBrook(join(folder, "clone"));
  const commits = twoSites(clone);
  const target = new Target(clone, join(folder, "srv"));
  target.learn([...commits, ...commits]); // so many that the oldest release is made into the next
  const tried = (...what) => tryCalls(folder, target, ...what);

  // A folder that cannot be listed cannot be cleared away; the next run has to do it.
  tell("A call that reads fails", await tried(reading, ["EIO"], { mayLeave: true }));
  tell("A call that writes fails", await tried(writing, ["EIO", "ENOSPC"]));
  tell("A call that removes fails", await tried(removing, ["EIO"], { mayLeave: true }));
  // Where others may hold the lock, its file must stay.
  tell("The lock fails", await tried(["flock"], ["EIO", "ENOLCK"], { mayLeave: true }));

  // With one release to keep, the one that was shown before is removed as soon as the new one is shown.
  const alone = { keep: 1, mayLeave: true };
  tell("A call fails where no other release is kept", await tried(["fsync", "syncfs", "unlink", "rmdir", "getdents64", "renameat2", "rename"], ["EIO"], alone));

  // A full disk, without one: from some moment on nothing can be made, or nothing be written, not even the message.
  tell("From a moment on nothing can be made", await tried(["mkdir", "link", "symlink"], ["ENOSPC"], { numbers: eachAndLater }));
  tell("From a moment on nothing can be written", await tried(["write"], ["ENOSPC"], { numbers: eachAndLater, mute: true }));

  // What is remembered never matters; the lock's owner is written with the same calls.
  const more = [...target.more.filter((word) => word !== "--no-cache"), "--cache", join(folder, "cache")];
  tell("A call on the cache fails", await tried(remembering, ["EIO", "ENOSPC"], { more, mayLeave: true }));
});
