#!/usr/bin/env node
// The disk is full, at any moment of a publish:
//   node full.mjs [LOCALOFFER] [SIZES]
// Without SIZES, a disk of each size on which something cannot be done; with it, so many of each kind.
import { rmSync } from "node:fs";
import { join } from "node:path";

import { bytesBelow, differences } from "../../publish/lib/folders.mjs";
import { localoffer, must, run } from "../../publish/lib/programs.mjs";
import { check, scenario } from "../../publish/lib/scenario.mjs";
import { makeBrook, twoSites } from "../lib/brook.mjs";
import { evenly } from "../lib/chance.mjs";
import { disturb, newCounts, tell } from "../lib/disturb.mjs";
import { needMounting, SmallDisk } from "../lib/small-disk.mjs";
import { Target } from "../lib/target.mjs";

const most = Number(process.argv[3] ?? Infinity);
const upTo = (number) => evenly(Array.from({ length: number }, (_, i) => i), most);

/// A publish while the disk has that much room.
function moment(disk, name, leave, rest = {}) {
  const publish = (words) => {
    leave();
    const ended = run(localoffer, words);
    disk.grow();
    return ended;
  };
  return { name, publish, ...rest };
}

/// From no room at all to more than a publish takes.
async function sizes(disk, target, kind, leave, rest) {
  const counts = newCounts();
  let enough = 1;
  // How much is enough follows from trying: twice as much, until it is.
  for (; counts.done === 0; enough *= 2) await disturb(target, [moment(disk, `room for ${enough} ${kind}`, () => leave(enough), rest)], counts);
  return disturb(target, upTo(Math.max(enough, 16)).map((room) => moment(disk, `room for ${room} ${kind}`, () => leave(room), rest)), counts);
}

async function tryTarget(what, disk, target) {
  tell(`${what}: no room for bytes`, await sizes(disk, target, "pages", (room) => disk.leavePages(room)));
  tell(`${what}: no room for files`, await sizes(disk, target, "files", (room) => disk.leaveFiles(room)));
}

/// What is remembered never matters: the cache alone is on the small disk.
function tryCache(folder, disk, clone, commit) {
  const cache = join(disk.folder, "cache");
  const build = (out, more) => run(localoffer, ["build", join(clone.folder, "site.yaml"), "--at", commit, "--out", join(folder, out), ...more]);
  must(localoffer, ["build", join(clone.folder, "site.yaml"), "--at", commit, "--out", join(folder, "right"), "--no-cache"]);
  const right = bytesBelow(join(folder, "right"));
  const wrong = [];
  let tried = 0;
  for (const emptyBefore of [true, false])
    for (const leave of ["leavePages", "leaveFiles"])
      for (const room of upTo(leave === "leavePages" ? 64 : 8)) {
        if (emptyBefore) rmSync(cache, { recursive: true, force: true });
        disk[leave](room);
        const ended = build("out", ["--cache", cache]);
        disk.grow();
        ++tried;
        const other = ended.status === 0 ? differences(right, bytesBelow(join(folder, "out"))) : [];
        if (ended.status !== 0 || other.length) wrong.push(`${leave} ${room}: ${ended.status} ${other} ${ended.text}`);
        rmSync(join(folder, "out"), { recursive: true, force: true });
      }
  check("a build does not need room for its cache", tried > 0 && wrong.length === 0, wrong.join("\n"));
  console.log(`No room for the cache: built ${tried}, wrong ${wrong.length}.`);
}

needMounting();
await scenario("faults-full", async (folder) => {
  const clone = makeBrook(join(folder, "clone"));
  const commits = twoSites(clone);
  const disk = new SmallDisk(join(folder, "disk"));
  const target = new Target(clone, join(disk.folder, "srv"));
  target.learn([...commits, ...commits]); // so many that the oldest release is made into the next
  await tryTarget("A publish as any other", disk, target);

  const growing = new Target(clone, join(disk.folder, "growing"), { keep: 1000 });
  growing.learn(commits);
  await tryTarget("A publish that takes no release's place", disk, growing);
  rmSync(growing.folder, { recursive: true });

  tryCache(folder, disk, clone, commits[1]);
});
