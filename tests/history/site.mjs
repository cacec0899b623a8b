// The made site as plain objects, and the list of what was decided to change in it. The truth comes from that list: no
// version is ever compared with another one.
//
// A record is { kind, id, fields, file }. The settings are one too.
import { USUAL, fileText } from "./yaml.mjs";

const keyOf = (kind, id) => `${kind}/${id}`;

/// How history writes a value.
const told = (value) => (value === undefined ? "" : String(value));

class SiteFile {
  constructor(key, path, isList) {
    this.key = key; // stays when the file is moved, and is the same on a side branch
    this.path = path; // inside the content folder
    this.isList = isList;
    this.style = USUAL;
    this.records = [];
    this.isTop = false; // the settings: not in the content folder
    this.written = null; // the path that the last commit has
    this.touched = 0; // the number of the commit that wrote it last
    this.broken = null; // makes the text unreadable
    this.locked = false; // a side branch is at work on it
  }
  get free() {
    return !this.broken && !this.locked;
  }
}

export class Site {
  /// `shared`: what side branches have in common with the site: { next: the number of the next new thing }.
  constructor(folder, shared) {
    this.folder = folder;
    this.shared = shared;
    this.files = new Map();
    this.records = new Map();
    this.kinds = new Map();
    this.only = null; // the one file that changes are made in, when it may not be any
    this.forget();
  }

  /// After a commit: what the next one changes is not known yet.
  forget() {
    this.changes = [];
    this.edits = []; // of files that are none of the site's, and moves of folders
    this.dirty = new Set();
    this.snapshots = new Map(); // of records, as they were before
  }

  // ---- files and records

  addFile(path, isList = false) {
    const file = new SiteFile(this.shared.next++, path, isList);
    this.files.set(file.key, file);
    return file;
  }

  get(kind, id) {
    return this.records.get(keyOf(kind, id));
  }

  of(kind) {
    return this.kinds.get(kind) ?? [];
  }

  /// Puts a record into a file, and tells nobody.
  place(record, file) {
    record.file = file;
    file.records.push(record);
    this.dirty.add(file);
    this.records.set(keyOf(record.kind, record.id), record);
    if (!this.kinds.has(record.kind)) this.kinds.set(record.kind, []);
    this.kinds.get(record.kind).push(record);
    return record;
  }

  /// Takes a record out of its file, and tells nobody.
  takeOut(record) {
    const leave = (list) => list.splice(list.indexOf(record), 1);
    leave(record.file.records);
    leave(this.kinds.get(record.kind));
    this.records.delete(keyOf(record.kind, record.id));
    this.dirty.add(record.file);
  }

  /// A record of the kind that may be changed now, or null.
  pick(kind, random, fits = () => true) {
    const all = this.only ? this.only.records.filter((record) => record.kind === kind) : this.of(kind);
    for (let i = 0; i < 30 && all.length; ++i) {
      const record = random.pick(all);
      if (record.file.free && fits(record)) return record;
    }
    return null;
  }

  /// A file that may be changed now, or null.
  pickFile(random, fits) {
    const fitting = [...this.files.values()].filter((file) => file.free && fits(file));
    return fitting.length ? random.pick(fitting) : null;
  }

  // ---- decided changes

  /// Keeps the record as it was, for a revert.
  before(record) {
    const { kind, id, fields, file } = record;
    const key = keyOf(kind, id);
    if (!this.snapshots.has(key)) this.snapshots.set(key, { fields: structuredClone(fields), file });
    this.dirty.add(file);
  }

  change(record, field, item, before, after) {
    const { kind, id } = record;
    this.changes.push({ what: "changed", kind, id, field, item, before, after });
  }

  /// `field`: "status", or "target.value" in a map. Without a value, it is taken away.
  set(record, field, value) {
    this.before(record);
    const [key, inner] = field.split(".");
    const holder = inner ? (record.fields[key] ??= {}) : record.fields;
    const last = inner ?? key;
    this.change(record, field, "", told(holder[last]), told(value));
    holder[last] = value;
  }

