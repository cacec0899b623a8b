// A test that lives in a folder of its own, counts what it finds, and leaves nothing behind: neither files nor processes.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const failures = [];
const cleanups = [];
let found = 0;

/// Counts one thing that has to be so. `seen` is shown when it is not.
export function check(what, good, seen = "") {
  ++found;
  if (good) return;
  failures.push(what);
  console.error(`FAILED: ${what}`);
  if (seen !== "") console.error(`  ${String(seen).slice(0, 3000).replaceAll("\n", "\n  ")}`);
}

export function checkHas(what, text, ...parts) {
  for (const part of parts) {
    const has = part instanceof RegExp ? part.test(text) : text.includes(part);
    check(`${what}: ${part}`, has, text);
  }
}

/// Done at the end, the last first, however the test ends.
export function atEnd(action) {
  cleanups.push(action);
}

async function cleanUp() {
  while (cleanups.length) {
    try {
      await cleanups.pop()();
    } catch (error) {
      check(`cleaning up: ${error.message}`, false);
    }
  }
}

/// Runs a test in a new folder, which is readable for a web server that runs as somebody else.
export async function scenario(name, steps) {
  const folder = mkdtempSync(join(tmpdir(), `localoffer-${name}-`));
  chmodSync(folder, 0o755);
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, async () => {
      console.error(`${name}: ended by ${signal}; what follows is because of that.`);
      await cleanUp();
      process.exit(3);
    });
  try {
    await steps(folder);
  } catch (error) {
    check(`the test came to its end: ${error.stack}`, false);
  }
  await cleanUp();
  console.log(`${name}: ${found - failures.length} of ${found} checks are good.`);
  process.exit(failures.length ? 1 : 0);
}
