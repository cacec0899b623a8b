#!/usr/bin/env node
// Do families find what they come for? Eleven questions that they have, on a built site:
//   node finding.mjs SITE_DIR
// With the search, the answer is among the first five results. Without scripts it is at most two clicks from the home page,
// once by the home page's own questions and once by the A to Z.
import assert from "node:assert/strict";
import { existsSync, realpathSync } from "node:fs";
import { launch, NARROW } from "./chromium.mjs";
import { serve } from "./server.mjs";

const FIRST = 5;

/// What is asked, the question that answers it on the home page (of two, each site has one), and what it stands under in
/// the A to Z. Four are misspelt, and one is asked in short.
const QUESTIONS = [
  { asked: "waiting for an assessment", answers: ["waiting-for-assessment"], index: "Waiting for an assessment" },
  { asked: "autism asesment how long", answers: ["waiting-for-assessment"], index: "Diagnosis" },
  { asked: "my plan is late", answers: ["plan-is-late", "how-long-will-i-wait", "how-long-for-a-plan"], index: "Late plan" },
  { asked: "school excluson", answers: ["exclusion"], index: "Exclusion from school" },
  { asked: "anual health check", answers: ["health-check"], index: "Annual health check" },
  { asked: "speech therapy", answers: ["speech-therapy"], index: "Speech therapy" },
  { asked: "help with mental helth", answers: ["mental-health"], index: "Anxiety" },
  { asked: "turning 18", answers: ["adult-life", "becoming-an-adult"], index: "Turning 18" },
  { asked: "SEN support", answers: ["help-without-a-plan"], index: "Help in school" },
  { asked: "I want to appeal a decision", answers: ["who-can-help"], index: "Appeal" },
  { asked: "special school place", answers: ["school-place"], index: "School place" },
];

const isAnswer = (address, { answers }) => answers.some((id) => address.endsWith(`/questions/#${id}`));

/// The addresses that are listed, once the page says how many there are.
async function resultsOf(page) {
  await page.waitForFunction(() => /\d|No results/.test(document.getElementById("search-status").textContent));
  return page.$$eval("#search-results a", (links) => links.map((link) => link.href));
}

async function ask(page, words) {
  await page.fill("#search-words", words);
  await page.keyboard.press("Enter");
}

async function withSearch(page, origin) {
  for (const question of QUESTIONS) {
    await page.goto(origin + "/");
    await ask(page, question.asked);
    await page.waitForURL(/\/search\/\?q=/);
    const first = (await resultsOf(page)).slice(0, FIRST);
    assert(first.some((address) => isAnswer(address, question)), `"${question.asked}" finds ${first.join(" ")}`);
    const told = await page.textContent("#search-status");
    assert(told.includes(`“${question.asked}”`), `"${question.asked}": the status says "${told}"`);
  }
}

/// Each result leads to a page and a place on it that are there.
async function leadSomewhere(page, origin) {
  const index = await (await fetch(`${origin}/search/index.json`)).json();
  const ids = new Map();
  for (const address of Object.values(index.index.documentIds)) {
    const [path, id] = address.split("#");
    if (!ids.has(path)) {
      const answer = await fetch(origin + path);
      assert.equal(answer.status, 200, `the index leads to ${path}`);
      ids.set(path, new Set([...(await answer.text()).matchAll(/ id="([^"]*)"/g)].map(([, found]) => found)));
    }
    assert(!id || ids.get(path).has(id), `the index leads to ${address}, and there is no such place`);
  }
}

async function addressAndKeys(page, origin) {
  await page.goto(`${origin}/search/`);
  const requests = [];
  page.on("request", (request) => request.url().endsWith(".svg") || requests.push(request.url())); // not the icon
  await page.waitForTimeout(200);
  assert.deepEqual(requests, [], "the index was fetched before anybody looked for anything");

  // With the Tab key alone: to the box, to the button, to the first result.
  await page.evaluate(() => document.querySelector(".search-box").scrollIntoView());
  await page.focus("#search-words");
  await page.keyboard.type("autism");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const first = await resultsOf(page);
  assert(first.length > 0, "autism finds nothing");
  assert(requests.some((url) => url.endsWith("/search/index.json")), "the index was not asked for");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BUTTON", "the focus was moved");
  assert.match(page.url(), /\?q=autism$/);
  assert.match(await page.title(), /^autism – /);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.href), first[0], "the first result is not the next stop");

  await ask(page, "mental health");
  await page.waitForFunction(() => document.getElementById("search-status").textContent.includes("mental health"));
  const second = await resultsOf(page);
  assert.notDeepEqual(second, first);
  await page.goBack();
  await page.waitForFunction(() => document.getElementById("search-status").textContent.includes("“autism”"));
  assert.equal(await page.inputValue("#search-words"), "autism");
  assert.deepEqual(await resultsOf(page), first, "going back does not show what was there");
  await page.reload();
  assert.deepEqual(await resultsOf(page), first, "the address does not lead to the same results");
  await page.click("#search-results a");
  await page.goBack();
  assert.deepEqual(await resultsOf(page), first, "back from a result, the results are gone");
}

