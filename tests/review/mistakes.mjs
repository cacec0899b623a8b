#!/usr/bin/env node
// Every kind of mistake that content can have (tests/invalid), brought by a draft and mended by one: the review is there
// all the same, and says which.
//   node mistakes.mjs [LOCALOFFER]
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";

import { Clone } from "../publish/lib/ashmere.mjs";
import { filesBelow } from "../publish/lib/folders.mjs";
import { localoffer, root, run } from "../publish/lib/programs.mjs";
import { check, scenario } from "../publish/lib/scenario.mjs";

const invalid = join(root, "tests/invalid");

const filesIn = (folder) => filesBelow(folder).map((path) => join(folder, path));

/// The base site with a case over it; "NAME+" is put at the end of NAME.
function lay(folder, ...layers) {
  rmSync(join(folder, "content"), { recursive: true, force: true });
  for (const layer of layers)
    for (const file of filesIn(layer)) {
      const path = join(folder, relative(layer, file));
      mkdirSync(join(path, ".."), { recursive: true });
      if (path.endsWith("+")) appendFileSync(path.slice(0, -1), readFileSync(file));
      else cpSync(file, path);
    }
}

/// What a case's changes.txt asks for; false for what cannot be made in a work tree, or needs other limits.
function applyChanges(folder) {
  const file = join(folder, "changes.txt");
  if (!existsSync(file)) return true;
  const changes = readFileSync(file, "utf8").trim().split("\n").map((line) => line.split(" "));
  rmSync(file);
  for (const [what, path] of changes) if (what === "without") rmSync(join(folder, path));
  return changes.every(([what]) => what === "without");
}

await scenario("review-mistakes", async (folder) => {
  const clone = new Clone(join(folder, "clone"));
  mkdirSync(clone.folder);
  clone.git("init", "--quiet", "--initial-branch=main");
  lay(clone.folder, join(invalid, "base"));
  const sound = clone.commit("The plan", "2021-03-01");
  let tried = 0;
  let shown = 0;
  const review = (what, base, head) => {
    const json = join(folder, "review.json");
    const words = ["review", "site.yaml", "--exact-base", "--base", base, "--head", head, "--out", join(folder, "out"), "--json", json, "--no-cache"];
    rmSync(json, { force: true });
    const ended = run(localoffer, words, { cwd: clone.folder });
    ++tried;
    check(`${what}: it ends as it should`, [0, 1].includes(ended.status), ended.text);
    check(`${what}: the review is written`, existsSync(json) && existsSync(join(folder, "out/review/index.html")), ended.text);
    const told = existsSync(json) ? JSON.parse(readFileSync(json, "utf8")) : null;
    if (told?.after.built && told.before.built) ++shown;
    return told;
  };
  for (const code of readdirSync(invalid).filter((name) => name !== "base" && statSync(join(invalid, name)).isDirectory()))
    for (const name of readdirSync(join(invalid, code)).filter((one) => !one.startsWith("right") && statSync(join(invalid, code, one)).isDirectory())) {
      const what = `${code}/${name}`;
      const over = join(invalid, code, name);
      lay(clone.folder, join(invalid, "base"), over);
      rmSync(join(clone.folder, "expected.txt"), { force: true });
      if (!applyChanges(clone.folder)) continue;
      clone.write("NOTES.md", `${what}\n`);
      const wrong = clone.commit(what, "2021-03-02");
      const brought = review(`${what} is brought`, sound, wrong);
      if (brought) check(`${what} is told as new`, brought.new_problems.length > 0, JSON.stringify(brought.new_problems));
      const mended = review(`${what} is mended`, wrong, sound);
      if (mended) check(`${what} is told as mended`, mended.mended_problems.length > 0, JSON.stringify(mended.mended_problems));
      clone.git("reset", "--quiet", "--hard", sound);
    }
  check("mistakes were tried", tried > 200, tried);
  check("some of them can be looked at on pages", shown > 20, shown);
  console.log(`Reviews of a mistake: ${tried}, of which ${shown} could show the pages of both sides.`);
});
