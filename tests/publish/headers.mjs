#!/usr/bin/env node
// What nginx sends with site/nginx, and what the browser makes of it:
//   node headers.mjs [LOCALOFFER]
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { launch } from "../browser/chromium.mjs";
import { makeAshmere } from "./lib/ashmere.mjs";
import { currentRelease, filesBelow, isCompressed } from "./lib/folders.mjs";
import { serveReleases, startWholeServer } from "./lib/nginx.mjs";
import { localoffer, must } from "./lib/programs.mjs";
import { ask, decoded } from "./lib/requests.mjs";
import { atEnd, check, checkHas, scenario } from "./lib/scenario.mjs";

const types = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  png: "image/png",
  ico: "image/x-icon",
  woff2: "font/woff2",
};
const always = {
  "content-security-policy": /^default-src 'none'; script-src 'self';.* frame-ancestors 'none'$/,
  "strict-transport-security": /^max-age=31536000/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
};
const asked = "no-cache";
const forEver = "public, max-age=31536000, immutable";

const addressOf = (path) => "/" + path.replace(/(^|\/)index\.html$/, "$1");
const kindOf = (path) => path.split(".").pop();

/// Each of the headers once, as it should be, and nginx's version not told.
function checkAlways(what, { headers, rawHeaders }) {
  for (const [name, wanted] of Object.entries(always)) check(`${what} sends ${name}`, wanted.test(headers[name] ?? ""), headers[name]);
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  check(`${what} sends no header twice`, new Set(names).size === names.length, names);
  check(`${what} does not tell the version`, headers.server === "nginx", headers.server);
}

async function statuses(origin) {
  const kinds = [
    ["/", 200, asked],
    ["/actions", 301, asked],
    ["/nowhere/", 404, asked],
    ["/assets/nowhere.css", 404, asked],
    ["/.localoffer-manifest", 404, asked],
    ["/data/.hidden", 404, asked],
    ["/.well-known/nothing", 404, asked],
    ["/404.html", 404, asked],
    ["/feeds/", 404, asked],
    ["/assets/", 404, asked],
  ];
  const lost = await ask(origin + "/nowhere/");
  for (const [path, status, kept] of kinds) {
    const answer = await ask(origin + path);
    check(`${path} is answered with ${status}`, answer.status === status, answer.status);
    check(`${path} may be kept: ${kept}`, answer.headers["cache-control"] === kept, answer.headers["cache-control"]);
    checkAlways(path, answer);
    if (status === 200) checkAlways(`${path} as it was`, await ask(origin + path, { "if-none-match": answer.headers.etag }));
    if (status === 404) check(`${path} shows the page that says so`, answer.body.equals(lost.body), answer.body);
  }
  checkHas("the page for what is not found", decoded(lost).toString(), "Page not found");
  const moved = await ask(origin + "/actions?status=late");
  check("a folder without its slash leads there", moved.headers.location === "/actions/?status=late", moved.headers.location);
}

/// One file in all the ways in which it can be asked for.
async function file(origin, release, path) {
  const bytes = readFileSync(join(release, path));
  const url = origin + encodeURI(addressOf(path));
  const answers = {};
  for (const coding of ["identity", "gzip", "br", "gzip, deflate, br"]) {
    const answer = await ask(url, { "accept-encoding": coding });
    answers[coding] = answer;
    check(`${path} as ${coding} is the file`, answer.status === 200 && decoded(answer).equals(bytes), answer.status);
    check(`${path} as ${coding} has its type`, answer.headers["content-type"] === types[kindOf(path)], answer.headers["content-type"]);
    const kept = path.startsWith("assets/") ? forEver : asked;
    check(`${path} as ${coding} may be kept as it should`, answer.headers["cache-control"] === kept, answer.headers["cache-control"]);
    const again = await ask(url, { "accept-encoding": coding, "if-none-match": answer.headers.etag });
    check(`${path} as ${coding} is not sent again`, again.status === 304 && again.body.length === 0, again.status);
  }
  const { headers } = answers["gzip, deflate, br"];
  const forms = ["gzip", "br"].filter((coding) => compressed(release, path, coding, answers));
  const varies = Object.values(answers).every((one) => /^Accept-Encoding$/i.test(one.headers.vary ?? ""));
  check(`${path} varies by its coding if it has several`, varies || forms.length === 0, headers.vary);
  return headers["content-encoding"] === "br";
}

