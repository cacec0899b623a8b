// Small pieces that the cases are made of.
import { baseFiles } from "../repository.mjs";

export const many = (count, text, between = "") => Array.from({ length: count }, () => text).join(between);
export const manyLines = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join("");

/// A milestone without any mistake, with a line of the attacker's. `without` is a key that the line takes the place of.
export function record(line, without = "") {
  const lines = [
    "ref: X 1", "title: Do the thing", "meaning: You should see it.", "status: at-risk", "priority: 8-timeliness", "first_due: 2021-09",
    'sources: [{report: board, section: "4"}]',
  ];
  return [...lines.filter((one) => !one.startsWith(`${without}:`)), line].join("\n") + "\n";
}

/// The base's settings with another value for one key.
export function settingsWith(key, value) {
  const text = baseFiles()["site.yaml"].toString();
  const line = new RegExp(`^${key}:.*\n`, "m");
  return { "site.yaml": line.test(text) ? text.replace(line, () => `${key}: ${value}\n`) : `${text}${key}: ${value}\n` };
}

/// A page of the content with this Markdown below its fields.
export const page = (markdown, fields = "") =>
  `---\ntitle: A page\nmeaning: It is a page.\n${fields}sources: [{report: board, section: "4"}]\n---\n${markdown}\n`;
