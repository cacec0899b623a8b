// The site as its first commit has it.
import { meaningFor, monthAfter, placeFor, refOf, roleFor, textFor, titleFor } from "./words.mjs";
import { Site } from "./site.mjs";

export const FIRST_FOLDER = "content/made";
export const STATUSES = ["off-track", "at-risk", "planned", "on-track", "stopped", "complete"];
export const TOPICS = ["waiting", "school", "health", "travel", "money", "having-your-say"];

const SOURCES = [{ report: "board", section: "4" }];
const LIST_LENGTH = 8;

const status = (key, label, meaning, lifecycle, confidence, role, shape) => ({
  key,
  label,
  meaning,
  lifecycle: [lifecycle],
  confidence: confidence ? [confidence] : undefined,
  role,
  shape,
});

function settings() {
  return {
    title: "Progress in Madeshire",
    area: "Madeshire",
    content: FIRST_FOLDER,
    url: "https://progress.example.org/",
    introduction: "What was promised, and what has been done.",
    publisher: "Madeshire Council",
    problem_email: "problems@example.org",
    other_formats: "Ask for this on paper.",
    plan_kinds: [
      {
        key: "written-statement-of-action",
        label: "written statement of action",
        meaning: "A plan that inspectors ask for.",
      },
    ],
    statuses: [
      status("off-track", "Off track", "The work is late or stuck.", "in-progress", "off-track", "bad", "diamond"),
      status(
        "at-risk",
        "At risk",
        "The work is not on track, but it can be put right.",
        "in-progress",
        "at-risk",
        "warning",
        "triangle",
      ),
      status("planned", "Planned", "The work has not begun.", "not-started", null, "neutral", "circle"),
      status("on-track", "On track", "The work goes as planned.", "in-progress", "on-track", "progress", "square"),
      status("stopped", "Stopped", "The work will not go ahead.", "stopped", null, "neutral", "cross"),
      status("complete", "Complete", "The work is finished.", "complete", null, "good", "tick"),
    ],
    names: { milestone: { one: "action", many: "actions" } },
    accessibility: {
      compliance: "partial",
      prepared: "2014-09",
      reviewed: "2014-10",
      tested: "2014-10",
      how_tested: "In a browser.",
    },
  };
}

class Maker {
  constructor(random) {
    this.random = random;
    this.site = new Site(FIRST_FOLDER, { next: 1, milestones: 0, anchors: [], priorities: [] });
  }

  alone(path, kind, id, fields) {
    return this.site.place({ kind, id, fields }, this.site.addFile(path));
  }

  /// Records in files of LIST_LENGTH each.
  inLists(stem, kind, records) {
    for (let i = 0; i < records.length; i += LIST_LENGTH) {
      const file = this.site.addFile(`${stem}-${1 + i / LIST_LENGTH}.yaml`, true);
      for (const [id, fields] of records.slice(i, i + LIST_LENGTH)) this.site.place({ kind, id, fields }, file);
    }
  }

  common() {
    const { site, alone } = { site: this.site, alone: this.alone.bind(this) };
    const top = alone("site/made.yaml", "site", "site", settings());
    top.file.isTop = true;
    alone("plan.md", "plan", "plan", {
      title: "The plan for Madeshire",
      kind: "written-statement-of-action",
      area: "Madeshire",
      partners: [{ body: "council", role: "The council" }],
      inspected: "2014-03",
      report_published: "2014-05-27",
      approved: "2014-11-30",
      published: "2014-12-01",
      inspectors: ["inspectorate"],
      sources: SOURCES,
      text: "A plan to put right what inspectors found.",
    });
    alone("reports/board.yaml", "report", "board", {
      title: "Report to the board",
      publisher: "Madeshire Council",
      date: "2014-12-18",
    });
    alone("bodies/council.yaml", "body", "council", { title: "Madeshire Council", kind: "council" });
    alone("bodies/health.yaml", "body", "health", { title: "Madeshire Health Board", kind: "health" });
    alone("bodies/inspectorate.yaml", "body", "inspectorate", { title: "The Inspectorate", kind: "inspector" });
    this.inLists(
      "topics/topics",
      "topic",
      TOPICS.map((id) => [id, { title: `About ${id.replaceAll("-", " ")}`, text: textFor(this.random) }]),
    );
    return site;
  }

