// The Nu HTML checker over every page, style sheet and SVG of a site, in one run of Java.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, relative } from "node:path";
import { hashOf } from "../memory.mjs";

const require = createRequire(import.meta.url);
const JAR = join(dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
const VERSION = require("vnu-jar/package.json").version;

// What the checker says wrongly, each with the reason why it is wrong.
const KNOWN = [
  /Property “paint-order” doesn't exist/, // CSS Fill and Stroke Level 3, in every browser since 2020
];

/// [{ file, message }] for every error and warning. `memory` knows files that had none.
export function nuErrors(folder, files, memory) {
  const wanted = new Map();
  for (const file of files) {
    if (![".html", ".css", ".svg"].includes(extname(file))) continue;
    const key = "nu-" + hashOf(VERSION, extname(file), readFileSync(join(folder, file)));
    if (!memory.get(key)) wanted.set(file, key);
  }
  if (wanted.size === 0) return [];

  const run = spawnSync(
    "java",
    ["-Xss2m", "-jar", JAR, "--also-check-css", "--also-check-svg", "--skip-info-messages", "--exit-zero-always",
      "--format", "json", "--stdout", ...[...wanted.keys()].map((file) => join(folder, file))],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (run.status !== 0) throw new Error(`The Nu checker did not run: ${run.error ?? run.stderr}`);
  const said = JSON.parse(run.stdout).messages.filter(({ message }) => !KNOWN.some((known) => known.test(message)));
  const errors = said.map(({ url, lastLine, message, extract }) => ({
    file: relative(folder, decodeURIComponent(new URL(url).pathname)),
    message: `line ${lastLine ?? "?"}: ${message} ${extract ? JSON.stringify(extract.trim().slice(0, 80)) : ""}`.trim(),
  }));
  const bad = new Set(errors.map(({ file }) => file));
  for (const [file, key] of wanted) if (!bad.has(file)) memory.put(key, true);
  return errors;
}
