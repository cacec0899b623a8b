// What people change in milestones that stay. Each function makes one change and returns the first line of a commit
// message for it, or null when there is nothing to change so.
import { STATUSES, TOPICS } from "./first-site.mjs";
import { meaningFor, monthAfter, otherThan, reasonFor, roleFor, textFor, titleFor } from "./words.mjs";

export function changeStatus(site, random, day, statuses = STATUSES) {
  const milestone = site.pick("milestone", random);
  if (!milestone) return null;
  const status = otherThan(milestone.fields.status, () => random.pick(statuses));
  site.set(milestone, "status", status);
  if (status === "stopped" && !milestone.fields.why) site.set(milestone, "why", reasonFor(random));
  if (status === "complete" && random.chance(0.5) && milestone.fields.completed !== day)
    site.set(milestone, "completed", day);
  return `${milestone.id} is ${status}`;
}

export function moveDate(site, random, day) {
  const milestone = site.pick("milestone", random);
  if (!milestone) return null;
  const { due, why } = milestone.fields;
  if (due && random.chance(0.1)) {
    site.set(milestone, "due", undefined);
    return `The date of ${milestone.id} is as first promised again`;
  }
  const month = () => monthAfter(day, random.between(1, 24));
  const date = otherThan(due, () => (random.chance(0.3) ? `${month()}-${random.between(10, 28)}` : month()));
  site.set(milestone, "due", date);
  if (random.chance(0.6)) {
    const reason = otherThan(why, () => reasonFor(random));
    site.set(milestone, "why", reason);
  }
  return `Move ${milestone.id} to ${date}`;
}

export function rewriteFirstDate(site, random, day) {
  const milestone = site.pick("milestone", random);
  if (!milestone) return null;
  const date = otherThan(milestone.fields.first_due, () => monthAfter(day, random.between(-12, 24)));
  site.set(milestone, "first_due", date);
  return `Correct a date of ${milestone.id}`;
}

export function complete(site, random, day) {
  const milestone = site.pick("milestone", random, ({ fields }) => !fields.completed || fields.status !== "complete");
  if (!milestone) return null;
  if (milestone.fields.completed !== day) site.set(milestone, "completed", day);
  if (milestone.fields.status !== "complete") site.set(milestone, "status", "complete");
  return `${milestone.id} is done`;
}

const WORDINGS = {
  title: (random) => titleFor(random, random.below(1e5)),
  text: textFor,
  meaning: meaningFor,
  lead_role: roleFor,
};

export function reword(site, random) {
  const milestone = site.pick("milestone", random);
  if (!milestone) return null;
  const key = random.pick(Object.keys(WORDINGS));
  site.set(
    milestone,
    key,
    otherThan(milestone.fields[key], () => WORDINGS[key](random)),
  );
  return `Better words in ${milestone.id}`;
}

export function hand(site, random) {
  const milestone = site.pick("milestone", random);
  if (!milestone) return null;
  if (random.chance(0.5)) site.set(milestone, "lead", milestone.fields.lead === "council" ? "health" : "council");
  else
    site.set(
      milestone,
      "priority",
      otherThan(milestone.fields.priority, () => random.pick(site.shared.priorities)),
    );
  return `${milestone.id} is somebody else's now`;
}

/// Another list: entries left out, new ones at its end or in the place of old ones.
function otherList(list, all, random) {
  const kept = list.filter(() => random.chance(0.6));
  const fresh = random.shuffled(all.filter((entry) => !list.includes(entry))).slice(0, random.below(3));
  return [...kept, ...fresh];
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

export function changeList(site, random) {
  const milestone = site.pick("milestone", random);
  if (!milestone) return null;
  const [key, all] = random.chance(0.5)
    ? ["topics", TOPICS]
    : ["depends_on", site.shared.anchors.filter((ref) => ref !== milestone.fields.ref)];
  const before = milestone.fields[key] ?? [];
  const after = otherList(before, all, random);
  if (same(before, after)) return null;
  site.setList(milestone, key, after);
  return `${key === "topics" ? "Topics" : "What comes before"} ${milestone.id}`;
}
