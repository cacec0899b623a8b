#!/usr/bin/env node
// Pairs of commits of which it is known what differs, and what a review says of them:
//   node pairs.mjs [LOCALOFFER]
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { filesBelow } from "../publish/lib/folders.mjs";
import { localoffer, run } from "../publish/lib/programs.mjs";
import { check, scenario } from "../publish/lib/scenario.mjs";
import { cases } from "./cases.mjs";
import { Draft, makeCole } from "./cole.mjs";

const lines = (items) => items.map((one) => JSON.stringify(one)).join("\n");

function checkFacts(name, wanted, review) {
  const found = review.facts.map(({ change, id, before, after }) => [change, id, before, after]);
  check(`${name}: the facts are those that differ, worst first`, lines(found) === lines(wanted), `${lines(found)}\n--- wanted ---\n${lines(wanted)}`);
}

const isIns = /<ins[^>]*><span class="govuk-visually-hidden">Added: <\/span>/g;

/// The words that the page itself marks, as people see them.
function marksOf(html) {
  const found = [];
  for (const [, element, text] of html.matchAll(/<(ins|del)[^>]*><span class="govuk-visually-hidden">[^<]*<\/span>(.*?)(?:<span class="govuk-visually-hidden">[^<]*<\/span>)?<\/\1>/gs))
    found.push(`${element === "ins" ? "+" : "-"}${text.trim()}`);
  return found;
}

function checkMarks(name, pages, out) {
  for (const [route, wanted] of Object.entries(pages)) {
    const html = readFileSync(join(out, "review/pages", route, "index.html"), "utf8");
    const found = marksOf(html);
    check(`${name}: ${route} marks what differs`, lines(found) === lines(wanted), `${lines(found)}\n--- wanted ---\n${lines(wanted)}`);
    check(`${name}: ${route} leads to the page without marks`, html.includes(`href="${route}"`));
    check(`${name}: the page without marks has none`, !isIns.test(readFileSync(join(out, route, "index.html"), "utf8")));
  }
}

/// What holds of every page of a preview.
function checkPages(name, out) {
  for (const path of filesBelow(out).filter((one) => one.endsWith(".html"))) {
    const html = readFileSync(join(out, path), "utf8");
    if (html.includes('http-equiv="refresh"')) continue;
    check(`${name}: ${path} says that it is a draft`, html.includes("Draft for review. Not published."));
    check(`${name}: ${path} is not listed`, html.includes('<meta name="robots" content="noindex">'));
    check(`${name}: ${path} holds no mark of our own`, !/[\uFDD0-\uFDDF]/.test(html));
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    check(`${name}: ${path} has each id once`, new Set(ids).size === ids.length, ids);
  }
}

function tryCase({ name, edit, base = () => {}, facts, marks = {}, gone = [], added = [], newProblems = [], mended = [], doubts, status = 0, built = [true, true], more = () => {} }, folder) {
  const clone = makeCole(join(folder, name.replace(/\W+/g, "-")));
  base(new Draft(clone));
  clone.write("NOTES.md", "What the draft begins at.\n"); // a commit is never empty
  clone.commit("What the draft begins at", "2024-03-12");
  clone.git("checkout", "--quiet", "-b", "draft");
  edit(new Draft(clone));
  clone.write("NOTES.md", "A draft.\n");
  clone.commit("A draft", "2024-03-14");
  const out = join(clone.folder, "out");
  const json = join(clone.folder, "review.json");
  const themes = existsSync(join(clone.folder, "themes")) ? ["--theme-dir", join(clone.folder, "themes")] : [];
  const ended = run(localoffer, ["review", "site.yaml", "--base", "main", "--out", out, "--json", json, "--no-cache", ...themes], { cwd: clone.folder });
  check(`${name}: it ends with ${status}`, ended.status === status, ended.text);
  if (!existsSync(json)) return;
  const review = JSON.parse(readFileSync(json, "utf8"));
  check(`${name}: which sides could be built`, review.before.built === built[0] && review.after.built === built[1], JSON.stringify([review.before, review.after]));
  checkFacts(name, facts, review);
  checkMarks(name, marks, out);
  const routes = (kind) => review.pages.filter((page) => page.kind === kind).map((page) => page.route);
  check(`${name}: new pages`, lines(routes("added")) === lines(added), lines(routes("added")));
  check(`${name}: pages that go`, lines(routes("removed")) === lines(gone), lines(routes("removed")));
  const codes = (list) => list.map((problem) => problem.code);
  check(`${name}: new problems`, lines(codes(review.new_problems)) === lines(newProblems), lines(codes(review.new_problems)));
  check(`${name}: mended problems`, lines(codes(review.mended_problems)) === lines(mended), lines(codes(review.mended_problems)));
  const kinds = review.doubts.map((doubt) => doubt.kind);
  if (doubts) check(`${name}: what to ask about`, lines(kinds) === lines(doubts), lines(kinds));
  more(review, (what, good, seen) => check(`${name}: ${what}`, good, seen), (path) => readFileSync(join(out, path), "utf8"));
  checkPages(name, out);
}

await scenario("review-pairs", async (folder) => {
  for (const one of cases) tryCase(one, folder);
});
