#!/usr/bin/env node
// The power fails between any two system calls of the publisher:
//   node cut.mjs [LOCALOFFER] [STATES]
// Without STATES, every moment of each run with every way in which a disk can lose what was not synced; with it, about so
// many, evenly. What a disk may lose is said in disk.mjs. SEED repeats a run's chance.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";

import { bytesBelow, currentRelease, differences } from "../../publish/lib/folders.mjs";
import { must } from "../../publish/lib/programs.mjs";
import { check, scenario } from "../../publish/lib/scenario.mjs";
import { makeBrook, twoSites } from "../lib/brook.mjs";
import { evenly, randomNumbers, seedOfRun } from "../lib/chance.mjs";
import { Target } from "../lib/target.mjs";
import { cuts, Disk } from "./disk.mjs";
import { record } from "./record.mjs";

const most = Number(process.argv[3] ?? Infinity);
const seed = seedOfRun();
const random = randomNumbers(seed);
const kinds = Object.keys(cuts);

const changesSomething = (step) => step.do !== "close" && (step.do !== "open" || step.create || step.truncate);

/// All pairs of a number of steps and a kind of cut, or some of them; and the end of the run, with each kind.
function moments(steps) {
  const numbers = steps.flatMap((step, i) => (changesSomething(step) ? [i] : []));
  const all = numbers.flatMap((after) => kinds.map((kind) => ({ after, kind })));
  const last = kinds.map((kind) => ({ after: steps.length, kind }));
  return [...evenly(all, Math.ceil(most / 4)), ...last];
}

/// What is wrong with a folder after a cut: it shows a whole site, and works on as if nothing had been.
function wrongAfter(target, allowed, mend) {
  const shown = target.shown();
  const wrong = allowed.includes(shown) ? [] : [`${shown ?? "no whole site"} is shown`];
  if (!mend) return wrong;
  const commits = [...target.sites.keys()];
  return [...wrong, ...target.mend(shown === commits[0] ? commits[1] : commits[0])];
}

/// Replays the steps, cuts the power at the moments, and looks. `before` and `after` are what the run showed first and
/// last: once it is done, nothing may bring the former back.
async function cutPower(base, target, steps, { before, after, mend = true }) {
  const counts = { states: 0, before: 0, after: 0, wrong: [] };
  const disk = new Disk(base);
  let done = 0;
  for (const moment of moments(steps)) {
    await turn(); // here a signal can end the test
    for (; done < moment.after; ++done) disk.step({ ...steps[done] });
    disk.leave(moment.kind, target.folder, random);
    const shown = target.shown();
    const wrong = wrongAfter(target, done === steps.length ? [after] : [before, after], mend);
    ++counts.states;
    ++counts[shown === after ? "after" : "before"];
    if (wrong.length) counts.wrong.push(`after step ${done} (${steps[done - 1]?.do} ${steps[done - 1]?.path ?? ""}), with ${moment.kind}: ${wrong.join("\n  ")}`);
  }
  return counts;
}

/// The steps of a run, with all paths in the folder `base`, which is as the run found it.
function recorded(folder, srv, base, words) {
  rmSync(base, { recursive: true, force: true });
  must("cp", ["--archive", srv, base]);
  const steps = record(srv, words, folder);
  const moved = (path) => path && (path.startsWith(srv) ? base + path.slice(srv.length) : path);
  return steps.map((step) => ({ ...step, ...(step.path && { path: moved(step.path) }), ...(step.from && { from: moved(step.from) }) }));
}

/// The log is whole when its replay gives what the run has made.
function checkReplay(what, base, steps, srv, state) {
  const disk = new Disk(base);
  for (const step of steps) disk.step(step);
  disk.leave("all", state, random);
  const files = (path) => path !== "current";
  const other = differences(bytesBelow(srv, files), bytesBelow(state, files));
  const sameLink = currentRelease(srv).slice(srv.length) === currentRelease(state).slice(state.length);
  check(`${what}: the log, replayed, is what the run has made`, steps.length > 3 && sameLink && other.length === 0, other.join("\n"));
}

await scenario("faults-power", async (folder) => {
  const clone = makeBrook(join(folder, "clone"));
  const [one, two] = twoSites(clone);
  const [srv, base, state] = ["srv", "base", "state"].map((name) => join(folder, name));
  const real = new Target(clone, srv);
  const target = new Target(clone, state);

  const runs = [
    { what: "The first publish", words: () => real.words(one), before: "nothing", after: one, empty: true },
    { what: "A publish as any other", words: () => real.words(two), before: one, after: two },
    { what: "A publish that keeps no other release", words: () => real.words(two, real.more, 1), before: one, after: two },
    { what: "A rollback", words: () => ["rollback", srv], before: one, after: two },
  ];
  real.learn([one, two]);
  target.sites = real.sites;
  for (const { what, words, before, after, empty } of runs) {
    // Each run begins with three releases, or with none.
    rmSync(srv, { recursive: true, force: true });
    mkdirSync(srv);
    if (!empty) for (const commit of [one, two, one]) real.publish(commit);
    const steps = recorded(folder, srv, base, words());
    check(`${what} shows what it is to show`, real.shown() === after);
    checkReplay(what, base, steps, srv, state);
    const counts = await cutPower(base, target, steps, { before, after });
    check(`${what}: after a power cut a whole site is shown, and the next publish works (seed ${seed})`, counts.wrong.length === 0, counts.wrong.join("\n"));
    console.log(`${what}: ${steps.length} steps, power cut in ${counts.states} states; the old site was shown in ${counts.before}, ` +
      `the new in ${counts.after}, wrong ${counts.wrong.length}.`);

    // A program that synced nothing would be found out.
    if (what !== "A publish as any other") continue;
    const lazy = await cutPower(base, target, steps.filter((step) => !step.do.startsWith("sync")), { before, after, mend: false });
    check("a publish without a sync is found out", lazy.wrong.length > 0);
  }
});