  /// A list of plain texts, refs or ids.
  setList(record, key, list) {
    this.before(record);
    this.change(record, `${key}[]`, "", record.fields[key] ?? [], list);
    record.fields[key] = list;
  }

  /// A field of an item of a list. `name`: what the item is known by.
  setInItem(record, list, item, name, key, value) {
    this.before(record);
    this.change(record, `${list}[].${key}`, name, told(item[key]), told(value));
    item[key] = value;
  }

  add(record, file) {
    this.place(record, file);
    this.changes.push({
      what: "added",
      kind: record.kind,
      id: record.id,
      field: "",
      item: "",
      before: "",
      after: record.fields.title,
    });
  }

  remove(record) {
    this.before(record);
    this.takeOut(record);
    this.changes.push({
      what: "removed",
      kind: record.kind,
      id: record.id,
      field: "",
      item: "",
      before: record.fields.title,
      after: "",
    });
  }

  /// Takes a change back. `was`: the record's fields before it, and its file.
  revert(change, was) {
    const { kind, id } = change;
    if (change.what === "added") return this.remove(this.get(kind, id));
    if (change.what === "removed")
      return this.add(
        { kind, id, fields: structuredClone(was.fields) },
        this.files.get(was.file.key) ?? this.addFile(was.file.path),
      );
    const record = this.get(kind, id);
    this.before(record);
    record.fields = structuredClone(was.fields);
    this.changes.push({ ...change, before: change.after, after: change.before });
  }

  rename(record, id) {
    const { file, id: old } = record;
    this.takeOut(record);
    record.id = id;
    this.place(record, file);
    this.changes.push({ what: "renamed", kind: record.kind, id, field: "id", item: "", before: old, after: id });
  }

  // ---- writing

  pathOf(path, isTop) {
    return isTop ? path : `${this.folder}/${path}`;
  }

  /// What the next commit does to files. `number`: the commit's.
  takeEdits(number) {
    const edits = [...this.edits];
    const away = [];
    const written = [];
    for (const file of this.dirty) {
      const empty = file.records.length === 0;
      if (file.written && (empty || file.written !== file.path))
        away.push({ path: this.pathOf(file.written, file.isTop) });
      if (empty) {
        this.files.delete(file.key);
        continue;
      }
      const text = fileText(file, file.records);
      written.push({ path: this.pathOf(file.path, file.isTop), text: file.broken ? file.broken(text) : text });
      file.written = file.path;
      file.touched = number;
    }
    return [...edits, ...away, ...written];
  }

  // ---- side branches

  /// A site of some of the files only, at the same state; nothing that happens there happens here.
  part(files) {
    const part = new Site(this.folder, this.shared);
    for (const file of files) {
      const copy = Object.assign(Object.create(SiteFile.prototype), file, { records: [], locked: false });
      part.files.set(copy.key, copy);
      for (const { kind, id, fields } of file.records) part.place({ kind, id, fields: structuredClone(fields) }, copy);
    }
    part.forget();
    return part;
  }

  /// The whole site once more, with its own numbers.
  copy() {
    const copy = this.part(this.files.values());
    copy.shared = structuredClone(this.shared);
    return copy;
  }

  /// Takes over what became of the files `keys` on a side branch, at the places that they have here. Its changes are
  /// told by the one who merges.
  takeOver(part, keys) {
    for (const key of keys) for (const record of [...this.files.get(key).records]) this.takeOut(record);
    for (const theirs of part.files.values()) {
      const file =
        this.files.get(theirs.key) ?? Object.assign(this.addFile(theirs.path, theirs.isList), { style: theirs.style });
      for (const { kind, id, fields } of theirs.records) this.place({ kind, id, fields }, file);
    }
    for (const key of keys) this.files.get(key).locked = false;
  }
}
