#!/usr/bin/env node
// Reads the feeds and calendars of built sites as other people's programs do, and holds them to the rules that those
// programs do not look at. All problems are shown in one run.
//   node feeds.mjs SITE_FOLDER...
//   node feeds.mjs --self-test      puts mistakes into a good site made on the fly; each must be found
//
// saxes says whether XML is well-formed, feedsmith what a feed reader gets of Atom and JSON Feed, ical.js what a
// calendar program gets. The rules beside them are RFC 4287 (Atom), JSON Feed 1.1, RFC 4151 (tag URIs), RFC 5545 and
// RFC 7986 (iCalendar).

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import ICAL from "ical.js";
import saxes from "saxes";

const ATOM = "http://www.w3.org/2005/Atom";
const JSON_FEED = "https://jsonfeed.org/version/";

// ---- A site: its name, its address without "/" at the end, its files, and what has an id in its pages

function site(name, paths, read) {
  const address = paths.includes("robots.txt") && /^Sitemap: (.*)\/sitemap\.xml$/m.exec(read("robots.txt"))?.[1];
  const files = new Set(paths);
  const known = new Map();
  const idsOf = (path) => {
    if (!known.has(path)) known.set(path, new Set([...`${read(path)}`.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1])));
    return known.get(path);
  };
  return { name, address, paths, read, files, idsOf };
}

function siteOnDisk(folder) {
  const below = (path) =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? below(`${path}${one.name}/`) : [path + one.name],
    );
  return site(folder, below("").sort(), (path) => readFileSync(join(folder, path)));
}

// ---- Rules that feeds and calendars share. Each gives what is wrong, or "" when nothing is

/// RFC 3986, whole, of the web.
const isAddress = (text) => /^https?:\/\/([\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/.test(text);

function wrongPage(site, address) {
  if (!isAddress(address)) return `"${address}" is not a whole address`;
  if (!address.startsWith(`${site.address}/`)) return `${address} is not below ${site.address}/`;
  const [, path, , anchor] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(decodeURI(address.slice(site.address.length + 1)));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!site.files.has(file)) return `${address} is dangling: there is no ${file}`;
  return anchor && !site.idsOf(file).has(anchor) ? `${address} is dangling: ${file} has no id "${anchor}"` : "";
}

function wrongLanguage(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 ? "" : `no language "${tag}"`;
  } catch {
    return `"${tag}" is not a language`;
  }
}

/// ISO "2021-03-25", and a day that there is.
const isDay = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(new Date(text)) && new Date(text).toISOString().startsWith(text);
const isMoment = (text) => /^[\d-]{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text) && isDay(text.slice(0, 10));

