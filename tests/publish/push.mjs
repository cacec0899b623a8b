#!/usr/bin/env node
// A site is published by git push, and read in a browser through nginx:
//   node push.mjs [LOCALOFFER]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { launch } from "../browser/chromium.mjs";
import { address, Clone, makeAshmere } from "./lib/ashmere.mjs";
import { bytesBelow, currentRelease, differences } from "./lib/folders.mjs";
import { serveReleases } from "./lib/nginx.mjs";
import { alongside, localoffer, must, root, run } from "./lib/programs.mjs";
import { ask } from "./lib/requests.mjs";
import { atEnd, check, checkHas, scenario } from "./lib/scenario.mjs";

const visitsPage = "/actions/visits/";

/// Pushes as somebody does at a keyboard: { status, text }.
function push(clone, ...words) {
  return run("git", ["push", ...(words.length ? words : ["server", "main"])], { cwd: clone.folder });
}

function cloneFor(server, folder, name) {
  must("git", ["clone", "--quiet", "--origin", "server", server, folder]);
  return new Clone(folder, name);
}

async function firstPush({ clone, page, shown }) {
  const pushed = push(clone);
  check("the first push is taken", pushed.status === 0, pushed.text);
  checkHas("the first push says", pushed.text, "remote: Published 'Progress in Ashmere' from commit", address, "4 September 2023");
  await page.goto(shown.origin + visitsPage);
  checkHas("the page of an action", await page.innerText("main"), "Visit at home where it helps", "At risk");
}

async function changeOfStatus({ clone, page, shown }) {
  clone.commitStatus("off-track", "2023-09-20");
  const pushed = push(clone);
  check("a change is taken", pushed.status === 0, pushed.text);
  checkHas("the push names the address and the change", pushed.text, address, "What changed since", "Visit at home where it helps", "Off track");
  await page.goto(shown.origin + visitsPage);
  checkHas("the browser sees it without a reload of nginx", await page.innerText("main"), "Off track");
}

async function brokenPush({ clone, page, shown, releases, server }) {
  const before = bytesBelow(currentRelease(releases));
  const tip = clone.git("rev-parse", "HEAD");
  const place = clone.commitMistake("2023-09-21");
  const pushed = push(clone);
  check("a push with an error is refused", pushed.status !== 0, pushed.text);
  checkHas("the refusal says", pushed.text, `remote: ${place}: error[unknown-status]`, "did you mean 'off-track'", "Your push was refused");
  check("the branch stays where it was", must("git", ["rev-parse", "main"], { cwd: server }).trim() === tip);
  check("the release stays, byte for byte", differences(before, bytesBelow(currentRelease(releases))).length === 0);
  await page.goto(shown.origin + visitsPage);
  checkHas("the browser sees the old page", await page.innerText("main"), "Off track");
  clone.git("reset", "--quiet", "--hard", tip);
}

function deletedBranch({ clone, releases, server }) {
  const before = currentRelease(releases);
  for (const words of [["server", "--delete", "main"], ["--force", "server", ":main"]]) {
    const pushed = push(clone, ...words);
    check("the branch is not deleted", pushed.status !== 0, pushed.text);
    checkHas("and the message says why", pushed.text, "main was not deleted: the site is published from it");
  }
  check("the branch is there", run("git", ["rev-parse", "--verify", "main"], { cwd: server }).status === 0);
  check("what is shown stays", currentRelease(releases) === before);
}

function otherBranch({ clone, releases }) {
  const before = currentRelease(releases);
  clone.git("switch", "--quiet", "--create", "draft");
  clone.commitMistake("2023-09-22");
  const pushed = push(clone, "server", "draft");
  check("another branch is taken, even with an error", pushed.status === 0, pushed.text);
  check("and nothing is published", currentRelease(releases) === before && !pushed.text.includes("Published"), pushed.text);
  const tagged = push(clone, "server", "draft:refs/tags/main");
  check("nor by a tag of the branch's name", tagged.status === 0 && currentRelease(releases) === before, tagged.text);
  push(clone, "server", "--delete", "refs/tags/main");
  clone.git("switch", "--quiet", "main");
}

/// Two people push at once: git lets one of them win, and the other fetches and pushes again.
async function twoPushes({ folder, server, releases }, round) {
  const people = ["Ann", "Ben"].map((name) => cloneFor(server, join(folder, `${name}-${round}`), name));
  people[0].write("content/milestones/visits.yaml", people[0].read("content/milestones/visits.yaml").replace(/^title: .*$/m, `title: Visit ${round}`));
  people[1].write("content/milestones/letters.yaml", people[1].read("content/milestones/letters.yaml").replace(/^title: .*$/m, `title: Write ${round}`));
  people.forEach((person) => person.commit(`Round ${round} of ${person.who}`, `2023-10-0${round}`));
  const pushed = await Promise.all(people.map((person) => alongside("git", ["push", "server", "main"], { cwd: person.folder })));
  const texts = pushed.map((one) => one.text).join("\n");
  check("at least one of two pushes is taken", pushed.some((one) => one.status === 0), texts);
  const late = pushed.flatMap((one, index) => (one.status === 0 ? [] : [people[index]]));
  for (const person of late) {
    person.git("pull", "--quiet", "--rebase", "server", "main");
    check("the other is taken after it fetched", push(person).status === 0);
  }
  const tip = must("git", ["rev-parse", "main"], { cwd: server }).trim();
  const source = readFileSync(join(currentRelease(releases), ".localoffer-manifest"), "utf8");
  checkHas("the newest commit is shown", source, tip);
}

