// What several decided changes come to together: those of one commit, or those of all commits of a side branch.
//
// A change is { what, kind, id, field, item, before, after }. Of a list of plain texts, before and after are arrays.

const keyOf = (change) => JSON.stringify([change.kind, change.id]);
const partOf = (change) => JSON.stringify([change.field, change.item]);

/// The entries of `list` that `other` has not.
const without = (list, other) => list.filter((entry) => !other.includes(entry));

const isNothing = ({ before, after }) => JSON.stringify(before) === JSON.stringify(after);

class Story {
  constructor() {
    this.added = null;
    this.removed = null;
    this.renamed = null;
    this.parts = new Map();
  }

  take(change) {
    if (change.what === "changed") this.change(change);
    else if (change.what === "renamed") this.renamed = change;
    else if (change.what === "added") this.add(change);
    else this.remove(change);
  }

  change(change) {
    const first = this.parts.get(partOf(change));
    this.parts.set(partOf(change), { ...change, before: first ? first.before : change.before });
  }

  /// What was removed comes back as it was: only a revert brings back.
  add(change) {
    if (this.removed) this.removed = null;
    else this.added = change;
  }

  remove(change) {
    if (this.added) {
      this.added = null;
      this.parts.clear();
      return;
    }
    this.removed = { ...change, before: this.title()?.before ?? change.before };
  }

  title() {
    return this.parts.get(JSON.stringify(["title", ""]));
  }

  net() {
    if (this.removed) return [this.removed];
    if (this.added) return [{ ...this.added, after: this.title()?.after ?? this.added.after }];
    const changed = [...this.parts.values()].filter((part) => !isNothing(part));
    return this.renamed ? [this.renamed, ...changed] : changed;
  }
}

export function netChanges(changes) {
  const stories = new Map();
  for (const change of changes) {
    const key = keyOf(change);
    if (!stories.has(key)) stories.set(key, new Story());
    stories.get(key).take(change);
  }
  return [...stories.values()].flatMap((story) => story.net());
}

/// A change as history tells it: a list's entries one by one, one gone and one new in one event, in their order.
export function told(change) {
  if (!Array.isArray(change.before)) return [change];
  const gone = without(change.before, change.after);
  const fresh = without(change.after, change.before);
  const events = [];
  for (let i = 0; i < Math.max(gone.length, fresh.length); ++i)
    events.push({ ...change, before: gone[i] ?? "", after: fresh[i] ?? "" });
  return events;
}
