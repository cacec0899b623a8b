// What was found good before is not looked at again: a page or a source file that is the same byte for byte, with the
// same assets or headers, looked at by the same checks, gives the same answer. Losing the folder costs time and nothing
// else.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DAYS_KEPT = 30;

/// One hash over several strings or buffers, each with its length, so that no two lists run into each other.
export function hashOf(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

export class Memory {
  /// `folder` null: remembers nothing.
  constructor(folder) {
    this.folder = folder;
    if (folder) mkdirSync(folder, { recursive: true });
  }

  /// The value that was put under `key`, or null.
  get(key) {
    if (!this.folder) return null;
    try {
      const file = join(this.folder, key);
      const value = JSON.parse(readFileSync(file, "utf8"));
      utimesSync(file, new Date(), new Date());
      return value;
    } catch {
      return null; // not there, or half written by a run that was stopped
    }
  }

  put(key, value) {
    if (this.folder) writeFileSync(join(this.folder, key), JSON.stringify(value));
  }

  forgetOld() {
    if (!this.folder) return;
    const oldest = Date.now() - DAYS_KEPT * 24 * 60 * 60 * 1000;
    for (const name of readdirSync(this.folder))
      if (statSync(join(this.folder, name)).mtimeMs < oldest) rmSync(join(this.folder, name));
  }
}