/// Two branches' worth of commits in two pushes, one right behind the other, of which the first builds longer.
async function pushBehindPush({ folder, server, releases }) {
  const [first, second] = ["Cay", "Dee"].map((name) => cloneFor(server, join(folder, name), name));
  first.commitStatus("complete", "2023-10-10");
  second.git("pull", "--quiet", first.folder, "main");
  second.commitStatus("stopped", "2023-10-11");
  const both = await Promise.all([first, second].map((one) => alongside("git", ["push", "server", "main"], { cwd: one.folder })));
  check("one of the two is taken", both.some((one) => one.status === 0), both.map((one) => one.text).join("\n"));
  const last = push(second);
  check("the newer commit can be pushed, if it was not", last.status === 0, last.text);
  const tip = second.git("rev-parse", "HEAD");
  checkHas("the newer of two commits is shown", readFileSync(join(currentRelease(releases), ".localoffer-manifest"), "utf8"), tip);
}

function olderPush({ clone, releases }) {
  clone.git("pull", "--quiet", "--ff-only", "server", "main");
  const before = currentRelease(releases);
  const newest = clone.git("rev-parse", "HEAD");
  const pushed = push(clone, "--force", "server", "HEAD~2:main");
  check("git takes an older commit by force", pushed.status === 0, pushed.text);
  check("it is not published", currentRelease(releases) === before, pushed.text);
  checkHas("and the message says how to go back", pushed.text, "remote: Nothing was changed: the site shows", "which is newer than", "localoffer rollback", "--allow-older");
  const again = push(clone);
  check("the newest can be pushed again", again.status === 0, again.text);
  checkHas("and is shown already", again.text, `remote: Nothing to do: the site of commit ${newest.slice(0, 10)}`);
}

async function backAndForward({ clone, page, shown, releases }) {
  clone.commitStatus("off-track", "2023-11-01");
  check("the status is pushed once more", push(clone).status === 0);
  const text = async () => {
    await page.goto(shown.origin + visitsPage);
    return page.innerText("main");
  };
  const before = await text();
  const back = run(localoffer, ["rollback", releases]);
  check("rollback succeeds", back.status === 0, back.text);
  const old = await text();
  check("nginx shows the page of before", old !== before && !old.includes("Off track\n"), old);
  const verified = run(localoffer, ["verify", releases, "--all"]);
  check("all releases are as they were published", verified.status === 0, verified.text);
  clone.commitStatus("at-risk", "2023-11-02");
  const forward = push(clone);
  check("the next push goes forward", forward.status === 0, forward.text);
  checkHas("and is shown", await text(), "At risk");
}

async function leftovers({ releases, shown }) {
  check("nothing else is in the folder", readdirSync(releases).sort().join() === "current,releases", readdirSync(releases));
  check("five releases stay", readdirSync(join(releases, "releases")).length === 5, readdirSync(join(releases, "releases")));
  const verified = run(localoffer, ["verify", releases, "--all"]);
  check("every release is as it was published", verified.status === 0, verified.text);
  check("nginx has nothing to complain about", !/\[(warn|error|crit|alert|emerg)\]/.test(shown.errors()), shown.errors());
  check("it answers still", (await ask(shown.origin + "/")).status === 200);
}

await scenario("publish-push", async (folder) => {
  const server = join(folder, "plan.git");
  const releases = join(folder, "srv");
  const installed = must(join(root, "site/hooks/install"), [server, "site.yaml", releases, localoffer]);
  checkHas("install says how to go on", installed, `git push ${server} main`);
  const clone = makeAshmere(join(folder, "clone"));
  clone.git("remote", "add", "server", server);
  check("nothing is shown before the first push", !existsSync(releases));

  const shown = await serveReleases(join(folder, "nginx"), releases);
  const browser = await launch();
  atEnd(() => browser.close());
  const place = { folder, server, releases, clone, shown, page: await browser.newPage() };
  await firstPush(place);
  await changeOfStatus(place);
  await brokenPush(place);
  deletedBranch(place);
  otherBranch(place);
  for (const round of [1, 2, 3]) await twoPushes(place, round);
  await pushBehindPush(place);
  olderPush(place);
  await backAndForward(place);
  await leftovers(place);
});
