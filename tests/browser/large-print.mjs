// Large print, as Chromium writes it to a PDF and Poppler reads it back.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NARROW } from "./chromium.mjs";

const LARGE = 16; // points
const AT_ONCE = 12; // words; a heading of a table is printed again on each sheet

function poppler(program, args) {
  const run = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${program} failed: ${run.error?.message ?? run.stderr}`);
  return run.stdout;
}

/// Every piece of text: its size in points, and where on its sheet. pdftohtml counts in pixels of `zoom` a point.
function piecesOf(pdf) {
  const zoom = 3;
  const xml = poppler("pdftohtml", ["-xml", "-i", "-stdout", "-zoom", String(zoom), "-hidden", pdf]);
  const sizes = new Map([...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [id, Number(size) / zoom]));
  return xml.split("<page ").slice(1).flatMap((page, sheet) => {
    const width = Number(/ width="(\d+)"/.exec(page)[1]) / zoom;
    return [...page.matchAll(/<text top="(-?\d+)" left="(-?\d+)" width="(\d+)" height="\d+" font="(\d+)">(.*?)<\/text>/g)].map(
      ([, top, left, wide, font, html]) => ({
        sheet,
        top: Number(top) / zoom,
        text: html.replace(/<[^>]*>/g, "").trim(),
        size: sizes.get(font),
        left: Number(left) / zoom,
        right: (Number(left) + Number(wide)) / zoom,
        width,
      }),
    );
  });
}

/// A number of a chart has a border of the ground's colour, and is written twice: once for that and once for itself.
function eachOnce(pieces) {
  const isAgain = (one, other) =>
    one.sheet === other.sheet && one.text === other.text && Math.abs(one.left - other.left) < 1 && Math.abs(one.top - other.top) < 3;
  return pieces.filter((piece, i) => !pieces.slice(Math.max(0, i - 3), i).some((before) => isAgain(piece, before)));
}

/// Pieces on one line of which one begins before the other ends.
function lyingOver(pieces) {
  const lines = new Map();
  for (const piece of pieces) {
    const line = `${piece.sheet} ${Math.round(piece.top / 4)}`;
    lines.set(line, [...(lines.get(line) ?? []), piece]);
  }
  return [...lines.values()].flatMap((line) => {
    line.sort((a, b) => a.left - b.left);
    return line.filter((piece, i) => i > 0 && piece.left < line[i - 1].right - 2);
  });
}

const wordsOf = (text) => text.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [];

export async function largePrint(browser, origin, routes, check) {
  const folder = mkdtempSync(join(tmpdir(), "localoffer-large-print-"));
  const context = await browser.newContext({ viewport: NARROW });
  await context.addInitScript(() => (window.print = () => {}));
  const page = await context.newPage();
  let sheets = 0;
  try {
    for (const route of routes.filter((one) => one !== "/404.html")) {
      await page.goto(origin + route);
      await page.click("#send-page [data-does=large]");
      const file = join(folder, "page.pdf");
      writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
      const pieces = piecesOf(file).filter(({ text }) => text);
      sheets += Number(/Pages:\s+(\d+)/.exec(poppler("pdfinfo", [file]))[1]);
      const small = pieces.filter(({ size }) => size < LARGE);
      check(`${route}: every text is at least ${LARGE} pt`, small.length === 0, small.slice(0, 3).map(({ text, size }) => `${size} pt: ${text}`).join("\n"));
      const cut = pieces.filter(({ left, right, width }) => left < 14 || right > width - 14);
      check(`${route}: nothing sticks out of the sheet`, cut.length === 0, cut.slice(0, 3).map(({ text, right }) => `${right}: ${text}`).join("\n"));

      const over = lyingOver(eachOnce(pieces));
      check(`${route}: no text lies over other text`, over.length === 0, over.slice(0, 3).map(({ text }) => text).join("\n"));

      await page.emulateMedia({ media: "print" });
      // An address may be taken apart at the end of a line.
      const printed = (await page.evaluate(() => document.querySelector("main").innerText)).replace(/https?:\S+/g, "");
      await page.emulateMedia({ media: null });
      const there = new Set(wordsOf(pieces.map(({ text }) => text).join(" ")));
      const lost = wordsOf(printed).filter((word) => !there.has(word));
      check(`${route}: no word is lost or taken apart`, lost.length === 0, lost.slice(0, AT_ONCE).join(" "));
    }
    await notLarge(page, origin, folder, check);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${routes.length} pages in large print take ${sheets} sheets.`);
}

/// Without the button, text is smaller: so the eye that measures it can tell.
async function notLarge(page, origin, folder, check) {
  await page.goto(origin + "/");
  const file = join(folder, "plain.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  check("print that was not asked to be large is told from it", piecesOf(file).some(({ size }) => size < LARGE));
}
