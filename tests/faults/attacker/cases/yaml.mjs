// YAML that was written to hurt the one who reads it.
import { many, manyLines, record, settingsWith } from "./parts.mjs";

const LEVELS = 9;
/// "Billion laughs": each level is nine times the one before.
const laughs = (first = "[lol,lol,lol,lol,lol,lol,lol,lol,lol]") =>
  [`x0: &x0 ${first}`, ...Array.from({ length: LEVELS }, (_, i) => `x${i + 1}: &x${i + 1} [${many(9, `*x${i}`, ",")}]`)].join("\n") + "\n";

/// One alias bomb for each kind of file that is YAML.
const bombs = (kinds) => [
  { name: "yaml/laughs/settings", files: { "site.yaml+": laughs() }, says: "too-many-nodes" },
  { name: "yaml/laughs/baseline", files: { "site.yaml+": "baseline: known.yaml\n", "known.yaml": laughs() }, says: "too-many-nodes" },
  { name: "yaml/laughs/plan", files: { "content/plan.md": `---\n${laughs()}---\nText\n` }, says: "too-many-nodes" },
  ...Object.values(kinds).filter(({ folder }) => folder).flatMap(({ folder }) => [
    { name: `yaml/laughs/${folder}.yaml`, files: { [`content/${folder}/bomb.yaml`]: laughs() }, says: "too-many-nodes" },
    { name: `yaml/laughs/${folder}.md`, files: { [`content/${folder}/bomb.md`]: `---\n${laughs()}---\nText\n` }, says: "too-many-nodes" },
  ]),
].map((one) => ({ ...one, expect: "refused", megabytes: 150 }));

/// Each is the whole text of a file of milestones, and is to be refused or to do no harm.
const SHAPES = {
  "laughs-of-maps": () => laughs("{a: b, c: d, e: f}").replaceAll(/\[(\*[^\]]*)\]/g, (_, all) => `{${all.split(",").map((a, i) => `k${i}: ${a}`).join(",")}}`),
  "one-text-many-aliases": () => `- &a "${many(300000, "x")}"\n- [${many(90000, "*a", ",")}]\n`,
  "anchored-texts-in-lists": () => `- &a "${many(500000, "x")}"\n` + many(300, "- &b [*a, *a, *a, *a]\n"),
  "alias-of-itself": () => "- &a [*a]\n",
  "alias-of-its-parent": () => "a: &a {b: &b {c: *a}}\n",
  "alias-of-nothing": () => "- *nothing\n",
  "merge-keys": () => "- &a {title: x}\n- {<<: *a, id: b}\n- {<<: [*a, *a], id: c}\n",
  "anchors-100000": () => Array.from({ length: 40000 }, (_, i) => `- &a${i} x\n`).join(""),
  "anchor-across-documents": () => "--- &a\n- x\n---\n- *a\n",
  "documents-100000": () => many(200000, "---\n"),
  "document-ends": () => many(200000, "...\n"),
  "flow-lists-100000-deep": () => many(100000, "["),
  "flow-lists-closed": () => many(100000, "[") + many(100000, "]"),
  "flow-maps-100000-deep": () => many(100000, "{a: "),
  "flow-mixed-deep": () => many(100000, "[{a: "),
  "block-lists-deep": () => many(100000, "- ") + "x\n",
  "block-maps-deep": () => Array.from({ length: 1200 }, (_, i) => many(i, " ") + "a:\n").join(""),
  "questions-deep": () => many(100000, "? ") + "x\n",
  "question-marks": () => many(300000, "?\n"),
  "colons": () => many(300000, ":\n"),
  "colons-on-a-line": () => many(500000, ": "),
  "dashes": () => many(300000, "-\n"),
  "commas": () => "[" + many(500000, ",") + "]\n",
  "quotes-never-closed": () => `- "${many(900000, "x")}`,
  "quotes-opened-often": () => many(150000, '- "\n'),
  "single-quotes": () => "- " + many(900000, "'") + "\n",
  "backslashes": () => `- "${many(450000, "\\\\")}"\n`,
  "one-text-of-a-megabyte": () => `- ${many(1000000, "x")}\n`,
  "one-key-of-a-megabyte": () => `- ? ${many(900000, "k")}\n  : x\n`,
  "one-quoted-key": () => `- "${many(900, "k")}": x\n`,
  "one-value-of-a-megabyte": () => record(`status: ${many(900000, "s")}`),
  "one-date-of-a-megabyte": () => record(`first_due: ${many(900000, "9")}`),
  "one-number-of-a-megabyte": () => `title: x\nunit: percent\nobservations:\n  - {date: 2021-01, value: ${many(900000, "9")}}\n`,
  "one-line-of-scalars": () => `[${many(99000, "a", ", ")}]\n`,
  "one-line-of-records": () => `[${many(24000, "{id: a, b: c}", ", ")}]\n`,
  "empty-records": () => many(45000, "- {}\n"),
  "records-30000": () => manyLines(30000, (i) => `- {id: a${i}}\n`),
  "same-id-20000": () => many(20000, "- {id: a}\n"),
  "keys-10000": () => "title: x\n" + manyLines(10000, (i) => `k${i}: v\n`),
  "keys-50000": () => manyLines(49000, (i) => `k${i}: v\n`),
  "long-keys": () => manyLines(900, (i) => `${many(900, "k")}${i}: v\n`),
  "same-key-50000": () => many(49000, "title: v\n"),
  "spaces": () => many(1000000, " "),
  "newlines": () => many(1000000, "\n"),
  "carriage-returns": () => many(1000000, "\r"),
  "tabs": () => many(1000000, "\t"),
  "comments": () => many(500000, "#\n"),
  "comments-between": () => manyLines(2000, () => `-\n${many(100, "#\n")}`),
  "hashes": () => "#" + many(1000000, "#"),
  "silences": () => many(40000, "# allow unused-silence: reason\n") + "title: x\n",
  "silences-unknown": () => manyLines(40000, (i) => `# allow code-${i}: reason\n`) + "title: x\n",
  "block-scalar-odd": () => "- |9999999999\n x\n- >-+\n y\n",
  "block-scalar-wide": () => `- |\n${many(900000, " ")}x\n`,
  "directives": () => many(60000, "%TAG ! tag:x,2000:\n") + "---\n- x\n",
  "directive-of-a-version": () => "%YAML 99999999999999999999.1\n---\n- x\n",
  "percent": () => many(500000, "%"),
  "tag-python": () => record('title: !!python/object/apply:os.system ["touch /tmp/localoffer-was-here"]'),
  "tag-binary": () => record("title: !!binary PHNjcmlwdD5jYW5hcnkoMSk8L3NjcmlwdD4="),
  "tag-verbatim": () => record("title: !<tag:example.org,2000:x> text"),
  "tag-never-closed": () => `- !<${many(900000, "x")}`,
  "tag-local": () => record("title: !!!!x text"),
  "tags-many": () => many(100000, "!!a "),
  "tag-of-a-set": () => "!!set {? a, ? b}\n",
  "float-odd": () => "- {id: a, number: .inf}\n- {id: b, number: .nan}\n- {id: c, number: 1e999999999}\n- {id: d, number: 0x7fffffffffffffff}\n- {id: e, number: -0}\n",
  "merge-and-laughs": () => `- &a {${many(2000, "k: v", ", ")}}\n` + many(60, "- {<<: *a}\n"),
  "tilde": () => many(300000, "~\n"),
  "at-and-backtick": () => "- @x\n- `y\n",
  "escapes-all": () => `- "\\0\\a\\b\\e\\f\\v\\N\\_\\L\\P\\x00\\u0000\\U00000000"\n`,
  "escape-too-large": () => `- "\\UFFFFFFFF"\n`,
  "escape-cut-short": () => `- "\\u00`,
  "ids-all-near": () => manyLines(4000, (i) => `- {id: milestone-of-the-plan-${i}, title: x, priority: priority-of-the-plan-${i}}\n`),
};

