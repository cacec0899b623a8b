#!/usr/bin/env node
// The repository changes under the publisher: it is repacked, pushed to, and its branches go:
//   node repository.mjs [LOCALOFFER] [TIMES]
// TIMES is 100 without it.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Clone } from "../../publish/lib/ashmere.mjs";
import { alongside, localoffer, run } from "../../publish/lib/programs.mjs";
import { check, scenario } from "../../publish/lib/scenario.mjs";
import { makeBrook, retitle } from "../lib/brook.mjs";
import { randomNumbers, seedOfRun } from "../lib/chance.mjs";
import { complaints, Target } from "../lib/target.mjs";

const times = Number(process.argv[3] ?? 100);
const seed = seedOfRun();
const random = randomNumbers(seed);

/// Does one thing after the other to the repository, until it is told to stop: how often.
function keepChanging(act) {
  let stopped = false;
  const acting = (async () => {
    let acts = 0;
    for (; !stopped; ++acts) {
      await act(acts);
      await sleep(1);
    }
    return acts;
  })();
  return () => {
    stopped = true;
    return acting;
  };
}

/// The bare repository, as somebody who keeps it works on it.
class Bare extends Clone {
  /// Each answers with git's own exit status; what one of them does must not stop the others.
  act = (...words) => alongside("git", ["-C", this.folder, ...words]);

  repack = async (n) => this.act(...[["gc", "--quiet", "--prune=now"], ["repack", "-adq"], ["repack", "-adq", "--no-write-bitmap-index"], ["prune-packed", "-q"], ["pack-refs", "--all"]][n % 5]);

  /// Something of other people's comes in, so that there are loose objects to pack.
  push = (other) => async (n) => {
    appendFileSync(join(other.folder, "notes.txt"), `${n}\n`);
    other.date = "2024-03-20T12:00:00+00:00";
    other.git("add", "--all");
    other.git("commit", "--quiet", "--message", `Note ${n}`);
    await alongside("git", ["-C", other.folder, "push", "--quiet", "--force", "origin", `HEAD:refs/heads/notes-${n % 3}`]);
    if (n % 4 === 3) await this.act("update-ref", "-d", `refs/heads/notes-${(n + 1) % 3}`);
  };

  /// The branch that is published goes, and comes back.
  flicker = (commit) => async (n) => this.act(...(n % 2 ? ["update-ref", "refs/heads/main", commit] : ["update-ref", "-d", "refs/heads/main"]));
}

/// Publishes both sites in turn while the repository changes. `mayFail`: the words may name what is not there now.
async function publishMeanwhile(what, target, act, { ref = (commit) => commit, mayFail = false } = {}) {
  const counts = { done: 0, refused: 0, wrong: [] };
  const stop = keepChanging(act);
  for (let i = 0; i < times / 3; ++i) {
    const before = target.shown();
    const next = mayFail ? [...target.sites.keys()].at(-1) : target.other();
    await sleep(random() * 20);
    const ended = await alongside(localoffer, target.words(ref(next)));
    const now = target.shown();
    ++counts[ended.status === 0 ? "done" : "refused"];
    const wrong = complaints(ended, { before, next, now });
    if (ended.status !== 0 && !mayFail) wrong.push(`it failed: ${ended.text}`);
    wrong.push(...target.litter().map((name) => `it leaves ${name}`));
    if (mayFail) target.publish([...target.sites.keys()][0]);
    if (wrong.length) counts.wrong.push(wrong.join("\n  "));
  }
  const acts = await stop();
  check(`${what}: each publish is whole (seed ${seed})`, counts.wrong.length === 0 && counts.done > 0 && acts > 0, counts.wrong.join("\n") || JSON.stringify(counts));
  console.log(`${what}: published ${counts.done}, refused ${counts.refused}, while the repository changed ${acts} times; wrong ${counts.wrong.length}.`);
}

await scenario("faults-repository", async (folder) => {
  const clone = makeBrook(join(folder, "clone"));
  const first = clone.git("rev-parse", "HEAD");
  const commits = [first, retitle(clone, "two", "2024-03-16")];
  clone.git("clone", "--quiet", "--bare", clone.folder, join(folder, "plan.git"));
  const bare = new Bare(join(folder, "plan.git"));
  const other = new Clone(join(folder, "other"));
  clone.git("clone", "--quiet", bare.folder, other.folder);
  const target = new Target(bare, join(folder, "srv"));
  target.learn(commits);

  await publishMeanwhile("While it is repacked", target, bare.repack);
  await publishMeanwhile("While it is pushed to", target, bare.push(other));
  let turn = 0;
  const both = bare.push(other);
  await publishMeanwhile("While it is pushed to and repacked", target, (n) => (turn++ % 2 ? bare.repack(turn) : both(n)));
  await publishMeanwhile("While its branch comes and goes", target, bare.flicker(commits[1]), { ref: () => "main", mayFail: true });

  // What is shown may be of a commit that is no longer in the repository.
  target.publish(commits[1]);
  bare.git("update-ref", "refs/heads/main", first);
  for (const line of bare.git("for-each-ref", "--format=%(refname)").split("\n")) if (line !== "refs/heads/main") bare.git("update-ref", "-d", line);
  bare.git("reflog", "expire", "--expire=now", "--all");
  bare.git("gc", "--quiet", "--prune=now");
  check("the commit that is shown is gone", run("git", ["-C", bare.folder, "cat-file", "-e", commits[1]]).status !== 0);
  const words = target.words("main", [...target.more, "--changes"]).filter((word) => word !== "--allow-older");
  const ended = run(localoffer, words);
  check("what is left can be published over a commit that is gone", ended.status === 0 && target.shown() === first, ended.text);
  check("and every file verifies", target.mend(first).length === 0);
});
