#!/usr/bin/env node
// The page for a meeting is one sheet of paper, of a draft with more changes than it tells:
//   node sheet.mjs [LOCALOFFER]
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { launch } from "../browser/chromium.mjs";
import { serve } from "../browser/server.mjs";
import { localoffer, must } from "../publish/lib/programs.mjs";
import { atEnd, check, scenario } from "../publish/lib/scenario.mjs";
import { Draft, makeCole } from "./cole.mjs";

await scenario("review-sheet", async (folder) => {
  const clone = makeCole(join(folder, "clone"));
  clone.git("checkout", "--quiet", "-b", "draft");
  const draft = new Draft(clone);
  const onTime = "content/measures/on-time.yaml";
  const figures = Array.from({ length: 9 }, (_, i) => `  - {date: 2023-0${i + 1}, value: ${20 + i}}\n`).filter((_, i) => i !== 8).join("");
  draft.replace(onTime, "  - {date: 2023-09, value: 36}\n  - {date: 2024-02, value: 45}\n", `${figures}  - {date: 2023-09, value: 38}\n  - {date: 2024-02, value: 47}\n`);
  draft.replace("content/milestones/schools.yaml", "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-09 # allow date-outside-window: a test\n");
  draft.replace("content/milestones/schools.yaml", "first_due: 2023-12\n", "first_due: 2023-11\n");
  draft.replace("content/measures/meetings.yaml", "value: 8}", "value: 9}");
  clone.commit("Many changes", "2024-03-14");
  const out = join(folder, "out");
  must(localoffer, ["review", "site.yaml", "--base", "main", "--out", out, "--answers-by", "2024-04-01", "--no-cache"], { cwd: clone.folder });
  const html = readFileSync(join(out, "review/meeting/index.html"), "utf8");
  check("it tells the eight worst changes, and that there are more", html.split('class="item change"').length === 9 && /And \d+ more\./.test(html), html);

  const browser = await launch();
  atEnd(() => browser.close());
  const server = await serve(out);
  atEnd(() => server.close?.());
  const page = await browser.newPage();
  await page.goto(`${server.origin}/review/meeting/`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  check("it is one sheet", sheets === 1, sheets);
});
