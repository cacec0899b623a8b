// What lies in a folder, and what a published release is.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

export const manifest = ".localoffer-manifest";

export function filesBelow(folder, below = "") {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

export const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

/// Every file with the hash of its bytes, as one object that can be compared as text.
export function bytesBelow(folder, wanted = () => true) {
  const paths = filesBelow(folder).filter(wanted).sort();
  return Object.fromEntries(paths.map((path) => [path, hashOf(readFileSync(join(folder, path)))]));
}

/// What differs between two answers of bytesBelow; empty when nothing does.
export function differences(one, other) {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].filter((path) => one[path] !== other[path]).sort();
}

export const currentRelease = (releases) => join(releases, readlinkSync(join(releases, "current")));

/// The .gz or .br that the publisher put beside a file.
export const isCompressed = (path) => /\.(gz|br)$/.test(path);
