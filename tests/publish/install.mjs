#!/usr/bin/env node
// What site/hooks/install makes, and what it says when it cannot:
//   node install.mjs [LOCALOFFER]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeAshmere } from "./lib/ashmere.mjs";
import { currentRelease } from "./lib/folders.mjs";
import { localoffer, must, root, run } from "./lib/programs.mjs";
import { check, checkHas, scenario } from "./lib/scenario.mjs";

const install = (words, settings) => run(join(root, "site/hooks/install"), words, settings);
const sitesOf = (server) => run("git", ["config", "--get-all", "localoffer.publish"], { cwd: server }).text.trim().split("\n");

function twice({ server, folder }) {
  const words = [server, "site.yaml", join(folder, "one"), localoffer];
  check("the first run succeeds", install(words).status === 0);
  const again = install(words);
  check("the second succeeds too", again.status === 0, again.text);
  check("the site is listed once", sitesOf(server).length === 1, sitesOf(server));
  const second = install([server, "second.yaml", "two", localoffer], { cwd: folder });
  check("another site is added", second.status === 0 && sitesOf(server).length === 2, second.text);
  check("its folder is written in full", sitesOf(server)[1] === `second.yaml ${join(folder, "two")}`, sitesOf(server));
}

/// One push publishes both sites, or neither.
function twoSites({ server, folder }) {
  const clone = makeAshmere(join(folder, "clone"));
  clone.git("remote", "add", "server", server);
  const push = () => run("git", ["push", "server", "main"], { cwd: clone.folder });
  const early = push();
  check("a push without the second site's settings is refused", early.status !== 0, early.text);
  checkHas("and names the file", early.text, "second.yaml", "Your push was refused");
  check("nothing is published", !existsSync(join(folder, "one")) && !existsSync(join(folder, "two")));

  clone.write("second.yaml", clone.read("site.yaml").replace(/^title: .*$/m, "title: The other one"));
  clone.commit("A second site", "2023-09-20");
  const pushed = push();
  check("with them it is taken", pushed.status === 0, pushed.text);
  checkHas("both are published", pushed.text, "Published 'Progress in Ashmere'", "Published 'The other one'");
  for (const name of ["one", "two"]) check(`${name} is shown`, existsSync(join(currentRelease(join(folder, name)), "index.html")));

  clone.write("second.yaml", clone.read("second.yaml").replace(/^title: .*$/m, "titel: The other one"));
  clone.commit("A slip in one of them", "2023-09-21");
  const before = currentRelease(join(folder, "one"));
  const broken = push();
  check("an error in one of them is refused", broken.status !== 0 && currentRelease(join(folder, "one")) === before, broken.text);
  checkHas("with its place", broken.text, /remote: second\.yaml:\d+:\d+: error/);
}

function wrongWords({ folder }) {
  const usage = install([join(folder, "x.git")]);
  check("too few words are a wrong command line", usage.status === 2, usage.text);
  checkHas("it shows the right one", usage.text, "Usage: site/hooks/install REPOSITORY SITE.yaml DIR [PROGRAM]");

  for (const program of [join(folder, "nothing"), "/bin/false", "/usr/bin/git"]) {
    const wrong = install([join(folder, "x.git"), "site.yaml", join(folder, "x"), program]);
    check(`${program} is no localoffer`, wrong.status === 3, wrong.text);
    checkHas("and the message says what to do", wrong.text, "The program localoffer was not found", "name it as the last word");
  }
  check("no repository was made", !existsSync(join(folder, "x.git")));

  const work = makeAshmere(join(folder, "work"));
  for (const place of [work.folder, join(work.folder, ".git"), join(work.folder, "content")]) {
    const tree = install([place, "site.yaml", join(folder, "x"), localoffer]);
    check(`${place} is refused`, tree.status === 2, tree.text);
    checkHas("and the message says why", tree.text, "choose a new folder");
  }
  check("no hook was put there", !existsSync(join(work.folder, ".git/hooks/common.sh")));

  const spaces = install([join(folder, "x.git"), "site.yaml", join(folder, "a b"), localoffer]);
  check("a folder with a space in its name is refused", spaces.status === 2, spaces.text);
  checkHas("and the message says why", spaces.text, "space");
}

function strangersHook({ folder }) {
  const server = join(folder, "strange.git");
  must("git", ["init", "--quiet", "--bare", server]);
  const hook = join(server, "hooks/post-receive");
  mkdirSync(join(server, "hooks"), { recursive: true });
  writeFileSync(hook, "#!/bin/sh\necho hello\n");
  const refused = install([server, "site.yaml", join(folder, "x"), localoffer]);
  check("a hook of somebody else is kept", refused.status === 1 && readFileSync(hook, "utf8").includes("echo hello"), refused.text);
  checkHas("and the message says what to do", refused.text, "is there already and is not ours", "Move it away");
  check("no other hook was put beside it", !existsSync(join(server, "hooks/pre-receive")));
}

/// The program goes away after it was installed.
function lostProgram({ server, folder }) {
  must("git", ["config", "localoffer.program", join(folder, "gone")], { cwd: server });
  const clone = makeAshmere(join(folder, "later"));
  const pushed = run("git", ["push", "--force", server, "main"], { cwd: clone.folder });
  check("without the program no push is taken", pushed.status !== 0, pushed.text);
  checkHas("and the message says that it is the server's fault", pushed.text, "gone", "tell whoever looks after the server");
}

await scenario("publish-install", async (folder) => {
  const place = { folder, server: join(folder, "plan.git") };
  twice(place);
  twoSites(place);
  wrongWords(place);
  strangersHook(place);
  lostProgram(place);
});
