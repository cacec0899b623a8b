// What people change beside milestones and measures: priorities, terms, the plan, news, reports, the settings. Each
// function makes one change and returns the first line of a commit message for it, or null.
import { meaningFor, otherThan, placeFor, roleFor, textFor, titleFor } from "./words.mjs";

const PRIORITY = {
  headline: (random) => `More of it comes in time in ${placeFor(random)}: ${random.between(2, 40)} of 41.`,
  lead_role: roleFor,
  text: textFor,
  meaning: meaningFor,
};

export function changePriority(site, random) {
  const priority = site.pick("priority", random);
  if (!priority) return null;
  const key = random.pick(Object.keys(PRIORITY));
  site.set(
    priority,
    key,
    otherThan(priority.fields[key], () => PRIORITY[key](random)),
  );
  return `Where priority ${priority.fields.number} stands`;
}

export function changeTerm(site, random) {
  const term = site.pick("term", random);
  if (!term) return null;
  site.set(
    term,
    "text",
    otherThan(term.fields.text, () => textFor(random)),
  );
  return `Explain a word better`;
}

export function changePlan(site, random) {
  const plan = site.pick("plan", random);
  if (!plan) return null;
  const { inspectors } = plan.fields;
  if (random.chance(0.3))
    site.setList(plan, "inspectors", inspectors.length === 1 ? ["health", "inspectorate"] : ["inspectorate"]);
  else
    site.set(
      plan,
      "text",
      otherThan(plan.fields.text, () => textFor(random)),
    );
  return "What the plan is";
}

export function addNews(site, random, day) {
  const number = site.shared.next++;
  const record = {
    kind: "news update",
    id: `news-${number}`,
    fields: { title: titleFor(random, number), date: day, text: textFor(random) },
  };
  site.add(record, site.addFile(`news/${record.id}.md`));
  return "News";
}

export function addReport(site, random, day) {
  const id = `board-${site.shared.next++}`;
  site.add(
    { kind: "report", id, fields: { title: `Report to the board, ${day}`, publisher: "Madeshire Council", date: day } },
    site.addFile(`reports/${id}.yaml`),
  );
  return "A new report";
}

export function changeSettings(site, random) {
  const settings = site.pick("site", random);
  if (!settings) return null;
  const { introduction, statuses, plan_kinds: kinds } = settings.fields;
  const what = random.below(3);
  if (what === 0) {
    site.set(
      settings,
      "introduction",
      otherThan(introduction, () => `What was promised, and done: ${textFor(random)}`),
    );
    return "The first words of the site";
  }
  const list = what === 1 ? "statuses" : "plan_kinds";
  const item = random.pick(what === 1 ? statuses : kinds);
  const key = random.pick(["label", "meaning"]);
  site.setInItem(
    settings,
    list,
    item,
    item.key,
    key,
    otherThan(item[key], () => `${item[key].split(" now")[0]} now ${random.below(100)}`),
  );
  return "Words of the scale";
}

const OUTSIDE = [
  "README.md",
  "tools/convert.py",
  "site/other.yaml",
  "content/other/milestones/m-1.yaml",
  "{content}/README.md",
  "{content}/milestones/README.md",
  "{content}/files/agenda.txt",
];

/// A file that is none of the site's, however much it looks like one of them.
export function changeOutside(site, random) {
  const path = random.pick(OUTSIDE).replace("{content}", site.folder);
  const text = `title: Version ${random.below(1e9)}\nstatus: complete\n`;
  site.edits.push({ path, text });
  return `Change ${path.split("/").at(-1)}`;
}
