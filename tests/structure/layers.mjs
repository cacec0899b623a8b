#!/usr/bin/env node
// The data goes one way through generator/, so a folder includes and links only folders above it in this list.
//   node layers.mjs [ROOT]
// Also: each source file is listed in its folder's CMakeLists.txt, and no file is so long that it must hold two ideas.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { cppFiles, includesOf } from "./sources.mjs";

const ORDER = ["base", "source", "content", "programme", "history", "language", "pages", "render", "publish", "review",
  "serve", "cli"];
const LONGEST = 500; // lines

/// The folders that a CMakeLists.txt says its library links.
const linksOf = (cmake) => [...cmake.matchAll(/\blocaloffer_([a-z]+)\b/g)].map((m) => m[1]).filter((f) => ORDER.includes(f));

/// Everything that a folder links, directly or through others.
function reach(folder, links, found = new Set([folder])) {
  for (const next of links.get(folder) ?? [])
    if (!found.has(next)) {
      found.add(next);
      reach(next, links, found);
    }
  return found;
}

/// ["file:line: what is wrong"] for the project below `root`.
export function layerErrors(root) {
  const errors = [];
  const generator = join(root, "generator");
  const folders = readdirSync(generator, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name);
  const links = new Map();

  for (const folder of folders) {
    const list = join(generator, folder, "CMakeLists.txt");
    if (!ORDER.includes(folder)) {
      errors.push(`generator/${folder}: this folder has no place in the order of tests/structure/layers.mjs`);
      continue;
    }
    if (!existsSync(list)) continue; // a folder somebody has only begun: its files are not compiled yet
    const cmake = readFileSync(list, "utf8");
    links.set(folder, linksOf(cmake));
    for (const other of links.get(folder))
      if (ORDER.indexOf(other) > ORDER.indexOf(folder))
        errors.push(`generator/${folder}/CMakeLists.txt: ${folder} links ${other}, which is below it`);
    for (const file of cppFiles(join(generator, folder)).filter((path) => path.endsWith(".cpp"))) {
      const name = relative(join(generator, folder), file);
      if (!cmake.split(/[\s()]+/).includes(name)) errors.push(`generator/${folder}/CMakeLists.txt: ${name} is not listed`);
    }
  }

  for (const folder of links.keys()) {
    const reached = reach(folder, links);
    for (const file of cppFiles(join(generator, folder)))
      for (const { line, path } of includesOf(readFileSync(file, "utf8"))) {
        const where = `${relative(root, file)}:${line}`;
        const other = path.split("/")[0];
        if (!path.includes("/") || !ORDER.includes(other))
          errors.push(`${where}: "${path}" does not begin with a folder of generator/`);
        else if (ORDER.indexOf(other) > ORDER.indexOf(folder))
          errors.push(`${where}: ${folder} includes "${path}", which is below it`);
        else if (!reached.has(other)) errors.push(`${where}: ${folder} includes "${path}" but does not link ${other}`);
      }
  }

  for (const file of [...cppFiles(generator), ...cppFiles(join(root, "tests"))]) {
    const lines = readFileSync(file, "utf8").split("\n").length - 1;
    if (lines > LONGEST) errors.push(`${relative(root, file)}: ${lines} lines, more than ${LONGEST}`);
  }
  return errors;
}

if (basename(process.argv[1]) === "layers.mjs") {
  const errors = layerErrors(process.argv[2] ?? new URL("../..", import.meta.url).pathname);
  errors.forEach((error) => console.log(error));
  console.log(errors.length ? `${errors.length} mistakes` : "Every folder uses only the folders above it");
  process.exit(errors.length ? 1 : 0);
}
