#!/usr/bin/env node
// Readers who read while a hundred releases are shown, one after the other:
//   node swaps.mjs [LOCALOFFER]
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeAshmere } from "./lib/ashmere.mjs";
import { currentRelease } from "./lib/folders.mjs";
import { serveReleases } from "./lib/nginx.mjs";
import { alongside, localoffer, must, start } from "./lib/programs.mjs";
import { checkReaders, knownBytes, startReaders, twoCommits } from "./lib/readers.mjs";
import { check, scenario } from "./lib/scenario.mjs";

const swaps = 100;

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

await scenario("publish-swaps", async (folder) => {
  const clone = makeAshmere(join(folder, "clone"));
  const releases = join(folder, "srv");
  const commits = twoCommits(clone);
  for (const commit of commits) must(localoffer, ["publish", "site.yaml", "--repo", clone.folder, "--ref", commit, "--to", releases]);
  const known = knownBytes(releases);
  const server = await serveReleases(join(folder, "nginx"), releases);
  const wrk = startWrk(folder, server.origin);
  const readers = startReaders(server.origin, known);
  await swap(clone, commits, releases);
  const counts = await readers.stop();
  await wrk.stop("SIGINT");
  checkWrk(wrk.output());
  checkReaders(counts);
  check("nginx met nothing wrong", !/\[(error|crit|alert|emerg)\]/.test(server.errors()), server.errors().slice(0, 2000));
  check("what is shown is whole", must(localoffer, ["verify", releases, "--all"]).includes("as they were published"));
  check("nothing else is in the folder", readdirSync(releases).sort().join() === "current,releases", readdirSync(releases));
  check("two releases stay", readdirSync(join(releases, "releases")).length === 2);
  check("the last one is shown", currentRelease(releases).includes(commits[1].slice(0, 12)));
});
