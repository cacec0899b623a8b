#!/usr/bin/env node
// Content as an attacker writes it, through the real program and into a real browser.
//   node run.mjs [--only WORDS] [--quick] [--keep] [--program FILE] [--bounded FILE]
// Prints what is wrong and how much was looked at, and ends with status 1 when something is. --only takes the cases whose
// name has these words in it; --quick takes a part of the corpus that is the same each time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Watcher } from "./browser.mjs";
import { allCases } from "./cases/index.mjs";
import { tryFields } from "./field-cases.mjs";
import { readGuide } from "./guide.mjs";
import { checkCase } from "./check-case.mjs";
import { selfTest } from "./self-test.mjs";

const BUILD = new URL("../../../build/release/", import.meta.url).pathname;
const AT_ONCE = 2;
const ONE_IN = 12; // of the ordinary cases, when there is not much time

function readArguments(words) {
  const options = { program: join(BUILD, "bin/localoffer"), bounded: join(BUILD, "bin/bounded"), only: "" };
  for (let word = words.shift(); word; word = words.shift())
    if (["--quick", "--keep", "--no-browser"].includes(word)) options[word.slice(2)] = true;
    else if (["--only", "--program", "--bounded"].includes(word)) options[word.slice(2)] = words.shift();
    else throw new Error(`there is no option ${word}`);
  return { ...options, program: realpathSync(options.program), bounded: realpathSync(options.bounded) };
}

/// The same part of the corpus each time, spread over all of it.
const isQuick = ({ name, slow }) => !slow && createHash("sha1").update(name).digest().readUInt32BE() % ONE_IN === 0;

class Told {
  constructor() {
    this.wrong = [];
    this.counts = new Map();
  }
  add(name, messages) {
    for (const message of messages) console.log(`${name}: ${message}`);
    if (messages.length) this.wrong.push(name);
  }
  count(what, more = 1) {
    this.counts.set(what, (this.counts.get(what) ?? 0) + more);
  }
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  const started = Date.now();
  const root = mkdtempSync(join(tmpdir(), "localoffer-attacker-"));
  const told = new Told();
  const watcher = options["no-browser"] ? null : await Watcher.start();
  try {
    const tools = { ...options, root, watcher, told };
    if (watcher) told.add("self-test", await selfTest(tools));
    const guide = readGuide(options.program);
    const chosen = allCases(guide.kinds).filter((one) => one.name.includes(options.only) && (!options.quick || isQuick(one)));
    const waiting = [...chosen];
    const worker = async (_, number) => {
      for (let one = waiting.shift(); one; one = waiting.shift()) told.add(one.name, await checkCase(one, tools, join(root, `worker-${number}`)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if ("field".includes(options.only) || options.only.startsWith("field")) await tryFields(guide, tools);
    told.add("outside", strangers(root));
  } finally {
    await watcher?.stop();
    if (!options.keep) rmSync(root, { recursive: true, force: true });
  }
  for (const [what, count] of told.counts) console.log(`${String(count).padStart(6)}  ${what}`);
  if (watcher) console.log(`${String(watcher.opened).padStart(6)}  documents opened in the browser (and ${watcher.same} that were the same)`);
  console.log(`${told.wrong.length ? `${told.wrong.length} cases are wrong` : "nothing is wrong"}, in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  process.exit(told.wrong.length ? 1 : 0);
}

/// Anything that payloads of all cases would have made outside of their own folders.
function strangers(root) {
  const found = readdirSync(root).filter((name) => !/^(worker-\d|fields|self-test)$/.test(name)).map((name) => `something wrote ${join(root, name)}`);
  if (existsSync("/tmp/localoffer-was-here")) found.push("something that the content named was run");
  return found;
}

mkdirSync(tmpdir(), { recursive: true });
await main();
