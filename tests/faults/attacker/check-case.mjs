// Builds one case and looks at all that came of it.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkDownloads } from "./downloads.mjs";
import { ORDINARY, complaints, hasSite, run, stateOf } from "./program.mjs";
import { prepare } from "./repository.mjs";

const SHOWN = 6; // of what is wrong with one site

/// Builds what stands in `folder`/repository: { run, out, wrong }.
export async function build(one, tools, folder, words = []) {
  const repository = join(folder, "repository"), out = join(folder, "out", "site"), home = join(folder, "home");
  rmSync(join(folder, "out"), { recursive: true, force: true });
  mkdirSync(join(folder, "out"), { recursive: true });
  const except = new Set(["out", "home"]);
  const before = stateOf(folder, except);
  const ran = await run(tools.bounded, tools.program, ["build", "site.yaml", "--out", out, "--jobs", "2", "--no-cache", ...words], {
    ...ORDINARY, ...one, cwd: repository, home,
  });
  const wrong = complaints(one, ran);
  const after = stateOf(folder, except);
  const changed = after.filter((line) => !before.includes(line)).slice(0, 3);
  if (after.length !== before.length || changed.length) wrong.push(`it wrote outside of its folder: ${changed.join(", ")}`);
  return { ran, out, wrong };
}

let browsing = Promise.resolve();
/// One site at a time: the web server has one folder.
export function look(watcher, out) {
  const looked = browsing.then(() => watcher?.look(out) ?? []);
  browsing = looked.catch(() => {});
  return looked;
}

export async function checkSite(out, tools) {
  const found = [...checkDownloads(out), ...(await look(tools.watcher, out))];
  const shown = found.slice(0, SHOWN).map(({ route, message }) => `${route}: ${message}`);
  return found.length > SHOWN ? [...shown, `and ${found.length - SHOWN} more`] : shown;
}

/// All that is wrong with a case: a list of sentences.
export async function checkCase(one, tools, folder) {
  rmSync(folder, { recursive: true, force: true });
  const words = prepare(one, join(folder, "repository"));
  const { ran, out, wrong } = await build(one, tools, folder, words);
  tools.told.count("cases of whole repositories");
  tools.told.count({ 0: "  built", 1: "  refused with a diagnostic", 3: "  refused as damaged" }[ran.status] ?? "  ended otherwise");
  tools.slowest = [...(tools.slowest ?? []), [ran.seconds, one.name]];
  if (hasSite(out) && !wrong.length) wrong.push(...(await checkSite(out, tools)));
  return wrong;
}
