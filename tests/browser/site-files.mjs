// The files of a built site.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { hashOf } from "../memory.mjs";

/// Every file below `folder`, as paths with "/" from it, sorted. Folders whose name begins with "." are the
/// program's own records and are not published.
export function listFiles(folder, below = folder) {
  const files = [];
  for (const name of readdirSync(below).sort()) {
    if (name.startsWith(".")) continue;
    const path = join(below, name);
    if (statSync(path).isDirectory()) files.push(...listFiles(folder, path));
    else files.push(relative(folder, path));
  }
  return files;
}

/// "priorities/1/index.html" -> "/priorities/1/", "404.html" -> "/404.html"
export const routeOf = (file) => "/" + file.replace(/(^|\/)index\.html$/, "$1");

/// A page that only sends its reader on to a new address: { to } or null.
export function redirectOf(html) {
  const found = /<meta[^>]+http-equiv="?refresh"?[^>]*content="[^"]*url=([^"]+)"/i.exec(html);
  return found ? { to: found[1] } : null;
}

/// A hash over everything that can change how a page looks, beside its own HTML.
export function hashOfAssets(folder, files) {
  const assets = files.filter((file) => [".css", ".js", ".svg", ".png", ".jpg", ".woff2"].includes(extname(file)));
  return hashOf(...assets.flatMap((file) => [file, readFileSync(join(folder, file))]));
}
