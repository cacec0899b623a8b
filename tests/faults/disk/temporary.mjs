#!/usr/bin/env node
// The folder for temporary files has no room, is not there, or cannot be read from. A site of 1,000 promises puts pages there:
//   node temporary.mjs [LOCALOFFER]
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { bytesBelow, differences } from "../../publish/lib/folders.mjs";
import { localoffer, must, run } from "../../publish/lib/programs.mjs";
import { check, checkHas, scenario } from "../../publish/lib/scenario.mjs";
import { needMounting, SmallDisk } from "../lib/small-disk.mjs";

needMounting();
await scenario("faults-temporary", async (folder) => {
  must(join(dirname(localoffer), "bench_site"), [folder, "--pages", "1000", "--turns", "0", "--without", "hugo"]);
  const out = join(folder, "out");
  const words = ["build", join(folder, "1000", "site", "made.yaml"), "--at", "HEAD", "--out", out, "--no-cache"];
  const roomy = join(folder, "roomy");
  mkdirSync(roomy);

  must("strace", ["-f", "-e", "trace=pwrite64", "-o", join(folder, "calls"), localoffer, ...words], { env: { TMPDIR: roomy } });
  const calls = must("grep", ["-c", "pwrite64", join(folder, "calls")]);
  check("the site is so large that pages are put away", Number(calls) > 100, calls);
  const right = bytesBelow(out);

  const disk = new SmallDisk(join(folder, "disk"));
  const isRight = (what, TMPDIR) => {
    must("rm", ["-rf", out]);
    const ended = run(localoffer, words, { env: { TMPDIR } });
    const wrong = ended.status === 0 ? differences(right, bytesBelow(out)) : [ended.text];
    check(`${what}: the site is as it should be`, wrong.length === 0, wrong);
  };
  isRight("no folder for temporary files", join(folder, "nowhere"));
  writeFileSync(join(disk.folder, "kept"), "x".repeat(100_000)); // a disk of no size at all would have no limit
  for (const pages of [0, 1, 7, 300]) {
    disk.grow();
    disk.leavePages(pages);
    isRight(`room for ${pages} pages of 4 KiB`, disk.folder);
  }

  // Bytes that were put away and cannot be read again: what was there stays.
  const before = bytesBelow(out);
  const failing = ["-f", "-o", "/dev/null", "-e", "trace=pread64", "-e", "inject=pread64:error=EIO:when=20"];
  const ended = run("strace", [...failing, localoffer, ...words, "--as-of", "2021-03-26"], { env: { TMPDIR: roomy } });
  check("a page that cannot be read back ends the build", ended.status === 3, ended.text);
  checkHas("and is told", ended.text, "cannot read back a page", "TMPDIR", "unchanged");
  check("the site that was there is there", differences(before, bytesBelow(out)).length === 0);
  const left = [readdirSync(roomy), readdirSync(disk.folder).filter((name) => name !== "kept"),
    readdirSync(folder).filter((name) => name.startsWith(".out"))].flat();
  check("nothing is left", left.length === 0, left);
});
