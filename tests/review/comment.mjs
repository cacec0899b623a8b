#!/usr/bin/env node
// The comment that a review writes, as GitHub and GitLab would show it, when content is written by an attacker:
//   node comment.mjs [LOCALOFFER]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

import { localoffer, run } from "../publish/lib/programs.mjs";
import { check, scenario } from "../publish/lib/scenario.mjs";
import { Draft, makeCole } from "./cole.mjs";

const address = "https://preview.example.org/12/";
const payloads = [
  "[here](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<!-- localoffer review -->",
  "--> <details>",
  "@council and @council/everyone",
  "#12, !13, ~label, %milestone, $snippet, &4, council/plan#5",
  "www.evil.example",
  "https://evil.example/a",
  "me@evil.example",
  "`code` **bold** _it_ ~~gone~~",
  "| a | b |",
  ":smile:",
  "\\\\[x\\\\](https://evil.example)",
  "[ref]: https://evil.example",
  "- [ ] task",
  "1. one",
  "# Heading",
  "> quote",
  "\u202Eback \u2066to\u2069 front",
  "&lt;b&gt; &#60;b&#62;",
  "[^1] note",
  "a\\\\",
];

const quoted = (text) => JSON.stringify(text);

/// The comment as HTML, with raw HTML shown as it would run: whatever gets through is seen.
const shown = (comment) => micromark(comment, { allowDangerousHtml: true, allowDangerousProtocol: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

await scenario("review-comment", async (folder) => {
  for (const [index, payload] of payloads.entries()) {
    const clone = makeCole(join(folder, String(index)));
    clone.git("checkout", "--quiet", "-b", "draft");
    const draft = new Draft(clone);
    const milestones = "content/milestones/schools.yaml";
    draft.replace(milestones, "title: Write a guide", `title: ${quoted(`Guide ${payload} end`)}`);
    draft.replace(milestones, "first_due: 2024-05\n", `first_due: 2024-05\n  due: 2024-09\n  why: ${quoted(`Because ${payload} so`)}\n`);
    draft.replace("site.yaml", "label: Off track,", `label: ${quoted(`Late ${payload}`)},`);
    clone.commit(`A draft ${payload}`, "2024-03-14");
    const file = join(clone.folder, "comment.md");
    const words = ["review", "site.yaml", "--base", "main", "--out", join(clone.folder, "out"), "--markdown", file, "--address", address, "--no-cache"];
    const ended = run(localoffer, words, { cwd: clone.folder });
    check(`${payload}: it ends`, [0, 1].includes(ended.status), ended.text);
    const comment = readFileSync(file, "utf8");
    const html = shown(comment);
    const text = html.replace(/<[^>]*>/g, "");
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    check(`${payload}: each link leads into the preview`, links.every((href) => href.startsWith(address)), links.join("\n"));
    check(`${payload}: nothing is drawn, run or hidden`, !/<(img|script|details|input|table|blockquote|pre|code|em|strong|del|ol)\b/.test(html), html);
    check(`${payload}: the headings are the comment's own`, [...html.matchAll(/<h\d/g)].length === [...comment.matchAll(/^##+ /gm)].length, html);
    check(`${payload}: the marker stands once`, comment.split("<!-- localoffer review -->").length === 2 && html.split("<!--").length === 2, comment);
    check(`${payload}: nobody and nothing is named to the forge`, !/[@#!~%$&]\w/.test(text.replace(/&(amp|lt|gt|quot);/g, "\u200B")), text);
    check(`${payload}: no character turns the text around`, !/[\u202A-\u202E\u2066-\u2069]/.test(comment), comment);
    check(`${payload}: it is short`, comment.length < 8000, comment.length);
  }
});
