#!/usr/bin/env node
// Several publishers at once: the newest commit ends published, and never an older one over a newer:
//   node publishers.mjs [LOCALOFFER] [TIMES]
// TIMES is 200 without it. SEED repeats a run's order, as far as the machine does.
import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { alongside, localoffer, must } from "../../publish/lib/programs.mjs";
import { check, scenario } from "../../publish/lib/scenario.mjs";
import { makeBrook, retitle } from "../lib/brook.mjs";
import { randomNumbers, seedOfRun } from "../lib/chance.mjs";
import { Target } from "../lib/target.mjs";

const times = Number(process.argv[3] ?? 200);
const seed = seedOfRun();
const random = randomNumbers(seed);

const shuffled = (list) => list.map((one) => [random(), one]).sort(([a], [b]) => a - b).map(([, one]) => one);

/// Looks again and again which commit is shown, until it is told to stop: all that were seen, each once, in order.
function watch(folder) {
  const seen = [];
  let stopped = false;
  const look = () => {
    const link = join(folder, "current");
    if (!lstatSync(link, { throwIfNoEntry: false })) return;
    const commit = readlinkSync(link).split("/").pop().split("-")[0];
    if (seen.at(-1) !== commit) seen.push(commit);
  };
  const looking = (async () => {
    while (!stopped) {
      look();
      await sleep(1);
    }
    look();
  })();
  return async () => {
    stopped = true;
    await looking;
    return seen;
  };
}

/// Starts a publisher for each commit, in random order and at random moments: how each of them ended.
function startAll(target, commits, within) {
  const words = (commit) => target.words(commit).filter((word) => word !== "--allow-older");
  return Promise.all(shuffled(commits).map(async (commit) => {
    await sleep(random() * within);
    return { commit, ...(await alongside(localoffer, words(commit))) };
  }));
}

/// What is wrong after some publishers ran at once.
async function race(target, commits, within) {
  const stop = watch(target.folder);
  const ended = await startAll(target, commits, within);
  const seen = await stop();
  const wrong = ended.filter(({ status }) => status !== 0).map(({ commit, status, text }) => `${commit} ended with ${status}: ${text}`);
  const order = seen.map((short) => commits.findIndex((commit) => commit.startsWith(short)));
  if (order.some((place, i) => i > 0 && place < order[i - 1])) wrong.push(`an older commit took the place of a newer: ${order}`);
  if (target.shown() !== commits.at(-1)) wrong.push("the newest commit is not shown");
  wrong.push(...target.litter().map((name) => `${name} is left`));
  const waited = ended.filter(({ text }) => text.includes("Waiting for another run")).length;
  const stayed = ended.filter(({ text }) => /Nothing (was changed|to do)/.test(text)).length;
  return { wrong, waited, stayed };
}

async function tryRaces(what, target, commits, races) {
  const counts = { waited: 0, stayed: 0, wrong: [] };
  const began = performance.now();
  target.publish(commits[0]);
  const within = performance.now() - began; // about as long as one of them takes
  for (let i = 0; i < races; ++i) {
    target.publish(commits[0]);
    const { wrong, waited, stayed } = await race(target, commits.slice(1), within * 0.7);
    counts.waited += waited;
    counts.stayed += stayed;
    if (wrong.length) counts.wrong.push(`race ${i}: ${wrong.join("\n  ")}`);
  }
  check(`${what} end with the newest commit (seed ${seed})`, counts.wrong.length === 0, counts.wrong.join("\n"));
  check(`${what} did meet`, counts.waited > 0 && counts.stayed > 0, JSON.stringify(counts));
  check(`${what}: every file verifies`, must(localoffer, ["verify", target.folder, "--all"]).includes("as they were published"));
  check(`${what}: no more releases stay than are asked for`, readdirSync(join(target.folder, "releases")).length <= target.keep);
  console.log(`${what}: ${races} races; waited for another ${counts.waited} times, left a newer site alone ${counts.stayed} times, wrong ${counts.wrong.length}.`);
}

await scenario("faults-publishers", async (folder) => {
  const clone = makeBrook(join(folder, "clone"));
  const first = clone.git("rev-parse", "HEAD");
  const later = ["two", "three", "four"].map((title, i) => retitle(clone, title, `2024-03-${16 + i}`));
  const target = new Target(clone, join(folder, "srv"));
  target.learn([first, ...later]);
  await tryRaces("Two publishers at once", target, [first, ...later.slice(0, 2)], Math.ceil(times * 0.7));
  await tryRaces("Three publishers at once", target, [first, ...later], Math.ceil(times * 0.3));
});
