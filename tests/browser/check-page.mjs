// Everything that is looked at on one page, in the order that needs the fewest changes of window and medium.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NARROW, REFLOW, WIDE } from "./chromium.mjs";

const require = createRequire(import.meta.url);
const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

/// What runs inside the page, in this order.
export const IN_PAGE = [
  readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"),
  ...["common", "structure", "layout", "graphics", "focus", "print"].map((name) => here(`in-page/${name}.js`)),
];

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE_ALL = {
  runOnly: { type: "tag", values: AXE_TAGS },
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};
// What a change of colours can break.
const AXE_COLOURS = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
};

async function axe(page, options, when) {
  const violations = await page.evaluate(
    async (options) =>
      (await window.axe.run(document, options)).violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map((node) => node.target.join(" ")),
      })),
    options,
  );
  return violations.map(({ id, help, nodes }) => ({
    check: `axe/${id}`,
    message: `${help}: ${nodes.slice(0, 3).join(", ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""} (${when})`,
  }));
}

async function walkWithTab(page) {
  const count = await page.evaluate(() => window.localoffer.focus.begin());
  // A page may have stops that nobody asked for, such as a box that scrolls; a trap shows as controls not reached.
  for (let pressed = 0; pressed < count + 20; ++pressed) {
    await page.keyboard.press("Tab");
    if (pressed + 1 >= count && (await page.evaluate(() => window.localoffer.focus.done()))) break;
  }
  const failures = await page.evaluate(() => window.localoffer.focus.end());
  if (!failures.some(({ check }) => check === "skip-link/first")) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    failures.push(...(await page.evaluate(() => window.localoffer.focus.afterSkip())));
  }
  // A focused link looks unlike others: it has no underline, and the next checks would take that for its usual look.
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(() => document.activeElement?.blur()); // what follows looks at the page at rest
  return failures;
}

async function printed(page) {
  await page.evaluate(() => {
    window.localoffer.openDetails(true);
    window.localoffer.print.before();
    window.localoffer.openDetails(false);
  });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const failures = await page.evaluate(() => window.localoffer.print.after());
  const pdf = await page.pdf({ format: "A4" });
  if (pdf.length < 1000) failures.push({ check: "print/pdf", message: "the page does not print" });
  await page.emulateMedia({ media: null, colorScheme: "light" });
  return failures;
}

/// What a page says. Buttons are left out: what a script adds may be something to press, and never something to read.
const linesOf = async (page) => {
  const text = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll("button")].filter((button) => !button.style.display);
    for (const button of buttons) button.style.display = "none";
    const text = document.body.innerText;
    for (const button of buttons) button.style.removeProperty("display");
    return text;
  });
  return text.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
};

/// Two tabs that pages are looked at in: one as most readers have it, one without JavaScript. Requests to anywhere but
/// `origin` are refused and noted.
export async function openTabs(browser, origin) {
  const strangers = new Set();
  const resources = new Set();
  const open = async (javaScriptEnabled) => {
    const context = await browser.newContext({ viewport: WIDE, javaScriptEnabled, colorScheme: "light" });
    await context.route(
      (url) => url.origin !== origin,
      (route) => {
        strangers.add(route.request().url());
        return route.abort();
      },
    );
    const page = await context.newPage();
    page.on("response", (response) => resources.add(new URL(response.url()).pathname));
    return { context, page };
  };
  const usual = await open(true);
  const plain = await open(false);
  for (const content of IN_PAGE) await usual.context.addInitScript({ content });
  return { origin, usual, plain, strangers, resources };
}

/// Looks at the page at `path`. Returns { failures: [{ check, message }], facts }.
export async function checkPage(tabs, path) {
  const { page, context } = tabs.usual;
  const failures = [];
  const add = (more) => failures.push(...more);
  const run = (name, ...given) => page.evaluate(([name, given]) => window.localoffer[name](...given), [name, given]);
  tabs.strangers.clear();
  tabs.resources.clear();
  const broken = (error) => add([{ check: "page/script", message: `a script fails: ${error.message}` }]);
  page.on("pageerror", broken);

  await page.setViewportSize(WIDE);
  await page.goto(tabs.origin + path, { waitUntil: "load" });
  const facts = { ...(await run("facts")), resources: [...tabs.resources].filter((r) => r !== path) };
  const lines = await linesOf(page);

  add(await axe(page, AXE_ALL, "wide"));
  add(await run("graphics", "light"));
  add(await walkWithTab(page));
  await run("textSize", 200);
  add(await run("layout", "text at 200%"));
  await run("textSize", 100);

  await page.emulateMedia({ colorScheme: "dark" });
  add(await axe(page, AXE_COLOURS, "dark"));
  add(await run("graphics", "dark"));
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  add(await axe(page, AXE_COLOURS, "forced colours"));
  await page.emulateMedia({ forcedColors: null });

  add(await printed(page));

  await page.setViewportSize(NARROW);
  await run("openDetails", true);
  add(await run("structure"));
  add(await axe(page, AXE_ALL, "narrow"));
  await run("textSpacing", true);
  add(await run("layout", "text spacing, 390 wide"));
  await run("textSpacing", false);
  await page.setViewportSize(REFLOW);
  add(await run("layout", "320 wide"));

  await tabs.plain.page.goto(tabs.origin + path, { waitUntil: "load" });
  // Without scripts a page may say more: what to do in place of what a script would have done.
  const plain = new Set(await linesOf(tabs.plain.page));
  const missing = lines.find((line) => !plain.has(line));
  if (missing !== undefined) add([{ check: "page/no-javascript", message: `without JavaScript the page lacks "${missing}"` }]);

  for (const url of tabs.strangers) add([{ check: "privacy/third-party", message: `the page asks for ${url}` }]);
  const kept = await page.evaluate(() => {
    const count = localStorage.length + sessionStorage.length;
    localStorage.clear();
    sessionStorage.clear();
    return count;
  });
  if (kept || (await context.cookies()).length)
    add([{ check: "privacy/storage", message: "the page keeps something on its reader's machine" }]);
  await context.clearCookies();
  page.off("pageerror", broken);
  return { failures, facts };
}
