// A folder of releases that is published to under bad conditions, and what has to be true of it at any moment.
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { bytesBelow, currentRelease, manifest } from "../../publish/lib/folders.mjs";
import { localoffer, run } from "../../publish/lib/programs.mjs";

const marker = ".localoffer-staging"; // of a release that is not known to be whole
const nothing = "nothing";

export class Target {
  /// `more` are words of the command line that each publish gets; `program(words)` runs localoffer: { status, text }.
  constructor(clone, folder, { keep = 3, more = ["--no-cache", "--no-precompress", "--jobs", "1"], program = (words) => run(localoffer, words) } = {}) {
    this.folder = folder;
    this.keep = keep;
    this.repository = clone.folder;
    this.more = more;
    this.program = program;
    this.sites = new Map();
  }

  words(commit, more = this.more, keep = this.keep) {
    return ["publish", "site.yaml", "--repo", this.repository, "--ref", commit, "--allow-older", "--to", this.folder, "--keep", String(keep), ...more];
  }

  publish(commit) {
    const { status, text } = this.program(this.words(commit));
    if (status !== 0) throw new Error(`publish ended with ${status}:\n${text}`);
    return text;
  }

  /// Publishes each commit and remembers its bytes.
  learn(commits) {
    for (const commit of commits) {
      this.publish(commit);
      this.sites.set(commit, this.#bytesShown());
    }
  }

  #bytesShown() {
    return JSON.stringify(bytesBelow(currentRelease(this.folder), (path) => path !== manifest && path !== marker));
  }

  /// The commit whose site is shown, byte for byte; "nothing" before the first; undefined for anything else.
  shown() {
    const link = lstatSync(join(this.folder, "current"), { throwIfNoEntry: false });
    if (!link) return nothing;
    if (!link.isSymbolicLink() || !existsSync(currentRelease(this.folder))) return undefined;
    const bytes = this.#bytesShown();
    return [...this.sites.keys()].find((commit) => this.sites.get(commit) === bytes);
  }

  /// A commit that is not shown.
  other() {
    const shown = this.shown();
    return [...this.sites.keys()].find((commit) => commit !== shown);
  }

  /// What a dead or failed run has left; empty when there is nothing.
  litter() {
    if (!existsSync(this.folder)) return [];
    const around = readdirSync(this.folder).filter((name) => name !== "current" && name !== "releases");
    const below = join(this.folder, "releases");
    const kept = existsSync(below) ? readdirSync(below) : [];
    const marked = kept.filter((name) => existsSync(join(below, name, marker)));
    const tooMany = kept.length > this.keep ? [`${kept.length} releases: ${kept.join()}`] : [];
    return [...around, ...marked.map((name) => `${name}/${marker}`), ...tooMany];
  }

  /// Publishes undisturbed: what is wrong afterwards, or nothing.
  mend(commit) {
    const ended = this.program(this.words(commit));
    if (ended.status !== 0) return [`the next publish ended with ${ended.status}: ${ended.text}`];
    const wrong = this.shown() === commit ? [] : ["the next publish does not show its site"];
    const verified = this.program(["verify", this.folder, "--all"]);
    if (verified.status !== 0) wrong.push(`afterwards not all files verify: ${verified.text}`);
    return [...wrong, ...this.litter().map((name) => `the next publish leaves ${name}`)];
  }
}

/// What is wrong with how a publish ended that something stood in the way of. It may fail, and then says what to do and
/// leaves what was shown; or it may succeed, and then shows the new site.
export function complaints({ status, text }, { before, next, now, mute = false }) {
  const wrong = [];
  if (now === undefined) wrong.push("what is shown is no whole site");
  if (status !== 0 && status !== 3) wrong.push(`it ended with ${status}`);
  if (status === 0 && now !== next) wrong.push("it says that it is done, and the new site is not shown");
  if (status === 3 && now !== before) wrong.push("it says that it failed, and what was shown is not shown");
  if (status === 3 && !mute && !/^localoffer: .+\n\S.+/m.test(text)) wrong.push("it does not say what to do");
  if (/inside the program/.test(text)) wrong.push("it takes the failure for a mistake of the program");
  return wrong.map((one) => `${one}\n${text}`);
}
