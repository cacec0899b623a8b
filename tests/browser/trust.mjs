#!/usr/bin/env node
// What a site says of itself, and what can be done with its pages, in the browser:
//   node trust.mjs SITE_DIR
// The privacy page is true on every kind of page with all scripts on; a page is read aloud, sent, copied and printed; and
// large print is large, with nothing cut. Prints every problem, and ends with status 1 if there is one.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { NARROW, WIDE, launch } from "./chromium.mjs";
import { largePrint } from "./large-print.mjs";
import { readAloud } from "./read-aloud.mjs";
import { sendPage } from "./send-page.mjs";
import { serve } from "./server.mjs";
import { siteHeaders } from "./site-headers.mjs";
import { listFiles, redirectOf, routeOf } from "./site-files.mjs";

const VOICES = readFileSync(new URL("voices.js", import.meta.url), "utf8");
const PER_KIND = 2; // pages of one kind differ in their words alone

/// One address of each kind: those of one folder are of one kind, and what stands at the top is of its own.
export function oneOfEachKind(folder) {
  const kinds = new Map();
  for (const file of listFiles(folder).filter((name) => name.endsWith(".html"))) {
    if (redirectOf(readFileSync(join(folder, file), "utf8"))) continue;
    const route = routeOf(file);
    const parts = route.split("/").filter(Boolean);
    const kind = parts.length < 2 ? route : [parts.length, ...parts.slice(0, -1)].join("/");
    kinds.set(kind, [...(kinds.get(kind) ?? []), route].slice(0, PER_KIND));
  }
  return [...kinds.values()].flat();
}

/// Everything that the browser keeps for this origin, as words; an empty list when it keeps nothing.
async function keptBy(page) {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const inPage = await page.evaluate(async () => [
    ...(document.cookie ? [`cookie ${document.cookie}`] : []),
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `IndexedDB ${name}`),
    ...(await caches.keys()).map((key) => `cache ${key}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker of ${scope}`),
  ]);
  return [...cookies, ...inPage];
}

/// Presses every button that shows, with what follows from it. That of a form leads to another page, which is looked at
/// on its own.
async function pressAll(page) {
  const pressed = [];
  for (let i = 0; i < 20; ++i) {
    const next = await page.$("button:visible:not([data-pressed]):not(form button)");
    if (!next) break;
    pressed.push((await next.textContent()).trim());
    await next.evaluate((button) => (button.dataset.pressed = ""));
    await next.click();
    await page.evaluate(() => window.say(2));
  }
  return pressed;
}

async function keepsNothing(browser, origin, routes, check) {
  const context = await browser.newContext({ viewport: WIDE, permissions: ["clipboard-write", "clipboard-read"] });
  await context.addInitScript(VOICES);
  await context.addInitScript(() => {
    window.print = () => {};
    navigator.share = async () => {};
  });
  const asked = [];
  context.on("request", (request) => asked.push(request));
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  const pressed = new Set();
  for (const route of routes) {
    await page.goto(origin + route, { waitUntil: "networkidle" }); // the search fetches what it needs after that
    for (const name of await pressAll(page)) pressed.add(name);
    const kept = await keptBy(page);
    check(`${route} keeps nothing in the browser`, kept.length === 0, kept.join(", "));
  }
  const stranger = asked.find((request) => new URL(request.url()).origin !== origin);
  check("no page asks another server", !stranger, stranger?.url());
  const sent = asked.find((request) => request.method() !== "GET" || request.postData());
  check("no page sends anything", !sent, sent?.url());
  check("the policy of site/nginx lets the scripts run, and they fail nowhere", complaints.length === 0, complaints.join("\n"));
  check("buttons were pressed to read, share, copy and print", pressed.size >= 6, [...pressed].join(", "));
  await wouldBeSeen(page, origin, asked, check);
  await context.close();
  console.log(`${routes.length} pages keep nothing, with ${pressed.size} buttons pressed.`);
}

/// The eye that looks for what is kept has to have seen it.
async function wouldBeSeen(page, origin, asked, check) {
  await page.context().route("**/worker.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.evaluate(async () => {
    document.cookie = "seen=1";
    localStorage.seen = 1;
    sessionStorage.seen = 1;
    await new Promise((done) => (indexedDB.open("seen").onsuccess = done));
    await caches.open("seen");
  });
  const kept = await keptBy(page);
  for (const what of ["cookie seen", "localStorage seen", "sessionStorage seen", "IndexedDB seen", "cache seen"])
    check(`a ${what} would be noticed`, kept.includes(what), kept.join(", "));
  const before = asked.length;
  await page.evaluate(() => fetch("/", { method: "POST", body: "x" }).catch(() => {}));
  check("what is sent would be noticed", asked.slice(before).some((request) => request.method() === "POST"));
  check("a page is where it was", page.url().startsWith(origin));
}

/// What the privacy page and the page about how the site is made say, as far as the site itself shows it.
async function saysWhatIsTrue(browser, origin, folder, check) {
  const page = await browser.newPage({ viewport: NARROW });
  await page.goto(origin + "/privacy/");
  const privacy = await page.innerText("main");
  check("the privacy page speaks of cookies", privacy.includes("It sets no cookies."), privacy);
  const forms = [];
  for (const file of listFiles(folder).filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(join(folder, file), "utf8");
    if (/<form[^>]*method="?post/i.test(html) || /<(input|textarea)[^>]*(type="?(email|tel)|<textarea)/i.test(html)) forms.push(file);
  }
  check("no page has a form that asks who somebody is", forms.length === 0, forms.join(", "));

  await page.goto(origin + "/how-this-site-is-made/");
  const listed = await page.$$eval('main > ul.sources a[href*="/sources/#"]', (links) => links.map((a) => a.getAttribute("href")));
  await page.goto(origin + "/about/sources/");
  const reports = await page.$$eval("main section[id], main h2[id]", (all) => all.map((one) => one.id));
  check("how the site is made lists sources", listed.length > 0);
  for (const href of listed) check(`the source ${href} is on the page of sources`, reports.some((id) => href.endsWith(`#${id}`)), reports.join(", "));
  await page.close();
}

async function main() {
  const [given, ...more] = process.argv.slice(2);
  if (!given || more.length || !existsSync(given)) {
    console.error("Usage: node trust.mjs SITE_DIR");
    process.exit(2);
  }
  const folder = realpathSync(given);
  let found = 0;
  let failures = 0;
  const check = (what, good, seen = "") => {
    ++found;
    if (good) return;
    ++failures;
    console.error(`FAILED: ${what}${seen === "" ? "" : `\n  ${String(seen).slice(0, 2000).replaceAll("\n", "\n  ")}`}`);
  };
  const browser = await launch();
  const { origin, close } = await serve(folder, siteHeaders());
  try {
    const routes = oneOfEachKind(folder);
    await keepsNothing(browser, origin, [...routes, "/search/?q=waiting+for+a+plan"], check);
    await saysWhatIsTrue(browser, origin, folder, check);
    await readAloud(browser, origin, VOICES, check);
    await sendPage(browser, origin, routes, check);
    await largePrint(browser, origin, routes, check);
  } finally {
    await browser.close();
    close();
  }
  console.log(`${found - failures} of ${found} checks are good.`);
  process.exit(failures ? 1 : 0);
}

await main();
