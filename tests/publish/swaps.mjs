#!/usr/bin/env node
// Readers who read while a hundred releases are shown, one after the other:
//   node swaps.mjs [LOCALOFFER]
import http from "node:http";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { makeAshmere } from "./lib/ashmere.mjs";
import { currentRelease, filesBelow, hashOf, isCompressed } from "./lib/folders.mjs";
import { serveReleases } from "./lib/nginx.mjs";
import { alongside, localoffer, must, start } from "./lib/programs.mjs";
import { ask, decoded } from "./lib/requests.mjs";
import { check, scenario } from "./lib/scenario.mjs";

const swaps = 100;
const codings = ["identity", "gzip", "br"];

/// Two commits of which the second has a page more, a page less, and some that changed.
function twoCommits(clone) {
  const one = clone.git("rev-parse", "HEAD");
  clone.write("content/milestones/clinics.yaml", clone.read("content/milestones/visits.yaml").replace(/^title: .*$/m, "title: Open clinics"));
  clone.git("rm", "--quiet", "content/milestones/training.yaml");
  return [one, clone.commitStatus("off-track", "2023-09-20")];
}

/// What each path may be answered with: the hashes of its bytes in the releases, and "none" where one has no such file.
function knownBytes(releases) {
  const known = new Map();
  const folders = readdirSync(join(releases, "releases")).map((name) => join(releases, "releases", name));
  for (const folder of folders)
    for (const path of filesBelow(folder).filter((one) => !isCompressed(one) && !one.startsWith("."))) {
      if (path !== "404.html") known.set(path, (known.get(path) ?? new Set()).add(hashOf(readFileSync(join(folder, path)))));
    }
  for (const [path, hashes] of known) if (!folders.every((folder) => filesBelow(folder).includes(path))) hashes.add("none");
  return known;
}

/// Asks for one file after the other until it is told to stop, and keeps count of what came.
async function reader(origin, known, counts, stopped, number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const paths = [...known.keys()];
  for (let i = number * 7; !stopped(); ++i) {
    const path = paths[i % paths.length];
    const headers = { "accept-encoding": codings[i % codings.length] };
    try {
      tally(counts, path, known.get(path), await ask(`${origin}/${path.replace(/(^|\/)index\.html$/, "$1")}`, headers, { agent }));
    } catch (error) {
      counts.errors.push(`${path}: ${error.message}`);
    }
    await sleep(2); // the publisher is to have its turn on a small machine
  }
  agent.destroy();
}

function tally(counts, path, hashes, answer) {
  ++counts.answers;
  if (answer.status === 404 && hashes.has("none")) return void ++counts.none;
  if (answer.status !== 200) return void counts.wrong.push(`${path}: ${answer.status}`);
  const hash = hashOf(decoded(answer));
  if (!hashes.has(hash)) return void counts.mixed.push(`${path}: ${hash}`);
  if (hashes.size > 1) counts.seen.set(`${path} ${hash}`, (counts.seen.get(`${path} ${hash}`) ?? 0) + 1);
}

/// wrk, on pages that change: it is told to stop by the signal that a terminal sends, and then prints its counts.
function startWrk(folder, origin) {
  const script = join(folder, "paths.lua");
  writeFileSync(
    script,
    `local paths = { "/", "/actions/", "/actions/visits/", "/data/actions.csv", "/feeds/changes.atom" }
local codings = { "gzip", "br", "identity" }
local count = 0
request = function()
  count = count + 1
  return wrk.format("GET", paths[count % #paths + 1], { ["Accept-Encoding"] = codings[count % #codings + 1] })
end
delay = function() return 1 end
`,
  );
  // It is given the time that the publisher leaves: 100 releases are to be shown before the test is too long.
  return start("nice", ["wrk", "--threads", "1", "--connections", "2", "--timeout", "30s", "--duration", "3600s", "--script", script, origin]);
}

async function swap(clone, commits, releases) {
  const failed = [];
  for (let i = 0; i < swaps; ++i) {
    // With two releases kept, each is made into the next one as soon as it is not shown any more.
    const words = ["publish", "site.yaml", "--repo", clone.folder, "--ref", commits[i % 2], "--allow-older", "--to", releases];
    const { status, text } = await alongside(localoffer, [...words, "--keep", i < swaps / 2 ? "5" : "2"]);
    if (status !== 0 || !text.includes("Published")) failed.push(text);
  }
  check("each release is published", failed.length === 0, failed.join("\n"));
}

function checkWrk(text) {
  const requests = Number(/(\d+) requests in/.exec(text)?.[1] ?? 0);
  check("wrk was answered", requests > 0, text);
  check("wrk met no error and no status but 200", !/Non-2xx|Socket errors/.test(text), text);
  console.log(`wrk: ${requests} requests, no errors counted: ${!/Non-2xx|Socket errors/.test(text)}.`);
}

function checkReaders(counts) {
  check("no request failed", counts.errors.length === 0, counts.errors.join("\n"));
  check("no answer had another status", counts.wrong.length === 0, counts.wrong.join("\n"));
  check("each body is wholly the old or the new one", counts.mixed.length === 0, counts.mixed.join("\n"));
  check("readers saw the old and the new form of pages", counts.seen.size > 2 && counts.none > 0, [...counts.seen].join("\n"));
  console.log(`Readers: ${counts.answers} answers, of which ${counts.none} that there is no such page now; errors: ${counts.errors.length}, ` +
    `other statuses: ${counts.wrong.length}, mixed bodies: ${counts.mixed.length}.`);
}

await scenario("publish-swaps", async (folder) => {
  const clone = makeAshmere(join(folder, "clone"));
  const releases = join(folder, "srv");
  const commits = twoCommits(clone);
  for (const commit of commits) must(localoffer, ["publish", "site.yaml", "--repo", clone.folder, "--ref", commit, "--to", releases]);
  const known = knownBytes(releases);
  const server = await serveReleases(join(folder, "nginx"), releases);
  const counts = { answers: 0, none: 0, errors: [], wrong: [], mixed: [], seen: new Map() };
  let stopped = false;
  const wrk = startWrk(folder, server.origin);
  const readers = [0, 1].map((number) => reader(server.origin, known, counts, () => stopped, number));
  await swap(clone, commits, releases);
  stopped = true;
  await Promise.all(readers);
  await wrk.stop("SIGINT");
  checkWrk(wrk.output());
  checkReaders(counts);
  check("nginx met nothing wrong", !/\[(error|crit|alert|emerg)\]/.test(server.errors()), server.errors().slice(0, 2000));
  check("what is shown is whole", must(localoffer, ["verify", releases, "--all"]).includes("as they were published"));
  check("nothing else is in the folder", readdirSync(releases).sort().join() === "current,releases", readdirSync(releases));
  check("two releases stay", readdirSync(join(releases, "releases")).length === 2);
  check("the last one is shown", currentRelease(releases).includes(commits[1].slice(0, 12)));
});