  priority(number) {
    const { random } = this;
    const id = `${number}-priority`;
    this.site.shared.priorities.push(id);
    this.alone(`priorities/${id}.md`, "priority", id, {
      title: titleFor(random, number),
      number: String(number),
      lead: "council",
      lead_role: roleFor(random),
      concern: "It took too long to put things right.",
      headline: "More of it comes in time.",
      meaning: meaningFor(random),
      sources: SOURCES,
      text: textFor(random),
    });
  }

  term(number) {
    return [
      `term-${number}`,
      { title: `word number ${number}`, short_form: `WN${number}`, text: textFor(this.random) },
    ];
  }
}

/// Fields of a new milestone, promised at some time after `day`.
export function newMilestone(site, random, day) {
  const number = site.shared.milestones++;
  const state = random.weighted([
    [3, "planned"],
    [4, "on-track"],
    [2, "at-risk"],
    [1, "off-track"],
  ]);
  const fields = {
    ref: refOf(number),
    title: titleFor(random, number + 1),
    meaning: meaningFor(random),
    status: state,
    priority: random.pick(site.shared.priorities),
    first_due: monthAfter(day, random.between(2, 30)),
    lead: random.pick(["council", "health"]),
    topics: random.shuffled(TOPICS).slice(0, random.below(4)),
    sources: SOURCES,
  };
  if (random.chance(0.5)) fields.lead_role = roleFor(random);
  if (random.chance(0.3)) fields.text = textFor(random);
  if (site.shared.anchors.length && random.chance(0.2)) fields.depends_on = [random.pick(site.shared.anchors)];
  return { kind: "milestone", id: `m-${number + 1}`, fields };
}

function newMeasure(site, random, number) {
  const baseline = random.between(10, 40);
  const observations = [];
  for (let month = 0; month < random.between(2, 6); ++month) {
    observations.push({ date: monthAfter("2014-06", month), value: random.between(20, 120) / 2 });
    if (random.chance(0.3))
      observations.push({ date: monthAfter("2014-06", month), area: placeFor(random), value: random.between(10, 60) });
  }
  const fields = {
    title: titleFor(random, number),
    meaning: meaningFor(random),
    priority: random.pick(site.shared.priorities),
    unit: "percent",
    direction: "up",
    baseline: { value: baseline, date: "2014-05" },
    observations,
    sources: SOURCES,
  };
  if (random.chance(0.7)) fields.target = { value: baseline + random.between(5, 40), date: "2016-12" };
  return { kind: "measure", id: `measure-${number}`, fields };
}

/// A site of about `records` records.
export function firstSite(records, random) {
  const maker = new Maker(random);
  const site = maker.common();
  const fixed = site.records.size;
  const priorities = Math.min(20, 2 + Math.floor(records / 50));
  const measures = Math.max(4, Math.floor(records * 0.12));
  const terms = Math.max(2, Math.floor(records * 0.06));
  const milestones = Math.max(20, records - fixed - priorities - measures - terms);
  for (let number = 1; number <= priorities; ++number) maker.priority(number);
  maker.inLists(
    "terms/words",
    "term",
    Array.from({ length: terms }, (_, i) => maker.term(i + 1)),
  );
  for (let number = 1; number <= measures; ++number) {
    const measure = newMeasure(site, random, number);
    maker.alone(`measures/${measure.id}.yaml`, measure.kind, measure.id, measure.fields);
  }

  const listed = [];
  for (let i = 0; i < milestones; ++i) {
    const { id, fields } = newMilestone(site, random, "2015-01");
    if (i < 10) site.shared.anchors.push(fields.ref); // others lean on these, which are never withdrawn
    if (i % 2) listed.push([id, fields]);
    else maker.alone(`milestones/${id}.yaml`, "milestone", id, fields);
  }
  maker.inLists("milestones/group", "milestone", listed);
  return site;
}
