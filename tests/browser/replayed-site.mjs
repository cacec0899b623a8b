#!/usr/bin/env node
// Builds a demonstration from its replayed history, with the files as they are now:
//   node replayed-site.mjs LOCALOFFER AREA OUT [--keep DATE]
// --keep DATE adds one commit to the history: a period whose report is frozen at the step of that day, so that the
// pages of a kept report are looked at too.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [program, area, out, option, date] = process.argv.slice(2);
if (!program || !area || !out || (option && (option !== "--keep" || !date))) {
  console.error("Usage: node replayed-site.mjs LOCALOFFER AREA OUT [--keep DATE]");
  process.exit(2);
}
const root = fileURLToPath(new URL("../..", import.meta.url));
const repository = resolve(`${out}.repository`);
const run = (command, words, folder = root) => execFileSync(command, words, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] }).toString();
const git = (...words) => run("git", ["-c", "user.name=localoffer demonstration", "-c", "user.email=demonstration@example.org", ...words], repository);

rmSync(repository, { recursive: true, force: true });
run("bash", [join(root, "site/install-npm"), join(root, "site")]);
run("node", ["site/replay.mjs", area, repository]);

if (date) {
  const commit = git("log", "--format=%H %cs").split("\n").find((line) => line.endsWith(date))?.split(" ")[0];
  if (!commit) throw new Error(`no step of ${area} has the day ${date}`);
  git("tag", "--annotate", "--message", "As it was reported", `report-${date}`, commit);
  const periods = join(repository, "content", area, "periods");
  mkdirSync(periods, { recursive: true });
  const earlier = existsSync(periods) ? readdirSync(periods).filter((name) => name.endsWith(".yaml")) : [];
  const sources = readFileSync(join(periods, earlier[0]), "utf8").match(/^sources:\n(?:[ -].*\n)+/m)[0];
  writeFileSync(
    join(periods, "kept.yaml"),
    `title: Up to ${date.slice(0, 7)}\nend: ${date}\ntext: This is what the site showed on that day.\n` +
      `frozen_at: report-${date}\nfrozen_commit: ${commit}\n${sources}`,
  );
  git("add", "--all");
  process.env.GIT_COMMITTER_DATE = process.env.GIT_AUTHOR_DATE = git("log", "-1", "--format=%cI").trim();
  git("commit", "--quiet", "--message", "Keep an earlier report as it was");
}
process.stdout.write(run(program, ["build", join(repository, "site", `${area}.yaml`), "--out", resolve(out)]));
