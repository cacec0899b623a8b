#!/usr/bin/env node
// The clock goes forwards and backwards between publishes, and too fast within one (libfaketime):
//   node clock.mjs [LOCALOFFER] [TIMES]
// TIMES is 100 without it.
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { currentRelease, filesBelow, hashOf } from "../../publish/lib/folders.mjs";
import { alongside, localoffer, must, run, start, until } from "../../publish/lib/programs.mjs";
import { check, scenario } from "../../publish/lib/scenario.mjs";
import { makeBrook, retitle } from "../lib/brook.mjs";
import { randomNumbers, seedOfRun } from "../lib/chance.mjs";
import { complaints, Target } from "../lib/target.mjs";

const times = Number(process.argv[3] ?? 100);
const seed = seedOfRun();
const random = randomNumbers(seed);

const library = must("dpkg", ["--listfiles", "libfaketime"]).split("\n").find((path) => path.endsWith("/libfaketime.so.1"));

/// The environment in which a program's clock shows another time: "-3d", "+1h", "@2001-01-01 00:00:00".
/// Clocks that only count on are not set by anybody, and stay as they are.
/// The dates of files are the system's, and not shown as if they ran with it.
const at = (time) => ({ LD_PRELOAD: library, FAKETIME: time, FAKETIME_DONT_FAKE_MONOTONIC: "1", NO_FAKE_STAT: "1" });

const moments = ["+0d", "-1d", "+400d", "-400d", "@2001-01-01 00:00:00", "@2037-12-31 23:59:59", "-2s", "+2s", "-61s", "+0d x5000"];

/// The system dates files by its own clock, which nobody can move here. So the dates of what lies there are moved, as if
/// it had been written while the clock was wrong: by up to a year, by a little, or all to the second that now begins.
function misdate(folder) {
  const chance = random();
  const shift = (random() - 0.5) * (chance < 0.4 ? 2 * 31_536_000 : 10);
  const soon = Date.now() / 1000 + random() * 0.3;
  for (const path of must("find", [folder, "-not", "-type", "l"]).trim().split("\n")) {
    const time = chance < 0.8 ? statSync(path).mtimeMs / 1000 + shift : soon;
    utimesSync(path, time, time);
  }
}

/// Web servers tell a browser whether its copy is good by size and time (an ETag of nginx): each file that is shown, with
/// that and its bytes.
const tagsOf = (folder) => new Map(filesBelow(folder).filter((one) => !one.startsWith(".")).map((path) => {
  const { size, mtimeMs } = statSync(join(folder, path));
  return [path, { tag: `${Math.floor(mtimeMs / 1000)}-${size}`, hash: hashOf(readFileSync(join(folder, path))) }];
}));

/// Files of which a browser that has the form before would keep it.
const notToldApart = (before, now) =>
  [...now].filter(([path, { tag, hash }]) => before.has(path) && before.get(path).tag === tag && before.get(path).hash !== hash).map(([path]) => path);

async function publishAtAnyTime(target, counts) {
  for (let i = 0; i < times; ++i) {
    if (random() < 0.5) {
      misdate(target.folder);
      ++counts.misdated;
    }
    const shown = target.shown();
    const next = target.other();
    const before = tagsOf(currentRelease(target.folder));
    const time = moments[Math.floor(random() * moments.length)];
    const ended = await alongside(localoffer, target.words(next), { env: at(time) });
    const wrong = complaints(ended, { before: shown, next, now: target.shown() });
    if (ended.status !== 0) wrong.push(`it failed: ${ended.text}`);
    wrong.push(...notToldApart(before, tagsOf(currentRelease(target.folder))).map((path) => `browsers would keep the old ${path}`));
    wrong.push(...target.litter().map((name) => `it leaves ${name}`));
    ++counts.published;
    if (wrong.length) counts.wrong.push(`${time}: ${wrong.join("\n  ")}`);
  }
  return counts;
}

/// Releases count up whatever the clock says, and rollback goes to the one before.
function checkOrder(target, commits) {
  const numbers = () => readdirSync(join(target.folder, "releases")).map((name) => Number(name.split("-")[1])).sort((a, b) => a - b);
  must(localoffer, target.words(commits[1])); // what is shown already would not be published again
  const [low] = numbers().slice(-1);
  for (const [i, time] of ["+400d", "-400d", "+0d"].entries()) must(localoffer, target.words(commits[i % 2]), { env: at(time) });
  check("a release that is made later has a higher number", numbers().join() === [low + 1, low + 2, low + 3].join(), numbers());
  check("the newest is shown", target.shown() === commits[0]);
  must(localoffer, ["rollback", target.folder], { env: at("-800d") });
  check("rollback shows the one before", target.shown() === commits[1]);
  check("every file verifies", must(localoffer, ["verify", target.folder, "--all"], { env: at("+800d") }).includes("as they were published"));
}

/// The age of a lock, and whether it is waited for, when the clock was set meanwhile.
async function checkLock(target, commits) {
  const lock = join(target.folder, ".localoffer-lock");
  const now = Math.floor(Date.now() / 1000);
  for (const [since, told] of [[now + 86_400, /clock was set back/], [now - 7200, /for 2 hours/], [0, /hours/]]) {
    writeFileSync(lock, `process 1 since ${since}\n`);
    const holder = start("flock", ["--no-fork", lock, "sleep", "60"]);
    const refused = await until("the lock is held", async () => {
      const ended = run(localoffer, [...target.words(commits[1]), "--wait", "1"]);
      return ended.status === 3 ? ended : undefined;
    });
    check(`who is waited for is told with an age: ${told}`, told.test(refused.text) && /another run is writing/.test(refused.text), refused.text);
    const waiting = alongside(localoffer, [...target.words(commits[since % 2]), "--wait", "60"], { env: at("-1d") });
    await sleep(300);
    await holder.stop("SIGKILL");
    const { status, text } = await waiting;
    check("it goes on when the other is gone", status === 0, text);
    check("no lock is left", target.litter().length === 0, target.litter());
  }
  // A dead owner's lock, of a time that is still to come.
  writeFileSync(lock, `process 4711 since ${now + 1_000_000}\n`);
  const next = target.other();
  const ended = run(localoffer, target.words(next));
  check("a dead owner's lock of tomorrow is taken over", ended.status === 0 && /process 4711/.test(ended.text) && target.shown() === next, ended.text);
}

await scenario("faults-clock", async (folder) => {
  check("libfaketime is there", library !== undefined);
  const clone = makeBrook(join(folder, "clone"));
  // Titles of one length, so that pages are as long as they were.
  const commits = ["ten", "two"].map((title, i) => retitle(clone, title, `2024-03-${16 + i}`));
  const target = new Target(clone, join(folder, "srv"));
  target.learn(commits);
  const told = must("date", ["+%Y"], { env: at("@2001-01-01 00:00:00") }).trim();
  check("the clock does go wrong", told === "2001", told);

  const counts = await publishAtAnyTime(target, { published: 0, misdated: 0, wrong: [] });
  check(`each publish is whole whatever the clock says (seed ${seed})`, counts.wrong.length === 0, counts.wrong.join("\n"));
  checkOrder(target, commits);
  await checkLock(target, commits);
  console.log(`The clock was wrong in ${counts.published} publishes, and what lay there was misdated in ${counts.misdated}; wrong ${counts.wrong.length}.`);
});
