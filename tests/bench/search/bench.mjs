#!/usr/bin/env node
// How large the search's index is, and how long it takes to make, to load and to ask:
//   node bench.mjs DUMP_SEARCH LOCALOFFER THEMES FOLDER [PAGES...]
// FOLDER holds what bench_site made (bench_site FOLDER --turns 0). Queries are timed here; a telephone takes longer.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const top = new URL("../../..", import.meta.url).pathname;
const packages = join(top, "themes/clear/node_modules");
const { default: MiniSearch } = await import(join(packages, "minisearch/dist/es/index.js"));
const { stemmer } = await import(join(packages, "stemmer/index.js"));
const { Search } = await import(join(top, "themes/clear/scripts/search.mjs"));

const [dump, localoffer, themes, folder, ...given] = process.argv.slice(2).map((one, i) => (i < 4 ? resolve(one) : one));
const sizes = given.length > 0 ? given : ["100", "1000", "10000"];
const asked = ["autism assessment", "plan is late", "school excluson", "speech therapy", "helth check", "who can help us", "training"];
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

function timed(what) {
  const begin = performance.now();
  what();
  return performance.now() - begin;
}

for (const size of sizes) {
  const site = join(folder, size);
  const out = join(folder, `${size}-search`);
  execFileSync(localoffer, ["build", "site/made.yaml", "--theme-dir", themes, "--no-cache", "--out", out], { cwd: site, stdio: "pipe" });
  const [{ one, two }] = JSON.parse(execFileSync(dump, [themes, "site/made.yaml", "--times"], { cwd: site, encoding: "utf8" }));
  const bytes = readFileSync(join(out, "search/index.json"));
  const read = timed(() => JSON.parse(bytes));
  let search;
  const load = timed(() => (search = new Search(JSON.parse(bytes), MiniSearch, stemmer)));
  const times = asked.flatMap((query) => Array.from({ length: 5 }, () => timed(() => search.find(query))));
  const documents = search.index.documentCount;
  console.log(`${size} records, ${documents} documents: ${kilobytes(bytes.length)}, gzip ${kilobytes(gzipSync(bytes, { level: 9 }).length)}, brotli ${kilobytes(brotliCompressSync(bytes).length)}`);
  console.log(`  made in ${one.toFixed(0)} ms on one thread, ${two.toFixed(0)} ms on two`);
  console.log(`  loaded in ${load.toFixed(0)} ms (of that, reading JSON ${read.toFixed(0)}); a query takes ${median(times).toFixed(1)} ms, at most ${Math.max(...times).toFixed(1)}`);
  rmSync(out, { recursive: true });
}
