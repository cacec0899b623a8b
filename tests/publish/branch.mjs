#!/usr/bin/env node
// A site as a branch of a repository that stands for GitHub's:
//   node branch.mjs [LOCALOFFER]
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { address, Clone, makeAshmere } from "./lib/ashmere.mjs";
import { bytesBelow, differences, manifest } from "./lib/folders.mjs";
import { localoffer, must, root, run } from "./lib/programs.mjs";
import { check, checkHas, scenario } from "./lib/scenario.mjs";

const branch = "gh-pages";

const publish = (clone, ...more) => run(localoffer, ["publish", "site.yaml", "--to-branch", branch, "--remote", "github", ...more], { cwd: clone.folder });
const tipOf = (github) => run("git", ["rev-parse", "--verify", "--quiet", branch], { cwd: github }).text.trim();

/// What GitHub would serve: a checkout of the branch.
function checkout(github, folder) {
  rmSync(folder, { recursive: true, force: true });
  must("git", ["clone", "--quiet", "--branch", branch, github, folder]);
  rmSync(join(folder, ".git"), { recursive: true });
  return bytesBelow(folder);
}

/// The branch holds what `build` writes; only the list and .nojekyll are the branch's own.
function checkSame(what, { github, clone, folder }, also = []) {
  const built = join(folder, "built");
  must(localoffer, ["build", "site.yaml", "--out", built], { cwd: clone.folder });
  const served = checkout(github, join(folder, "served"));
  const different = differences(bytesBelow(built), served).filter((path) => path !== manifest);
  check(`${what}: the branch holds the built site, byte for byte`, different.join() === [".nojekyll", ...also].sort().join(), different.join("\n"));
  const verified = run(localoffer, ["verify", join(folder, "served")]);
  const strangers = [...verified.text.matchAll(/not published: (.*)/g)].map((one) => one[1]).filter((path) => path !== ".nojekyll");
  check(`${what}: its files are as its list says`, !/missing|changed/.test(verified.text) && strangers.join() === also.join(), verified.text);
}

function first(place) {
  const published = publish(place.clone);
  check("the first time succeeds", published.status === 0, published.text);
  checkHas("it says where", published.text, address, "The branch 'gh-pages' of 'github' is at commit");
  checkSame("the first time", place);
  const tip = tipOf(place.github);
  const again = publish(place.clone);
  check("the same once more is nothing", again.status === 0 && tipOf(place.github) === tip, again.text);
  checkHas("and says so", again.text, "Nothing to do");
}

function change(place) {
  const tip = tipOf(place.github);
  place.clone.commitStatus("off-track", "2023-09-20");
  const published = publish(place.clone, "--changes");
  check("a change succeeds", published.status === 0, published.text);
  checkHas("it tells the change", published.text, "What changed since", "Off track");
  check("the branch goes forward by one commit", must("git", ["rev-parse", `${branch}~1`], { cwd: place.github }).trim() === tip);
  checkSame("a change", place);
  const names = run("git", ["-C", place.clone.folder, "branch", "--list"]).text;
  check("the clone has no branch of that name", !names.includes(branch), names);
}

/// GitHub keeps the site's own domain in a file of the branch.
function domain(place) {
  const editor = join(place.folder, "editor");
  must("git", ["clone", "--quiet", "--branch", branch, place.github, editor]);
  writeFileSync(join(editor, "CNAME"), "progress.example.org\n");
  const person = new Clone(editor, "GitHub");
  person.commit("Create CNAME", "2023-09-21");
  person.git("push", "--quiet", "origin", branch);
  place.clone.commitStatus("at-risk", "2023-09-22");
  check("a branch with a domain is published to", publish(place.clone).status === 0);
  checkSame("a domain", place, ["CNAME"]);
}

