#!/usr/bin/env node
// Inputs for the fuzzers to begin with, taken from the demonstrations, the golden sites and the invalid ones.
//   node seeds.mjs FOLDER     writes FOLDER/FUZZER/NAME
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = new URL("../..", import.meta.url).pathname;
const out = process.argv[2];
if (!out) {
  console.error("Usage: node seeds.mjs FOLDER");
  process.exit(2);
}
const LONGEST = 4096; // bytes: what is longer is read in other tests

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();

function add(fuzzer, path, text) {
  if (Buffer.byteLength(text) > LONGEST) return;
  mkdirSync(join(out, fuzzer), { recursive: true });
  writeFileSync(join(out, fuzzer, relative(root, path).replaceAll("/", "-")), text);
}

for (const path of ["content", "site", "themes", "tests/golden", "tests/invalid"].flatMap((f) => filesBelow(join(root, f)))) {
  const ending = path.replace(/\+$/, "").split(".").at(-1);
  if (!["yaml", "md", "svg", "html", "mustache"].includes(ending)) continue;
  const text = readFileSync(path, "utf8");
  if (ending === "svg") add("pictures", path, text);
  if (ending === "html") add("html", path, text);
  if (ending === "mustache") add("templates", path, text);
  if (ending === "yaml") add("yaml", path, text);
  if (ending === "yaml" && text.startsWith("- ")) add("pieces", path, text);
  if (/\/site[^/]*\.yaml$|\/site\/[^/]*\.yaml$/.test(path)) add("settings", path, text);
  // The demonstrations have a folder for each local area; the small sites are one area.
  const inside = /(?:^content\/[^/]+|\/content)\/(.+)$/.exec(relative(root, path).replace(/\+$/, ""))?.[1];
  if (!inside || (ending !== "yaml" && ending !== "md")) continue;
  add("records", path, `${inside}\n${text}`);
  add("packed", path, `\n${inside}\n${text}`);
  const [, fields, body] = /^---\n(.*?\n)---\n(.*)$/s.exec(text) ?? [];
  if (fields) add("yaml", path, fields);
  if (body) add("markdown", path, body);
}
