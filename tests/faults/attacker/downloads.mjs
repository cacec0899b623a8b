// What stands beside the pages: tables, feeds and calendars, read as other people's programs read them.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { SaxesParser } from "saxes";
import { listFiles } from "../../browser/site-files.mjs";

const LARGEST = 8 << 20; // what is bigger is a picture or a document, or a mistake

/// The rows of RFC 4180.
export function rowsOf(csv) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy;
  while (cell.lastIndex < csv.length) {
    const [, written, end] = cell.exec(csv) ?? [null, null, null];
    if (written === null) return null;
    rows.at(-1).push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (end === "\r\n") rows.push([]);
    else if (end === "") break;
  }
  if (rows.at(-1).length === 0) rows.pop();
  return rows;
}

/// A spreadsheet works a cell out that begins with one of these (OWASP, "CSV injection").
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function checkCsv(folder, file, text) {
  const rows = rowsOf(text);
  if (!rows) return ["it is not CSV"];
  const description = join(folder, file + "-metadata.json");
  const columns = existsSync(description) ? JSON.parse(readFileSync(description, "utf8")).tableSchema.columns : [];
  const wrong = [];
  rows.forEach((row, i) => {
    if (row.length !== rows[0].length) wrong.push(`row ${i + 1} has ${row.length} cells, not ${rows[0].length}`);
    row.forEach((value, j) => {
      const isNumber = ["integer", "decimal"].includes(columns[j]?.datatype) && /^[+-]?[\d.]+$/.test(value);
      if (i > 0 && !isNumber && FORMULA.test(value)) wrong.push(`a cell that a spreadsheet works out: ${value.slice(0, 60)}`);
    });
  });
  return wrong;
}

function checkXml(text) {
  const wrong = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => wrong.push(`it is not XML: ${error.message}`));
  parser.on("opentag", ({ uri, name }) => {
    if (/xhtml|svg/.test(uri)) wrong.push(`an element that a browser would show: ${name}`);
  });
  parser.write(text).close();
  return wrong.slice(0, 3);
}

const CALENDAR_LINE = /^(BEGIN|END|VERSION|PRODID|NAME|X-WR-CALNAME|DESCRIPTION|X-WR-CALDESC|REFRESH-INTERVAL|X-PUBLISHED-TTL|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|URL|STATUS|TRANSP)[;:]/;

function checkCalendar(text) {
  const lines = text.split("\r\n");
  const odd = lines.find((line) => line && !line.startsWith(" ") && !CALENDAR_LINE.test(line));
  if (odd !== undefined) return [`a line of its own: ${odd.slice(0, 60)}`];
  if (/[^\r]\n|\r[^\n]/.test(text)) return ["a line end inside a line"];
  try {
    ICAL.parse(text);
  } catch (error) {
    return [`it is not a calendar: ${error.message}`];
  }
  return [];
}

function checkText(file, bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return ["it is not UTF-8"];
  }
  if (text.includes("\0")) return ["there is a NUL in it"];
  return [];
}

/// A list of { route, message } of all files below `folder` that the program itself wrote.
export function checkDownloads(folder) {
  const found = [];
  for (const file of listFiles(folder)) {
    const path = join(folder, file);
    const ending = /\.(csv|json|xml|ics|html|txt)$/.exec(file)?.[1];
    if (!ending || /^(documents|files|pictures)\//.test(file)) continue;
    if (statSync(path).size > LARGEST) {
      found.push({ route: "/" + file, message: `it has ${statSync(path).size} bytes` });
      continue;
    }
    const bytes = readFileSync(path);
    const text = bytes.toString("utf8");
    const wrong = checkText(file, bytes);
    if (ending === "csv") wrong.push(...checkCsv(folder, file, text));
    if (ending === "xml") wrong.push(...checkXml(text));
    if (ending === "ics") wrong.push(...checkCalendar(text));
    if (ending === "json")
      try {
        JSON.parse(text);
      } catch (error) {
        wrong.push(`it is not JSON: ${error.message}`);
      }
    for (const message of new Set(wrong)) found.push({ route: "/" + file, message });
  }
  return found;
}
