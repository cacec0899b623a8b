#!/usr/bin/env node
// Sends a site with site/deploy/deploy and a real rclone to a WebDAV server, and counts what is sent:
//   node deploy.mjs [LOCALOFFER]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeAshmere } from "./lib/ashmere.mjs";
import { startProxy } from "./lib/counting-proxy.mjs";
import { bytesBelow, currentRelease, differences, isCompressed, manifest } from "./lib/folders.mjs";
import { alongside, freePort, localoffer, must, root, start, until } from "./lib/programs.mjs";
import { ask } from "./lib/requests.mjs";
import { check, checkHas, scenario } from "./lib/scenario.mjs";

const sending = ".localoffer-sending";
const script = join(root, "site/deploy/deploy");
const isList = (path) => path === manifest || path === sending;

/// A folder that rclone serves, and the remote by whose name the script reaches it.
async function startRemote(folder) {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const server = start("rclone", ["serve", "webdav", folder, "--addr", `127.0.0.1:${port}`, "--dir-cache-time", "0s"]);
  await until("rclone serves", () => ask(`http://127.0.0.1:${port}/`).then(() => true, () => false));
  const proxy = await startProxy(port);
  return { folder, server, proxy, name: "site:", env: { RCLONE_CONFIG: "/dev/null", RCLONE_CONFIG_SITE_TYPE: "webdav", RCLONE_CONFIG_SITE_URL: proxy.address, RCLONE_CONFIG_SITE_VENDOR: "other" } };
}

/// Runs the script: { status, text, changes }.
async function deploy(remote, releases, ...more) {
  remote.proxy.changes.length = 0;
  const ended = await alongside(script, [releases, remote.name, ...more], { env: remote.env });
  return { ...ended, changes: [...remote.proxy.changes] };
}

/// What was sent but for the lists, and what was removed.
const sent = (changes) => changes.filter(([method, path]) => method === "PUT" && !isList(path)).map(([, path]) => path).sort();
const removed = (changes) => changes.filter(([method, path]) => method === "DELETE" && !isList(path)).map(([, path]) => path).sort();

/// A release as storage holds it: storage sends no compressed neighbours.
const wholeSite = (releases) => bytesBelow(currentRelease(releases), (path) => !isCompressed(path));

function checkSame(what, remote, releases) {
  const different = differences(bytesBelow(remote.folder), wholeSite(releases));
  check(`${what}: the remote holds the site, byte for byte`, different.length === 0, different.join("\n"));
}

/// The stages of a run, by which no reader meets a link to a page that is not there.
function checkOrder(what, changes, before) {
  const stage = ([method, path]) => {
    if (path === sending) return method === "PUT" ? 0 : 8;
    if (method === "DELETE") return 7;
    if (path === manifest) return 6;
    if (path === "index.html") return 5;
    if (path.endsWith(".html")) return before[path] ? 4 : 3;
    return path.startsWith("assets/") ? 1 : 2;
  };
  const stages = changes.map(stage);
  check(`${what}: the order`, stages.every((one, index) => index === 0 || stages[index - 1] <= one), changes.map((one, index) => `${stages[index]} ${one.join(" ")}`).join("\n"));
}

async function firstSend({ remote, releases }) {
  const first = await deploy(remote, releases);
  const files = Object.keys(wholeSite(releases)).filter((path) => !isList(path));
  check("the first send succeeds", first.status === 0, first.text);
  checkHas("it counts", first.text, `${files.length} new files, 0 changed. Removed: 0. As they were: 0.`);
  check("each file is sent once", sent(first.changes).join() === files.sort().join(), sent(first.changes).join("\n"));
  checkOrder("first send", first.changes, {});
  checkSame("first send", remote, releases);
  const again = await deploy(remote, releases);
  check("a second run sends nothing", again.status === 0 && again.changes.length === 0, again.text + again.changes.join("\n"));
  console.log(`First send: ${files.length} files; second: ${again.changes.length}.`);
}

async function change({ remote, releases, publish, clone, folder }) {
  const before = wholeSite(releases);
  clone.write("content/milestones/clinics.yaml", clone.read("content/milestones/visits.yaml").replace(/^title: .*$/m, "title: Open clinics"));
  clone.git("rm", "--quiet", "content/milestones/training.yaml");
  clone.commitStatus("off-track", "2023-09-20");
  publish();
  const after = wholeSite(releases);
  const list = join(folder, "changed.txt");
  const ended = await deploy(remote, releases, list);
  const wanted = differences(before, after).filter((path) => !isList(path));
  check("a change succeeds", ended.status === 0, ended.text);
  check("only what changed is sent", sent(ended.changes).join() === wanted.filter((path) => after[path]).join(), sent(ended.changes).join("\n"));
  check("what is no more is removed", removed(ended.changes).join() === wanted.filter((path) => !after[path]).join(), removed(ended.changes).join("\n"));
  checkOrder("change", ended.changes, before);
  checkSame("change", remote, releases);
  const addresses = readFileSync(list, "utf8").trim().split("\n");
  const named = wanted.flatMap((path) => (/(^|\/)index\.html$/.test(path) ? [`/${path}`, `/${path.replace(/index\.html$/, "")}`] : [`/${path}`]));
  check("the addresses to fetch anew are listed", addresses.sort().join() === named.sort().join(), addresses.join("\n"));
  console.log(`A change: ${sent(ended.changes).length} of ${Object.keys(after).length} files sent, ${removed(ended.changes).length} removed.`);
}

