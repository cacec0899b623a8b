// Side branches: some files go their own way for a while, from this or an older commit, and come back in one merge.
// What history sees is what the merge brings to the main branch, however often the branch changed its mind.
import { authorOf } from "./clock.mjs";
import { sideChange } from "./commit-kinds.mjs";
import { breakFile, brokenFiles, mendFile } from "./unreadable.mjs";

const MOST_OPEN = 3;
const REF = "refs/heads/side"; // one name for all of them, and gone in the end

class SideBranch {
  constructor(line, base, files, name) {
    this.line = line;
    this.name = name;
    this.keys = files.map((file) => file.key);
    this.site = line.site.part(files);
    this.site.folder = base.folder;
    for (const file of files) file.locked = true;
    this.head = base.mark;
    this.left = line.random.between(2, 6);
    this.changes = [];
    this.outside = [];
  }

  decide(random, day) {
    const { site } = this;
    if (brokenFiles(site).length && random.chance(0.7)) return mendFile(site, random, day);
    return (random.chance(0.1) && breakFile(site, random)) || sideChange(site, random, day).subject;
  }

  async commit() {
    const { line, site } = this;
    const moment = line.clock.next(line.random);
    const subject = this.decide(line.random, moment.day);
    const number = ++site.shared.commits;
    this.changes.push(...site.changes);
    this.outside.push(...site.edits);
    this.head = await line.repository.commit({
      ref: REF,
      from: this.head,
      author: authorOf(moment, line.random),
      committer: moment,
      message: `${subject}\n`,
      edits: site.takeEdits(number),
    });
    site.forget();
    --this.left;
  }

  /// A file that is half done on the branch is mended in the merge.
  async merge() {
    for (const file of brokenFiles(this.site)) file.broken = null;
    const decide = (site, random, day) => {
      site.takeOver(this.site, this.keys);
      site.changes.push(...this.changes);
      site.edits.push(...this.outside);
      if (random.chance(0.1)) sideChange(site, random, day); // whoever merges changes something more
      return `Merge branch '${this.name}'`;
    };
    await this.line.commit(decide, { mergeOf: this.head });
  }
}

export class SideBranches {
  constructor(line) {
    this.line = line;
    this.open = [];
    this.made = 0;
  }

  /// The files that nobody has written since the commit `base`, some of them.
  choose(base) {
    const { site, random } = this.line;
    const same = [...site.files.values()].filter((file) => file.free && file.written && file.touched <= base.number);
    const groups = random.shuffled(same.filter((file) => file.isList).slice(0, 40)).slice(0, 2);
    const wanted = random.between(3, 8);
    const chosen = new Set(groups);
    for (let i = 0; i < wanted && same.length; ++i) chosen.add(random.pick(same));
    return [...chosen];
  }

  begin() {
    const { line } = this;
    const { random, log } = line;
    const sites = log.filter((commit) => commit.folder);
    const back = random.chance(0.6) ? 1 : random.between(1, Math.min(60, sites.length));
    const base = sites.at(-back);
    const files = this.choose(base);
    if (!files.some(({ path }) => /^milestones/.test(path))) return;
    this.open.push(new SideBranch(line, base, files, `${random.pick(["april", "review", "board"])}/${++this.made}`));
  }

  /// Makes a commit on a side branch, or merges one. False when it is not the time.
  async step() {
    const { random } = this.line;
    if (this.open.length < MOST_OPEN && random.chance(0.2)) this.begin();
    if (this.open.length === 0 || random.chance(0.35)) return false;
    const branch = random.pick(this.open);
    await (branch.left > 0 ? branch.commit() : this.close(branch));
    return true;
  }

  async close(branch) {
    this.open.splice(this.open.indexOf(branch), 1);
    await branch.merge();
  }

  async closeAll() {
    while (this.open.length) await this.close(this.open[0]);
  }
}