/// RFC 4151: an authority (a host, or an e-mail address at it), a date, and what is named.
const HOST = /[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*/.source;
const NAMED = /([\w.~!$&'()*+,;=:@/?-]|%[\dA-F]{2})*(#.*)?/.source;
const TAG_URI = new RegExp(`^tag:([\\w.-]+@)?${HOST},\\d{4}(-\\d\\d(-\\d\\d)?)?:${NAMED}$`, "i");

const repeated = (items) => [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];

// ---- Atom and JSON Feed, read into { id, title, language, updated, self, home, entries }

/// The document as nodes { name, attributes, nodes, text }; names outside Atom are "{namespace}name". Throws the first
/// place that is not well-formed.
function readXml(text) {
  const parser = new saxes.SaxesParser({ xmlns: true });
  const open = [{ nodes: [] }];
  parser.on("error", (error) => {
    throw new Error(`not well-formed XML: ${error.message}`);
  });
  parser.on("doctype", () => assert.fail("a feed needs no document type"));
  parser.on("opentag", ({ uri, local, attributes }) => {
    const values = Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));
    const node = { name: uri === ATOM ? local : `{${uri}}${local}`, attributes: values, nodes: [], text: "" };
    open.at(-1).nodes.push(node);
    open.push(node);
  });
  parser.on("text", (more) => (open.at(-1).text += more));
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return open[0].nodes[0];
}

/// How often RFC 4287 (sections 4.1.1 and 4.1.2) and our own rules let an element stand in another: [least, most].
const FEED = { id: [1, 1], title: [1, 1], updated: [1, 1], subtitle: [0, 1], author: [1, 9], link: [2, 9], entry: [0, 1e6] };
const ENTRY = { id: [1, 1], title: [1, 1], updated: [1, 1], summary: [0, 1], content: [0, 1], link: [1, 9], author: [0, 9] };

function checkNodes(node, allowed, say) {
  for (const { name, text } of node.nodes) {
    if (!allowed[name]) say(`<${node.name}> holds <${name}>`);
    if (["id", "title", "updated"].includes(name) && text.trim() === "") say(`<${name}> of <${node.name}> is empty`);
  }
  for (const [name, [least, most]] of Object.entries(allowed)) {
    const count = node.nodes.filter((one) => one.name === name).length;
    if (count < least || count > most) say(`<${node.name}> has ${count} <${name}>`);
  }
}

function readAtom(text, say) {
  const root = readXml(text);
  if (root.name !== "feed") throw new Error(`the root is <${root.name}> and not Atom's <feed>`);
  const nodes = (node, name) => node.nodes.filter((one) => one.name === name);
  const value = (node, name) => nodes(node, name)[0]?.text ?? "";
  const link = (node, relation) => {
    const found = nodes(node, "link").filter((one) => (one.attributes.rel ?? "alternate") === relation);
    if (found.length !== 1) say(`<${node.name}> has ${found.length} links "${relation}"`);
    return found[0]?.attributes.href ?? "";
  };
  checkNodes(root, FEED, say);
  for (const author of nodes(root, "author")) if (value(author, "name").trim() === "") say("an author has no name");
  const entries = nodes(root, "entry").map((entry) => {
    checkNodes(entry, ENTRY, say);
    for (const { attributes } of nodes(entry, "content")) if (attributes.type !== "html") say("content is not of type html");
    const part = (name) => value(entry, name);
    const address = link(entry, "alternate");
    return { id: part("id"), title: part("title"), updated: part("updated"), address, html: part("content") };
  });
  const part = (name) => value(root, name);
  const feed = { id: part("id"), title: part("title"), updated: part("updated"), self: link(root, "self"), entries };
  Object.assign(feed, { language: root.attributes["xml:lang"], home: link(root, "alternate") });

  const other = parseAtomFeed(text);
  const address = (links, relation) => links?.find((one) => one.rel === relation)?.href ?? "";
  const trimmed = (values) => values.map((one) => one?.trim() ?? "");
  const values = [other.id, other.title?.value, other.updated, address(other.links, "self")];
  assert.deepEqual(trimmed(values), trimmed([feed.id, feed.title, feed.updated, feed.self]), "feedsmith reads another feed");
  for (const [index, one] of (other.entries ?? []).entries()) {
    const { id, title, updated, address: page, html } = entries[index] ?? {};
    const read = [one.id, one.title?.value, one.updated, address(one.links, "alternate"), one.content?.value];
    assert.deepEqual(trimmed(read), trimmed([id, title, updated, page, html]), "feedsmith reads another entry");
  }
  assert.equal(other.entries?.length ?? 0, entries.length, "feedsmith reads another number of entries");
  return feed;
}

const FEED_KEYS = ["version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"];
const ITEM_KEYS = ["id", "url", "title", "content_html", "content_text", "summary", "date_published", "date_modified"];

function readJson(text, say) {
  const document = JSON.parse(text);
  const checkKeys = (object, known, needed) => {
    for (const key of Object.keys(object)) if (!known.includes(key)) say(`JSON Feed has no "${key}", or we do not use it`);
    for (const key of needed) if (!object[key]?.length) say(`"${key}" is missing`);
    for (const [key, one] of Object.entries(object))
      if (!["authors", "items"].includes(key) && typeof one !== "string") say(`"${key}" is not text`);
  };
  checkKeys(document, FEED_KEYS, ["title", "home_page_url", "feed_url", "language", "authors"]);
  if (document.version !== `${JSON_FEED}1.1`) say(`the version is ${document.version}`);
  if (!Array.isArray(document.items)) throw new Error('"items" is not a list');
  for (const author of document.authors ?? []) if (!author.name) say("an author has no name");
  const entries = document.items.map((item) => {
    checkKeys(item, ITEM_KEYS, ["id", "url", "title", "date_modified"]);
    if (item.content_html === undefined && item.content_text === undefined) say(`${item.id} has no content`);
    return { id: item.id, title: item.title, updated: item.date_modified, address: item.url, html: item.content_html ?? "" };
  });
  const other = (parseJsonFeed(text).items ?? []).map((one) => [one.id, one.url, one.title, one.content_html ?? ""]);
  assert.deepEqual(other, entries.map((one) => [one.id, one.address, one.title, one.html]), "feedsmith reads other items");
  const { title, language, feed_url: self, home_page_url: home } = document;
  return { title, language, self, home, entries };
}

/// The addresses that a piece of our own HTML leads to.
const linksOf = (html) => [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((m) => m[1].replaceAll("&amp;", "&"));

function checkFeed(site, path, feed, say) {
  const { entries } = feed;
  const wrong = (what) => what && say(what);
  wrong(wrongLanguage(feed.language));
  wrong(wrongPage(site, feed.home));
  if (feed.self !== `${site.address}/${path}`) say(`it says that it is ${feed.self}, and is ${site.address}/${path}`);
  const ids = [feed, ...entries].map((one) => one.id).filter((id) => id !== undefined); // JSON Feed's feed has none
  for (const id of repeated(ids)) say(`the id ${id} is not unique`);
  for (const id of ids) if (!TAG_URI.test(id)) say(`the id "${id}" is not a tag URI`);
  for (const { id, updated, address, html } of entries) {
    if (!isMoment(updated)) say(`"${updated}" of ${id} is not a time`);
    wrong(wrongPage(site, address));
    for (const link of linksOf(html))
      if (!/^(mailto|tel):/.test(link) && (!isAddress(link) || link.startsWith(`${site.address}/`))) wrong(wrongPage(site, link));
  }
  if (feed.updated === undefined) return; // JSON Feed has no time of its own
  if (!isMoment(feed.updated)) say(`"${feed.updated}" of the feed is not a time`);
  const newest = entries.map((entry) => entry.updated).sort().at(-1) ?? feed.updated;
  if (feed.updated !== newest) say(`updated is ${feed.updated}, and its newest entry is of ${newest}`);
}

// ---- iCalendar

const TEXT_LINE = /^(SUMMARY|DESCRIPTION|UID|PRODID|NAME|X-WR-CALNAME|X-WR-CALDESC)(?:;[^:]*)?:(.*)$/;

/// The rules for lines: RFC 5545, sections 3.1 and 3.3.11. Gives the lines put together again, or throws.
function unfold(bytes, say) {
  const text = bytes.toString("latin1"); // a character for each octet
  if (!text.endsWith("\r\n") || /[^\r]\n|\r[^\n]/.test(text)) throw new Error("a line does not end in CRLF");
  const lines = text.slice(0, -2).split("\r\n");
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 1}`;
    if (line.length > 75) say(`${where} has ${line.length} octets`);
    if (line.trim() === "") say(`${where} is empty`);
    if (/[\x00-\x08\x0A-\x1F\x7F]/.test(line)) say(`${where} holds a control character`);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(line, "latin1"));
    } catch {
      say(`${where} is not UTF-8, or a character is cut`);
    }
  }
  const whole = Buffer.from(text.replaceAll(/\r\n[ \t]/g, ""), "latin1").toString().split("\r\n").slice(0, -1);
  for (const line of whole) {
    if (!/^[\w-]+(;[\w-]+=("[^"]*"|[^";:,]*))*:/.test(line)) say(`not a property: ${line}`);
    const value = TEXT_LINE.exec(line)?.[2] ?? "";
    if (!/^([^\\;,]|\\[\\;,nN])*$/.test(value)) say(`bad escape: ${line}`);
  }
  return whole;
}

/// The value of a property that must stand there once; with `least` 0 it may be missing.
function once(component, name, say, least = 1) {
  const found = component.getAllProperties(name);
  if (found.length < least || found.length > 1) say(`${component.name} has ${found.length} ${name.toUpperCase()}`);
  return found[0]?.getFirstValue();
}

function checkEvent(site, component, say) {
  const [uid, summary, start, end] = ["uid", "summary", "dtstart", "dtend"].map((name) => once(component, name, say));
  once(component, "dtstamp", say);
  const [address, status, transparency] = ["url", "status", "transp"].map((name) => once(component, name, say, 0));
  if (uid === "") say("a UID is empty");
  if (summary === "") say(`${uid} has an empty SUMMARY`);
  // ical.js takes 31 February for 3 March, but keeps what was written.
  for (const [name, , type, written] of component.jCal[1])
    if (["dtstart", "dtend", "dtstamp"].includes(name)) {
      const property = `${uid}: ${name.toUpperCase()}`;
      if (type !== (name === "dtstamp" ? "date-time" : "date")) say(`${property} is a ${type}`);
      else if (type === "date" ? !isDay(written) : !isMoment(written)) say(`${property} is no time in UTC: ${written}`);
    }
  if (start && end && end.compare(start) <= 0) say(`${uid}: DTEND ${end} is not after DTSTART ${start}`);
  if (address !== undefined && wrongPage(site, address)) say(wrongPage(site, address));
  if (![undefined, "CONFIRMED", "TENTATIVE", "CANCELLED"].includes(status)) say(`${uid} has the status ${status}`);
  if (transparency !== "TRANSPARENT") say(`${uid} makes people busy`);
  return { id: uid, same: `${start} ${summary} ${address ?? ""}` };
}

/// Gives the calendar's events as { id, same }.
function checkCalendar(site, bytes, say) {
  const lines = unfold(bytes, say);
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString()));
  if (calendar.name !== "vcalendar") throw new Error(`it is a ${calendar.name}`);
  if (once(calendar, "version", say) !== "2.0") say("the version is not 2.0");
  for (const name of ["prodid", "name", "x-wr-calname", "refresh-interval"]) once(calendar, name, say);
  if (calendar.hasProperty("method")) say("METHOD makes it an invitation");
  for (const [, tag] of lines.join("\n").matchAll(/^[\w-]+;LANGUAGE=([^:;]*)/gm))
    if (wrongLanguage(tag)) say(wrongLanguage(tag));
  const events = calendar.getAllSubcomponents();
  if (events.length === 0) say("a calendar has at least one event");
  const read = events.map((event) => checkEvent(site, event, say));
  for (const uid of repeated(read.map(({ id }) => id))) say(`the UID ${uid} is not unique`);
  return read;
}

// ---- All of it

/// { problems, counts } of the sites together.
function check(sites) {
  const problems = [];
  const counts = { atom: 0, json: 0, ics: 0, feeds: 0, calendars: 0 }; // by kind: entries
  for (const site of sites) {
    const known = { feed: new Map(), calendar: new Map() };
    if (!site.address) problems.push(`${site.name}: robots.txt does not say the site's address`);
    for (const path of site.address ? site.paths : [])
      checkFile(site, path, known, counts, (what) => problems.push(`${site.name}/${path}: ${what}`));
  }
  for (const kind of ["atom", "json", "ics"]) if (counts[kind] === 0) problems.push(`no entry in any .${kind} was found`);
  return { problems, counts };
}

