#!/usr/bin/env node
// A demonstration in all languages that the theme has words for, in a real browser:
//   node languages.mjs LOCALOFFER AREA OUT [LANGUAGE...]
// Of each language one page of each kind is looked at as check-site.mjs does, and that it says which language it and
// its parts are in, reads in the right direction, and leads to the same page in the others.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPage, openTabs } from "./check-page.mjs";
import { launch } from "./chromium.mjs";
import { nuErrors } from "./nu.mjs";
import { report } from "./report.mjs";
import { serve } from "./server.mjs";
import { listFiles, redirectOf } from "./site-files.mjs";

const [given, area, out, ...only] = process.argv.slice(2);
const program = given && resolve(given);
if (!program || !area || !out) {
  console.error("Usage: node languages.mjs LOCALOFFER AREA OUT [LANGUAGE...]");
  process.exit(2);
}
const root = fileURLToPath(new URL("../..", import.meta.url));
const RIGHT_TO_LEFT = ["ar", "ur"];
const all = readdirSync(join(root, "themes/clear/words")).map((name) => name.replace(".yaml", "")).filter((code) => code !== "en").sort();
const looked = only.length ? only : all; // all are built

function build() {
  const source = resolve(`${out}.source`);
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  cpSync(join(root, "content", area), join(source, "content", area), { recursive: true });
  const settings = readFileSync(join(root, "site", `${area}.yaml`), "utf8").replace(/^languages:.*\n/m, "");
  writeFileSync(join(source, "site.yaml"), `languages: [${all.join(", ")}]\n${settings}`);
  const git = (...words) => execFileSync("git", ["-c", "user.name=A team", "-c", "user.email=author@example.org", ...words], { cwd: source });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "The site");
  execFileSync(program, ["build", join(source, "site.yaml"), "--out", resolve(out)], { cwd: source, stdio: ["ignore", "ignore", "inherit"] });
}

/// One page of each kind: kinds differ in the first parts of their address.
function routes(folder) {
  const kinds = new Map();
  for (const file of listFiles(join(folder, "cy")).filter((name) => name.endsWith("index.html"))) {
    if (redirectOf(readFileSync(join(folder, "cy", file), "utf8"))) continue;
    const route = file.replace(/index\.html$/, "");
    const parts = route.split("/");
    const kind = `${parts[0]} ${parts.length}`;
    if (!kinds.has(kind)) kinds.set(kind, route);
  }
  return [...kinds.values()];
}

/// What only pages in several languages have to be.
async function languageFailures(page, language) {
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    alternates: [...document.querySelectorAll("link[rel=alternate][hreflang]")].map((link) => link.hreflang),
    links: [...document.querySelectorAll(".govuk-language-navigation a")].map((link) => link.href),
    hasEnglish: Boolean(document.querySelector("main [lang=en]")),
    says: document.querySelectorAll("main p.translation").length,
    marks: document.documentElement.outerHTML.search(/[\ue000\ue001]/),
    header: document.querySelector("h1").getBoundingClientRect().right,
    width: document.documentElement.clientWidth,
  }));
  const failures = [];
  const check = (name, good, message) => good || failures.push({ check: `language/${name}`, message });
  check("lang", facts.lang === language, `the page says that it is in ${facts.lang}`);
  const dir = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
  check("dir", facts.dir === dir, `the page reads ${facts.dir}`);
  check("hreflang", facts.alternates.length === all.length + 1, `${facts.alternates.length} languages are named`);
  check("links", facts.links.length === all.length, `${facts.links.length} other languages are offered`);
  check("says", facts.says > 0 === facts.hasEnglish, facts.hasEnglish ? "it does not say that some of it is English" : "it says that some of it is English");
  check("marks", facts.marks < 0, "marks of foreign text are left");
  if (dir === "rtl") check("side", facts.header > facts.width / 2, "the heading does not begin at the right");
  for (const link of facts.links) {
    const answer = await page.request.get(link);
    check("answers", answer.ok(), `${new URL(link).pathname} answers ${answer.status()}`);
  }
  return failures;
}

const started = Date.now();
build();
const browser = await launch();
const server = await serve(resolve(out));
const pages = [];
try {
  const waiting = looked.flatMap((language) => routes(out).map((route) => ({ language, route: `/${language}/${route}`, failures: [] })));
  const worker = async () => {
    const tabs = await openTabs(browser, server.origin);
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      pages.push(page);
      page.failures = (await checkPage(tabs, page.route)).failures;
      await tabs.usual.page.goto(server.origin + page.route);
      page.failures.push(...(await languageFailures(tabs.usual.page, page.language)));
    }
  };
  await Promise.all([worker(), worker()]);
} finally {
  await browser.close();
  server.close();
}
const files = new Set(pages.map((page) => page.route.slice(1) + "index.html"));
const none = { get: () => null, put: () => {} };
for (const { file, message } of nuErrors(resolve(out), listFiles(resolve(out)), none))
  if (files.has(file) || !existsSync(join(out, file)))
    pages.find((page) => page.route.slice(1) + "index.html" === file)?.failures.push({ check: "nu/valid", message });
process.exit(report({ pages, failures: [] }, (Date.now() - started) / 1000) ? 1 : 0);
