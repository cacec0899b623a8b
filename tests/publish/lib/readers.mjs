// Readers of two releases that take each other's place, and what they may be answered.
import http from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { filesBelow, hashOf, isCompressed } from "./folders.mjs";
import { ask, decoded } from "./requests.mjs";
import { check } from "./scenario.mjs";

const codings = ["identity", "gzip", "br"];

/// Two commits of which the second has a page more, a page less, and some that changed.
export function twoCommits(clone) {
  const one = clone.git("rev-parse", "HEAD");
  clone.write("content/milestones/clinics.yaml", clone.read("content/milestones/visits.yaml").replace(/^title: .*$/m, "title: Open clinics"));
  clone.git("rm", "--quiet", "content/milestones/training.yaml");
  return [one, clone.commitStatus("off-track", "2023-09-20")];
}

/// What each path may be answered with: the hashes of its bytes in the releases, and "none" where one has no such file.
export function knownBytes(releases) {
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

/// Two readers, until they are stopped; stop() gives what they counted.
export function startReaders(origin, known) {
  const counts = { answers: 0, none: 0, errors: [], wrong: [], mixed: [], seen: new Map() };
  let stopped = false;
  const readers = [0, 1].map((number) => reader(origin, known, counts, () => stopped, number));
  const stop = async () => {
    stopped = true;
    await Promise.all(readers);
    return counts;
  };
  return { stop };
}

export function checkReaders(counts) {
  check("no request failed", counts.errors.length === 0, counts.errors.join("\n"));
  check("no answer had another status", counts.wrong.length === 0, counts.wrong.join("\n"));
  check("each body is wholly the old or the new one", counts.mixed.length === 0, counts.mixed.join("\n"));
  check("readers saw the old and the new form of pages", counts.seen.size > 2 && counts.none > 0, [...counts.seen].join("\n"));
  console.log(`Readers: ${counts.answers} answers, of which ${counts.none} that there is no such page now; errors: ${counts.errors.length}, ` +
    `other statuses: ${counts.wrong.length}, mixed bodies: ${counts.mixed.length}.`);
}
