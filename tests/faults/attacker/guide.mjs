// The fields that content can have, as the program itself lists them.
import { execFileSync } from "node:child_process";

const ROW = /^\| `([^`]+)` \| (yes)? *\| (.*?) \| .* \|$/;

/// Reads `localoffer schema`: { kinds: { name: { folder, fields } }, parts: { name: { shorthand, fields } } }, where a
/// field is { key, required, type }. The JSON Schema names the same fields; where the two differ, an error is thrown.
export function readGuide(program) {
  const guide = execFileSync(program, ["schema"], { encoding: "utf8" });
  const [before, parts] = guide.split("\n# Parts of records\n");
  const [records, translations] = before.split("\n# Translations\n");
  const rows = (section) => section.split("\n").map((line) => ROW.exec(line)).filter(Boolean).map(([, key, required, type]) => ({ key, required: Boolean(required), type }));
  const sections = (text) => Object.fromEntries(text.split(/^## /m).slice(1).map((section) => {
    const name = section.slice(0, section.indexOf("\n"));
    const fields = rows(section);
    const place = /It lives in `([^`]+)`/.exec(section)?.[1] ?? "";
    return [name, { folder: /^content\/AREA\/([^/]+)\/$/.exec(place)?.[1] ?? "", shorthand: /stands for `([^`]+)`/.exec(section)?.[1], fields }];
  }));
  const read = { kinds: sections(records), parts: sections(parts), translation: rows(translations) };
  compareWithSchema(read, JSON.parse(execFileSync(program, ["schema", "--format", "json"], { encoding: "utf8" })));
  return read;
}

function compareWithSchema({ kinds, translation }, schema) {
  for (const [name, { properties }] of Object.entries(schema.$defs)) {
    const [kind, translates] = name.split(/ (translation)$/);
    const fields = [...(kinds[kind]?.fields ?? []), ...(translates ? translation : [])];
    const known = new Set(fields.map(({ key }) => key));
    const missing = Object.keys(properties).filter((key) => !known.has(key));
    if (missing.length) throw new Error(`the JSON Schema has fields of ${name} that the guide lacks: ${missing.join(", ")}`);
  }
}