/// After so many changes rclone is killed, with the script.
async function cutOff(remote, releases, changes) {
  remote.proxy.changes.length = 0;
  const running = start(script, [releases, remote.name], { env: remote.env });
  remote.proxy.afterChanges = changes;
  await new Promise((ended) => {
    remote.proxy.broken = ended;
    running.child.on("close", ended);
  });
  await running.stop("SIGKILL");
  remote.proxy.afterChanges = Infinity;
}

/// Wherever a run is cut off, and whatever is published until the next, that one ends as a clean send would.
async function cutOffAnywhere({ remote, releases, publish, clone }) {
  const statuses = ["at-risk", "off-track"];
  for (const [index, changes] of [1, 20, 57].entries()) {
    clone.commitStatus(statuses[index % 2], `2023-10-${10 + index}`);
    clone.write("content/milestones/visits.yaml", clone.read("content/milestones/visits.yaml").replace(/^title: .*$/m, `title: Visit ${index}`));
    const moved = index % 2 ? ["clinics", "surgeries"] : ["surgeries", "clinics"];
    if (existsSync(join(clone.folder, `content/milestones/${moved[0]}.yaml`))) clone.git("mv", ...moved.map((name) => `content/milestones/${name}.yaml`));
    clone.commit(`Change ${index}`, `2023-10-${10 + index}`);
    publish();
    await cutOff(remote, releases, changes);
    if (index === 1) {
      clone.git("revert", "--no-edit", "HEAD");
      publish();
      await cutOff(remote, releases, 2);
    }
    const ended = await deploy(remote, releases);
    check(`a run after one that was cut off after ${changes} changes succeeds`, ended.status === 0, ended.text);
    checkSame(`cut off after ${changes} changes`, remote, releases);
  }
}

async function cutOffAtFirst({ folder, releases }) {
  const remote = await startRemote(join(folder, "second-remote"));
  await cutOff(remote, releases, 10);
  const ended = await deploy(remote, releases);
  check("a first send that was cut off can be run again", ended.status === 0, ended.text);
  checkSame("a first send that was cut off", remote, releases);
}

async function refusals({ folder, releases, remote }) {
  const strange = await startRemote(join(folder, "strange"));
  writeFileSync(join(strange.folder, "diary.txt"), "Dear diary");
  const refused = await deploy(strange, releases);
  check("a place with files of others is refused", refused.status === 1 && refused.changes.length === 0, refused.text);
  checkHas("and the message says why", refused.text, "'site:' holds files, but no list of a site", "Name an empty place");
  writeFileSync(join(strange.folder, manifest), "a list of somebody else's\n");
  const list = await deploy(strange, releases);
  check("so is another's list", list.status === 1 && list.changes.length === 0, list.text);
  checkHas("and the message says so", list.text, "is not a list that this program wrote");

  const nowhere = { ...remote, env: { ...remote.env, RCLONE_CONFIG_SITE_URL: `http://127.0.0.1:${await freePort()}` } };
  const cases = [[nowhere, "nobody answers"], [{ ...remote, name: "unknown:" }, "nobody has set it up"]];
  for (const [place, why] of cases) {
    const ended = await deploy(place, releases);
    check(`where ${why}, the run ends`, ended.status === 3 && ended.changes.length === 0, `${ended.status} ${ended.text}`);
    checkHas(`where ${why}, the message says`, ended.text, `'${place.name}' cannot be reached`, "run this again");
  }
  const empty = await deploy(remote, join(folder, "nothing"));
  check("a folder without a site is refused", empty.status === 2 && empty.text.includes("There is no published site in"), empty.text);
}

await scenario("publish-deploy", async (folder) => {
  const clone = makeAshmere(join(folder, "clone"));
  const releases = join(folder, "srv");
  const publish = () => must(localoffer, ["publish", "site.yaml", "--repo", clone.folder, "--to", releases]);
  publish();
  const place = { folder, clone, releases, publish, remote: await startRemote(join(folder, "remote")) };
  await firstSend(place);
  await change(place);
  await cutOffAnywhere(place);
  await cutOffAtFirst(place);
  await refusals(place);
  check("the releases are as they were published", must(localoffer, ["verify", releases, "--all"]).includes("as they were published"));
});
