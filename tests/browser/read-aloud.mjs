// "Read this page aloud", with voices.js in place of the browser's own.
import { NARROW } from "./chromium.mjs";

const shown = (page) => page.evaluate(() => Boolean(document.querySelector("#read-aloud button")?.checkVisibility()));
const plain = (text) => text.replace(/\s+/g, " ").trim();

async function open(browser, origin, voices, { wanted = "own", before = "", served = null } = {}) {
  const context = await browser.newContext({ viewport: NARROW });
  await context.addInitScript(`window.wantedVoices = ${JSON.stringify(wanted)};`);
  if (voices) await context.addInitScript(voices);
  if (before) await context.addInitScript(before);
  if (served) await context.route(origin + "/", served);
  const page = await context.newPage();
  await page.goto(origin + "/", { waitUntil: "load" });
  return page;
}

/// Offered only where something of the reader's own device can read it.
async function offered(browser, origin, voices, check) {
  const cases = [
    ["with a voice of the device", { wanted: "own" }, true],
    ["with a voice on the internet only", { wanted: "far" }, false],
    ["with voices of other languages only", { wanted: "other" }, false],
    ["without voices", { wanted: "none" }, false],
    ["without speechSynthesis", { before: "delete window.speechSynthesis; Object.defineProperty(window, 'speechSynthesis', { value: undefined });" }, false],
  ];
  for (const [when, options, wanted] of cases) {
    const page = await open(browser, origin, voices, options);
    check(`${when}, reading aloud is ${wanted ? "" : "not "}offered`, (await shown(page)) === wanted);
    await page.context().close();
  }
  const late = await open(browser, origin, voices, { wanted: "late" });
  check("it is not offered before the voices are there", !(await shown(late)));
  await late.evaluate(() => window.bringVoices());
  check("it is offered once the voices are there", await shown(late));
  await late.context().close();
}

/// A page with what is hard to read: another language, a table, what is hidden, two sentences.
const HARD = [
  "<p>One sentence. And <a href='/'>a second</a> one.</p><p lang='cy'>Bore da.</p>",
  "<p>Hello <span lang='cy'>pawb</span> there.</p>",
  "<p hidden>not seen</p><p aria-hidden='true'>not heard</p><nav><a href='/'>not read</a></nav>",
  "<ul><li>An item<ul><li>Inside it</li></ul></li></ul>",
  "<div><table><caption>Plans</caption><thead><tr><th scope='col'>Month</th><th scope='col'>Share</th></tr></thead>",
  "<tbody><tr><th scope='row'>May</th><td>4%</td></tr></tbody></table></div>",
].join("");

/// The page as it came, with another main part below its own button.
async function withHard(route) {
  const response = await route.fetch();
  const html = await response.text();
  const [button] = /<div id="read-aloud"[^>]*><\/div>/.exec(html);
  const body = html.replace(/(<main[^>]*>)[^]*<\/main>/, `$1<h1>A heading</h1>${button}${HARD}</main>`);
  await route.fulfill({ response, body });
}

const HEARD = [
  ["A heading", "en", "Own"],
  ["One sentence.", "en", "Own"],
  ["And a second one.", "en", "Own"],
  ["Bore da.", "cy", "Cymraeg"],
  ["Hello", "en", "Own"],
  ["pawb", "cy", "Cymraeg"],
  ["there.", "en", "Own"],
  ["An item", "en", "Own"],
  ["Inside it", "en", "Own"],
  ["Plans", "en", "Own"],
  ["May", "en", "Own"],
  ["Share: 4%", "en", "Own"],
];

async function reads(browser, origin, voices, check) {
  const page = await open(browser, origin, voices, { served: withHard });
  await page.click("#read-aloud button");
  await page.evaluate(() => window.say(100));
  const spoken = await page.evaluate(() => window.spoken.map(({ text, lang, voice }) => [text, lang.split("-")[0], voice]));
  check("all is read, in order, each in its language", JSON.stringify(spoken) === JSON.stringify(HEARD), JSON.stringify(spoken));
  check("the end is told", (await page.textContent("#read-aloud [role=status]")).includes("end of the page"));
  await page.context().close();
}

