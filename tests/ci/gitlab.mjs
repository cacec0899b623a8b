#!/usr/bin/env node
// The pipeline for GitLab CI: held to GitLab's schema and run by gitlab-ci-local in a clone on this machine, with GitLab's own
// answers made by a small server.
//   node gitlab.mjs [LOCALOFFER]
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

import { root } from "../publish/lib/programs.mjs";
import { check, checkHas, scenario } from "../publish/lib/scenario.mjs";
import { Draft, makeCole } from "../review/cole.mjs";
import { ForgeServer } from "./forge.mjs";
import { jobEnvironment, keepProgram, runScript } from "./lib.mjs";

const own = join(root, "site/ci/gitlab/.gitlab-ci.yml");
const runner = join(root, "tests/node_modules/gitlab-ci-local/src/index.js");

function lookAtFile() {
  const pipeline = parse(readFileSync(own, "utf8"));
  check("the container has a version", /:\d+\.\d+$/.test(pipeline.default.image), pipeline.default.image);
  check("no other project's file is included", pipeline.include === undefined);
  const uses = Object.entries(pipeline).filter(([, job]) => JSON.stringify(job?.rules ?? "").includes("FORGE_TOKEN") || JSON.stringify(job?.script ?? "").includes("FORGE_TOKEN"));
  check("one job alone knows the token", uses.map(([name]) => name).join() === "comment", uses);
  check("and it does not read the draft's content", !JSON.stringify(pipeline.comment.script).includes("$SITE"));
}

await scenario("ci-gitlab", async (folder) => {
  lookAtFile();
  const clone = makeCole(join(folder, "clone"));
  cpSync(own, join(clone.folder, ".gitlab-ci.yml"));
  clone.write(".gitignore", "program\npreview\npublic\ncomment.md\n.gitlab-ci-local\n");
  clone.commit("Add the pipeline", "2024-03-12");
  const origin = join(folder, "plan.git");
  clone.git("clone", "--quiet", "--bare", ".", origin);
  clone.git("remote", "add", "origin", origin);
  clone.git("fetch", "--quiet", "origin");
  clone.git("remote", "set-head", "origin", "main");
  clone.git("checkout", "--quiet", "-b", "draft");
  new Draft(clone).replace("content/milestones/schools.yaml", "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-09 # allow date-outside-window: a test\n");
  const head = clone.commit("Move a date", "2024-03-14");
  keepProgram(clone.folder);

  const forge = await new ForgeServer({ head, base: "main" }).start();
  const env = jobEnvironment(folder);
  const run = (job, variables) => {
    const words = Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
    return runScript("node", [runner, "--force-shell-executor", "--no-color", ...words, job], { cwd: clone.folder, env });
  };
  const request = {
    SITE: "site.yaml",
    CI_PIPELINE_SOURCE: "merge_request_event",
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
    CI_MERGE_REQUEST_IID: "12",
    CI_MERGE_REQUEST_PROJECT_URL: "https://gitlab.com/council/plan",
    CI_PROJECT_ROOT_NAMESPACE: "council",
    CI_PROJECT_NAME: "plan",
    CI_PAGES_DOMAIN: "gitlab.io",
    CI_JOB_ID: "99",
    CI_COMMIT_SHA: head,
  };

  const list = await runScript("node", [runner, "--list"], { cwd: clone.folder, env });
  checkHas("it fits GitLab's schema", list.text, /json schema validated/);
  const review = await run("review", request);
  check("a draft is reviewed", review.status === 0, review.text);
  check("the preview is there", existsSync(join(clone.folder, "preview/review/index.html")), review.text);
  const comment = existsSync(join(clone.folder, "comment.md")) ? readFileSync(join(clone.folder, "comment.md"), "utf8") : "";
  checkHas("the comment leads into the preview", comment, "(https://council.gitlab.io/-/plan/-/jobs/99/artifacts/preview/review/index.html)", "/preview/review/pages/milestones/1a-ii/index.html#change-");

  const post = { ...request, FORGE_TOKEN: "the-token", CI_API_V4_URL: `${forge.origin}/api/v4`, CI_PROJECT_ID: "7" };
  for (const turn of ["written", "written anew"]) {
    const posted = await run("comment", post);
    check(`the comment is ${turn}`, posted.status === 0, posted.text);
  }
  check("one comment stands on the merge request", forge.comments.filter((one) => one.author.id === 77).length === 1, JSON.stringify(forge.comments));
  const refused = await run("comment", { ...post, FORGE_TOKEN: "another" });
  checkHas("a token without its right is told", refused.text, "was answered with 401", "The token may lack a right");

  rmSync(join(clone.folder, "preview"), { recursive: true });
  clone.git("checkout", "--quiet", "main");
  const pages = await run("pages", { SITE: "site.yaml", CI_COMMIT_BRANCH: "main", CI_DEFAULT_BRANCH: "main" });
  check("the main branch is published", pages.status === 0 && existsSync(join(clone.folder, "public/index.html")), pages.text);
  await forge.stop();
});
