// Runs the real programs, and waits for what they do without depending on how fast they are.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { atEnd } from "./scenario.mjs";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const localoffer = resolve(process.argv[2] ?? `${root}build/release/bin/localoffer`);

/// The user's own settings of git would change what is tested.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
Object.assign(environment, { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C.UTF-8" });

const options = ({ cwd, env = {} } = {}) => ({ cwd, env: { ...environment, ...env } });

/// Runs a command to its end: { status, text }, with both of its outputs in one text.
export function run(command, words, settings = {}) {
  const ended = spawnSync(command, words, { ...options(settings), timeout: 120_000, maxBuffer: 1 << 26 });
  if (ended.error) throw new Error(`${command} cannot be run: ${ended.error.message}`);
  return { status: ended.status, text: `${ended.stdout}${ended.stderr}` };
}

/// The same, for a command that has to succeed: its text.
export function must(command, words, settings = {}) {
  const { status, text } = run(command, words, settings);
  if (status !== 0) throw new Error(`${command} ${words.join(" ")} ended with ${status}:\n${text}`);
  return text;
}

/// The same as run(), while the test goes on.
export async function alongside(command, words, settings = {}) {
  const { child, output } = start(command, words, settings);
  const status = await new Promise((done) => child.on("close", done));
  return { status, text: output() };
}

/// Starts a command, which is ended with the test, and all that it has started itself: { child, output, stop }.
export function start(command, words, settings = {}) {
  const child = spawn(command, words, { ...options(settings), stdio: ["ignore", "pipe", "pipe"], detached: true });
  let text = "";
  child.stdout.on("data", (some) => (text += some));
  child.stderr.on("data", (some) => (text += some));
  let over = false; // from then on the number may be another process's
  const ended = new Promise((done) => child.on("close", done).on("error", done)).then(() => (over = true));
  child.on("error", (error) => (text += `${command} cannot be run: ${error.message}`));
  const stop = async (signal = "SIGTERM") => {
    try {
      if (!over) process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
    await ended;
  };
  atEnd(() => stop());
  return { child, output: () => text, stop };
}

/// Asks again until the answer is yes. The time only says when to give up.
export async function until(what, question, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} seconds in vain until ${what}`);
    await sleep(20);
  }
}

export async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
