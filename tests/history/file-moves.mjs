// What happens to files while the records in them stay the same. Each function returns the first line of a commit
// message, or null.
import { randomStyle } from "./yaml.mjs";

const isGroup = (file) => file.isList && file.path.startsWith("milestones/");

export function intoList(site, random) {
  const milestone = site.pick("milestone", random, ({ file }) => !file.isList);
  const list = site.pickFile(random, isGroup);
  if (!milestone || !list) return null;
  site.takeOut(milestone);
  site.place(milestone, list);
  return `Keep ${milestone.id} with others like it`;
}

export function outOfList(site, random) {
  const milestone = site.pick("milestone", random, ({ file }) => file.isList);
  if (!milestone) return null;
  site.takeOut(milestone);
  site.place(milestone, site.addFile(`milestones/${milestone.id}.yaml`));
  return `A file of its own for ${milestone.id}`;
}

export function intoFolder(site, random, day) {
  const milestone = site.pick("milestone", random, ({ file }) => !file.isList);
  if (!milestone) return null;
  const { file } = milestone;
  const path = `milestones/${random.pick([day.slice(0, 4), "old", "board/autumn"])}/${milestone.id}.yaml`;
  if (path === file.path) return null;
  file.path = path;
  site.dirty.add(file);
  return `Tidy up the folder of ${milestone.id}`;
}

/// The text of a Markdown file is a field like the others.
export function otherSuffix(site, random) {
  const priority = site.pick("priority", random);
  if (!priority) return null;
  const { file } = priority;
  file.path = file.path.endsWith(".md") ? file.path.replace(/md$/, "yaml") : file.path.replace(/yaml$/, "md");
  site.dirty.add(file);
  return `Priority ${priority.fields.number} in another kind of file`;
}

/// Another id, and all fields the same.
export function renameRecord(site, random) {
  const kind = random.chance(0.8) ? "milestone" : "measure";
  const record = site.pick(kind, random);
  if (!record) return null;
  const old = record.id;
  site.rename(
    record,
    `${old.split("-").slice(0, 2).join("-")}-${random.pick(["therapy", "schools", "early-help"])}-${site.shared.next++}`,
  );
  const { file } = record;
  if (!file.isList) file.path = file.path.replace(/[^/]*$/, `${record.id}.yaml`);
  return `${old} has a better name`;
}

function reformat(site, random, file) {
  file.style = randomStyle(random);
  if (file.isList && file.path.startsWith("milestones/")) file.records = random.shuffled(file.records);
  site.dirty.add(file);
}

export function reformatOne(site, random) {
  const file = site.pickFile(random, () => true);
  if (!file) return null;
  reformat(site, random, file);
  return "Lay out one file again";
}

/// Files on which a side branch is at work are laid out too; the branch keeps its own layout until it is merged.
export function reformatAll(site, random) {
  for (const file of site.files.values()) if (!file.broken) reformat(site, random, file);
  return "Lay out all files again";
}
