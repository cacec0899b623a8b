#!/usr/bin/env node
// Pictures of pages, for people to look at:
//   node screenshots.mjs SITE_DIR OUT_DIR ROUTE...
// For each route: as on a phone, on a desktop, in dark colours, in forced colours and as printed (PNG and PDF).
import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { NARROW, WIDE, launch } from "./chromium.mjs";
import { serve } from "./server.mjs";

const PAPER = { width: 794, height: 1123 }; // A4 at 96 pixels an inch

const WAYS = [
  { name: "phone", viewport: NARROW },
  { name: "desktop", viewport: WIDE },
  { name: "dark", viewport: WIDE, media: { colorScheme: "dark" } },
  { name: "forced-colours", viewport: WIDE, media: { forcedColors: "active" } },
  { name: "print", viewport: PAPER, media: { media: "print" } },
];

const [site, out, ...routes] = process.argv.slice(2);
if (!site || !out || routes.length === 0 || !existsSync(site)) {
  console.error("Usage: node screenshots.mjs SITE_DIR OUT_DIR ROUTE...");
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const server = await serve(realpathSync(site));
const browser = await launch();
for (const route of routes) {
  const name = route.replace(/^\/|\/$|\.html$/g, "").replaceAll("/", "-") || "home";
  for (const way of WAYS) {
    const context = await browser.newContext({ viewport: way.viewport });
    const page = await context.newPage();
    const answer = await page.goto(server.origin + route);
    if (!answer.ok()) {
      console.error(`There is no page ${route}`);
      process.exit(1);
    }
    await page.emulateMedia(way.media ?? {});
    await page.screenshot({ path: join(out, `${name}-${way.name}.png`), fullPage: true });
    if (way.name === "print") await page.pdf({ path: join(out, `${name}.pdf`), format: "A4" });
    await context.close();
  }
  console.log(`${route} -> ${join(out, name)}-*.png`);
}
await browser.close();
server.close();
