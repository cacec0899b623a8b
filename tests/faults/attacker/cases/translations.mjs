// Words in other languages, which one person of a team can read.
import { spawnSync } from "node:child_process";

import { PAYLOADS } from "../fields.mjs";
import { commit } from "../repository.mjs";
import { many, manyLines, record, settingsWith } from "./parts.mjs";

const file = "content/milestones/x.pl.yaml";
const origin = "translates: COMMIT\ntranslated_by: A firm\n";

/// A milestone and its translation, which names the commit before it.
function translated(name, translation, more = {}) {
  const { files, ...rest } = more;
  return {
    name: `translation/${name}`,
    files: { ...settingsWith("languages", "[pl, ar]"), "content/milestones/x.yaml": record("order: 1"), [file]: translation, ...files },
    make: (folder, all) => {
      const first = Object.fromEntries(Object.entries(all).filter(([path]) => path !== file));
      commit(folder, first);
      const id = spawnSync("git", ["-C", folder, "rev-parse", "main"], { encoding: "utf8" }).stdout.trim();
      commit(folder, { ...first, [file]: Buffer.from(all[file].toString().replaceAll("COMMIT", id)) });
    },
    ...rest,
  };
}

const words = () => Object.entries(PAYLOADS).map(([name, payload], i) => {
  const text = JSON.stringify(payload("ID", i));
  return translated(`words/${name}`, `translates: COMMIT\ntranslated_by: ${text}\nreviewed_by: ${text}\ntitle: ${text}\nmeaning: ${text}\n`);
});

const HOSTILE = {
  "alias-bomb": `${origin}a: &a [x, x, x, x, x, x, x, x]\n${manyLines(12, (i) => `b${i}: &b${i} [${many(8, `*${i ? `b${i - 1}` : "a"}`, ", ")}]\n`)}`,
  deep: `${origin}title: ${many(100000, "[")}\n`,
  "a-list": many(5000, `- {id: x, translates: COMMIT, translated_by: A firm, title: T}\n`),
  "many-keys": `${origin}${manyLines(20000, (i) => `k${i}: x\n`)}`,
  "a-status": `${origin}title: T\nstatus: complete\ndue: 2099-01\nlead: nobody\n`,
  "a-long-commit": `translates: ${many(500000, "0")}\ntranslated_by: A firm\ntitle: T\n`,
  "a-revision": `translates: "--upload-pack=touch /tmp/localoffer-was-here"\ntranslated_by: A firm\ntitle: T\n`,
  "a-branch": "translates: main\ntranslated_by: A firm\ntitle: T\n",
  markup: `${origin}meaning: "[x](javascript:canary('ID')) <img src=x onerror=canary('ID')> ![x](//canary.invalid/x.svg)"\n`,
  "broken-links": `${origin}meaning: "${many(100000, "[a](b) ")}"\n`,
  "personal-data": `${origin}title: T\nmeaning: NHS 999 000 0018.\n`,
};

export function translationCases() {
  const hostile = Object.entries(HOSTILE).map(([name, text]) => translated(name, text));
  hostile.find(({ name }) => name.endsWith("personal-data")).says = "personal-data";
  return [
    ...words(),
    ...hostile,
    translated("settings", `${origin}title: T\n`, {
      files: settingsWith("languages", `[pl]\npl: {translates: main, translated_by: x, statuses: [{key: "<script>canary('ID')</script>", label: x}], title: "<script>canary('ID')</script>"}`),
    }),
    translated("names", `${origin}title: T\n`, { files: { "content/milestones/..pl.yaml": "title: T\n", "content/milestones/x.<b>.yaml": "title: T\n", "content/milestones/x.PL.yaml": "title: T\n" } }),
  ];
}
