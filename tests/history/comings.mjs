// Milestones that come and go, and commits that are taken back. Each function returns the first line of a commit
// message, or null.
import { newMilestone } from "./first-site.mjs";

export function addMilestone(site, random, day) {
  const record = newMilestone(site, random, day);
  const folder = random.chance(0.3) ? `milestones/${day.slice(0, 4)}` : "milestones";
  site.add(record, site.addFile(`${folder}/${record.id}.yaml`));
  return `A new action, ${record.id}`;
}

const isGroup = (file) => file.isList && file.path.startsWith("milestones/");

export function addToList(site, random, day) {
  const file = site.pickFile(random, isGroup);
  if (!file) return null;
  const record = newMilestone(site, random, day);
  site.add(record, file);
  return `${record.id} is promised too`;
}

/// Those that others lean on stay.
export function withdraw(site, random) {
  const milestone = site.pick("milestone", random, ({ fields }) => !site.shared.anchors.includes(fields.ref));
  if (!milestone) return null;
  site.remove(milestone);
  return `Withdraw ${milestone.id}`;
}

/// Whether what the commit made of the record is still what there is.
function isUntouched(site, commit, change) {
  const record = site.get(change.kind, change.id);
  if (change.what !== "removed") return Boolean(record?.file.free) && record.file.touched === commit.number;
  const was = commit.snapshots.get(`${change.kind}/${change.id}`).file;
  return !record && (was.isList ? Boolean(site.files.get(was.key)?.free) : !site.files.has(was.key));
}

/// `log`: { number, subject, changes, snapshots, isRevertible } of the commits so far.
export function revertOne(site, random, log) {
  const recent = log
    .slice(-40)
    .filter((commit) => commit.isRevertible && commit.changes.every((change) => isUntouched(site, commit, change)));
  if (recent.length === 0) return null;
  const commit = random.pick(recent);
  const keyOf = ({ kind, id }) => `${kind}/${id}`;
  for (const change of commit.changes) site.revert(change, commit.snapshots.get(keyOf(change)));
  return `Revert "${commit.subject}"`;
}