/// `known` has what the site's feeds and calendars before this one say of each id: the same id is the same thing.
function checkFile(site, path, known, counts, say) {
  const kind = /\.(atom|json|ics)$/.exec(path)?.[1];
  if (!kind || (kind === "json" && !site.read(path).includes(JSON_FEED))) return;
  const ids = kind === "ics" ? known.calendar : known.feed;
  let entries;
  try {
    entries = ids === known.calendar ? checkCalendar(site, site.read(path), say) : readFeed(site, path, kind, ids, say);
  } catch (error) {
    return say(error.message);
  }
  counts[kind] += entries.length;
  counts[kind === "ics" ? "calendars" : "feeds"] += 1;
  for (const { id, same } of entries) {
    const before = ids.get(id) ?? { path, same };
    if (before.same !== same) say(`${id} is "${same}" here and "${before.same}" in ${before.path}`);
    ids.set(id, before);
  }
}

/// Gives the feed's entries as { id, same }.
function readFeed(site, path, kind, known, say) {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(site.read(path));
  const feed = (kind === "atom" ? readAtom : readJson)(text, say);
  checkFeed(site, path, feed, say);
  if (known.has(feed.id)) say(`the feed's id ${feed.id} is also in ${known.get(feed.id).path}`);
  if (feed.id) known.set(feed.id, { path, same: "a feed" });
  return feed.entries.map(({ id, title, address, updated }) => ({ id, same: `${title} ${address} ${updated}` }));
}

