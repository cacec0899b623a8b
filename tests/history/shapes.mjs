// The shapes of history: one line, a line with merges, and a line that is written anew.
import { Clock } from "./clock.mjs";
import { firstSite } from "./first-site.mjs";
import { Line } from "./line.mjs";
import { Random } from "./random.mjs";
import { SideBranches } from "./side-branches.mjs";
import { SPECIAL_COMMITS } from "./special-commits.mjs";
import { brokenFiles, mendFile } from "./unreadable.mjs";

export const SHAPES = ["linear", "merged", "rewritten"];

const OUTSIDE = [{ path: "README.md", text: "Progress in Madeshire\n" }];

/// The line of the main branch, until its site is there.
async function begin(repository, { commits, records, seed }) {
  const random = new Random(seed);
  const site = firstSite(records, random);
  site.shared.commits = 0;
  const { changes, dirty, folder } = site;
  const line = new Line({ repository, ref: "refs/heads/main", site, random, clock: new Clock(commits) });
  line.total = commits;

  // The repository is older than its site.
  Object.assign(site, { dirty: new Set(), folder: "", edits: [...OUTSIDE] });
  await line.commit(() => "An empty beginning");
  Object.assign(site, { dirty, folder, changes });
  for (const { kind, id, fields } of site.records.values())
    if (kind !== "site")
      changes.push({ what: "added", kind, id, field: "", item: "", before: "", after: fields.title });
  await line.commit(() => "The plan as it was published");
  return line;
}

/// Goes on until the line has `until` commits in all, those of side branches too.
async function goOn(line, until, sides) {
  while (line.count < until) {
    const open = brokenFiles(line.site).length + (sides?.open.length ?? 0);
    const special = line.special < SPECIAL_COMMITS.length && SPECIAL_COMMITS[line.special];
    if (until === line.total && line.count + open >= until) {
      if (brokenFiles(line.site).length) await line.commit(mendFile);
      else await sides.close(sides.open[0]);
    } else if (special && line.count >= special.at * line.total) {
      ++line.special;
      if (special.isQuiet) {
        await line.mendAll();
        await sides?.closeAll();
      }
      await special.run(line);
    } else if (!(await sides?.step())) await line.ordinary();
  }
}

/// A second branch that leaves the main one at 70% of it. Its first commits change the same and say so otherwise; the
/// others change other things.
async function rewrite(line, commits) {
  const branch = line.fork("refs/heads/rewritten");
  branch.amended = true;
  await goOn(branch, Math.round(branch.count + commits * 0.1));
  branch.amended = false;
  branch.random = new Random(branch.random.state ^ 0x5eed);
  await goOn(branch, commits);
  return branch;
}

/// Makes all commits. Returns the lines by the names of their branches.
export async function makeShape(repository, shape, options) {
  const { commits } = options;
  const line = await begin(repository, options);
  if (shape === "merged") {
    await goOn(line, commits, new SideBranches(line));
    return { main: line };
  }
  await goOn(line, shape === "rewritten" ? Math.round(commits * 0.7) : commits);
  if (shape === "linear") return { main: line };
  const rewritten = await rewrite(line, commits);
  await goOn(line, commits);
  return { main: line, rewritten };
}