/// A hook of the remote lets somebody else's push in first, each time that we push or once.
function somebodyElse({ github, folder }, always) {
  const mark = join(folder, "was-there");
  rmSync(mark, { force: true });
  const hook = `#!/bin/sh
while read -r old new name; do
  [ "$name" = refs/heads/${branch} ] || continue
  ${always ? "" : `[ -e '${mark}' ] && continue`}
  touch '${mark}'
  unset GIT_QUARANTINE_PATH
  other=$(git -c user.name=Other -c user.email=other@example.org commit-tree -p "$old" -m 'Somebody else' "$old^{tree}")
  git cat-file commit "$other" | env -u GIT_OBJECT_DIRECTORY -u GIT_ALTERNATE_OBJECT_DIRECTORIES git hash-object -t commit -w --stdin >/dev/null
  env -u GIT_OBJECT_DIRECTORY -u GIT_ALTERNATE_OBJECT_DIRECTORIES git update-ref "$name" "$other" "$old"
done
exit 0
`;
  writeFileSync(join(github, "hooks/pre-receive"), hook, { mode: 0o755 });
  return () => rmSync(join(github, "hooks/pre-receive"));
}

function races(place) {
  place.clone.commitStatus("off-track", "2023-10-01");
  let done = somebodyElse(place, false);
  const once = publish(place.clone);
  done();
  check("who loses a race once tries again", once.status === 0, once.text);
  const log = must("git", ["log", "--format=%s", "-2", branch], { cwd: place.github });
  checkHas("and builds upon what came between", log, /^Publish commit .*\nSomebody else\n/);
  checkSame("a race", place, ["CNAME"]);

  place.clone.commitStatus("at-risk", "2023-10-02");
  done = somebodyElse(place, true);
  const never = publish(place.clone);
  done();
  check("who loses each race gives up", never.status === 3, never.text);
  checkHas("and says why", never.text, "the branch 'gh-pages' moved each time", "Run the command again when they are done");
  const later = publish(place.clone);
  check("and later it is published", later.status === 0, later.text);
  checkSame("after the races", place, ["CNAME"]);
}

function refusals(place) {
  const tip = tipOf(place.github);
  const older = publish(place.clone, "--ref", "HEAD~2");
  check("an older commit is not published", older.status === 0 && tipOf(place.github) === tip, older.text);
  checkHas("and the message says so", older.text, "Nothing was changed: the site shows", "--allow-older");
  const mistake = place.clone.commitMistake("2023-10-03");
  const wrong = publish(place.clone);
  check("a site with an error is not published", wrong.status === 1 && tipOf(place.github) === tip, wrong.text);
  checkHas("and the message says where", wrong.text, mistake, "What is published stays as it was");
  place.clone.git("reset", "--quiet", "--hard", "HEAD~1");
  place.clone.git("push", "--quiet", "github", "main");
  const own = run(localoffer, ["publish", "site.yaml", "--to-branch", "main", "--remote", "github"], { cwd: place.clone.folder });
  check("a branch with other things is refused", own.status === 3, own.text);
  checkHas("and the message says what to do", own.text, "was not written by this program", "Choose a branch that does not exist yet");
  place.clone.git("remote", "set-url", "github", join(place.folder, "nowhere.git"));
  const nowhere = publish(place.clone);
  check("a remote that is not there is told", nowhere.status === 3, nowhere.text);
  checkHas("in words", nowhere.text, "cannot read the branch 'gh-pages' of 'github': git says", "Check the remote's name");
  place.clone.git("remote", "set-url", "github", place.github);
}

/// The hooks can publish to a branch too, of their own repository or of another.
function byHook(place) {
  const server = join(place.folder, "plan.git");
  must(join(root, "site/hooks/install"), [server, "site.yaml", `--to-branch ${branch} --remote ${place.github}`, localoffer]);
  place.clone.commitStatus("complete", "2023-11-01");
  const pushed = run("git", ["push", server, "main"], { cwd: place.clone.folder });
  check("a push publishes to a branch", pushed.status === 0, pushed.text);
  checkHas("and says so", pushed.text, "remote: Published", `remote: The branch 'gh-pages' of '${place.github}' is at commit`);
  checkSame("by a push", place, ["CNAME"]);
}

await scenario("publish-branch", async (folder) => {
  const clone = makeAshmere(join(folder, "clone"));
  const github = join(folder, "github.git");
  must("git", ["init", "--quiet", "--bare", "--initial-branch=main", github]);
  clone.git("remote", "add", "github", github);
  const place = { folder, clone, github };
  first(place);
  change(place);
  domain(place);
  races(place);
  refusals(place);
  byHook(place);
  check("the work tree of the clone is as it was", clone.git("status", "--porcelain") === "" && !existsSync(join(clone.folder, manifest)));
});