/// Where the publisher found it worth while, the small form is what is sent, and it has an ETag of its own.
function compressed(release, path, coding, answers) {
  const there = existsSync(join(release, `${path}.${coding === "br" ? "br" : "gz"}`));
  const sent = answers[coding].headers["content-encoding"];
  check(`${path} is sent as ${coding} if there is such a file`, sent === (there ? coding : undefined), sent);
  if (there) check(`${path} as ${coding} has an ETag of its own`, answers[coding].headers.etag !== answers.identity.headers.etag);
  return there;
}

async function files(origin, release) {
  const paths = filesBelow(release).filter((path) => !isCompressed(path) && path !== ".localoffer-manifest" && path !== "404.html");
  let small = 0;
  for (const path of paths) small += await file(origin, release, path);
  const kinds = new Set(paths.map(kindOf));
  for (const kind of ["html", "css", "js", "csv", "json", "svg", "ics", "atom", "xml", "txt"]) check(`there is a file of the kind ${kind}`, kinds.has(kind));
  console.log(`Files: ${paths.length}, of which ${small} were sent as br.`);
}

/// Kinds that a site may have and this one has not.
async function otherKinds(origin, release) {
  for (const kind of ["js", "png", "ico", "woff2"]) {
    const path = join(release, `probe.${kind}`);
    writeFileSync(path, "");
    const answer = await ask(`${origin}/probe.${kind}`);
    check(`a file of the kind ${kind} has its type`, answer.headers["content-type"] === types[kind], answer.headers["content-type"]);
    rmSync(path);
  }
}

/// With no-links.conf, somebody who can write into a release cannot lead readers out of it; but `current` is followed.
async function links(folder, releases, outside) {
  const release = currentRelease(releases);
  const { origin } = await serveReleases(join(folder, "nginx-no-links"), releases, "no-links.conf");
  check("no-links.conf leaves the site as it is", (await ask(`${origin}/actions/`)).body.equals(readFileSync(join(release, "actions/index.html"))));
  for (const [name, path] of [["leak.txt", "leak.txt"], ["leak", "leak/secret.txt"]]) {
    symlinkSync(name === "leak" ? folder : outside, join(release, name));
    const answer = await ask(`${origin}/${path}`);
    check(`the link ${name} is not followed`, answer.status === 404 && !answer.body.includes("a secret"), answer.status);
    checkAlways(`the link ${name}`, answer);
    rmSync(join(release, name));
  }
}

async function waysOut(origin) {
  for (const path of ["/../plan.git/HEAD", "/%2e%2e/%2e%2e/secret.txt", "/actions/..%2f..%2f..%2fsecret.txt"]) {
    const answer = await ask(origin, {}, { path });
    check(`${path} leads nowhere`, answer.status >= 400 && !answer.body.includes("a secret"), answer.status);
  }
}

