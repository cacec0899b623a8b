// Writes cases for the template engine as JSON: a schema, data of that schema, a template, partials, and what the npm
// package "mustache" makes of them. The same seed always gives the same cases.
//
//   node cases.mjs OUTPUT.json [COUNT] [SEED]
//
// Two things that the package does in its own way are left out of the cases:
//  - it also indents a partial that does not stand alone on its line, so partials within a line hold one line;
//  - it looks for the whole of a dotted name further out when an object on the way is absent, so no two objects have
//    the same name, and no section stands in a section over the same list or object.

import { writeFileSync } from "node:fs";
import mustache from "mustache";

const [output, count = "2000", seed = "1"] = process.argv.slice(2);

// Our engine escapes what HTML needs, the package also "/", "`" and "=": each takes its own function.
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
mustache.escape = (text) => String(text).replace(/[&<>"']/g, (character) => entities[character]);

// mulberry32
let state = Number(seed) >>> 0;
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}
const pick = (items) => items[random(items.length)];
const chance = (percent) => random(100) < percent;

const kinds = ["text", "text", "text", "html", "flag", "flag", "object", "list", "list", "strings"];
let nextObject = 0;

// {name: {kind, type}}: text and flags may hide those of the same name further out.
function makeType(depth) {
  const type = {};
  for (let i = 0, size = 2 + random(5); i < size; ++i) {
    const kind = pick(kinds);
    if (kind === "object" || kind === "list") {
      if (depth > 0) type[`o${nextObject++}`] = { kind, type: makeType(depth - 1) };
    } else {
      type[kind === "strings" ? `o${nextObject++}` : `${kind[0]}${random(4)}`] = { kind };
    }
  }
  return type;
}

const texts = ["", "one", "a & b", "<i>", "it's", '"q"', "é", "two\nlines", " ", "{{t0}}"];

function makeValue(field) {
  switch (field.kind) {
    case "text": return pick(texts);
    case "html": return pick(["", "<b>x</b>", "&amp;"]);
    case "flag": return chance(50);
    case "object": return chance(30) ? null : makeData(field.type);
    case "list": return Array.from({ length: random(4) }, () => makeData(field.type));
    case "strings": return Array.from({ length: random(4) }, () => pick(texts));
  }
}

function makeData(type) {
  return Object.fromEntries(Object.entries(type).map(([name, field]) => [name, makeValue(field)]));
}

// All that a template may name in a stack of contexts: {name, field}, with dotted names through objects.
function visible(stack) {
  const seen = new Map();
  for (const type of stack)
    for (const [name, field] of Object.entries(type ?? {})) if (!seen.has(name)) seen.set(name, field);
  const names = [];
  const add = (name, field) => {
    names.push({ name, field });
    if (field.kind === "object")
      for (const [inner, innerField] of Object.entries(field.type))
        if (!innerField.type || !stack.includes(innerField.type)) add(`${name}.${inner}`, innerField);
  };
  for (const [name, field] of seen) if (!field.type || !stack.includes(field.type)) add(name, field);
  return names;
}

const fillers = ["x", "<p>", "- ", "\n", "\n", "\n", "  ", " \t", "\n  ", "|\n", "", "\r\n", "{ ", "}"];
const space = () => pick(["", "", "", " "]);

// A context is a type, or null for a string of a list.
function makeTemplate(stack, depth, partials) {
  let text = "";
  for (let i = 0, size = 1 + random(6); i < size; ++i) text += pick(fillers) + makeTag(stack, depth, partials);
  return text + pick(fillers);
}

function makeTag(stack, depth, partials) {
  const names = visible(stack);
  if (stack[0] === null && chance(40)) return `{{${space()}.${space()}}}`;
  if (chance(8)) return `{{! a ${pick(["comment", "com\nment"])} }}`;
  if (chance(12) && depth > 0) return makePartial(stack, depth, partials);
  if (names.length === 0) return "";
  const { name, field } = pick(names);
  const shown = `${space()}${name}${space()}`;
  if (chance(45)) {
    if (field.kind === "text") return `{{${shown}}}`;
    if (field.kind === "html") return pick([`{{{${shown}}}}`, `{{&${shown}}}`]);
  }
  if (depth === 0) return "";
  const inverted = chance(25);
  const edge = pick(["", "", "\n", "\n  ", " \n"]);
  const inside = makeTemplate(inverted ? stack : contextsIn(stack, field), depth - 1, partials);
  return `${edge}{{${inverted ? "^" : "#"}${shown}}}${edge}${inside}${edge}{{/${shown}}}${edge}`;
}

function contextsIn(stack, field) {
  switch (field.kind) {
    case "flag": return stack;
    case "object":
    case "list": return [field.type, ...stack];
    case "strings": return [null, ...stack];
    default: return [{}, ...stack]; // text and markup: {{.}} would be the text, which no case asks for
  }
}

function makePartial(stack, depth, partials) {
  const name = `p${Object.keys(partials).length}`;
  partials[name] = ""; // takes the name before partials inside it do
  if (chance(50)) {
    partials[name] = makeTemplate(stack, depth - 1, partials);
    return `\n${pick(["", "  ", "\t"])}{{>${space()}${name}${space()}}}${pick(["", " "])}\n`;
  }
  const line = visible(stack).filter(({ field }) => field.kind === "text").map(({ name: n }) => `{{${n}}}`);
  partials[name] = `[${line.length ? pick(line) : ""}]`;
  return `=${`{{>${name}}}`}=`;
}

const cases = [];
for (let i = 0; i < Number(count); ++i) {
  nextObject = 0;
  const schema = makeType(3);
  const data = makeData(schema);
  const partials = {};
  const template = makeTemplate([schema], 3, partials);
  cases.push({ schema, data, template, partials, expected: mustache.render(template, data, partials) });
}
writeFileSync(output, JSON.stringify(cases));
