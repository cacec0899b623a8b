// A disk that can lose its power. It knows what has been synced, and what has only been done.
import { linkSync, lstatSync, lutimesSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const nothing = Buffer.alloc(0);

/// A folder has entries, a file bytes, a link a target; `synced...` is what a power cut cannot take.
const newFolder = (time) => ({ kind: "folder", entries: new Map(), syncedEntries: undefined, time });
const newFile = (time) => ({ kind: "file", bytes: nothing, syncedBytes: undefined, time });
const newLink = (target, time) => ({ kind: "link", target, time });

function load(path, known) {
  const status = lstatSync(path);
  const key = `${status.dev}:${status.ino}`;
  if (known.has(key)) return known.get(key);
  const time = status.mtimeMs / 1000;
  if (status.isSymbolicLink()) return newLink(readlinkSync(path), time);
  const node = status.isDirectory() ? newFolder(time) : newFile(time);
  if (status.isDirectory()) for (const name of readdirSync(path)) node.entries.set(name, load(join(path, name), known));
  else node.bytes = readFileSync(path);
  known.set(key, node);
  return node;
}

/// How much of what was done outlives the cut. Names, times and links come in the order in which they were made, as a
/// file system with a journal keeps them; the bytes of a file may come later than its name.
export const cuts = {
  "nothing that was not synced": { entries: (node) => node.syncedEntries ?? new Map(), bytes: (node) => node.syncedBytes ?? nothing },
  "all names, and no bytes that were not synced": { entries: (node) => node.entries, bytes: (node) => node.syncedBytes ?? nothing },
  "all names, and some of the bytes": {
    entries: (node) => node.entries,
    bytes: (node, random) => (node.syncedBytes === node.bytes ? node.bytes : node.bytes.subarray(0, Math.floor(node.bytes.length * [0, 0.5, 1][Math.floor(random() * 3)]))),
  },
  "all": { entries: (node) => node.entries, bytes: (node) => node.bytes },
};

export class Disk {
  /// As a folder is now, all of it synced. Paths of steps begin with the folder's.
  constructor(folder) {
    this.top = folder;
    this.root = load(folder, new Map());
    this.open = new Map();
    this.moved = []; // pairs of folders between which something was moved that is not synced
    this.clock = Date.now() / 1000;
    this.#syncAll(this.root);
  }

  #syncAll(node) {
    if (node.kind === "file") node.syncedBytes = node.bytes;
    if (node.kind !== "folder") return;
    node.syncedEntries = new Map(node.entries);
    node.entries.forEach((inner) => this.#syncAll(inner));
  }

  #find(path) {
    return path.slice(this.top.length).split("/").filter(Boolean).reduce((node, name) => node?.entries?.get(name), this.root);
  }

  /// Puts something under a name, or nothing; the folder's time changes with it.
  #put(path, node) {
    const folder = this.#find(dirname(path));
    if (node) folder.entries.set(basename(path), node);
    else folder.entries.delete(basename(path));
    folder.time = this.clock;
  }

  #write({ descriptor, bytes, place }) {
    const file = this.open.get(descriptor);
    const from = place ?? file.place;
    const size = Math.max(file.node.bytes.length, from + bytes.length);
    const all = Buffer.alloc(size);
    file.node.bytes.copy(all);
    bytes.copy(all, from);
    file.node.bytes = all;
    file.node.time = this.clock;
    if (place === undefined) file.place = from + bytes.length;
  }

  #sync(node) {
    if (node.kind === "file") node.syncedBytes = node.bytes;
    if (node.kind !== "folder") return;
    node.syncedEntries = new Map(node.entries);
    // A move from one folder to another is one step of the journal: it is there wholly or not at all.
    const pairs = this.moved.filter((pair) => pair.includes(node));
    this.moved = this.moved.filter((pair) => !pair.includes(node));
    for (const folder of pairs.flat()) folder.syncedEntries = new Map(folder.entries);
  }

  #rename({ from, path }) {
    const pair = [this.#find(dirname(from)), this.#find(dirname(path))];
    const node = this.#find(from);
    this.#put(from, undefined);
    this.#put(path, node);
    if (pair[0] !== pair[1]) this.moved.push(pair);
  }

  step(step) {
    this.clock += 0.001;
    const node = step.path && this.#find(step.path);
    switch (step.do) {
      case "mkdir": return this.#put(step.path, newFolder(this.clock));
      case "open": {
        if (!node && step.create) this.#put(step.path, newFile(this.clock));
        const opened = this.#find(step.path);
        if (step.truncate) opened.bytes = nothing;
        return this.open.set(step.descriptor, { node: opened, place: 0 });
      }
      case "close": return this.open.delete(step.descriptor);
      case "write": return this.#write(step);
      case "truncate": return (this.open.get(step.descriptor).node.bytes = this.open.get(step.descriptor).node.bytes.subarray(0, step.size));
      case "link": return this.#put(step.path, this.#find(step.from));
      case "symlink": return this.#put(step.path, newLink(step.target, this.clock));
      case "rename": return this.#rename(step);
      case "exchange": {
        const other = this.#find(step.from);
        this.#put(step.from, node);
        return this.#put(step.path, other);
      }
      case "remove": return this.#put(step.path, undefined);
      case "date": return (node.time = step.time);
      case "sync": return this.#sync(this.open.get(step.descriptor).node);
      case "sync all": return (this.moved = []), this.#syncAll(this.root);
    }
    throw new Error(`no such step: ${step.do}`);
  }

  /// Writes what a cut leaves into a new folder.
  leave(cut, folder, random) {
    rmSync(folder, { recursive: true, force: true });
    this.#leave(this.root, cuts[cut], folder, random, new Map());
  }

  #leave(node, cut, path, random, written) {
    if (node.kind === "link") return symlinkSync(node.target, path);
    if (node.kind === "file" && written.has(node)) return linkSync(written.get(node), path);
    if (node.kind === "folder") {
      mkdirSync(path);
      for (const [name, inner] of cut.entries(node)) this.#leave(inner, cut, join(path, name), random, written);
    } else {
      writeFileSync(path, cut.bytes(node, random));
      written.set(node, path);
    }
    lutimesSync(path, node.time, node.time);
  }
}