// ---- The self-test

const GOOD = {
  "robots.txt": "User-agent: *\nAllow: /\n\nSitemap: https://example.org/plan/sitemap.xml\n",
  "index.html": "<h1>Plan</h1>",
  "news/index.html": '<h1>News</h1><h2 id="one">One</h2><h2 id="two">Two</h2>',
  "data/other.json": '[{"version": "none"}]',
  "news.atom": `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="${ATOM}" xml:lang="en-GB">
  <id>tag:example.org,2021:plan</id>
  <title>News &amp; more</title>
  <updated>2021-03-25T00:00:00Z</updated>
  <author><name>The council</name></author>
  <link rel="self" type="application/atom+xml" href="https://example.org/plan/news.atom"/>
  <link rel="alternate" type="text/html" href="https://example.org/plan/news/"/>
  <entry>
    <id>tag:example.org,2021:plan/1</id>
    <title>One ½</title>
    <updated>2021-03-25T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://example.org/plan/news/#one"/>
    <content type="html">&lt;p&gt;&lt;a href=&quot;https://example.org/plan/&quot;&gt;5 &amp;lt; 6&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
  <entry>
    <id>tag:example.org,2021:plan/2</id>
    <title>007</title>
    <updated>2020-02-29T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://example.org/plan/news/#two"/>
  </entry>
</feed>
`,
  "news/feed.json": `{
 "version": "${JSON_FEED}1.1",
 "title": "News & more",
 "home_page_url": "https://example.org/plan/news/",
 "feed_url": "https://example.org/plan/news/feed.json",
 "language": "en-GB",
 "authors": [{"name": "The council"}],
 "items": [{
   "id": "tag:example.org,2021:plan/1",
   "url": "https://example.org/plan/news/#one",
   "title": "One ½",
   "content_html": "<p><a href=\\"https://example.org/plan/\\">5 &lt; 6</a></p>",
   "date_modified": "2021-03-25T00:00:00Z"
 }]
}
`,
  "dates.ics": `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//example//EN
NAME;LANGUAGE=en-GB:Dates
X-WR-CALNAME:Dates
REFRESH-INTERVAL;VALUE=DURATION:P1D
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20210325T000000Z
DTSTART;VALUE=DATE:20211231
DTEND;VALUE=DATE:20220101
SUMMARY;LANGUAGE=en-GB:1B\\, due
DESCRIPTION:This is so long that it needs a second line\\; it is folded as R
 FC 5545 says: ½\\n
URL:https://example.org/plan/news/#one
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
DTSTAMP:20210325T000000Z
DTSTART;VALUE=DATE:20240229
DTEND;VALUE=DATE:20240301
SUMMARY:Review
STATUS:CANCELLED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n"),
};

/// [file, what is in it, what is put in its first place, what every problem that is then found must say].
const MISTAKES = [
  ["robots.txt", "Sitemap", "Map", /robots\.txt does not say/],
  ["news.atom", "&amp; more", "&nbsp; more", /not well-formed XML/],
  ["news.atom", "News", "News\x01", /not well-formed XML/],
  ["news.atom", "</entry>", "", /not well-formed XML/],
  ["news.atom", "?>\n", "?>\n<!DOCTYPE feed>\n", /no document type/],
  ["news.atom", ATOM, "http://example.org/", /not Atom's/],
  ["news.atom", ' xml:lang="en-GB"', "", /"undefined" is not a language|no language/],
  ["news.atom", '"en-GB"', '"en_GB"', /"en_GB" is not a language/],
  ["news.atom", "plan/2</id>", "plan/1</id>", /plan\/1 is (not unique|".*" here)|id .* is not unique/],
  ["news.atom", "2021:plan<", "2021:plan/1<", /not unique|"a feed" in/],
  ["news.atom", "tag:example.org,2021:plan<", "https://example.org/plan<", /not a tag URI/],
  ["news.atom", "tag:example.org,2021:plan/2<", "tag:example.org:plan/2<", /not a tag URI/],
  ["news.atom", "<updated>2021-03-25T00:00:00Z</updated>\n  <author>", "<author>", /<feed> has 0 <updated>|"" of the feed|updated is ,/],
  ["news.atom", "    <updated>2020-02-29T00:00:00Z</updated>\n", "", /<entry> has 0 <updated>|"" of tag:/],
  ["news.atom", "2020-02-29", "2021-02-29", /"2021-02-29T00:00:00Z" of .* is not a time/],
  ["news.atom", "2020-02-29T00:00:00Z", "2020-02-29", /"2020-02-29" of .* is not a time/],
  ["news.atom", "2020-02-29", "2022-02-28", /newest entry is of 2022/],
  ["news.atom", "<updated>2021-03-25", "<updated>2021-03-26", /newest entry is of 2021-03-25/],
  ["news.atom", "<name>The council</name>", "<name/>", /no name/],
  ["news.atom", "<author><name>The council</name></author>", "", /0 <author>/],
  ["news.atom", 'rel="self"', 'rel="next"', /0 links "self"|says that it is ,/],
  ["news.atom", "plan/news.atom", "plan/other.atom", /says that it is/],
  ["news.atom", "plan/news/#two", "plan/gone/#two", /dangling: there is no gone/],
  ["news.atom", "#two", "#three", /dangling: .* no id "three"/],
  ["news.atom", "https://example.org/plan/news/#two", "/plan/news/#two", /not a whole address/],
  ["news.atom", "https://example.org/plan/news/#two", "https://example.org/news/", /not below/],
  ["news.atom", "quot;https://example.org/plan/", "quot;/plan/", /not a whole address/],
  ["news.atom", "plan/&quot;", "plan/gone/&quot;", /dangling/],
  ["news.atom", "<title>007", "<title/><title>007", /2 <title>|is empty|feedsmith/],
  ["news.atom", ' type="html"', "", /not of type html/],
  ["news/feed.json", "News & more", "News \\& more", /JSON/],
  ["news/feed.json", "version/1.1", "version/1", /version is/],
  ["news/feed.json", '"url"', '"uri"', /"uri"|"url"|undefined|feedsmith/],
  ["news/feed.json", '"date_modified": "2021-03-25T00:00:00Z"', '"summary": "1"', /"date_modified" is missing|"undefined" of|undefined" here/],
  ["news/feed.json", '"content_html"', '"summary"', /no content/],
  ["news/feed.json", "news/feed.json", "feed.json", /says that it is/],
  ["news/feed.json", "One ½", "Two", /plan\/1 is "Two/],
  ["dates.ics", "1B\\, due", "1B, due", /bad escape: SUMMARY/],
  ["dates.ics", "line\\;", "line;", /bad escape: DESCRIPTION/],
  ["dates.ics", "R\r\n FC", "RFC", /line 13 has \d\d octets/],
  ["dates.ics", "R\r\n FC", "R\r\nFC", /not a property: FC/],
  ["dates.ics", "½", Buffer.from("\xC2\r\n \xBD", "latin1"), /a character is cut/],
  ["dates.ics", "Dates\r\n", "Dates\n", /CRLF/],
  ["dates.ics", "Dates\r\n", "Dates\r\n\r\n", /is empty|not a property: $/],
  ["dates.ics", "UID:2", "UID:1", /UID 1@example.org is not unique|is ".*" here/],
  ["dates.ics", "UID:2@example.org\r\n", "", /0 UID/],
  ["dates.ics", "DTSTAMP:20210325T000000Z\r\n", "", /0 DTSTAMP/],
  ["dates.ics", "DTSTAMP:20210325T000000Z", "DTSTAMP:20210325T000000", /DTSTAMP is no time in UTC/],
  ["dates.ics", "DTEND;VALUE=DATE:20220101", "DTEND;VALUE=DATE:20211231", /not after DTSTART/],
  ["dates.ics", "VALUE=DATE:20240301", "VALUE=DATE:20250229", /no time in UTC: 2025-02-29/],
  ["dates.ics", "DTSTART;VALUE=DATE:20240229", "DTSTART:20240229T000000Z", /DTSTART is a date-time/],
  ["dates.ics", "SUMMARY:Review\r\n", "", /0 SUMMARY/],
  ["dates.ics", "CANCELLED", "GONE", /the status GONE/],
  ["dates.ics", "TRANSP:TRANSPARENT\r\n", "", /makes people busy/],
  ["dates.ics", "news/#one", "gone/", /dangling/],
  ["dates.ics", "X-WR-CALNAME:Dates\r\n", "", /0 X-WR-CALNAME/],
  ["dates.ics", "VERSION:2.0\r\n", "VERSION:2.0\r\nMETHOD:PUBLISH\r\n", /METHOD/],
  ["dates.ics", "END:VCALENDAR\r\n", "", /did not end/],
  ["dates.ics", /BEGIN:VEVENT.*END:VEVENT\r\n/s, "", /at least one event/],
];

function selfTest() {
  const problemsOf = (files) => check([site("site", Object.keys(files), (path) => Buffer.from(files[path]))]).problems;
  assert.deepEqual(problemsOf(GOOD), [], "the good site");
  for (const kind of ["atom", "json", "ics"]) {
    const without = Object.fromEntries(Object.entries(GOOD).filter(([path]) => !path.endsWith(`.${kind}`)));
    assert.deepEqual(problemsOf(without), [`no entry in any .${kind} was found`]);
  }
  const twin = GOOD["news.atom"].replace("plan/news.atom", "plan/other.atom");
  assert.match(problemsOf({ ...GOOD, "other.atom": twin }).join("\n"), /^.* the feed's id .* is also in news.atom$/);
  const failures = [];
  for (const [path, from, to, expected] of MISTAKES) {
    const good = Buffer.from(GOOD[path]).toString("latin1");
    const sought = typeof from === "string" ? Buffer.from(from).toString("latin1") : from;
    const bad = good.replace(sought, () => Buffer.from(to).toString("latin1"));
    assert(bad !== good, `${path} has no ${from}`);
    // A file that cannot be read has no entries either.
    const problems = problemsOf({ ...GOOD, [path]: Buffer.from(bad, "latin1") }).filter((one) => !one.startsWith("no entry"));
    if (problems.length === 0 || !problems.every((problem) => expected.test(problem)))
      failures.push(`${path}: ${from} -> ${to}: not just ${expected}, but ${JSON.stringify(problems)}`);
  }
  failures.forEach((failure) => console.log(failure));
  if (failures.length) process.exit(1);
  console.log(`${MISTAKES.length} mistakes: each is found, and nothing else`);
}

const given = process.argv.slice(2);
if (given.length === 0) {
  console.error("Usage: node feeds.mjs SITE_FOLDER... | --self-test");
  process.exit(2);
}
if (given[0] === "--self-test") selfTest();
else {
  const { problems, counts } = check(given.map(siteOnDisk));
  problems.forEach((problem) => console.log(problem));
  console.log(
    `${counts.feeds} feeds with ${counts.atom + counts.json} entries, ` +
      `${counts.calendars} calendars with ${counts.ics} entries: ` +
      (problems.length ? `${problems.length} problems` : "all read"),
  );
  process.exit(problems.length ? 1 : 0);
}
