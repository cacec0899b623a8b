#!/usr/bin/env node
// Kills the publisher at random moments while readers read:
//   node kill.mjs [LOCALOFFER] [TIMES]
// TIMES is 1000 without it. SEED in the environment repeats a run's moments, as far as the machine does.
import { spawn } from "node:child_process";
import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { makeAshmere } from "../../publish/lib/ashmere.mjs";
import { bytesBelow, currentRelease, manifest } from "../../publish/lib/folders.mjs";
import { serveReleases } from "../../publish/lib/nginx.mjs";
import { localoffer, must } from "../../publish/lib/programs.mjs";
import { checkReaders, knownBytes, startReaders, twoCommits } from "../../publish/lib/readers.mjs";
import { check, scenario } from "../../publish/lib/scenario.mjs";
import { randomNumbers, seedOfRun } from "../lib/chance.mjs";

const times = Number(process.argv[3] ?? 1000);
const keep = 3;

const words = (clone, commit, releases) =>
  ["publish", "site.yaml", "--repo", clone.folder, "--ref", commit, "--allow-older", "--to", releases, "--keep", String(keep)];

/// How many milliseconds a publish takes that nobody disturbs: the longest of some.
async function undisturbed(clone, commits, releases) {
  let longest = 0;
  for (let i = 0; i < 6; ++i) {
    const began = performance.now();
    must(localoffer, words(clone, commits[i % 2], releases));
    longest = Math.max(longest, performance.now() - began);
  }
  return longest;
}

/// Publishes, and kills the process after so many milliseconds: whether it was killed before it was done.
async function publishUntil(milliseconds, clone, commit, releases) {
  const child = spawn(localoffer, words(clone, commit, releases), { stdio: "ignore" });
  const ended = new Promise((done) => child.on("close", (code, signal) => done(signal === "SIGKILL")));
  await sleep(milliseconds);
  child.kill("SIGKILL");
  return ended;
}

/// The release that is shown, which must be one of the two sites, byte for byte.
function shownSite(releases, sites) {
  const link = join(releases, "current");
  if (!lstatSync(link).isSymbolicLink()) return undefined;
  const commit = readlinkSync(link).split("/").pop().split("-")[0];
  const site = sites.get(commit);
  const bytes = bytesBelow(currentRelease(releases), (path) => path !== manifest && path !== ".localoffer-staging");
  return site && JSON.stringify(bytes) === JSON.stringify(site) ? commit : undefined;
}

await scenario("faults-killed", async (folder) => {
  const clone = makeAshmere(join(folder, "clone"));
  const releases = join(folder, "srv");
  const commits = twoCommits(clone);
  const sites = new Map();
  for (const commit of commits) {
    must(localoffer, words(clone, commit, releases));
    sites.set(commit.slice(0, 12), bytesBelow(currentRelease(releases), (path) => path !== manifest));
  }
  const known = knownBytes(releases);
  const longest = await undisturbed(clone, commits, releases);
  const server = await serveReleases(join(folder, "nginx"), releases);
  const readers = startReaders(server.origin, known);

  const seed = seedOfRun();
  const random = randomNumbers(seed);
  const counts = { killed: 0, finished: 0, before: 0, after: 0, torn: [] };
  for (let i = 0; i < times; ++i) {
    const shown = shownSite(releases, sites);
    const next = commits.find((commit) => commit.slice(0, 12) !== shown);
    const killed = await publishUntil(random() * longest * 1.2, clone, next, releases);
    ++counts[killed ? "killed" : "finished"];
    const now = shownSite(releases, sites);
    if (now === undefined) counts.torn.push(`time ${i}: ${readlinkSync(join(releases, "current"))}`);
    if (killed) ++counts[now === shown ? "before" : "after"];
  }

  const answers = await readers.stop();
  check(`each release that was shown is whole (seed ${seed})`, counts.torn.length === 0, counts.torn.join("\n"));
  check("some were killed before they showed the new site, and some after", counts.before > 0 && counts.killed > times / 3, JSON.stringify(counts));
  checkReaders(answers);
  check("nginx met nothing wrong", !/\[(error|crit|alert|emerg)\]/.test(server.errors()), server.errors().slice(0, 2000));
  // Whatever the dead have left, the next publish works and clears it away.
  for (const commit of [...commits, ...commits]) must(localoffer, words(clone, commit, releases));
  check("every file verifies", must(localoffer, ["verify", releases, "--all"]).includes("as they were published"));
  check("no litter is left", readdirSync(releases).sort().join() === "current,releases", readdirSync(releases));
  const kept = readdirSync(join(releases, "releases"));
  check("no more releases stay than are asked for", kept.length <= keep, kept.join());
  check("no release has the marker of one that is being made", kept.every((name) => !readdirSync(join(releases, "releases", name)).includes(".localoffer-staging")));
  console.log(`Killed ${counts.killed} times of ${times} (seed ${seed}): ${counts.before} before the new site was shown, ${counts.after} after. ` +
    `Done before the kill: ${counts.finished}. Torn: ${counts.torn.length}.`);
});
