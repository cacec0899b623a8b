// What only shows when all pages are seen together: titles, links, what a visit weighs, the accessibility statement.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fileFor } from "./server.mjs";

const FIRST_VISIT = 30_000; // bytes, compressed, everything that the page loads
const NEXT_PAGE = 12_000;

// Of the model statement for public sector bodies; how a site numbers or nests them is its own affair.
const STATEMENT_HEADINGS = [
  /accessibility statement/i,
  /feedback and contact/i,
  /enforcement procedure/i,
  /technical information/i,
  /compliance status/i,
  /non-accessible content/i,
  /preparation of this/i,
];

const ORIGIN = "http://site";

function titles(pages, fail) {
  const first = new Map();
  for (const { route, facts } of pages) {
    if (first.has(facts.title)) fail("site/titles", `${route} and ${first.get(facts.title)} are both called "${facts.title}"`);
    else first.set(facts.title, route);
  }
}

// Every link within the site finds its file and its place in it, and every page is linked to from the home page on.
function links(folder, pages, redirects, fail) {
  const byRoute = new Map(pages.map((page) => [page.route, page]));
  const moved = new Map(redirects.map(({ route, to }) => [route, new URL(to, ORIGIN + route).pathname]));
  const target = (route) => byRoute.get(moved.get(route) ?? route);
  for (const { route, facts } of pages) {
    for (const href of new Set(facts.links)) {
      const url = new URL(href);
      if (url.origin !== ORIGIN) continue;
      if (!fileFor(folder, url.pathname)) {
        fail("site/links", `${route} links to ${url.pathname}, which is not there`);
        continue;
      }
      const place = decodeURIComponent(url.hash.slice(1));
      const page = target(url.pathname);
      if (place && page && !page.facts.ids.includes(place))
        fail("site/anchors", `${route} links to ${url.pathname}#${place}, and that page has no such place`);
    }
  }
  for (const [route, to] of moved)
    if (!fileFor(folder, to)) fail("site/links", `the redirect ${route} leads to ${to}, which is not there`);

  const reached = new Set(["/", "/404.html"]);
  const waiting = [...reached];
  while (waiting.length) {
    for (const href of byRoute.get(waiting.pop())?.facts.links ?? []) {
      const url = new URL(href);
      const route = url.origin === ORIGIN ? target(url.pathname)?.route : null;
      if (!route || reached.has(route)) continue;
      reached.add(route);
      waiting.push(route);
    }
  }
  for (const { route } of pages) if (!reached.has(route)) fail("site/orphans", `no link from the home page on leads to ${route}`);
}

function weight(folder, pages, fail) {
  const sizes = new Map();
  const size = (path) => {
    if (!sizes.has(path)) {
      const file = fileFor(folder, path);
      sizes.set(path, file ? gzipSync(readFileSync(file), { level: 6 }).length : 0);
    }
    return sizes.get(path);
  };
  for (const { route, facts } of pages) {
    const next = size(route);
    const first = facts.resources.reduce((sum, path) => sum + size(path), next);
    if (first > FIRST_VISIT) fail("site/weight", `a first visit to ${route} takes ${first} bytes, more than ${FIRST_VISIT}`);
    if (next > NEXT_PAGE) fail("site/weight", `${route} takes ${next} bytes, more than ${NEXT_PAGE}`);
  }
}

function statement(folder, pages, fail) {
  const routes = new Set(pages.map(({ facts }) => facts.statement && new URL(facts.statement).pathname));
  routes.delete(undefined);
  if (routes.size > 1) fail("site/statement", `pages link to different accessibility statements: ${[...routes].join(", ")}`);
  for (const route of routes) {
    const file = fileFor(folder, route);
    const headings = file ? (readFileSync(file, "utf8").match(/<h[1-3][\s\S]*?<\/h[1-3]>/g) ?? []) : [];
    for (const wanted of STATEMENT_HEADINGS)
      if (!headings.some((heading) => wanted.test(heading.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "))))
        fail("site/statement", `the accessibility statement ${route} has no heading like "${wanted.source}"`);
  }
}

/// `pages`: [{ route, facts }], `redirects`: [{ route, to }]. Returns [{ check, message }].
export function siteFailures(folder, pages, redirects) {
  const failures = [];
  const fail = (check, message) => failures.push({ check, message });
  titles(pages, fail);
  links(folder, pages, redirects, fail);
  weight(folder, pages, fail);
  statement(folder, pages, fail);
  return failures;
}
