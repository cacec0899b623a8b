// The browser that the checks and the screenshots use: Debian's own Chromium, so nothing is downloaded.
import { chromium } from "playwright-core";

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };
/// WCAG 1.4.10: a page of 1280 pixels at 400%.
export const REFLOW = { width: 320, height: 640 };

export function launch() {
  const args = ["--force-color-profile=srgb"];
  // Chromium's own sandbox cannot be set up by root.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
}
