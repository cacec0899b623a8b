#!/usr/bin/env node
// The checks must be able to fail. Each mistake of defects.mjs is put into an otherwise good page, and the checks must
// find it there, and find nothing else.
//   node self-test.mjs [--remember DIR]     with a folder: not again until the checks or the mistakes change
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Memory, hashOf } from "../../memory.mjs";
import { checkSite, hashOfChecks } from "../check-site.mjs";
import { launch } from "../chromium.mjs";
import { DEFECTS } from "./defects.mjs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const GOOD = read("good.html");
const titled = (title) => GOOD.replace("<title>A page with nothing wrong", `<title>${title}`);
const inMain = (html, more) => html.replace("</main>", () => `${more}\n</main>`);
const HEADINGS = ["Feedback and contact", "Enforcement procedure", "Technical information", "Compliance status",
  "Non-accessible content", "Preparation of this statement", "Accessibility statement"];

/// A good site of the home page, another and the statement. The home page links to `routes` as well.
function goodSite(routes) {
  const items = routes.map((route) => `<li><a style="display:inline-block;padding:.5rem" href="${route}">${route}</a></li>`);
  return {
    "index.html": inMain(titled("Home"), `<ul>${items.join("\n")}</ul>`),
    "other/index.html": titled("The other page"),
    "accessibility/index.html": inMain(
      titled("Accessibility statement"),
      HEADINGS.map((heading) => `<h2>${heading}</h2>`).join("\n"),
    ),
    "good.css": read("good.css"),
    "pixel.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>\n',
  };
}

function spoil(html, { find, put, alsoFind }) {
  if (!html.includes(find)) throw new Error(`The good page has no ${find}`);
  const spoilt = html.replace(find, () => put);
  return alsoFind ? spoilt.replace(...alsoFind) : spoilt;
}

const memory = new Memory(process.argv[2] === "--remember" ? process.argv[3] : null);
const browser = await launch();
const key = "self-test-" + hashOf(hashOfChecks(browser), GOOD, ...["good.css", "defects.mjs", "self-test.mjs"].map(read));
await browser.close();
if (memory.get(key)) {
  console.log(`${DEFECTS.length} mistakes were found by these same checks before`);
  process.exit(0);
}

const root = mkdtempSync(join(tmpdir(), "localoffer-browser-"));
let surprises = 0;
const surprise = (text) => {
  ++surprises;
  console.log(text);
};

/// Writes a site to a folder of its own and checks it: [{ check, message, route }].
async function check(site, name) {
  const folder = join(root, name);
  for (const [file, text] of Object.entries(site)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { pages, failures } = await checkSite(folder);
  return [...pages.flatMap(({ route, failures }) => failures.map((failure) => ({ ...failure, route }))), ...failures];
}

function compare(defect, said) {
  const name = `${defect.check}${defect.name ? ` (${defect.name})` : ""}`;
  if (!said.some(({ check }) => check === defect.check)) surprise(`${name} was not found`);
  for (const { check, message } of said)
    if (check !== defect.check && !defect.also?.includes(check)) surprise(`${name}: also said ${check}: ${message}`);
}

/// Mistakes of a page, all in one site, each on a page of its own.
async function checkPages(defects) {
  const routes = defects.map((_, i) => `/defect-${i}/`);
  const site = goodSite(routes.filter((_, i) => !defects[i].orphan));
  defects.forEach((defect, i) => {
    site[`defect-${i}/index.html`] = spoil(titled(`Page ${i}`), defect);
  });
  const said = await check(site, "pages");
  const isAbout = (failure, route) => failure.route === route || (!failure.route && failure.message.includes(route));
  defects.forEach((defect, i) => compare(defect, said.filter((failure) => isAbout(failure, routes[i]))));
  for (const failure of said)
    if (!routes.some((route) => isAbout(failure, route)))
      surprise(`The good pages are said to fail ${failure.check}: ${failure.message}`);
}

/// A mistake of a page that the whole site leans on.
async function checkAlone(defect) {
  const site = goodSite([]);
  site[defect.file] = spoil(site[defect.file], defect);
  compare(defect, await check(site, defect.check.replace("/", "-")));
}

try {
  await checkPages(DEFECTS.filter((defect) => !defect.file));
  for (const defect of DEFECTS.filter((defect) => defect.file)) await checkAlone(defect);
} finally {
  rmSync(root, { recursive: true });
}
console.log(
  `${DEFECTS.length} mistakes were made on purpose: ` +
    (surprises ? `${surprises} surprises` : "each was found, and nothing else was"),
);
if (!surprises) memory.put(key, true);
process.exit(surprises ? 1 : 0);
