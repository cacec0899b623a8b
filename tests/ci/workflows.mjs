#!/usr/bin/env node
// The workflows for GitHub Actions: held to the published schema, and each step run as a script against a repository on this
// machine, with GitHub's own answers made by a small server.
//   node workflows.mjs [LOCALOFFER]
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse } from "yaml";

import { root } from "../publish/lib/programs.mjs";
import { check, checkHas, scenario } from "../publish/lib/scenario.mjs";
import { Draft, makeCole } from "../review/cole.mjs";
import { ForgeServer } from "./forge.mjs";
import { jobEnvironment, keepProgram, runScript } from "./lib.mjs";

const { validateWorkflow } = createRequire(import.meta.url)("@action-validator/core");
const names = ["review", "comment", "publish"];
const texts = Object.fromEntries(names.map((name) => [name, readFileSync(join(root, `site/ci/github/${name}.yaml`), "utf8")]));
const workflows = Object.fromEntries(names.map((name) => [name, parse(texts[name])]));

function lookAtFiles() {
  for (const name of names) {
    const workflow = workflows[name];
    check(`${name} fits the schema`, validateWorkflow(texts[name]).errors.length === 0, JSON.stringify(validateWorkflow(texts[name])));
    check(`${name} gives no right to all of its jobs`, JSON.stringify(workflow.permissions) === "{}");
    check(`${name} uses no secret`, !/\bsecrets\b/.test(texts[name]));
    for (const [id, job] of Object.entries(workflow.jobs)) {
      check(`${name}/${id} says which rights it needs`, job.permissions !== undefined);
      check(`${name}/${id} names the version of its container`, /:\d+\.\d+$/.test(job.container), job.container);
      check(`${name}/${id} ends some time`, job["timeout-minutes"] <= 30);
      for (const step of job.steps) {
        if (step.uses) check(`${name}/${id}: ${step.uses} is a commit`, /@[0-9a-f]{40}$/.test(step.uses));
        // What is put into a script by the forge could be a script itself: a branch's name, a title.
        if (step.run) check(`${name}/${id}: '${step.name}' takes values from its environment alone`, !step.run.includes("${{"), step.run);
      }
    }
  }
  const rights = (name) => Object.values(workflows[name].jobs).map((job) => Object.entries(job.permissions).map((one) => one.join(" ")).join());
  check("a draft is read with the right to read", rights("review").join() === "contents: read".replace(":", ""), rights("review"));
  check("whoever reads the draft may not write, and whoever writes does not read it", rights("comment").join(" | ") === "contents read,pull-requests read | pull-requests write", rights("comment"));
  check("no draft decides what runs with more rights", !/pull_request_target/.test(texts.review + texts.comment + texts.publish));
}

/// Runs the steps of a job: scripts with bash, as Actions does; what is used, by what it would leave.
class Job {
  constructor(name, id, folder, { event, needs = {}, environment, origin, checkout }) {
    this.job = workflows[name].jobs[id];
    this.env = { ...environment, ...workflows[name].env, ...this.job.env, SITE: "site.yaml", PROGRAM: root, PROGRAM_VERSION: "HEAD" };
    Object.assign(this, { folder, event, needs, origin, checkout, steps: {}, log: "" });
    mkdirSync(folder, { recursive: true });
  }

  /// "github.event.pull_request.head.sha" in what is known.
  value(expression) {
    const known = { github: { event: this.event, token: "the-token" }, env: this.env, steps: this.steps, needs: this.needs };
    const found = expression.trim().split(".").reduce((value, key) => value?.[key], known);
    if (found === undefined) throw new Error(`nothing is known of \${{ ${expression} }}`);
    return String(found);
  }

  fill(text) {
    return String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression) => this.value(expression));
  }

  use(step, artifacts) {
    const [action] = step.uses.split("@");
    const input = (name) => (step.with?.[name] === undefined ? undefined : this.fill(step.with[name]));
    if (action === "actions/checkout") {
      const git = (...words) => {
        const ended = spawnSync("git", words, { cwd: this.folder, env: this.env, encoding: "utf8" });
        if (ended.status !== 0) throw new Error(ended.stderr);
      };
      git("clone", "--quiet", this.origin, ".");
      git("checkout", "--quiet", input("ref") ?? this.checkout);
      git("config", "user.email", "actions@example.org");
      git("config", "user.name", "Actions");
    } else if (action === "actions/cache") {
      keepProgram(this.folder);
      this.steps[step.id] = { outputs: { "cache-hit": "true" } };
    } else if (action === "actions/upload-artifact") {
      cpSync(join(this.folder, input("path")), join(artifacts, input("name"), input("path").endsWith(".md") ? input("path") : ""), { recursive: true });
    } else if (action === "actions/download-artifact") {
      cpSync(join(artifacts, input("name")), this.folder, { recursive: true });
    } else {
      throw new Error(`what does ${action} do?`);
    }
  }

  /// The status of the first step that fails; 0 when none does.
  async run(artifacts) {
    let status = 0;
    for (const step of this.job.steps) {
      if (status !== 0 && step.if !== "always()") continue;
      if (step.if?.includes("cache-hit") && this.steps.kept?.outputs["cache-hit"] === "true") continue;
      if (step.uses) {
        this.use(step, artifacts);
        continue;
      }
      const output = `${this.folder}.output`;
      writeFileSync(output, "");
      const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, this.fill(value)]));
      const words = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
      const ended = await runScript("bash", words, { cwd: this.folder, env: { ...this.env, ...env, GITHUB_OUTPUT: output } });
      this.log += `--- ${step.name}\n${ended.text}`;
      status ||= ended.status;
      const outputs = Object.fromEntries(readFileSync(output, "utf8").trim().split("\n").filter(Boolean).map((line) => line.split(/=(.*)/s).slice(0, 2)));
      if (step.id) this.steps[step.id] = { outputs };
    }
    return status;
  }
}

