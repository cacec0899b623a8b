#!/usr/bin/env node
// Is the index that the generator writes the one that MiniSearch itself would make of the same texts?
//   node search.mjs DUMP_SEARCH THEMES [SITE.yaml...]
// It is made here with the theme's own script, so the two sides have to cut texts into the same words and to find the same
// stems. Without sites it looks at the demonstrations. Words of other languages are asked of both sides as well.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const top = new URL("../../..", import.meta.url).pathname;
const packages = join(top, "themes/clear/node_modules");
const { default: MiniSearch } = await import(join(packages, "minisearch/dist/es/index.js"));
const { stemmer } = await import(join(packages, "stemmer/index.js"));
const { Search, distance, words } = await import(join(top, "themes/clear/scripts/search.mjs"));

const [program, themes, ...given] = process.argv.slice(2);
const settings = readdirSync(join(top, "site")).filter((name) => /^[a-z-]+\.yaml$/.test(name) && !name.includes("baseline"));
const sites = given.length > 0 ? given : settings.map((name) => `site/${name}`);
const told = JSON.parse(execFileSync(program, [themes, ...sites], { cwd: top, maxBuffer: 1 << 30, encoding: "utf8" }));

/// What MiniSearch writes, with its terms in one order. Its averages are rounded, and compared below.
function agreed(form) {
  const index = form.index.map(([term, data]) => [term, data]).sort(([a], [b]) => (a < b ? -1 : 1));
  const stored = Object.values(form.storedFields).map(({ t, h, k, x, w }) => ({ t, h: h ?? "", k: k ?? "", x: x ?? "", w: w ?? 1 }));
  return { ...form, index, storedFields: stored, averageFieldLength: null };
}

for (const { site, texts, index } of told) {
  const ours = new Search(index, MiniSearch, stemmer);
  const theirs = new MiniSearch(ours.options());
  theirs.addAll(texts);
  const made = JSON.parse(JSON.stringify(theirs));
  assert.deepEqual(agreed(index.index), agreed(made), `${site}: MiniSearch makes another index of the same texts`);
  index.index.averageFieldLength.forEach((average, field) => {
    assert(Math.abs(average - made.averageFieldLength[field]) < 0.001, `${site}: another average length of field ${field}`);
  });
  // As loaded, it finds the same with the same score.
  const asked = [...new Set(texts.flatMap(({ title }) => words(title)))].filter((word) => !ours.stop.has(word));
  for (const word of asked) {
    const [own, other] = [ours.index, theirs].map((one) => new Map(one.search(word).map(({ id, score }) => [id, score])));
    assert.deepEqual([...own.keys()].sort(), [...other.keys()].sort(), `${site}: "${word}" finds something else`);
    for (const [id, score] of own) assert(Math.abs(score / other.get(id) - 1) < 0.01, `${site}: "${word}" scores otherwise in ${id}`);
  }
  const vocabulary = new Set(texts.flatMap(({ title, heading, also, text }) => words(`${title} ${heading} ${also} ${text}`)));
  for (const word of index.vocabulary.split(" ")) assert(vocabulary.has(word), `${site}: no text has the word "${word}"`);
  console.log(`${site}: ${texts.length} documents, ${index.index.index.length} stems, ${vocabulary.size} words, ${asked.length} asked: the same.`);
}

assert.deepEqual(words("Child’s S&LT, café; Łódź STRAßE ΣΊΣΥΦΟΣ 1B-vi"), ["child", "s", "s", "lt", "cafe", "łodz", "straße", "σισυφος", "1b", "vi"]);
assert.equal(distance("asesment", "assessment", 2), 2);
assert.equal(distance("excluson", "exclusion", 2), 1);
assert.equal(distance("recieve", "receive", 2), 1, "two letters swapped are one mistake");
assert.equal(distance("cat", "elephant", 2), 3);
