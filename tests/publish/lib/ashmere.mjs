// The small site that is published: tests/golden/history, with its past of nine commits.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { must, root } from "./programs.mjs";

export const address = "https://progress.example.org/";
const visits = "content/milestones/visits.yaml";

/// A clone in which somebody works.
export class Clone {
  constructor(folder, name = "Author") {
    this.folder = folder;
    this.who = name;
  }

  git(...words) {
    const who = [`user.name=${this.who}`, "user.email=author@example.org", "advice.detachedHead=false"];
    const date = this.date ? { GIT_AUTHOR_DATE: this.date, GIT_COMMITTER_DATE: this.date } : {};
    return must("git", [...who.flatMap((setting) => ["-c", setting]), ...words], { cwd: this.folder, env: date }).trim();
  }

  read(path) {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path, text) {
    writeFileSync(join(this.folder, path), text);
  }

  /// Commits everything, on a day; returns the commit's id.
  commit(message, day) {
    this.date = `${day}T12:00:00+00:00`;
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
    return this.git("rev-parse", "HEAD");
  }

  /// One action gets another status: the change that all of this is for.
  commitStatus(status, day) {
    this.write(visits, this.read(visits).replace(/^status: .*$/m, `status: ${status}`));
    return this.commit(`The visits are ${status}`, day);
  }

  /// A line with a status that there is not: { place } is how it is told.
  commitMistake(day) {
    const text = this.read(visits).replace(/^status: .*$/m, "status: offtrack");
    this.write(visits, text);
    const line = text.split("\n").findIndex((one) => one.startsWith("status:")) + 1;
    this.commit("A slip", day);
    return `${visits}:${line}:9`;
  }
}

function applyChange(clone, folder, line) {
  const [what, ...rest] = line.split(" ");
  if (what === "without") rmSync(join(clone.folder, rest[0]));
  if (what === "move") clone.git("mv", ...rest);
}

/// Makes a clone with the past of tests/golden/history: one commit for each of its folders.
export function makeAshmere(folder) {
  const past = join(root, "tests/golden/history/history");
  mkdirSync(folder, { recursive: true });
  const clone = new Clone(folder);
  clone.git("init", "--quiet", "--initial-branch=main");
  for (const step of readdirSync(past).sort()) {
    const changes = join(past, step, "changes.txt");
    if (existsSync(changes)) readFileSync(changes, "utf8").trim().split("\n").forEach((line) => applyChange(clone, folder, line));
    cpSync(join(past, step), folder, {
      recursive: true,
      filter: (path) => !/(message|changes)\.txt$/.test(path),
    });
    clone.write("site.yaml", clone.read("site.yaml").replace(/^url: .*$/m, `url: ${address}`));
    clone.date = `${step.slice(3)}T12:00:00+00:00`;
    clone.git("add", "--all");
    clone.git("commit", "--quiet", "--allow-empty", "--file", join(past, step, "message.txt"));
  }
  return clone;
}
