// Writes records as YAML and Markdown files, in many styles that all mean the same.

/// Texts that people read; they may be folded over several lines.
const PROSE = new Set([
  "text",
  "meaning",
  "why",
  "headline",
  "concern",
  "note",
  "introduction",
  "other_formats",
  "how_tested",
]);
const REFS = new Set(["ref", "depends_on"]);

/// The style in which people write a file by hand first.
export const USUAL = {
  order: "usual",
  quote: "plain",
  prose: "line",
  indent: 2,
  flow: true,
  comments: false,
  blank: false,
  decimals: false,
  tightRefs: false,
  lone: false,
  ownId: false,
  start: false,
  spaces: false,
  windows: false,
  escapes: false,
};

export function randomStyle(random) {
  return {
    order: random.pick(["usual", "alphabet", "backwards"]),
    quote: random.pick(["plain", "single", "double"]),
    prose: random.pick(["line", "folded", "literal", "wrapped"]),
    indent: random.pick([2, 4]),
    flow: random.chance(0.5),
    comments: random.chance(0.3),
    blank: random.chance(0.3),
    decimals: random.chance(0.5),
    tightRefs: random.chance(0.5),
    lone: random.chance(0.3), // one item needs no list
    ownId: random.chance(0.3), // a file that holds one record says its id, too
    start: random.chance(0.2),
    spaces: random.chance(0.3), // two spaces where one is meant
    windows: random.chance(0.1),
    escapes: random.chance(0.3),
  };
}

const isPlain = (text, inFlow) =>
  /^[A-Za-z0-9][A-Za-z0-9 .,'’()–-]*$/.test(text) &&
  !/(^(true|false|yes|no|null)$)|[ ]$/i.test(text) &&
  !(inFlow && text.includes(","));

const escaped = (text, style) => {
  const safe = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  const code = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return style.escapes ? safe.replace(/[^ -~]/g, code) : safe;
};

function quoted(text, style, inFlow) {
  if (style.quote === "single") return `'${text.replaceAll("'", "''")}'`;
  return style.quote === "plain" && isPlain(text, inFlow) ? text : `"${escaped(text, style)}"`;
}

function scalar(key, value, style, inFlow = false) {
  if (typeof value === "number") return style.decimals && Number.isInteger(value) ? `${value}.0` : String(value);
  if (typeof value === "boolean") return String(value);
  const ref = REFS.has(key) && style.tightRefs;
  return quoted(ref ? value.replace(" ", "") : value, style, inFlow);
}

function wrapped(text, width = 44) {
  const lines = [];
  for (const word of text.split(" "))
    if (lines.length && lines.at(-1).length + word.length < width) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  return lines;
}

const pad = (lines, style) => lines.map((line) => (line ? " ".repeat(style.indent) + line : line));

function prose(key, value, style) {
  const text = style.spaces ? value.replace(" ", "  ") : value;
  const lines = wrapped(value);
  if (style.prose === "folded") return [`${key}: >-`, ...pad(lines, style)];
  if (style.prose === "literal") return [`${key}: |`, ...pad(lines, style)];
  if (style.prose === "line" || lines.length < 2) return [`${key}: ${quoted(text, style)}`];
  const [first, ...rest] = isPlain(value) ? lines : wrapped(`"${escaped(value, style)}"`);
  return [`${key}: ${first}`, ...pad(rest, style)];
}

function keysOf(map, style) {
  const keys = Object.keys(map).filter((key) => map[key] !== undefined);
  return style.order === "alphabet" ? keys.sort() : style.order === "backwards" ? keys.reverse() : keys;
}

const flowMap = (map, style) =>
  `{${keysOf(map, style)
    .map(
      (key) =>
        `${key}: ${Array.isArray(map[key]) ? flowList(key, map[key], style) : scalar(key, map[key], style, true)}`,
    )
    .join(", ")}}`;

const flowList = (key, list, style) => `[${list.map((one) => scalar(key, one, style, true)).join(", ")}]`;

/// A map as an item of a list: its lines stand two columns further in than the dash.
const item = (lines) => lines.map((line, i) => (i === 0 ? `- ${line}` : line && `  ${line}`));

function list(key, items, style) {
  if (typeof items[0] === "object") {
    const write = (one) =>
      style.flow && !one.lifecycle ? [`- ${flowMap(one, style)}`] : item(mapLines(one, { ...style, blank: false }));
    return [`${key}:`, ...pad(items.flatMap(write), style)];
  }
  if (style.lone && items.length === 1) return [`${key}: ${scalar(key, items[0], style)}`];
  if (style.flow) return [`${key}: ${flowList(key, items, style)}`];
  return [
    `${key}:`,
    ...pad(
      items.map((one) => `- ${scalar(key, one, style)}`),
      style,
    ),
  ];
}

function field(key, value, style) {
  if (Array.isArray(value)) return list(key, value, style);
  if (typeof value === "object") {
    const deep = Object.values(value).some((inner) => typeof inner === "object");
    return style.flow && !deep
      ? [`${key}: ${flowMap(value, style)}`]
      : [`${key}:`, ...pad(mapLines(value, style), style)];
  }
  if (PROSE.has(key)) return prose(key, value, style);
  const note = style.comments && key === "status" ? " # as the board said" : "";
  return [`${key}: ${scalar(key, value, style)}${note}`];
}

function mapLines(map, style) {
  const lines = [];
  keysOf(map, style).forEach((key, i) => {
    if (style.blank && i > 0 && i % 4 === 0) lines.push("");
    if (style.comments && key === "meaning") lines.push("# In plain words.");
    lines.push(...field(key, map[key], style));
  });
  return lines;
}

/// A list with nothing in it is a field that is left out.
const filled = (fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));

function markdown({ text, ...fields }, style) {
  return ["---", ...mapLines(fields, style), "---", ...(style.prose === "line" ? [text] : wrapped(text))];
}

/// The text of a file. `records`: { id, fields }.
export function fileText({ path, isList, style }, records) {
  let lines;
  if (isList) lines = records.flatMap(({ id, fields }) => item(mapLines({ id, ...filled(fields) }, style)));
  else if (path.endsWith(".md")) lines = markdown(filled(records[0].fields), style);
  else
    lines = mapLines(
      style.ownId && records[0].kind !== "site"
        ? { id: records[0].id, ...filled(records[0].fields) }
        : filled(records[0].fields),
      style,
    );
  if (style.start && !path.endsWith(".md")) lines = ["---", ...lines];
  return [...lines, ""].join(style.windows && !path.endsWith(".md") ? "\r\n" : "\n");
}
