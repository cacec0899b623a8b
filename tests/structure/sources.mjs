// The C++ files of the project, and what each includes of the project's own.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/// Every .cpp and .hpp below `folder`, sorted; `folder` itself is part of each path.
export function cppFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : cppFiles(path);
      return /\.(cpp|hpp)$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

/// [{ line, path }] of the lines #include "path".
export function includesOf(text) {
  return text.split("\n").flatMap((line, i) => {
    const found = /^\s*#\s*include\s*"([^"]+)"/.exec(line);
    return found ? [{ line: i + 1, path: found[1] }] : [];
  });
}

/// A file and every file of the project that it includes, directly or not. `roots` are the include folders.
export function withHeaders(file, roots, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path } of includesOf(readFileSync(file, "utf8"))) {
    const header = [dirname(file), ...roots].map((root) => join(root, path)).find((path) => existsSync(path));
    if (header) withHeaders(header, roots, found);
  }
  return found;
}