/// What a quoted text may become only after it was read: a NUL, half a character, what turns text around.
const ESCAPES = {
  nul: "\\0", "half-a-character": "\\uD800", "no-character": "\\uFFFE", "past-the-end": "\\U00110000", bell: "\\a",
  escape: "\\e[31m", "csi": "\\x9b31m", override: "\\u202E", isolate: "\\u2066", "line-separator": "\\u2028", "zero-width": "\\u200b",
  "next-line": "\\N", backspace: "\\b\\b\\b", tag: "\\U000E0041", delete: "\\x7f", newline: "\\n# heading\\n\\nBEGIN:VEVENT", "carriage-return": "\\r\\nBEGIN:VEVENT",
};

const escapes = () => Object.entries(ESCAPES).flatMap(([name, written]) => [
  { name: `text/escaped/${name}/title`, files: { "content/milestones/x.yaml": record(`title: "one ${written} two"`, "title") } },
  { name: `text/escaped/${name}/settings`, files: settingsWith("title", `"one ${written} two"`) },
  { name: `text/escaped/${name}/id`, files: { "content/milestones/x.yaml": record(`id: "a${written}b"`) } },
  { name: `text/escaped/${name}/unknown-key`, files: { "content/milestones/x.yaml": record(`"k${written}": x`) }, expect: "refused" },
  { name: `text/escaped/${name}/status`, files: { "content/milestones/x.yaml": record(`status: "a${written}b"`, "status") }, expect: "refused" },
]);

export const yamlCases = (kinds) => [
  ...bombs(kinds),
  ...Object.entries(SHAPES).map(([name, text]) => ({
    name: `yaml/${name}`, files: () => ({ "content/milestones/x.yaml": text() }), seconds: 8, megabytes: 400,
  })),
  ...["keys-50000", "one-text-many-aliases", "flow-lists-100000-deep", "one-line-of-scalars", "newlines", "same-key-50000"].map((name) => ({
    name: `yaml/settings/${name}`, files: () => ({ "site.yaml": SHAPES[name]() }), expect: "refused", seconds: 8, megabytes: 400,
  })),
  ...escapes(),
];
