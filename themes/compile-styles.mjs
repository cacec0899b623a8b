#!/usr/bin/env node
// node compile-styles.mjs THEME_DIR OUT.css: compiles THEME_DIR/styles/main.scss with the theme's own Sass.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const [theme, out] = process.argv.slice(2);
const packages = join(resolve(theme), "node_modules");
const sass = createRequire(join(packages, "x"))("sass");

let css;
try {
  ({ css } = sass.compile(join(theme, "styles/main.scss"), {
    loadPaths: [packages],
    style: "compressed",
    quietDeps: true,
  }));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// govuk-frontend speaks to Internet Explorer 11 in a way that is not valid CSS, and nobody else listens.
css = css.replace(/@media [^{}]*\(min-width: ?0\\0 ?\)\{[^{}]*\{[^{}]*\}\}/g, "");

mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, css + "\n");
