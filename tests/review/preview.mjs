#!/usr/bin/env node
// A preview with changes of every kind, for the browser to look at:
//   node preview.mjs LOCALOFFER OUT
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { must } from "../publish/lib/programs.mjs";
import { cases } from "./cases.mjs";
import { Draft, makeCole } from "./cole.mjs";

const [, , localoffer, out] = process.argv;
const folder = mkdtempSync(join(tmpdir(), "localoffer-preview-"));
try {
  const clone = makeCole(join(folder, "clone"));
  clone.git("checkout", "--quiet", "-b", "draft");
  for (const name of ["a date", "figures", "words", "a paragraph that moves", "a new vocabulary"]) {
    const { base = () => {}, edit } = cases.find((one) => one.name === name);
    clone.git("checkout", "--quiet", "main");
    base(new Draft(clone));
    clone.write("NOTES.md", `${name}\n`);
    clone.commit(`Before: ${name}`, "2024-03-12");
    clone.git("checkout", "--quiet", "draft");
    clone.git("merge", "--quiet", "--strategy-option", "theirs", "main");
    edit(new Draft(clone));
    clone.commit(`Draft: ${name}`, "2024-03-14");
  }
  const request = "https://forge.example.org/council/plan/pull/12";
  const words = ["review", "site.yaml", "--base", "main", "--out", resolve(out), "--no-cache", "--pull-request", request, "--answers-by", "2024-04-01"];
  must(resolve(localoffer), words, { cwd: clone.folder });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
