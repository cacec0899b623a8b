#!/usr/bin/env node
// What was remembered is damaged, and no page shows it:
//   node damaged.mjs [LOCALOFFER] [PLACES]
// PLACES is 1000 without it: half of them are cut off there, half have one bit changed. SEED repeats a run's places.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { makeAshmere } from "../../publish/lib/ashmere.mjs";
import { bytesBelow, differences, filesBelow } from "../../publish/lib/folders.mjs";
import { localoffer, must, run } from "../../publish/lib/programs.mjs";
import { twoCommits } from "../../publish/lib/readers.mjs";
import { atEnd, check, scenario } from "../../publish/lib/scenario.mjs";
import { randomNumbers, seedOfRun } from "../lib/chance.mjs";

const places = Number(process.argv[3] ?? 1000);
const seed = seedOfRun();
const random = randomNumbers(seed);
const below = (number) => Math.floor(random() * number);

/// The site's commits, each with the bytes that a build without a cache gives.
class Truth {
  constructor(folder, clone, commits) {
    this.folder = folder;
    this.site = join(clone.folder, "site.yaml");
    this.right = new Map();
    for (const commit of commits) {
      must(localoffer, this.words(commit, ["--no-cache"]));
      this.right.set(commit, bytesBelow(join(folder, "out")));
      this.clear();
    }
  }

  words(commit, more) {
    return ["build", this.site, "--at", commit, "--out", join(this.folder, "out"), ...more];
  }

  clear() {
    rmSync(join(this.folder, "out"), { recursive: true, force: true });
  }

  /// Builds with a cache: what is wrong, or nothing.
  wrong(commit, cache) {
    const { status, text } = run(localoffer, this.words(commit, ["--cache", cache]));
    const other = status === 0 ? differences(this.right.get(commit), bytesBelow(join(this.folder, "out"))) : [];
    this.clear();
    if (status !== 0) return [`it ended with ${status}: ${text}`];
    return other.map((path) => `another ${path}`);
  }
}

/// A copy of a folder that was filled, with one thing about it changed.
function changed(pristine, cache, change) {
  chmodBack(cache);
  rmSync(cache, { recursive: true, force: true });
  cpSync(pristine, cache, { recursive: true });
  return change(cache);
}

function chmodBack(cache) {
  const there = statSync(cache, { throwIfNoEntry: false });
  if (there) chmodSync(cache, there.isDirectory() ? 0o755 : 0o644);
}

const someFile = (folder) => {
  const files = filesBelow(folder).filter((path) => statSync(join(folder, path)).size > 0);
  return join(folder, files[below(files.length)]);
};

function cutOff(cache) {
  const file = someFile(cache);
  const at = below(statSync(file).size);
  truncateSync(file, at);
  return `cut off at byte ${at}`;
}

function flipBit(cache) {
  const file = someFile(cache);
  const bytes = readFileSync(file);
  // One in eight hits the first page, on which all others depend.
  const at = below(below(8) === 0 ? Math.min(4096, bytes.length) : bytes.length);
  bytes[at] ^= 1 << below(8);
  writeFileSync(file, bytes);
  return `a bit of byte ${at}`;
}

/// The builds that follow a damage, of both commits: the second finds what the first has made of the damage.
function tryDamage(truth, commits, cache, name, counts) {
  const found = commits.flatMap((commit) => truth.wrong(commit, cache));
  ++counts.tried;
  if (found.length) counts.wrong.push(`${name}: ${found.join(", ")}`);
}

function tell(what, counts) {
  check(`${what}: each build is as one without a cache (seed ${seed})`, counts.tried > 0 && counts.wrong.length === 0, counts.wrong.join("\n"));
  console.log(`${what}: tried ${counts.tried}, each with two builds; wrong ${counts.wrong.length}.`);
}

const newCounts = () => ({ tried: 0, wrong: [] });

