// The smallest site that is published: tests/golden/milestones, in a repository with two commits. Few files make few
// moments, so that each of them can be tried.
import { cpSync } from "node:fs";
import { join } from "node:path";

import { Clone } from "../../publish/lib/ashmere.mjs";
import { root } from "../../publish/lib/programs.mjs";

const actions = "content/milestones/schools.yaml";

/// A clone with the older of the two commits.
export function makeBrook(folder) {
  const golden = join(root, "tests/golden/milestones");
  cpSync(golden, folder, { recursive: true, filter: (path) => !path.startsWith(join(golden, "expected")) });
  const clone = new Clone(folder);
  clone.git("init", "--quiet", "--initial-branch=main");
  clone.commit("A small plan", "2024-03-15");
  return clone;
}

/// Commits another title of an action, so that most pages change: the commit's id.
export function retitle(clone, title, day) {
  clone.write(actions, clone.read(actions).replace(/^( +title:) Write .*$/m, `$1 Write ${title}`));
  return clone.commit(`Write ${title}`, day);
}

/// Two commits of which the second has a page more, a page less, and some that changed.
export function twoSites(clone) {
  const one = clone.git("rev-parse", "HEAD");
  clone.git("mv", "content/pages/how-to-read.md", "content/pages/how-we-write.md");
  return [one, retitle(clone, "two guides", "2024-03-16")];
}
