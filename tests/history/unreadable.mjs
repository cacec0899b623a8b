// Files that cannot be read for some commits: somebody saved them half done.
import { changeStatus, moveDate, reword } from "./edits-milestones.mjs";
import { changeTarget, correctObservation } from "./edits-measures.mjs";

/// Puts a line behind the first line of "---", or at the top.
const withLine = (line) => (text) => (text.startsWith("---\n") ? `---\n${line}\n${text.slice(4)}` : `${line}\n${text}`);

const BREAKERS = ["<<<<<<< HEAD", "\tstatus: at-risk", 'discrepancy: "Not closed', "@board"].map(withLine);

const MOST = 3; // at once

export const brokenFiles = (site) => [...site.files.values()].filter((file) => file.broken);

export function breakFile(site, random) {
  const file = site.pickFile(random, ({ path }) => /^(milestones|measures)/.test(path));
  if (!file || brokenFiles(site).length >= MOST) return null;
  file.broken = random.pick(BREAKERS);
  site.dirty.add(file);
  return `Half of ${file.path.split("/").at(-1)}`;
}

/// Another text, and still not readable.
export function breakAgain(site, random) {
  const [file] = brokenFiles(site);
  if (!file) return null;
  file.broken = random.pick(BREAKERS.filter((breaker) => breaker !== file.broken));
  site.dirty.add(file);
  return `Try to mend ${file.path.split("/").at(-1)}`;
}

/// Readable again, with a further change.
export function mendFile(site, random, day) {
  const [file] = brokenFiles(site);
  if (!file) return null;
  file.broken = null;
  site.dirty.add(file);
  site.only = file;
  const edits =
    file.records[0].kind === "measure" ? [correctObservation, changeTarget] : [changeStatus, moveDate, reword];
  for (const edit of random.shuffled(edits).slice(0, random.between(1, 2))) edit(site, random, day);
  site.only = null;
  return `Mend ${file.path.split("/").at(-1)}`;
}
