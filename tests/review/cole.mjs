// The small site whose drafts are reviewed: tests/golden/everything.
import { cpSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { Clone } from "../publish/lib/ashmere.mjs";
import { localoffer, root } from "../publish/lib/programs.mjs";

/// A clone of tests/golden/everything, with a past of two commits.
export function makeCole(folder) {
  mkdirSync(folder, { recursive: true });
  const clone = new Clone(folder);
  clone.git("init", "--quiet", "--initial-branch=main");
  for (const part of ["site.yaml", "content"]) cpSync(join(root, "tests/golden/everything", part), join(folder, part), { recursive: true });
  const milestones = "content/milestones/schools.yaml";
  const plan = clone.read(milestones);
  clone.write(milestones, plan.replace("You can ask for help nearby.", "You can ask for help."));
  clone.commit("The plan", "2024-03-10");
  clone.write(milestones, plan); // so that something has changed before
  clone.commit("The plan says more", "2024-03-11");
  return clone;
}

/// What a case's edits are made with.
export class Draft {
  constructor(clone) {
    this.clone = clone;
  }

  /// Replaces a text that has to be there.
  replace(path, from, to) {
    const text = this.clone.read(path);
    if (!text.includes(from)) throw new Error(`${path} has no '${from}'`);
    this.clone.write(path, text.replace(from, () => to));
  }

  write(path, text) {
    mkdirSync(dirname(join(this.clone.folder, path)), { recursive: true });
    writeFileSync(join(this.clone.folder, path), text);
  }

  /// A theme beside the program's own: its copy, with one text replaced.
  theme(name, path, from, to) {
    const own = join(dirname(dirname(localoffer)), "share/localoffer/themes");
    cpSync(own, join(this.clone.folder, "themes"), { recursive: true });
    cpSync(join(own, "clear"), join(this.clone.folder, "themes", name), { recursive: true });
    this.replace(join("themes", name, path), from, to);
  }

  move(from, to) {
    mkdirSync(dirname(join(this.clone.folder, to)), { recursive: true });
    renameSync(join(this.clone.folder, from), join(this.clone.folder, to));
  }
}