/// The steps of a job that gets the scripts of the program alone: they come from a commit, so what is not committed is laid over.
function withScripts(job) {
  const run = job.job.steps.find((step) => step.name === "Get the program's scripts");
  run.run += `\ncp -r "${root}/site/ci" program/site/`;
}

await scenario("ci-workflows", async (folder) => {
  lookAtFiles();

  // The council's repository, and a draft in it as a pull request.
  const clone = makeCole(join(folder, "clone"));
  const origin = join(folder, "plan.git");
  clone.git("clone", "--quiet", "--bare", ".", origin);
  clone.git("remote", "add", "origin", origin);
  const base = clone.git("rev-parse", "main");
  clone.git("checkout", "--quiet", "-b", "draft");
  const milestones = "content/milestones/schools.yaml";
  new Draft(clone).replace(milestones, "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-09\n");
  const head = clone.commit("Move a date; $(touch pwned) `touch pwned`", "2024-03-14");
  clone.git("push", "--quiet", "origin", "draft", `${head}:refs/pull/12/head`);

  const forge = await new ForgeServer({ head, base: "main" }).start();
  const environment = { ...jobEnvironment(folder), GITHUB_API_URL: `${forge.origin}/api`, GITHUB_REPOSITORY: "council/plan" };
  const artifacts = join(folder, "artifacts");
  const pullRequest = { base: { sha: base }, head: { sha: head }, html_url: "https://github.com/council/plan/pull/12" };

  const review = new Job("review", "review", join(folder, "review"), { event: { pull_request: pullRequest }, environment, origin, checkout: "draft" });
  const status = await review.run(artifacts);
  check("a draft with a mistake fails", status === 1, review.log);
  checkHas("its mistake is told at its line", review.log, `file=${milestones},line=25`);
  check("the preview is kept all the same", existsSync(join(artifacts, "preview/review/index.html")), review.log);
  const page = readFileSync(join(artifacts, "preview/review/pages/milestones/1a-ii/index.html"), "utf8");
  checkHas("the preview can be read from a disk", page, "../../../../assets/main");
  check("nothing that a draft names is run", !existsSync(join(review.folder, "pwned")));

  const event = { workflow_run: { event: "pull_request", head_sha: head, html_url: "https://github.com/council/plan/actions/runs/7" } };
  for (const turn of ["written", "written anew"]) {
    const read = new Job("comment", "read", join(folder, `read ${turn}`), { event, environment, origin, checkout: "main" });
    check(`the comment is made, to be ${turn}`, (await read.run(artifacts)) === 0, read.log);
    check("which pull request it is follows from the commit", read.steps.request?.outputs.number === "12", read.log);
    const write = new Job("comment", "write", join(folder, `write ${turn}`), { event, environment, origin, checkout: "main", needs: { read: { outputs: read.steps.request?.outputs } } });
    withScripts(write);
    check(`it is ${turn}`, (await write.run(artifacts)) === 0, write.log);
    rmSync(join(artifacts, "comment"), { recursive: true });
  }
  const own = forge.comments.filter((comment) => comment.user.login === "github-actions[bot]");
  check("one comment stands on the pull request", own.length === 1, JSON.stringify(forge.comments));
  checkHas("it says what would change", own[0]?.body ?? "", "The date moved from May 2024 to September 2024", "actions/runs/7#artifacts");
  check("what others wrote stays", forge.comments.length === 4, JSON.stringify(forge.comments));

  // A merged draft is published, and one with a mistake is not.
  const publish = () => new Job("publish", "publish", join(folder, `publish ${Math.random()}`), { event: {}, environment, origin, checkout: "main" });
  const first = publish();
  check("the site is published", (await first.run(artifacts)) === 0, first.log);
  const published = clone.git("ls-remote", "origin", "refs/heads/gh-pages");
  check("it is on its branch", /^[0-9a-f]{40}/.test(published), published);
  clone.git("push", "--quiet", "origin", "draft:main");
  const second = publish();
  check("content with a mistake is not", (await second.run(artifacts)) !== 0, second.log);
  check("the site stays", clone.git("ls-remote", "origin", "refs/heads/gh-pages") === published);
  await forge.stop();
});
