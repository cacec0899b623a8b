#!/usr/bin/env node
// Keeps one comment on a pull request (GitHub) or a merge request (GitLab) up to date:
//   node comment.mjs github find COMMIT             the open pull request with that newest commit, as "number=12" and "base=main"
//   node comment.mjs github|gitlab post NUMBER FILE writes FILE as a comment, in place of the one that was written before
// GitHub:  GITHUB_TOKEN, and GITHUB_REPOSITORY and GITHUB_API_URL, which Actions set.
// GitLab:  FORGE_TOKEN, and CI_PROJECT_ID and CI_API_V4_URL, which CI sets.
import { readFileSync } from "node:fs";

const MARKER = "<!-- localoffer review -->"; // what the program begins a comment with
const LONGEST = 60_000; // characters; GitHub takes 65,536

class Refused extends Error {}

/// What was set, or an end with its name.
function setting(name) {
  const value = process.env[name];
  if (!value) throw new Refused(`${name} is not set.`);
  return value;
}

async function ask(url, headers, { method = "GET", body } = {}) {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, "content-type": "application/json", "user-agent": "localoffer" },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  const hint = [401, 403].includes(answer.status) ? " The token may lack a right: the file's first lines say which it needs." : "";
  throw new Refused(`${method} ${url} was answered with ${answer.status}: ${text.slice(0, 300)}${hint}`);
}

/// All of a list that comes in pages of a hundred.
async function all(url, headers) {
  const items = [];
  for (let page = 1; ; ++page) {
    const some = await ask(`${url}${url.includes("?") ? "&" : "?"}per_page=100&page=${page}`, headers);
    items.push(...some);
    if (some.length < 100) return items;
  }
}

class GitHub {
  constructor() {
    this.repository = `${setting("GITHUB_API_URL")}/repos/${setting("GITHUB_REPOSITORY")}`;
    this.headers = { authorization: `Bearer ${setting("GITHUB_TOKEN")}`, accept: "application/vnd.github+json" };
  }

  async find(commit) {
    const requests = await all(`${this.repository}/commits/${commit}/pulls`, this.headers);
    const [request] = requests.filter((one) => one.state === "open" && one.head.sha === commit);
    if (!request) throw new Refused(`no open pull request has ${commit} as its newest commit: it may have gone on meanwhile.`);
    return { number: request.number, base: request.base.ref };
  }

  /// Ours alone: somebody else may begin theirs with the same words.
  async earlier(number) {
    const comments = await all(`${this.repository}/issues/${number}/comments`, this.headers);
    return comments.find((one) => one.body.startsWith(MARKER) && one.user?.login === "github-actions[bot]")?.id;
  }

  async post(number, text) {
    const id = await this.earlier(number);
    const body = { body: text };
    return id === undefined
      ? ask(`${this.repository}/issues/${number}/comments`, this.headers, { method: "POST", body })
      : ask(`${this.repository}/issues/comments/${id}`, this.headers, { method: "PATCH", body });
  }
}

class GitLab {
  constructor() {
    this.api = setting("CI_API_V4_URL");
    this.headers = { "private-token": setting("FORGE_TOKEN") };
  }

  async post(number, text) {
    const notes = `${this.api}/projects/${setting("CI_PROJECT_ID")}/merge_requests/${number}/notes`;
    const { id: own } = await ask(`${this.api}/user`, this.headers);
    const earlier = (await all(notes, this.headers)).find((one) => one.body.startsWith(MARKER) && one.author?.id === own);
    return earlier === undefined
      ? ask(notes, this.headers, { method: "POST", body: { body: text } })
      : ask(`${notes}/${earlier.id}`, this.headers, { method: "PUT", body: { body: text } });
  }
}

function usage() {
  const own = readFileSync(new URL(import.meta.url), "utf8").split("\n");
  return own.slice(1, 6).map((line) => line.replace(/^\/\/ ?/, "")).join("\n");
}

async function main([forge, what, ...words]) {
  const forges = { github: GitHub, gitlab: GitLab };
  if (forge === "github" && what === "find" && words.length === 1) {
    const { number, base } = await new GitHub().find(words[0]);
    // A branch may be called what it likes; each of these is one line.
    console.log(`number=${Number(number)}\nbase=${base.replaceAll(/[\r\n]/g, "")}`);
  } else if (forges[forge] && what === "post" && words.length === 2) {
    const [number, file] = words;
    if (!/^\d+$/.test(number)) throw new Refused(`'${number}' is no number of a request.`);
    const text = readFileSync(file, "utf8");
    if (!text.startsWith(MARKER)) throw new Refused(`${file} is no comment that 'localoffer review' wrote.`);
    await new forges[forge]().post(number, text.slice(0, LONGEST));
  } else {
    console.error(usage());
    process.exit(2);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Refused ? `comment.mjs: ${error.message}` : error);
  process.exit(3);
}
