#!/usr/bin/env node
// Somebody without permission publishes: node refused.mjs [LOCALOFFER]
// Root may do everything, so root becomes nobody for this.
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { bytesBelow, currentRelease, differences, filesBelow } from "../../publish/lib/folders.mjs";
import { localoffer, must, run } from "../../publish/lib/programs.mjs";
import { check, scenario } from "../../publish/lib/scenario.mjs";
import { makeBrook, twoSites } from "../lib/brook.mjs";
import { disturb, newCounts, tell } from "../lib/disturb.mjs";
import { Target } from "../lib/target.mjs";

const nobody = 65534;
const isRoot = process.getuid() === 0;
const become = ["--reuid", String(nobody), "--regid", String(nobody), "--clear-groups", "--"];

/// Runs a command as somebody who is not root, and who has no files of their own.
const asNobody = (command, words) => (isRoot ? run("setpriv", [...become, command, ...words], { env: { HOME: "/nonexistent" } }) : run(command, words));

function give(path, to = nobody) {
  if (isRoot) must("chown", ["--recursive", "--no-dereference", `${to}:${to}`, path]);
}

/// A copy of the program and its themes, where nobody may read them.
function copyProgram(folder) {
  const from = dirname(dirname(localoffer));
  const program = join(folder, "program/bin/localoffer");
  cpSync(localoffer, program);
  cpSync(join(from, "share"), join(folder, "program/share"), { recursive: true, dereference: true });
  return program;
}

/// While something is done, the modes of files are others.
function withModes(modes, action) {
  const before = modes.map(([path]) => [path, statSync(path).mode & 0o7777]);
  for (const [path, mode] of modes) chmodSync(path, mode);
  const result = action();
  for (const [path, mode] of before.reverse()) if (existsSync(path)) chmodSync(path, mode);
  return result;
}

const releasesOf = (target) => readdirSync(join(target.folder, "releases")).sort((a, b) => Number(a.split("-")[1]) - Number(b.split("-")[1]));
const allBelow = (folder, mode) => filesBelow(folder).map((path) => [join(folder, path), mode]);

/// What may not be used: what it is, the modes of files, and whether that is refused or harmless.
function cases(target, clone, program, cache) {
  const top = target.folder;
  const below = join(top, "releases");
  const oldest = () => join(below, releasesOf(target)[0]);
  const templates = join(dirname(dirname(program)), "share/localoffer/themes/clear/templates");
  const remembering = [...target.more.filter((word) => word !== "--no-cache"), "--cache", cache];
  return [
    { name: "the folder is read-only", modes: () => [[top, 0o555]], refused: true },
    { name: "the folder of releases is read-only", modes: () => [[below, 0o555]], refused: true },
    { name: "the folder of releases cannot be listed", modes: () => [[below, 0o333]], refused: true },
    { name: "what is shown cannot be read", modes: () => [[currentRelease(top), 0o000]], refused: true },
    { name: "what is shown is read-only", modes: () => [[currentRelease(top), 0o555], ...allBelow(currentRelease(top), 0o444)], harmless: true },
    { name: "the oldest release is read-only", modes: () => [[oldest(), 0o555]], harmless: true, mayLeave: true },
    { name: "the repository cannot be read", modes: () => [[join(clone.folder, ".git/objects"), 0o000]], refused: true },
    { name: "the theme cannot be read", modes: () => [[templates, 0o000]], refused: true },
    { name: "the cache is a read-only folder", modes: () => [[cache, 0o555]], more: remembering, harmless: true },
    { name: "the cache is read-only, with its files", modes: () => [...allBelow(cache, 0o444), [cache, 0o555]], more: remembering, harmless: true },
    { name: "the files of the cache cannot be read", modes: () => allBelow(cache, 0o000), more: remembering, harmless: true },
    { name: "the cache cannot be looked into", modes: () => [[cache, 0o000]], more: remembering, harmless: true },
    { name: "there may be no cache", modes: () => [[dirname(cache), 0o555]], more: [...remembering.slice(0, -1), join(dirname(cache), "other")], harmless: true },
  ];
}

/// A lock that a run of root has left, and a release that root made: as after a publish with sudo.
function ofRoot(target, program) {
  const lock = join(target.folder, ".localoffer-lock");
  const publish = (words) => {
    const oldest = join(target.folder, "releases", releasesOf(target)[0]);
    give(oldest, 0);
    const ended = asNobody(program, words);
    if (existsSync(oldest)) give(oldest);
    return ended;
  };
  const publishLocked = (words) => {
    writeFileSync(lock, "", { mode: 0o600 });
    const ended = asNobody(program, words);
    rmSync(lock);
    return ended;
  };
  return [
    { name: "the oldest release is root's", publish, harmless: true, mayLeave: true },
    { name: "root left its lock", publish: publishLocked, refused: true },
  ];
}

/// `build` and a first publish, in a folder in which nothing may be made.
function tryFirst(folder, clone, commit, program) {
  const closed = join(folder, "closed");
  mkdirSync(closed);
  give(closed);
  const site = join(clone.folder, "site.yaml");
  for (const [what, words] of [
    ["a first publish", ["publish", "site.yaml", "--repo", clone.folder, "--ref", commit, "--to", join(closed, "srv"), "--no-cache"]],
    ["a first build", ["build", site, "--at", commit, "--out", join(closed, "out"), "--no-cache"]],
    ["a site in a file", ["publish", "site.yaml", "--repo", clone.folder, "--ref", commit, "--to-tar", join(closed, "site.tar"), "--no-cache"]],
  ]) {
    const { status, text } = withModes([[closed, 0o555]], () => asNobody(program, words));
    check(`${what} is refused, and says what to do`, status === 3 && /^localoffer: .+\n\S.+/m.test(text) && !/inside the program/.test(text), `${status} ${text}`);
    check(`${what} leaves nothing`, readdirSync(closed).length === 0, readdirSync(closed));
  }
  const built = asNobody(program, ["build", site, "--at", commit, "--out", join(closed, "out"), "--no-cache"]);
  check("a build that is allowed works", built.status === 0, built.text);
  const before = bytesBelow(join(closed, "out"));
  const { status, text } = withModes([[closed, 0o555]], () => asNobody(program, ["build", site, "--out", join(closed, "out"), "--no-cache"]));
  check("a build that is refused leaves the site as it was", status === 3 && differences(before, bytesBelow(join(closed, "out"))).length === 0, text);
}

await scenario("faults-refused", async (folder) => {
  const program = copyProgram(folder);
  const clone = makeBrook(join(folder, "clone"));
  const commits = twoSites(clone);
  const place = join(folder, "place");
  mkdirSync(join(place, "kept"), { recursive: true });
  give(clone.folder);
  give(place);
  const target = new Target(clone, join(place, "srv"), { program: (words) => asNobody(program, words) });
  target.learn([...commits, ...commits]);
  const cache = join(place, "kept/cache");
  const filled = asNobody(program, ["build", join(clone.folder, "site.yaml"), "--out", join(place, "out"), "--cache", cache]);
  check("nobody can build", filled.status === 0 && lstatSync(cache).isDirectory() && filesBelow(cache).length > 0, filled.text);

  const moments = cases(target, clone, program, cache).map(({ modes, ...rest }) => ({
    ...rest,
    publish: (words) => withModes(modes(), () => asNobody(program, words)),
  }));
  const counts = await disturb(target, [...moments, ...(isRoot ? ofRoot(target, program) : [])], newCounts());
  tell("Without permission", counts);
  tryFirst(place, clone, commits[0], program);
});