/// Opens every page, and tells what the policy forbade and whom else it asked.
async function inBrowser(origin, release) {
  const browser = await launch();
  atEnd(() => browser.close());
  const page = await browser.newPage();
  const complaints = [];
  const strangers = new Set();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => new URL(request.url()).origin === origin || strangers.add(request.url()));
  // A request that the browser gave up because the next page was opened says nothing of the server: Chromium asks for the
  // icon when the page is there already.
  const failed = (request) => request.failure()?.errorText !== "net::ERR_ABORTED";
  page.on("requestfailed", (request) => failed(request) && complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  const pages = filesBelow(release).filter((path) => path.endsWith(".html") && path !== "404.html");
  for (const path of pages) {
    const answer = await page.goto(origin + addressOf(path));
    check(`${path} opens`, answer.status() === 200, answer.status());
    check(`${path} has its styles`, await page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)));
  }
  check("no page breaks the policy or logs an error", complaints.length === 0, complaints.join("\n"));
  check("no page asks another server", strangers.size === 0, [...strangers].join("\n"));
  // The eye that looks for violations has to have seen one.
  await page.evaluate(() => document.body.setAttribute("onclick", "1")).catch(() => {});
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("img"), { src: "https://elsewhere.example/x.png" })));
  await page.waitForTimeout(50);
  check("a page that would break it is noticed", complaints.some((one) => one.includes("Content Security Policy")), complaints.join("\n"));
  console.log(`Pages opened in the browser: ${pages.length}.`);
}

/// Pages that are as long as before and published within the same second are other pages to a browser.
async function rightBehindEachOther(origin, releases, clone) {
  const commits = ["near", "soon"].map((word, index) => {
    clone.write("content/milestones/visits.yaml", clone.read("content/milestones/visits.yaml").replace(/^title: .*$/m, `title: Visit ${word}`));
    return clone.commit(`Visit ${word}`, `2023-10-0${index + 1}`);
  });
  const page = `${origin}/actions/visits/`;
  let kept = await ask(page);
  for (let i = 0; i < 12; ++i) {
    must(localoffer, ["publish", "site.yaml", "--repo", clone.folder, "--ref", commits[i % 2], "--allow-older", "--to", releases]);
    const again = await ask(page, { "if-none-match": kept.headers.etag });
    check("a page that was changed is sent again", again.status === 200 && !again.body.equals(kept.body), again.status);
    if (again.status === 200) kept = again;
  }
}

/// site.conf as a whole: TLS, with a certificate of our own, and plain HTTP that leads to it.
async function overTls(folder, releases) {
  const { plain, secure } = await startWholeServer(join(folder, "tls"), releases);
  const names = { "progress.example.org": "/actions/", "www.progress.example.org": "/actions/" };
  for (const [host, path] of Object.entries(names)) {
    const answer = await ask(`http://127.0.0.1:${plain}${path}`, { host });
    check(`${host} by plain HTTP leads to TLS`, answer.status === 301 && answer.headers.location === `https://progress.example.org${path}`, answer.headers.location);
  }
  const trusting = { rejectUnauthorized: false };
  const byTls = (host, path) => ask(`https://127.0.0.1:${secure}${path}`, { host }, { ...trusting, servername: host });
  const www = await byTls("www.progress.example.org", "/actions/");
  check("www leads to the site's own name", www.status === 301 && www.headers.location === "https://progress.example.org/actions/", www.headers.location);
  const answer = await byTls("progress.example.org", "/actions/");
  check("the site answers over TLS", answer.status === 200 && answer.body.equals(readFileSync(join(currentRelease(releases), "actions/index.html"))), answer.status);
  checkAlways("over TLS it", answer);
  const moved = await byTls("progress.example.org", "/actions");
  check("over TLS a folder without its slash leads there", moved.headers.location === "/actions/", moved.headers.location);
}

await scenario("publish-headers", async (folder) => {
  const clone = makeAshmere(join(folder, "clone"));
  const releases = join(folder, "srv");
  must(localoffer, ["publish", "site.yaml", "--repo", clone.folder, "--to", releases]);
  const release = currentRelease(releases);
  const { origin } = await serveReleases(join(folder, "nginx"), releases);
  await statuses(origin);
  await files(origin, release);
  await otherKinds(origin, release);
  writeFileSync(join(folder, "secret.txt"), "a secret");
  await links(folder, releases, join(folder, "secret.txt"));
  await waysOut(origin);
  await inBrowser(origin, release);
  await overTls(folder, releases);
  await rightBehindEachOther(origin, releases, clone);
  const verified = must(localoffer, ["verify", releases, "--all"]);
  checkHas("after all of this", verified, "as they were published");
});
