// One record of each kind with every field that there is, so that each field can hold what an attacker writes.
import { baseFiles } from "./repository.mjs";

/// Fields that others point to. A payload in one of them breaks what points there, so each is tried alone.
const POINTED_AT = new Set(["id", "ref", "key", "content", "theme", "language", "baseline", "as_of"]);
const KNOWN = { priority: "8-timeliness", workstream: "8-1", measure: "ehc-plans-20-weeks", theme: "timeliness", body: "council", report: "board" };
/// Where a value of the right type is not enough.
const VALUES = {
  "site.content": "content", "site.theme": "clear", "site.language": "en", "site.url": "https://progress.example.org/", "site.as_of": "2021-03-25",
  "period.start": "2021-01", "period.end": "2021-03", "plan.kind": "written-statement-of-action", "milestone.ref": "X 1", "milestone.status": "at-risk",
  "site.colours.brand": "#123456", "site.colours.brand_text": "#ffffff", "site.colours.link": "#123456", "site.contacts.0.kind": "web", "site.contacts.0.value": "https://example.org/",
  "site.problem_email": "problems@example.org", "site.redirects.0.from": "/old/", "site.redirects.0.to": "/priorities/", "document.url": "https://example.org/x.pdf", "report.url": "https://example.org/x", "report.date": "2021-03-25",
  "priority.theme": "the-theme", "period.windows.0.from": "2018-01-01", "period.windows.0.to": "2030-01-01", "period.windows.0.status": "at-risk",
  "site.plan_kinds.0.key": "written-statement-of-action", "document.alternative": "https://example.org/x", "page.route": "/a-page/",
  "easy read.of": "/", "easy read.parts.0.items.0.picture": "plan",
};
const LEFT_OUT = new Set(["site.baseline", "site.rules", "document.file", "period.frozen_at", "period.frozen_commit"]);

/// Of the one record of a kind.
const idOf = (kind) => `the-${kind.replaceAll(" ", "-")}`;

/// A record as a tree: maps and lists, and leaves { path, type, value, state } where state is "valid", "payload" or "gone".
class Maker {
  constructor(guide) {
    this.guide = guide;
    this.leaves = [];
  }

  leaf(path, type, value) {
    const made = { path, type, value: VALUES[path] ?? value, state: "valid", alone: POINTED_AT.has(path.split(".").at(-1)) };
    this.leaves.push(made);
    return made;
  }

  value(path, type, seen) {
    if (type.startsWith("list of: ")) return [this.value(`${path}.0`, type.slice(9), seen)];
    if (type.startsWith("lines of key: ")) {
      const inner = type.slice(14);
      const key = inner === "name" ? "milestone" : "complete";
      return { [key]: this.value(`${path}.${key}`, inner, seen) };
    }
    const choice = /^one of `([^`]+)`/.exec(type)?.[1];
    if (choice) return this.leaf(path, type, choice);
    const kind = /^id of a (.+)$/.exec(type)?.[1];
    if (kind) return this.leaf(path, type, KNOWN[kind] ?? idOf(kind));
    const simple = { text: "Words of it", Markdown: "Some words of it.", "whole number": "1", number: "1", "true or false": "true", "key of a status": "complete", "ref of a milestone": "1B ii", 'colour ("#rrggbb")': "#123456" }[type];
    if (simple) return this.leaf(path, type, simple);
    if (type.startsWith("date")) return this.leaf(path, type, "2021-01-15");
    if (!this.guide.parts[type]) throw new Error(`the guide has a type that is not known here: ${type}`);
    return seen.includes(type) ? undefined : this.map(path, this.guide.parts[type].fields, [...seen, type]);
  }

  map(path, fields, seen = []) {
    return Object.fromEntries(fields.filter(({ key }) => !LEFT_OUT.has(`${path}.${key}`)).map(({ key, type }) => [key, this.value(`${path}.${key}`, type, seen)]));
  }
}

/// Everything as YAML, a leaf on each line: { text, leafOfLine }.
function written(tree, payload) {
  const lines = [];
  const leafOfLine = new Map();
  const isGone = (node) => node === undefined || (node.path ? node.state === "gone" : Array.isArray(node) ? node.every(isGone) : Object.values(node).every(isGone));
  const put = (node, indent, lead) => {
    if (isGone(node)) return;
    if (node.path) {
      lines.push(`${lead} ${JSON.stringify(node.state === "payload" ? payload(node) : node.value).replace(/[\u007f-\uffff]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"))}`);
      leafOfLine.set(lines.length, node);
    } else if (Array.isArray(node)) {
      if (lead) lines.push(lead);
      for (const item of node) put(item, indent + "  ", `${indent}-`);
    } else {
      if (lead) lines.push(lead);
      for (const [key, value] of Object.entries(node)) put(value, indent + "  ", `${indent}${key}:`);
    }
  };
  put(tree, "", "");
  return { text: lines.join("\n") + "\n", leafOfLine };
}

