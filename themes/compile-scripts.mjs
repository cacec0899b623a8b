#!/usr/bin/env node
// node compile-scripts.mjs THEME_DIR ASSETS_DIR: makes the theme's scripts and the packages that they use small enough to be
// sent: comments and long names go, and nothing else changes. Each stays an ES module of its own.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [theme, assets] = process.argv.slice(2);
const packages = join(resolve(theme), "node_modules");
const { minify } = createRequire(join(packages, "x"))("terser");

// Web servers know .js; Node takes the same file for a module by its .mjs.
const scripts = readdirSync(join(theme, "scripts")).filter((name) => name.endsWith(".mjs"));
const sources = {
  "minisearch.js": join(packages, "minisearch/dist/es/index.js"),
  "stemmer.js": join(packages, "stemmer/index.js"),
  ...Object.fromEntries(scripts.map((name) => [name.replace(".mjs", ".js"), join(theme, "scripts", name)])),
};

mkdirSync(assets, { recursive: true });
for (const [name, source] of Object.entries(sources)) {
  const { code } = await minify(readFileSync(source, "utf8"), { module: true, ecma: 2020, compress: { passes: 2 } });
  writeFileSync(join(assets, name), code + "\n");
}