/// What else may stand where the cache is looked for.
const others = {
  "a file in the place of the folder": (cache) => {
    rmSync(cache, { recursive: true });
    writeFileSync(cache, "not a folder");
  },
  "a link that leads nowhere": (cache) => {
    rmSync(cache, { recursive: true });
    symlinkSync(join(cache, "..", "nowhere"), cache);
  },
  "folders in the place of its files": (cache) => {
    for (const path of filesBelow(cache)) {
      rmSync(join(cache, path));
      mkdirSync(join(cache, path));
      writeFileSync(join(cache, path, "mine.txt"), "mine");
    }
  },
  "empty files": (cache) => filesBelow(cache).forEach((path) => truncateSync(join(cache, path), 0)),
  "text in its files": (cache) => filesBelow(cache).forEach((path) => writeFileSync(join(cache, path), "These are another program's words.\n".repeat(500))),
  "random bytes in its files": (cache) =>
    filesBelow(cache).forEach((path) => writeFileSync(join(cache, path), Buffer.from(Array.from({ length: 65536 }, () => below(256))))),
  "another program's database": (cache) =>
    filesBelow(cache).forEach((path) => {
      rmSync(join(cache, path));
      must("sqlite3", [join(cache, path), "CREATE TABLE remembered(colour, size INTEGER); INSERT INTO remembered VALUES('red', 7); PRAGMA user_version = 77"]);
    }),
  "tables of another version": (cache) =>
    filesBelow(cache).forEach((path) => {
      const tables = must("sqlite3", [join(cache, path), "SELECT name FROM sqlite_master WHERE type = 'table'"]).trim().split("\n");
      for (const table of tables) must("sqlite3", [join(cache, path), `ALTER TABLE "${table}" RENAME TO "${table}_2"; CREATE TABLE "${table}"(newer)`]);
    }),
  "values that have each other's place": (cache) =>
    filesBelow(cache).forEach((path) => {
      const tables = must("sqlite3", [join(cache, path), "SELECT name FROM sqlite_master WHERE type = 'table'"]).trim().split("\n");
      for (const table of tables) {
        const columns = must("sqlite3", [join(cache, path), `SELECT name FROM pragma_table_info('${table}')`]).trim().split("\n");
        const last = columns.at(-1);
        must("sqlite3", [join(cache, path), `CREATE TEMP TABLE moved AS SELECT rowid AS place, lag("${last}", 1) OVER (ORDER BY rowid) AS value FROM "${table}";
          UPDATE "${table}" SET "${last}" = (SELECT value FROM moved WHERE place = "${table}".rowid) WHERE rowid > (SELECT min(rowid) FROM "${table}")`]);
      }
    }),
  "a version of the file's form that is still to come": (cache) =>
    filesBelow(cache).forEach((path) => {
      const bytes = readFileSync(join(cache, path));
      bytes[18] = bytes[19] = 9; // SQLite's own numbers of who may read and write the file
      writeFileSync(join(cache, path), bytes);
    }),
  "journals of another file": (cache) =>
    filesBelow(cache).forEach((path) => ["-wal", "-shm", "-journal"].forEach((ending) => writeFileSync(join(cache, path + ending), "mine".repeat(9000)))),
  "read-only files in a read-only folder": (cache) => {
    filesBelow(cache).forEach((path) => chmodSync(join(cache, path), 0o444));
    chmodSync(cache, 0o555); // for root that is no hindrance; disk/refused.mjs does the same as nobody
  },
};

/// What a build leaves in the cache that is killed while it fills it.
async function tryKilled(truth, commits, cache, times) {
  const counts = newCounts();
  const began = performance.now();
  rmSync(cache, { recursive: true, force: true });
  must(localoffer, truth.words(commits[0], ["--cache", cache]));
  const longest = performance.now() - began;
  truth.clear();
  for (let i = 0; i < times; ++i) {
    if (i % 3 === 0) rmSync(cache, { recursive: true, force: true });
    const child = spawn(localoffer, truth.words(commits[i % 2], ["--cache", cache]), { stdio: "ignore" });
    const ended = new Promise((done) => child.on("close", done));
    await sleep(random() * longest);
    child.kill("SIGKILL");
    await ended;
    truth.clear();
    tryDamage(truth, commits, cache, `killed, time ${i}`, counts);
    for (const name of readdirSync(truth.folder)) if (/^\.out\.(lock|staging-)/.test(name)) counts.wrong.push(`the next build leaves ${name}`);
  }
  return counts;
}

await scenario("faults-cache", async (folder) => {
  const clone = makeAshmere(join(folder, "clone"));
  const commits = twoCommits(clone);
  const work = join(folder, "work");
  mkdirSync(work);
  const truth = new Truth(work, clone, commits);
  const [pristine, cache] = [join(folder, "pristine"), join(folder, "cache")];
  atEnd(() => chmodBack(cache));
  // Only the first commit is known to it, so that the builds find some values and put others beside them.
  must(localoffer, truth.words(commits[0], ["--cache", pristine]));
  truth.clear();
  check("the cache holds something", filesBelow(pristine).length > 0);
  check("its builds are right before it is damaged", changed(pristine, cache, () => truth.wrong(commits[1], cache)).length === 0);

  for (const [what, damage] of [["Cut off", cutOff], ["One bit changed", flipBit]]) {
    const counts = newCounts();
    for (let i = 0; i < places / 2; ++i) tryDamage(truth, commits, cache, changed(pristine, cache, damage), counts);
    tell(what, counts);
  }
  const counts = newCounts();
  for (const [name, change] of Object.entries(others)) {
    changed(pristine, cache, change);
    tryDamage(truth, commits, cache, name, counts);
    if (name === "folders in the place of its files")
      check("what somebody else put there stays", filesBelow(cache).every((path) => readFileSync(join(cache, path), "utf8") === "mine"), filesBelow(cache));
  }
  tell("Something else in its place", counts);
  chmodBack(cache);
  tell("Killed while it remembered", await tryKilled(truth, commits, cache, Math.max(3, Math.round(places / 20))));
});
