#!/usr/bin/env node
// Looks at every page of a built site in a real browser, as STANDARDS of public websites ask.
//   node check-site.mjs SITE_DIR [--remember DIR]
// Prints every problem of every page, and ends with status 1 if there is one. With --remember, a page that was good
// and has not changed is not looked at again.
import { existsSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { Memory, hashOf } from "../memory.mjs";
import { IN_PAGE, checkPage, openTabs } from "./check-page.mjs";
import { launch } from "./chromium.mjs";
import { nuErrors } from "./nu.mjs";
import { report } from "./report.mjs";
import { serve } from "./server.mjs";
import { hashOfAssets, listFiles, redirectOf, routeOf } from "./site-files.mjs";
import { siteFailures } from "./whole-site.mjs";

const AT_ONCE = 2;

/// A hash over the checks themselves, their packages and the browser.
export function hashOfChecks(browser) {
  const folder = new URL(".", import.meta.url);
  const own = readdirSync(folder).filter((name) => name.endsWith(".mjs"));
  const lock = readFileSync(new URL("../package-lock.json", folder));
  return hashOf(lock, ...IN_PAGE, ...own.map((name) => readFileSync(new URL(name, folder))), browser.version());
}

/// Checks the site in `folder`. Returns { pages: [{ route, failures, facts, remembered }], failures } where failures
/// are of the site as a whole.
export async function checkSite(folder, memory = new Memory(null)) {
  const files = listFiles(folder);
  const pages = [];
  const redirects = [];
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(join(folder, file), "utf8");
    const redirect = redirectOf(html);
    if (redirect) redirects.push({ route: routeOf(file), to: redirect.to });
    else pages.push({ file, route: routeOf(file), html, failures: [], facts: null, remembered: false });
  }

  const browser = await launch();
  const server = await serve(folder);
  const same = hashOf(hashOfChecks(browser), hashOfAssets(folder, files));
  try {
    const waiting = [...pages];
    const worker = async () => {
      const tabs = await openTabs(browser, server.origin);
      for (let page = waiting.shift(); page; page = waiting.shift()) {
        const key = "page-" + hashOf(same, page.route, page.html);
        page.facts = memory.get(key);
        page.remembered = page.facts !== null;
        if (page.remembered) continue;
        Object.assign(page, await checkPage(tabs, page.route));
        // Addresses are kept without the server's port, which is another one each time.
        page.facts = JSON.parse(JSON.stringify(page.facts).replaceAll(server.origin, "http://site"));
        if (page.failures.length === 0) memory.put(key, page.facts);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    await browser.close();
    server.close();
  }

  for (const { file, message } of nuErrors(folder, files, memory)) {
    const page = pages.find((candidate) => candidate.file === file);
    const failure = { check: "nu/valid", message: page ? message : `${file}: ${message}` };
    if (page) page.failures.push(failure);
    else pages.push({ file, route: "/" + file, failures: [failure], facts: null, remembered: false });
  }
  const looked = pages.filter((page) => page.facts);
  return { pages, failures: siteFailures(folder, looked, redirects) };
}

async function main() {
  const given = process.argv.slice(2);
  const at = given.indexOf("--remember");
  const remember = at >= 0 ? given.splice(at, 2)[1] : null;
  if (given.length !== 1 || !existsSync(given[0])) {
    console.error("Usage: node check-site.mjs SITE_DIR [--remember DIR]");
    process.exit(2);
  }
  const started = Date.now();
  const memory = new Memory(remember);
  const result = await checkSite(realpathSync(given[0]), memory);
  memory.forgetOld();
  process.exit(report(result, (Date.now() - started) / 1000) ? 1 : 0);
}

if (process.argv[1] && realpathSync(process.argv[1]) === new URL(import.meta.url).pathname) await main();