/// Every paragraph of a real page is heard.
async function readsWhole(browser, origin, voices, check) {
  const page = await open(browser, origin, voices);
  await page.click("#read-aloud button");
  await page.evaluate(() => window.say(10_000));
  const heard = plain(await page.evaluate(() => window.spoken.map(({ text }) => text).join(" ")));
  const paragraphs = await page.$$eval("main p, main h1, main h2, main li", (all) =>
    all.filter((one) => one.checkVisibility() && !one.closest("nav") && !one.querySelector("ul, svg, [aria-hidden]")).map((one) => one.textContent),
  );
  const missing = paragraphs.map(plain).filter((text) => text && !heard.includes(text));
  check("every paragraph of the home page is heard", paragraphs.length > 5 && missing.length === 0, missing.slice(0, 3).join("\n"));
  await page.context().close();
}

/// With the keyboard alone, and what a screen reader is told.
async function controls(browser, origin, voices, check) {
  const page = await open(browser, origin, voices);
  const names = () => page.$$eval("#read-aloud button", (all) => all.filter((b) => b.checkVisibility()).map((b) => b.textContent));
  const spoken = () => page.evaluate(() => window.spoken.map(({ text }) => text));
  const status = () => page.textContent("#read-aloud [role=status]");
  const same = (what, seen, wanted) => check(what, JSON.stringify(seen) === JSON.stringify(wanted), JSON.stringify(seen));
  same("at rest there is one button", await names(), ["Read this page aloud"]);
  await page.focus("#read-aloud button");
  await page.keyboard.press("Enter");
  same("while it reads it can be paused and stopped", await names(), ["Pause reading", "Stop reading"]);
  same("nothing is told over the voice", await status(), "");
  check("what is read is marked", await page.$eval("main h1", (h1) => h1.classList.contains("is-read")));
  check("what is read shows", await page.evaluate(() => getComputedStyle(document.querySelector(".is-read")).outlineStyle === "solid"));

  await page.evaluate(() => window.say(3));
  const before = await spoken();
  await page.keyboard.press("Enter");
  same("paused, it can go on", await names(), ["Go on reading", "Stop reading"]);
  same("a pause is told", await status(), "Reading is paused.");
  await page.evaluate(() => window.say(5));
  same("paused, nothing more is said", await spoken(), before);
  await page.keyboard.press("Enter");
  same("it goes on with the same sentence", (await spoken()).slice(before.length), before.slice(-1));

  await page.evaluate(() => window.say(30));
  const seen = await page.evaluate(() => {
    const lit = document.querySelectorAll(".is-read");
    const bar = document.querySelector("#read-aloud").getBoundingClientRect();
    return { lit: lit.length, bar: bar.top >= -1 && bar.bottom <= innerHeight };
  });
  same("one place is marked, and the buttons stay in sight", seen, { lit: 1, bar: true });
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector(".is-read").getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }, null, { timeout: 5000 }).catch(() => check("what is read is scrolled to", false));

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  same("stopped, it is as at the start", await names(), ["Read this page aloud"]);
  check("the focus is not lost", await page.evaluate(() => document.activeElement?.closest("#read-aloud") !== null));
  check("nothing is marked", (await page.$$(".is-read")).length === 0);

  await page.keyboard.press("Enter");
  await page.evaluate(() => window.breakDown());
  check("a voice that fails is told", (await status()).includes("did not read"), await status());
  await page.keyboard.press("Enter");
  const cancelled = await page.evaluate(() => window.cancelled);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  check("leaving the page stops it", (await page.evaluate(() => window.cancelled)) > cancelled);
  same("a page that is come back to is at rest", await names(), ["Read this page aloud"]);
  await page.context().close();
}

export async function readAloud(browser, origin, voices, check) {
  for (const part of [offered, reads, readsWhole, controls]) await part(browser, origin, voices, check);
}
