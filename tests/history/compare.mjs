#!/usr/bin/env node
// Holds what 'localoffer history' tells to the truth that make-history.mjs wrote.
//   node compare.mjs LOCALOFFER FOLDER BRANCH
// Runs LOCALOFFER history FOLDER/plan.git/site/made.yaml BRANCH --format json --cache FOLDER/cache and compares event
// for event; inside one commit their order does not count. Prints how many events and unreadable versions were told and
// are true, and the first differences in words. Ends with status 1 if there is one, with 2 if it could not compare.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const SHOWN = 10;
const MOST_BYTES = 1 << 30; // of what the command prints

const WHERE = ["commit", "what", "kind", "id", "field", "item"];
const WHAT = [...WHERE, "before", "after", "date", "message"];

const keyOf = (event, keys) => JSON.stringify(keys.map((key) => event[key] ?? null));

function readTruth(folder, branch) {
  const { branches } = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8"));
  if (!branches[branch])
    throw new Error(`the truth knows no branch '${branch}', only ${Object.keys(branches).join(" and ")}`);
  return branches[branch];
}

function askProgram(program, folder, branch) {
  const words = [
    "history",
    join(folder, "plan.git/site/made.yaml"),
    branch,
    "--format",
    "json",
    "--cache",
    join(folder, "cache"),
  ];
  const { status, error, stdout, stderr } = spawnSync(program, words, { encoding: "utf8", maxBuffer: MOST_BYTES });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} ended with status ${status}:\n${stderr}`);
  return JSON.parse(stdout);
}

/// The events of `list` that are not in `other`, each as often as it is missing there.
function missingFrom(list, other) {
  const left = new Map();
  for (const event of other) left.set(keyOf(event, WHAT), (left.get(keyOf(event, WHAT)) ?? 0) + 1);
  return list.filter((event) => {
    const key = keyOf(event, WHAT);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

const placeOf = ({ commit, kind, id, field, item }) =>
  `in ${String(commit).slice(0, 10)}, ${kind} '${id}'${field ? `, ${field}` : ""}${item ? ` of ${item}` : ""}`;

const wordsOf = (event) =>
  `${placeOf(event)} ${event.what}: '${event.before}' -> '${event.after}' (${event.date}, ${event.message})`;

/// Pairs a true event with a told one of the same place, so that one difference is told once.
function differences(absent, surplus) {
  const waiting = new Map();
  for (const event of surplus) {
    const key = keyOf(event, WHERE);
    waiting.set(key, [...(waiting.get(key) ?? []), event]);
  }
  const words = [];
  for (const event of absent) {
    const other = waiting.get(keyOf(event, WHERE))?.shift();
    if (!other) {
      words.push(`not told: ${wordsOf(event)}`);
      continue;
    }
    const parts = WHAT.filter((key) => event[key] !== other[key]).map(
      (key) => `${key} is '${other[key]}', not '${event[key]}'`,
    );
    words.push(`told otherwise: ${placeOf(event)}: ${parts.join("; ")}`);
  }
  for (const event of [...waiting.values()].flat()) words.push(`not true: ${wordsOf(event)}`);
  return words;
}

/// Returns the differences in words.
function compare(truth, told) {
  const words = differences(missingFrom(truth.events, told.events), missingFrom(told.events, truth.events));
  if (told.unreadable !== truth.unreadable)
    words.push(`unreadable versions: ${told.unreadable} told, ${truth.unreadable} true`);
  console.log(`events: ${told.events.length} told, ${truth.events.length} true`);
  console.log(`unreadable versions: ${told.unreadable} told, ${truth.unreadable} true`);
  return words;
}

try {
  const [program, folder, branch, ...rest] = process.argv.slice(2);
  if (!branch || rest.length) throw new Error("Usage: node compare.mjs LOCALOFFER FOLDER BRANCH");
  const words = compare(readTruth(folder, branch), askProgram(program, folder, branch));
  for (const line of words.slice(0, SHOWN)) console.log(line);
  if (words.length > SHOWN) console.log(`and ${words.length - SHOWN} more differences`);
  console.log(words.length ? "The history is not the true one." : "The history is the true one.");
  process.exitCode = words.length ? 1 : 0;
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 2;
}
