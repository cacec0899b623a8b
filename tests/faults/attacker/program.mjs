// Runs the real program on a case, and holds what it did to the demands that hold for every case.
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, lstatSync } from "node:fs";
import { join } from "node:path";

/// What a case may take when it does not say otherwise.
export const ORDINARY = { seconds: 4, megabytes: 250 };
const LONGEST_LINE = 1500; // of what is said, in characters
const MOST_SAID = 3 << 20; // bytes in all

// Diagnostics of a whole file have no line, and those of pages that were made name the page.
const OF_WHOLE_FILES = new Set([
  "file-too-large", "not-utf8", "symlink-refused", "submodule-refused", "unknown-folder", "unknown-value", "one-plan",
  "bad-output-path", "broken-anchor", "broken-link", "duplicate-html-id", "orphan-page", "output-collision",
]);

/// Runs `program` with `words` within the bounds: { status, signal, timedOut, seconds, megabytes, said, told }.
export async function run(bounded, program, words, { seconds, megabytes, cwd, home }) {
  const files = ["out", "err"].map((name) => join(home, name));
  mkdirSync(home, { recursive: true });
  const [out, err] = files.map((file) => openSync(file, "w"));
  const report = join(home, "report.json");
  const child = spawn(bounded, [String(seconds), String(megabytes), report, program, ...words], {
    cwd,
    stdio: ["ignore", out, err],
    env: { PATH: process.env.PATH, HOME: home, LC_ALL: "C.UTF-8", TMPDIR: home, GIT_CONFIG_NOSYSTEM: "1" },
  });
  await new Promise((done) => child.on("exit", done));
  [out, err].forEach(closeSync);
  return { ...JSON.parse(readFileSync(report, "utf8")), told: readStart(files[0]), said: readStart(files[1]) };
}

function readStart(file) {
  const bytes = Buffer.alloc(MOST_SAID + 1);
  const descriptor = openSync(file, "r");
  const length = readSync(descriptor, bytes, 0, bytes.length, 0);
  closeSync(descriptor);
  return bytes.toString("utf8", 0, length);
}

/// All that is below a folder but for `except`, with sizes and times, to see whether anything was written there.
export function stateOf(folder, except = new Set(), below = "") {
  const state = [];
  for (const name of readdirSync(join(folder, below))) {
    const path = below ? `${below}/${name}` : name;
    if (except.has(path)) continue;
    const found = lstatSync(join(folder, path));
    state.push(`${path} ${found.size} ${found.mtimeMs}`);
    if (found.isDirectory()) state.push(...stateOf(folder, except, path));
  }
  return state;
}

const DIAGNOSTIC = /^(.*?)(?::(\d+))?(?::(\d+))?: (error|warning|notice)\[([a-z0-9-]+)\]: (.*)$/gm;

export function diagnosticsIn(said) {
  return [...said.matchAll(DIAGNOSTIC)].map(([, file, line, column, severity, code, message]) => ({
    file, line, column, severity, code, message,
  }));
}

/// What is wrong with how the program ended and with what it said: a list of sentences.
export function complaints(one, run) {
  const wrong = [];
  const { seconds, megabytes } = { ...ORDINARY, ...one };
  const SIGXCPU = 24;
  if (run.timedOut || run.signal === SIGXCPU) return [`it took more than ${seconds} s`];
  if (run.signal) wrong.push(`it was ended by signal ${run.signal}`);
  if (run.megabytes > megabytes) wrong.push(`it took ${run.megabytes} MB, and ${megabytes} is the most`);
  if (![0, 1, 3].includes(run.status)) wrong.push(`its exit status was ${run.status}`);
  const expected = { built: [0], refused: [1], world: [3], either: [0, 1], any: [0, 1, 3] }[one.expect ?? "either"];
  if (!expected.includes(run.status)) wrong.push(`it ended with ${run.status}: ${firstWords(run.said)}`);
  if (/something went wrong inside the program|not enough memory|terminate called/.test(run.said))
    wrong.push(`it said: ${firstWords(run.said)}`);
  const found = diagnosticsIn(run.said);
  if (run.status === 1) wrong.push(...complaintsOfRefusal(one, found, run.said));
  return [...wrong, ...complaintsOfWords(run)];
}

function complaintsOfRefusal(one, found, said) {
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [`it failed and named no error: ${firstWords(said)}`];
  const wrong = [];
  if (!errors.some(({ line, column, code }) => (line && column) || OF_WHOLE_FILES.has(code)))
    wrong.push(`no error has a line and a column: ${errors[0].code}`);
  if (one.says && !errors.some(({ code }) => code === one.says))
    wrong.push(`no error is ${one.says}: ${[...new Set(errors.map(({ code }) => code))].join(", ")}`);
  return wrong;
}

/// What is said goes to a terminal and to the logs of CI services: it is short, and no character in it does anything.
function complaintsOfWords({ said, told }) {
  const wrong = [];
  for (const text of [said, told]) {
    if (text.length > MOST_SAID) wrong.push(`it said more than ${MOST_SAID} bytes`);
    const long = text.split("\n").find((line) => line.length > LONGEST_LINE);
    if (long) wrong.push(`a line of ${long.length} characters was said: ${long.slice(0, 80)}`);
    const odd = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.exec(text);
    if (odd) wrong.push(`the character U+${odd[0].codePointAt(0).toString(16).padStart(4, "0")} was said`);
  }
  return wrong;
}

export const firstWords = (text) => text.trim().split("\n").slice(0, 2).join(" / ").slice(0, 300);

/// Whether a site stands in the folder.
export const hasSite = (out) => existsSync(join(out, "index.html"));
