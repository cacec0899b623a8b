// The commits of a branch that history follows, one after the other, and what is true of them.
import { authorOf } from "./clock.mjs";
import { revertOne } from "./comings.mjs";
import { ordinaryChange } from "./commit-kinds.mjs";
import { netChanges, told } from "./net-changes.mjs";
import { breakAgain, breakFile, brokenFiles, mendFile } from "./unreadable.mjs";

export class Line {
  constructor({ repository, ref, site, random, clock }) {
    Object.assign(this, { repository, ref, site, random, clock });
    this.total = 0; // how many commits there are to be
    this.head = null; // the mark of the last commit
    this.length = 0;
    this.log = []; // { number, mark, folder, subject, changes, snapshots, isRevertible }
    this.events = [];
    this.unreadable = 0;
    this.tag = null; // { name, message, commit, mark, next: { commit, moment } }
    this.special = 0; // which of SPECIAL_COMMITS comes next
    this.amended = false; // whether messages say that they are others now
  }

  /// How many commits there are, those of side branches too.
  get count() {
    return this.site.shared.commits;
  }

  /// Asks `decide(site, random, day)` for a change, or for several, and commits it. `how`: of the clock. `mergeOf`: the
  /// mark of a side branch.
  async commit(decide, { how = "usual", mergeOf } = {}) {
    const { site, random } = this;
    const moment = this.clock.next(random, how);
    const decided = decide(site, random, moment.day);
    const { subject: words, isRevertible = false } = typeof decided === "string" ? { subject: decided } : decided;
    const number = ++site.shared.commits;
    const changes = netChanges(site.changes);
    const subject = this.amended ? `${words} (amended)` : words;
    const message = random.chance(0.2) ? `${subject}\n\nThe board saw it on ${moment.day}.\n` : `${subject}\n`;
    this.head = await this.repository.commit({
      ref: this.ref,
      from: this.head,
      merge: mergeOf,
      author: authorOf(moment, random),
      committer: moment,
      message,
      edits: site.takeEdits(number),
    });
    ++this.length;
    this.log.push({
      number,
      mark: this.head,
      folder: site.folder,
      subject,
      changes,
      snapshots: site.snapshots,
      isRevertible,
    });
    for (const event of changes.flatMap(told))
      this.events.push({ commit: this.head, date: moment.day, ...event, message: subject });
    site.forget();
  }

  async ordinary(options) {
    const { site, random } = this;
    if (options) return this.commit(ordinaryChange, options);
    const broken = brokenFiles(site).length;
    if (broken && random.chance(0.15)) return this.commit(mendFile);
    if (broken && random.chance(0.03)) return this.break(breakAgain);
    if (random.chance(0.015)) return this.break(breakFile);
    await this.commit((...all) => {
      const subject = random.chance(0.04) && revertOne(site, random, this.log);
      return subject ? { subject, isRevertible: true } : ordinaryChange(...all);
    });
  }

  async break(how) {
    await this.commit((...all) => {
      const subject = how(...all);
      if (subject) ++this.unreadable;
      return subject ?? ordinaryChange(...all);
    });
  }

  async mendAll() {
    while (brokenFiles(this.site).length) await this.commit(mendFile);
  }

  /// Another branch with the same commits so far, whose next one is another.
  fork(ref) {
    const copy = new Line({
      repository: this.repository,
      ref,
      site: this.site.copy(),
      random: this.random.copy(),
      clock: this.clock.copy(),
    });
    const { head, length, unreadable, special, total } = this;
    return Object.assign(copy, {
      head,
      length,
      unreadable,
      special,
      total,
      log: [...this.log],
      events: [...this.events],
    });
  }
}
