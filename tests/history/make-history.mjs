#!/usr/bin/env node
// Makes a repository with a history that is known, to hold 'localoffer history' to it.
//   node make-history.mjs FOLDER --shape linear|merged|rewritten --commits N --records N --seed N
// Writes FOLDER/plan.git, a bare repository with the settings site/made.yaml, and FOLDER/truth.json, what history is to
// tell of each branch, oldest commit first. The truth is written down as the changes are decided; nothing in it is read
// from the repository but the ids of its commits. The same words make the same bytes.
//
//   linear     one line of commits
//   merged     side branches too, which are merged; the events are what each merge brings
//   rewritten  a second branch, 'rewritten', whose last 30% are other commits, to play a force push with
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FastImport } from "./fast-import.mjs";
import { SHAPES, makeShape } from "./shapes.mjs";

const USAGE = `Usage: node make-history.mjs FOLDER --shape ${SHAPES.join("|")} --commits N --records N --seed N`;
const FEWEST_COMMITS = 60; // all that a history is to hold must have room

function readOptions() {
  const number = (value) => (/^\d+$/.test(value ?? "") ? Number(value) : NaN);
  const text = { type: "string" };
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { shape: text, commits: text, records: text, seed: text },
  });
  const options = {
    shape: values.shape,
    commits: number(values.commits),
    records: number(values.records),
    seed: number(values.seed),
  };
  const isGood =
    positionals.length === 1 &&
    SHAPES.includes(options.shape) &&
    options.commits >= FEWEST_COMMITS &&
    options.records >= 0 &&
    options.seed >= 0;
  if (!isGood) throw new Error(`${USAGE}\nThe fewest commits are ${FEWEST_COMMITS}.`);
  return { folder: positionals[0], ...options };
}

/// With the ids of commits in the place of marks.
function branchesOf(lines, ids) {
  const branches = {};
  for (const [name, line] of Object.entries(lines))
    branches[name] = {
      head: ids.get(line.head),
      commits: line.length, // along first parents
      unreadable: line.unreadable,
      events: line.events.map((event) => ({ ...event, commit: ids.get(event.commit) })),
    };
  return branches;
}

/// Moves the tag. Returns both its places.
function moveTag(repository, { name, message, commit, mark, next }, ids) {
  const now = ids.get(next.commit);
  const tag = repository.moveTag(name, now, next.moment, message);
  return { [name]: { first: { tag: ids.get(mark), commit: ids.get(commit) }, now: { tag, commit: now } } };
}

async function main() {
  const { folder, shape, ...options } = readOptions();
  mkdirSync(folder, { recursive: true });
  const repository = new FastImport(join(folder, "plan.git"));
  const lines = await makeShape(repository, shape, options);
  const ids = await repository.finish();
  if (shape === "merged") repository.dropBranch("refs/heads/side");
  const truth = { branches: branchesOf(lines, ids), tags: moveTag(repository, lines.main.tag, ids) };
  writeFileSync(join(folder, "truth.json"), JSON.stringify(truth, null, 1) + "\n");
  for (const [name, { commits, events, unreadable }] of Object.entries(truth.branches))
    console.log(`${name}: ${commits} commits, ${events.length} events, ${unreadable} unreadable versions`);
}

try {
  await main();
} catch (failure) {
  console.error(failure.message);
  process.exit(2);
}