async function announcements(page, origin) {
  await page.goto(`${origin}/search/?q=xyzzyx`);
  await page.waitForFunction(() => document.getElementById("search-status").textContent.includes("xyzzyx"));
  assert.equal(await page.getAttribute("#search-status", "role"), "status");
  assert.match(await page.textContent("#search-status"), /No results for “xyzzyx”/);
  assert(await page.isVisible("#search-other a[href$='/a-z/']"), "nothing found, and no other way is offered");
  await ask(page, "schol");
  await page.waitForFunction(() => document.getElementById("search-status").textContent.includes("We also looked for"));
  assert.match(await page.textContent("#search-status"), /school/);
  await ask(page, "<img src=x onerror=document.title='broken'>");
  await page.waitForFunction(() => document.getElementById("search-status").textContent.includes("onerror"));
  assert.equal(await page.$("#search-status img"), null, "what was typed became markup");
  await ask(page, "   ");
  await page.waitForFunction(() => document.getElementById("search-status").textContent.startsWith("Write what"));
}

/// When the index cannot be had, the reader is told and can go on.
async function broken(browser, origin) {
  const page = await browser.newPage();
  await page.route("**/search/index.json", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(`${origin}/search/?q=autism`);
  await page.waitForFunction(() => document.getElementById("search-status").textContent.includes("did not work"));
  assert(await page.isVisible("#search-other a[href$='/a-z/']"));
  await page.unroute("**/search/index.json");
  await ask(page, "autism");
  assert((await resultsOf(page)).length > 0, "the next try does not work either");
  await page.close();
}

async function withoutScripts(browser, origin) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW });
  const page = await context.newPage();
  for (const question of QUESTIONS) {
    await page.goto(origin + "/");
    const ways = question.answers.map((id) => `#questions ~ ul a[href$="/questions/#${id}"]`).join(", ");
    await page.click(ways);
    assert(isAnswer(page.url(), question), `"${question.asked}" leads to ${page.url()} by the home page`);
    assert(await page.isVisible(`[id="${new URL(page.url()).hash.slice(1)}"]`));

    await page.goto(origin + "/");
    await page.click("footer a[href$='/a-z/']");
    await page.click(`.index a:text-is("${question.index}")`);
    assert(isAnswer(page.url(), question), `"${question.index}" leads to ${page.url()} by the A to Z`);
  }
  await page.goto(origin + "/");
  await page.fill("#search-words", "autism");
  await page.click(".search-box button");
  assert.match(page.url(), /\/search\/\?q=autism$/);
  assert(await page.isVisible("#search-without"), "without scripts nothing says so");
  await page.click("main a[href$='/a-z/']");
  assert.match(page.url(), /\/a-z\/$/);
  await context.close();
}

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(folder)) {
  console.error("Usage: node finding.mjs SITE_DIR");
  process.exit(2);
}
const server = await serve(realpathSync(folder));
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: NARROW });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  for (const part of [withSearch, leadSomewhere, addressAndKeys, announcements]) await part(page, server.origin);
  await broken(browser, server.origin);
  await withoutScripts(browser, server.origin);
  assert.deepEqual(errors, []);
  console.log(`${QUESTIONS.length} questions are answered with the search and without scripts.`);
} finally {
  await browser.close();
  server.close();
}