/// The whole site. `records` are [{ file, tree, leaves }].
export class FullSite {
  constructor(guide) {
    this.records = Object.entries(guide.kinds).map(([kind, { folder, fields }]) => {
      const maker = new Maker(guide);
      const tree = maker.map(kind, fields);
      const id = maker.leaves.find(({ path }) => path === `${kind}.id`);
      if (id) id.value = idOf(kind);
      const file = kind === "site" ? "site.yaml" : kind === "plan" ? "content/plan.yaml" : `content/${folder}/${idOf(kind)}.yaml`;
      if (kind === "site") this.addScale(tree);
      return { kind, file, tree, leaves: maker.leaves };
    });
    this.leaves = this.records.flatMap(({ leaves }) => leaves);
  }

  leavesOf(file) {
    return this.records.find((record) => record.file === file)?.leaves ?? [];
  }

  /// The base's records need its whole scale; the first status is the attacker's.
  addScale(tree) {
    this.scale = baseFiles()["site.yaml"].toString().replace(/^[^]*\nstatuses:\n/, "").replace(/\nnames:[^]*$/, "\n");
    this.statuses = tree.statuses;
  }

  /// { files, leafAt(file, line) }
  write(payload) {
    const files = baseFiles();
    delete files["content/plan.md"];
    const lines = new Map();
    for (const { file, tree } of this.records) {
      const { text, leafOfLine } = written(tree, payload);
      files[file] = Buffer.from(file === "site.yaml" ? text.replace(/^statuses:\n/m, () => `statuses:\n`) + "" : text);
      if (file === "site.yaml") files[file] = Buffer.from(this.withScale(text, leafOfLine));
      lines.set(file, leafOfLine);
    }
    return { files, leafAt: (file, line) => lines.get(file)?.get(Number(line)) };
  }

  /// Puts the base's statuses behind the attacker's own, at the end of the list, and moves the lines below.
  withScale(text, leafOfLine) {
    const lines = text.split("\n");
    const begin = lines.indexOf("statuses:");
    let end = begin + 1;
    while (/^\s/.test(lines[end] ?? "")) ++end;
    const scale = this.scale.trimEnd().split("\n");
    lines.splice(end, 0, ...scale);
    const moved = [...leafOfLine].map(([line, leaf]) => [line > end ? line + scale.length : line, leaf]);
    leafOfLine.clear();
    moved.forEach(([line, leaf]) => leafOfLine.set(line, leaf));
    return lines.join("\n");
  }
}

/// What is put into each field: a function of an id that is different for each field.
export const PAYLOADS = {
  html: (id) => `"><script>canary('${id}')</script><img src=x onerror="canary('${id}')">`,
  attribute: (id) => `' onmouseover=canary('${id}') autofocus onfocus=canary('${id}') x='" onmouseover="canary('${id}')" autofocus onfocus="canary('${id}')" y="`,
  "in-markdown-code": (id) => `Words \`<script>canary('${id}')</script>\` and &lt;script&gt;canary('${id}')&lt;/script&gt; and \\<script>canary('${id}')\\</script>`,
  scheme: (id) => `javascript:canary('${id}')`,
  "scheme-mixed": (id) => `JaVaScRiPt&colon;canary('${id}')//https://example.org/`,
  "protocol-relative": (id) => `//canary.invalid/${id}`,
  template: (id) => `{{{frame.title}}} {{>start}} {{=<% %>=}} {title} {count, plural, other {#}} '{' ${id}`,
  formula: (id, i) => `${"=+-@"[i % 4]}cmd|' /C calc'!A0 ${id}`,
  "formula-after-a-blank": (id, i) => `${["\t=", "\r=", " =", "\n+"][i % 4]}1+1 ${id}`,
  xml: (id) => `]]></title><x:script xmlns:x="http://www.w3.org/1999/xhtml">canary('${id}')</x:script><![CDATA[`,
  lines: (id) => `Words ${id}\r\nBEGIN:VEVENT\r\nSUMMARY:more\r\nEND:VEVENT\n\nX: y`,
  json: (id) => `Words","${id}":"</script><script>canary('${id}')</script>\u2028\\`,
  control: (id) => `Words \u0001\u0008\u001b[31m\u007f\u009b31m\u0085 ${id}`,
  "no-characters": (id) => `Words \ufffe\uffff ${id}`,
  "half-a-character": (id) => `Words \ud800 ${id} \udc00`,
  nul: (id) => `Words \u0000 ${id}`,
  "turned-around": (id) => `Words \u202e\u2066\u200b\u200f ${id}`,
  climbing: (id) => `../../../../${id}/../../etc/passwd`,
};
