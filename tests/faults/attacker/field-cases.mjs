// Puts each payload into each field of each kind of record, many fields in one site.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, checkSite } from "./check-case.mjs";
import { FullSite, PAYLOADS } from "./fields.mjs";
import { diagnosticsIn, firstWords } from "./program.mjs";
import { commit, initRepository } from "./repository.mjs";

const MOST_ROUNDS = 30;
const BOUNDS = { seconds: 8, megabytes: 400 };

/// Builds the site again and again, and takes back what is refused, until it stands. Returns { out, wrong }.
async function settle(site, payload, tools, folder) {
  for (let round = 0; round < MOST_ROUNDS; ++round) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, "repository"), { recursive: true });
    initRepository(join(folder, "repository"));
    const { files, leafAt } = site.write(payload);
    commit(join(folder, "repository"), files);
    const { ran, out, wrong } = await build(BOUNDS, tools, folder);
    if (wrong.length || ran.status !== 1) return { out, wrong, status: ran.status };
    if (!takeBack(diagnosticsIn(ran.said), leafAt, site)) return { out, wrong: [`it is refused and no field is to blame: ${firstWords(ran.said.replace(/^[^]*?(?=^\S+: error\[)/m, ""))}`], status: 1 };
  }
  return { wrong: ["it is still refused when all was taken back"] };
}

/// Takes a payload back where an error stands, and where there is none any more the field itself. False when nothing
/// was to blame.
function takeBack(diagnostics, leafAt, site) {
  const blamed = new Set();
  const lines = diagnostics.filter(({ severity }) => severity === "error")
    .map((one) => ({ ...one, leaf: leafAt(one.file, one.line) ?? leafIn(one.message, site) }));
  // What is said of a whole record comes of something else in it, as long as there is something else.
  const ofFields = lines.filter(({ leaf, code }) => leaf && leaf.state !== "gone" && code !== "missing-field" && !leaf.path.endsWith(".id"));
  // A file that cannot be parsed is refused at its first mistake; the others of its payloads are of the same kind.
  for (const { file, line, code } of lines.filter(({ code }) => code === "yaml-syntax"))
    for (const leaf of site.leavesOf(file))
      if (leaf.state === "payload") {
        leaf.state = "valid";
        leaf.refused = `${code} on line ${line}`;
        blamed.add(leaf);
      }
  for (const { leaf, code, message } of ofFields.length ? ofFields : lines) {
    if (!leaf || blamed.has(leaf)) continue;
    leaf.refused = `${code}: ${message}`;
    leaf.state = leaf.state === "payload" ? "valid" : "gone";
    blamed.add(leaf);
  }
  if (blamed.size === 0)
    for (const { file, line } of lines) {
      const below = [1, 2, 3].map((more) => leafAt(file, Number(line) + more)).find((leaf) => leaf);
      const part = below?.path.replace(/(\.\d+)*$/, "").replace(/\.[^.]+$/, "");
      for (const leaf of site.leaves)
        if (part?.includes(".") && leaf.path.startsWith(`${part}.`) && leaf.state !== "gone") {
          leaf.state = "gone";
          leaf.refused = "a part of it cannot be";
          blamed.add(leaf);
        }
    }
  return blamed.size > 0;
}

/// What is found in a page that was made quotes the payload.
function leafIn(message, site) {
  const number = /[a-z]-[a-z0-9-]*-(\d+)(?!\d)/.exec(message)?.[1];
  const leaf = number && site.leaves[Number(number)];
  return leaf && leaf.state === "payload" && message.includes(idOf(leaf, number)) ? leaf : undefined;
}

const idOf = (leaf, number) => `${leaf.path.replaceAll(/[^a-z0-9]/g, "-")}-${number}`;

export async function tryFields(guide, { ...tools }) {
  const folder = join(tools.root, "fields");
  const site = new FullSite(guide);
  const { told } = tools;
  const first = await settle(site, null, tools, folder);
  told.add("field/none", first.wrong);
  const gone = site.leaves.filter(({ state }) => state === "gone");
  told.count("fields of all records and settings", site.leaves.length);
  if (gone.length) told.count(`  that cannot be reached: ${gone.map(({ path }) => path).join(", ")}`, gone.length);
  const reached = site.leaves.filter(({ state }) => state !== "gone");
  for (const [name, payload] of Object.entries(PAYLOADS)) {
    for (const leaf of reached) leaf.state = leaf.alone ? "valid" : "payload";
    const text = (leaf) => payload(idOf(leaf, site.leaves.indexOf(leaf)), site.leaves.indexOf(leaf));
    const { out, wrong, status } = await settle(site, text, tools, folder);
    if (status === 0 && !wrong.length) wrong.push(...(await checkSite(out, tools)));
    told.add(`field/${name}`, wrong);
    const lost = reached.filter(({ state, alone }) => state === "gone" && !alone);
    if (lost.length) told.add(`field/${name}`, [`other fields were refused with it: ${lost.slice(0, 5).map(({ path, refused }) => `${path} (${refused})`).join("; ")}`]);
    told.count("cases of single fields", reached.filter(({ alone }) => !alone).length);
    told.count("  published", reached.filter(({ state, alone }) => !alone && state === "payload").length);
    told.count("  refused at their line", reached.filter(({ state, alone }) => !alone && state === "valid").length);
  }
}
