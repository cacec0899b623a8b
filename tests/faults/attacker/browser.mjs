// Opens what was built in a real Chromium, and says whether anything in it came alive.
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { fileFor } from "../../browser/server.mjs";
import { listFiles, routeOf } from "../../browser/site-files.mjs";

/// What a careful web server would send. It is sent as "report only": what it would have stopped still runs, so that a
/// payload is caught twice, once by this and once by its own canary.
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'";

const TYPES = {
  ".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8", ".svg": "image/svg+xml", ".js": "text/javascript",
  ".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
  ".xhtml": "application/xhtml+xml", ".png": "image/png", ".jpg": "image/jpeg", ".htm": "text/html", ".xht": "application/xhtml+xml",
};
/// What a browser shows as a document of the site, when somebody follows a link to it.
const DOCUMENTS = new Set([".html", ".htm", ".svg", ".xml", ".xhtml", ".xht", ".json", ".txt", ".js"]);
const AT_ONCE = 3;

/// Serves whichever folder was last named, with the policy.
async function serve() {
  const state = { folder: "/nonexistent" };
  const server = createServer((request, response) => {
    let file = null;
    try {
      file = fileFor(state.folder, new URL(request.url, "http://localhost").pathname);
    } catch {
      // an address that no server could make sense of
    }
    if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    response.writeHead(200, {
      "content-type": TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
      "content-security-policy-report-only": POLICY,
      "x-content-type-options": "nosniff",
    });
    // A site that has been looked at is taken away while the browser may still ask for its icon.
    createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { state, origin: `http://127.0.0.1:${server.address().port}`, close: () => (server.closeAllConnections(), server.close()) };
}

/// Runs in the page before anything of the page does: whatever payloads try to do is written down.
function watch() {
  const seen = (window.__seen = []);
  window.canary = (id) => seen.push(`canary ${id} was called`);
  Object.defineProperty(window, "__canary", { set: (id) => seen.push(`__canary was set to ${id}`), get: () => undefined });
  document.addEventListener("securitypolicyviolation", (event) =>
    seen.push(`against the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
}

/// Runs in the page: what stands in the document and has no business there. Returns sentences.
function audit(document, address) {
  const wrong = [];
  const origin = new URL(address).origin;
  const LOADED = new Set(["img", "script", "iframe", "frame", "embed", "object", "source", "video", "audio", "track", "image", "use", "input"]);
  const ADDRESSES = ["href", "src", "action", "formaction", "xlink:href", "poster", "data", "cite", "background", "ping", "srcset", "manifest"];
  const show = (element) => element.outerHTML.slice(0, 160);
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName.toLowerCase();
    if (["iframe", "frame", "object", "embed", "base", "foreignobject", "animate", "set"].includes(name)) wrong.push(`an element ${name}: ${show(element)}`);
    // The site's own search sends words to its own page, and no other form is there.
    const isSearch = element.getAttribute("role") === "search" && /^\/(?:[a-z]{2}\/)?search\/$/.test(element.getAttribute("action"));
    if (name === "form" && !isSearch) wrong.push(`an element form: ${show(element)}`);
    if (name === "script" && !element.getAttribute("src") && element.getAttribute("type") !== "application/ld+json") wrong.push(`an inline script: ${show(element)}`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) wrong.push(`an event handler: ${show(element)}`);
      if (attribute === "srcdoc") wrong.push(`a document in an attribute: ${show(element)}`);
      if (!ADDRESSES.includes(attribute.toLowerCase())) continue;
      let target;
      try {
        target = new URL(value, address);
      } catch {
        continue; // leads nowhere
      }
      if (!["http:", "https:", "mailto:", "tel:"].includes(target.protocol)) wrong.push(`an address of ${target.protocol} ${show(element)}`);
      const isLoaded = LOADED.has(name) || (name === "link" && /stylesheet|icon|preload|import|prefetch/i.test(element.rel));
      if (isLoaded && target.origin !== origin) wrong.push(`loaded from elsewhere: ${show(element)}`);
    }
  }
  for (const meta of document.querySelectorAll("meta[http-equiv=refresh i]")) {
    const to = /url\s*=\s*['"]?([^'"]*)/i.exec(meta.content)?.[1];
    if (to && new URL(to, address).origin !== origin) wrong.push(`sent on to another site: ${to}`);
  }
  return wrong;
}

/// Runs in the page: follows each link whose scheme is an odd one, as a reader might.
function followOddLinks() {
  for (const link of document.querySelectorAll("a[href], area[href]"))
    if (!/^(https?|mailto|tel):/.test(new URL(link.getAttribute("href"), document.baseURI || location.href).protocol)) link.click();
}

export class Watcher {
  static async start() {
    const watcher = new Watcher();
    const args = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
    watcher.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
    watcher.server = await serve();
    watcher.tabs = await Promise.all(Array.from({ length: AT_ONCE }, () => watcher.openTab()));
    watcher.known = new Set();
    watcher.opened = 0;
    watcher.same = 0;
    return watcher;
  }

  async stop() {
    await this.browser.close();
    this.server.close();
  }

  async openTab() {
    const context = await this.browser.newContext({ acceptDownloads: false });
    await context.addInitScript(watch);
    const page = await context.newPage();
    const tab = { page, outside: [] };
    page.on("dialog", (dialog) => {
      tab.outside.push(`a dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    context.on("page", (other) => other !== page && (tab.outside.push("another window was opened"), other.close().catch(() => {})));
    page.on("request", (request) => {
      if (!request.url().startsWith(this.server.origin) && !/^(data|about|blob|chrome-error):/.test(request.url())) tab.outside.push(`a request to ${request.url().slice(0, 120)}`);
    });
    return tab;
  }

  /// Opens every document below `folder` that was not opened before: a list of { route, message }.
  async look(folder) {
    const found = [];
    this.server.state.folder = folder;
    const waiting = listFiles(folder).filter((file) => DOCUMENTS.has(extname(file).toLowerCase()));
    const work = async (tab) => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        const bytes = readFileSync(join(folder, file));
        const key = createHash("sha1").update(file).update("\0").update(bytes).digest("hex");
        if (this.known.has(key)) {
          this.same += 1;
          continue;
        }
        this.known.add(key);
        this.opened += 1;
        for (const message of new Set(await this.open(tab, file, bytes))) found.push({ route: routeOf(file), message });
      }
    };
    await Promise.all(this.tabs.map(work));
    return found;
  }

  async open({ page, outside }, file, bytes) {
    outside.length = 0;
    const address = this.server.origin + routeOf(file).split("/").map(encodeURIComponent).join("/");
    const sendsOn = /\.x?html?$/i.test(file) && /http-equiv\s*=\s*["']?refresh/i.test(bytes.toString("latin1"));
    // A page that sends its reader on is gone before it can be looked at, so it is read without being opened first.
    const wrong = sendsOn ? await this.read(page, bytes.toString("utf8"), address) : [];
    try {
      await page.goto(address, { waitUntil: "load", timeout: 15000 });
      if (sendsOn) {
        await leave(page);
        return [...wrong, ...outside];
      }
      wrong.push(...(await page.evaluate(`(${audit})(document, ${JSON.stringify(address)})`)));
      await page.evaluate(`(${followOddLinks})()`).catch(() => {});
      const seen = await page.evaluate("window.__seen ?? []");
      return [...wrong, ...seen.filter((message) => !isOfTheViewer(file, message)), ...outside];
    } catch (error) {
      await leave(page);
      return [...wrong, ...outside, ...(sendsOn ? [] : [`it could not be opened: ${error.message.split("\n")[0]}`])];
    }
  }

  async read(page, markup, address) {
    await leave(page);
    return page.evaluate(`(${audit})(new DOMParser().parseFromString(${JSON.stringify(markup)}, "text/html"), ${JSON.stringify(address)})`);
  }
}

/// Goes to an empty page. One that sends its reader on may still be doing so, and is in the way once.
async function leave(page) {
  for (let tries = 0; tries < 3; ++tries)
    try {
      await page.goto("about:blank");
      return;
    } catch {
      await new Promise((soon) => setTimeout(soon, 100));
    }
}

/// Chromium shows XML and JSON with a page of its own, which has styles in it.
const isOfTheViewer = (file, message) => /\.(xml|json)$/.test(file) && /^against the policy: (style-src-elem inline|img-src data)/.test(message);
