#!/usr/bin/env node
// layers.mjs finds each mistake that it is there to find.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { layerErrors } from "./layers.mjs";

const GOOD = {
  "generator/base/CMakeLists.txt": "localoffer_library(base SOURCES text.cpp LINKS fmt::fmt)",
  "generator/base/text.hpp": "#pragma once\n",
  "generator/base/text.cpp": '#include "base/text.hpp"\n#include <string>\n',
  "generator/source/CMakeLists.txt": "localoffer_library(source SOURCES snapshot.cpp LINKS localoffer_base)",
  "generator/source/snapshot.cpp": '#include "base/text.hpp"\n',
  "tests/unit/text.cpp": '#include "catch.hpp"\n',
};

const MISTAKES = [
  [{}, null],
  [{ "generator/base/text.hpp": '#include "source/snapshot.hpp"\n' }, "base includes"],
  [{ "generator/base/CMakeLists.txt": "localoffer_library(base SOURCES text.cpp LINKS localoffer_cli)" }, "base links cli"],
  [{ "generator/source/CMakeLists.txt": "localoffer_library(source SOURCES snapshot.cpp)" }, "does not link base"],
  [{ "generator/source/log.cpp": "" }, "log.cpp is not listed"],
  [{ "generator/source/snapshot.cpp": '#include "snapshot.hpp"\n' }, "does not begin with a folder"],
  [{ "generator/attic/old.cpp": "" }, "has no place in the order"],
  [{ "tests/unit/text.cpp": "\n".repeat(501) }, "501 lines"],
];

let wrong = 0;
for (const [changes, expected] of MISTAKES) {
  const root = mkdtempSync(join(tmpdir(), "localoffer-layers-"));
  for (const [path, text] of Object.entries({ ...GOOD, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const errors = layerErrors(root);
  rmSync(root, { recursive: true });
  const right = expected ? errors.length === 1 && errors[0].includes(expected) : errors.length === 0;
  if (!right) console.log(`expected ${expected ?? "nothing"}, got:`, errors, ++wrong);
}
console.log(wrong ? `${wrong} of ${MISTAKES.length} came out wrong` : "Each mistake is found");
process.exit(wrong ? 1 : 0);
