// The fields that content can have, as the program itself lists them.
import { execFileSync } from "node:child_process";

const ROW = /^\| `([^`]+)` \| (yes)? *\| (.*?) \| .* \|$/;

/// Reads `localoffer schema`: { kinds: { name: { folder, fields } }, parts: { name: { shorthand, fields } } }, where a
/// field is { key, required, type }. The JSON Schema names the same fields; where the two differ, an error is thrown.
export function readGuide(program) {
  const guide = execFileSync(program, ["schema"], { encoding: "utf8" });
  const [records, parts] = guide.split("\n# Parts of records\n");
  const sections = (text) => Object.fromEntries(text.split(/^## /m).slice(1).map((section) => {
    const name = section.slice(0, section.indexOf("\n"));
    const fields = section.split("\n").map((line) => ROW.exec(line)).filter(Boolean).map(([, key, required, type]) => ({ key, required: Boolean(required), type }));
    const place = /It lives in `([^`]+)`/.exec(section)?.[1] ?? "";
    return [name, { folder: /^content\/AREA\/([^/]+)\/$/.exec(place)?.[1] ?? "", shorthand: /stands for `([^`]+)`/.exec(section)?.[1], fields }];
  }));
  const read = { kinds: sections(records), parts: sections(parts) };
  compareWithSchema(read, JSON.parse(execFileSync(program, ["schema", "--format", "json"], { encoding: "utf8" })));
  return read;
}

function compareWithSchema({ kinds }, schema) {
  for (const [name, { properties }] of Object.entries(schema.$defs)) {
    const known = new Set(kinds[name]?.fields.map(({ key }) => key));
    const missing = Object.keys(properties).filter((key) => !known.has(key));
    if (missing.length) throw new Error(`the JSON Schema has fields of ${name} that the guide lacks: ${missing.join(", ")}`);
  }
}
