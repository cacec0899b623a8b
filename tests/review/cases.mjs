// Edits of tests/golden/everything, and what is true of each: written from what the edit is, not from what the program says.
const milestones = "content/milestones/schools.yaml";
const priority = "content/priorities/1-plans.md";
const onTime = "content/measures/on-time.yaml";
const guide = "/milestones/1a-ii/";

const polish = "content/priorities/1-plans.pl.md";
const origin = (draft) => `translates: ${draft.clone.git("rev-parse", "--short=10", "main").trim()}\ntranslated_by: A firm\n`;
const translation = (draft, title) => `---\n${origin(draft)}title: ${title}\n---\nTo jest plan.\n`;

export const cases = [
  {
    name: "nothing",
    edit: () => {},
    facts: [],
    doubts: [],
    more: (review, check, page) => {
      check("no page differs", review.pages.length === 0 && review.touched.length === 0, JSON.stringify(review.touched));
      check("it says so", page("review/index.html").includes("This draft changes nothing that families read."));
    },
  },
  {
    name: "a reflowed line",
    edit: (draft) => draft.replace(milestones, "text: Train a teacher in each school.", "text: >-\n    Train a teacher\n    in each school."),
    facts: [],
    doubts: [],
    more: (review, check) => check("no page differs", review.pages.length === 0 && review.touched.length === 0, JSON.stringify(review.touched)),
  },
  {
    name: "a status",
    edit: (draft) => draft.replace(milestones, "status: off-track\n  first_due: 2024-05", "status: complete\n  completed: 2024-03\n  first_due: 2024-05"),
    facts: [["completed", "1a-ii", "Off track", "Complete"]],
    doubts: ["no_figure"],
    marks: {
      [guide]: [
        "-Off track", "+Complete", "-On 15 March 2024 there were 3 months left",
        "+March 2024", // when it was done
        "+Complete", "+The work is finished.", // the key to the statuses on this page
        "-has been", "+was", "-since", "+for 4 days from", "+The status has been “Complete” since 14 March 2024.",
        "+14 March 2024", "+Done: from “Off track” to “Complete”.",
      ],
    },
  },
  {
    name: "who proposes it",
    base: (draft) => {
      draft.write(".mailmap", "SEND team <author@example.org>\n");
      draft.replace("site.yaml", "area: Cole\n", "area: Cole\nhistory: {roles: [SEND team]}\n");
    },
    edit: (draft) => draft.replace(milestones, "You can look things up.", "You can look up what you need."),
    facts: [],
    more: (review, check, page) => {
      check("the role is told", page("review/index.html").includes("Proposed by: SEND team."), page("review/index.html"));
      check("on the sheet too", /Proposed by<\/dt>\s*<dd[^>]*>SEND team/.test(page("review/meeting/index.html")), page("review/meeting/index.html"));
      check("no address is", !page("review/index.html").includes("author@"));
    },
  },
  {
    name: "a fall without a reason",
    edit: (draft) => draft.replace(milestones, "status: complete\n  completed: 2024-01", "status: off-track\n  first_due: 2024-05"),
    facts: [["reopened", "1a-iii", "Complete", "Off track"], ["date_set", "1a-iii", "", "2024-05"]],
    doubts: ["no_reason"],
    gone: ["/milestones/by-month/no-date/", "/milestones/by-status/complete/"],
    status: 1,
    newProblems: ["listed-differs-from-stated", "zero-not-shown"],
  },
  {
    name: "a date",
    edit: (draft) => draft.replace(milestones, "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-09 # allow date-outside-window: a test\n"),
    facts: [["moved_later", "1a-ii", "2024-05", "2024-09"]],
    added: ["/milestones/by-month/2024-09/"],
    gone: ["/milestones/by-month/2024-05/"],
    doubts: ["no_reason"],
  },
  {
    name: "a date that has passed",
    edit: (draft) => draft.replace(milestones, "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-01 # allow date-outside-window: a test\n  why: It was done early.\n"),
    facts: [["moved_earlier", "1a-ii", "2024-05", "2024-01"]],
    added: ["/milestones/by-month/2024-01/"],
    gone: ["/milestones/by-month/2024-05/"],
    newProblems: ["overdue-without-new-date"],
    doubts: ["date_passed"],
  },
  {
    name: "figures",
    edit: (draft) => {
      draft.replace(onTime, "{date: 2023-09, value: 36}", "{date: 2023-09, value: 38}");
      draft.replace(onTime, "  - {date: 2024-02, value: 45}", "  - {date: 2024-02, value: 45}\n  - {date: 2024-03, value: 46}");
    },
    facts: [["figure_corrected", "on-time", "36", "38"], ["figure_added", "on-time", "", "46"]],
    doubts: ["figure_changed"],
    marks: {
      "/measures/on-time/": [
        "-36%", "+38%", "-and", "+,", "+2024 and 46% in March", // the chart in a sentence
        "-36%", "+38%", "+March 2024", "+46%", // its table
        "+A figure on this page was changed after we published it. See “How this has changed”.",
        "-15", "+14", "-50%", "+53%", // how far it is from the target
        "-45%", "+46%", "-February", "+March",
        "-Nothing has changed since then.",
        "+14 March 2024", "+The figure for September 2023 was changed from 36% to 38%. We first published it on 10 March 2024.", "+No reason is given.",
        "+14 March 2024", "+The figure for March 2024 came out: 46%. That is better than the one before, 45% (February 2024).",
      ],
    },
  },
  {
    name: "words",
    edit: (draft) => {
      draft.replace(milestones, "Write a guide for families.", "Write a short guide with families.");
      draft.replace(milestones, "You can look things up.", "You can look things up, and CAMHS can send it to you.");
    },
    facts: [],
    marks: { [guide]: ["+short", "-for", "+with", "+, and CAMHS can send it to you"] },
    newProblems: ["short-form"],
    more: (review, check) => {
      check("its words are told", review.wording.map((one) => [one.id, one.route]).join() === `1a-ii,${guide}`, JSON.stringify(review.wording));
      check("a short form is not explained", review.short_forms.map((one) => one.text).join() === "CAMHS", JSON.stringify(review.short_forms));
      check("the reading age is worked out on both sides", review.reading.length === 1 && review.reading[0].before !== review.reading[0].after, JSON.stringify(review.reading));
    },
  },
  {
    name: "a title",
    edit: (draft) => draft.replace(milestones, "title: Write a guide", "title: Write a handbook"),
    facts: [],
    marks: { [guide]: ["-guide", "+handbook"] },
  },
  {
    name: "words that held a figure",
    base: (draft) => draft.replace(milestones, "Write a guide for families.", "Write a guide for 400 families."),
    edit: (draft) => draft.replace(milestones, "Write a guide for 400 families.", "Write a guide for families."),
    facts: [],
    doubts: ["figure_removed"],
  },
  {
    name: "a paragraph that moves",
    base: (draft) => draft.write("content/pages/more.md", "---\ntitle: More about this\nnav_label: More about this\n---\nThe first paragraph is here.\n\nThe second one follows it.\n\nThe third one is the last.\n"),
    edit: (draft) => draft.write("content/pages/more.md", "---\ntitle: More about this\nnav_label: More about this\n---\nThe third one is the last.\n\nThe first paragraph is here.\n\nThe second one follows it.\n"),
    facts: [],
    marks: { "/more/": [] },
    more: (review, check, page) => check("it is a move", page("review/pages/more/index.html").includes("Moved here:</strong> The third one is the last."), ""),
  },
  {
    name: "a record that is renamed",
    edit: (draft) => draft.replace(milestones, "- id: 1a-ii\n", "- id: guide-for-families\n"),
    facts: [["renamed", "guide-for-families", "1a-ii", "guide-for-families"]],
  },
  {
    name: "a file that moves",
    edit: (draft) => draft.move("content/measures/on-time.yaml", "content/measures/plans/on-time.yaml"),
    facts: [],
    doubts: [],
  },
  {
    name: "a record that is deleted",
    edit: (draft) => draft.replace(milestones, "- id: 1a-iii\n  ref: 1A iii-iv\n  title: Open two hubs\n  text: Open a hub in each town.\n  meaning: You can ask for help nearby.\n  theme: schools\n  priority: 1-plans\n  status: complete\n  completed: 2024-01\n  lead: council\n  sources: [{report: board, section: Schools}]\n", ""),
    facts: [["withdrawn", "1a-iii", "", ""]],
    doubts: ["no_reason"],
    added: ["/changes/taken-out/"],
    gone: ["/milestones/1a-iii-iv/", "/milestones/by-lead/council/", "/milestones/by-lead/not-given/", "/milestones/by-month/no-date/", "/milestones/by-status/complete/"],
    status: 1,
    newProblems: ["zero-not-shown"],
  },
  {
    name: "a report that is kept",
    base: (draft) => {
      draft.clone.git("tag", "report", "main");
      const kept = `report: board\nfrozen_at: report\nfrozen_commit: ${draft.clone.git("rev-parse", "main")}\n`;
      draft.replace("content/periods/winter.md", "report: board\n", kept);
    },
    edit: () => {},
    facts: [],
    doubts: [],
    more: (review, check, page) => {
      const kept = page("reports/2024-02/index.html");
      check("its pages are a draft's too, and lead to the one review", kept.includes("Draft for review.") && kept.includes('href="/review/"'), kept);
    },
  },
  {
    name: "a new vocabulary",
    edit: (draft) => draft.replace("site.yaml", "label: Off track, meaning: The work is late or stuck.", "label: Behind, meaning: The work is late or does not move."),
    facts: [],
  },
  {
    name: "words in another language",
    base: (draft) => {
      draft.replace("site.yaml", "area: Cole\n", "area: Cole\nlanguages: [pl]\n");
      draft.write(polish, translation(draft, "Plany na czas"));
    },
    edit: (draft) => {
      draft.write(polish, translation(draft, "Plany w terminie"));
      draft.replace(onTime, "direction: up", `pl: {${origin(draft).replaceAll("\n", ", ")}title: Plany w terminie}\ndirection: up`);
    },
    facts: [],
    doubts: [],
    more: (review, check, page) => {
      const wanted = [onTime, polish].map((file) => ({ file, language: "Polski" }));
      check("each file is named with its language", JSON.stringify(review.translations) === JSON.stringify(wanted), JSON.stringify(review.translations));
      check("the page names them", page("review/index.html").includes(`<li>${polish} (Polski)</li>`), page("review/index.html"));
      check("it does not say that nothing changes", !page("review/index.html").includes("This draft changes nothing"));
    },
  },
  {
    name: "a new theme",
    edit: (draft) => {
      draft.theme("plain", "templates/_end.mustache", "</footer>", "<p>Another look</p></footer>");
      draft.replace("site.yaml", "area: Cole\n", "area: Cole\ntheme: plain\n");
    },
    facts: [],
    doubts: [],
    more: (review, check, page) => check("the draft has the new look", page("index.html").includes("<p>Another look</p>")),
  },
  {
    name: "a draft that is broken",
    edit: (draft) => {
      draft.replace(milestones, "status: off-track\n  first_due: 2024-05", "status: complete\n  completed: 2024-03\n  first_due: 2024-05");
      draft.replace(onTime, "direction: up", "direction: [up");
    },
    status: 1,
    built: [true, false],
    newProblems: ["yaml-syntax"],
    more: (review, check, page) => {
      check("it says what could not be compared", page("review/index.html").includes("The draft has mistakes, so its pages could not be made."));
      check("the mistake is told with its line", /content\/measures\/on-time\.yaml:\d/.test(page("review/index.html")), page("review/index.html"));
    },
    facts: [["completed", "1a-ii", "Off track", "Complete"]],
  },
  {
    name: "a site that is broken and mended",
    base: (draft) => draft.replace(onTime, "direction: up", "direction: [up"),
    edit: (draft) => {
      draft.replace(onTime, "direction: [up", "direction: up");
      draft.replace(milestones, "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-09 # allow date-outside-window: a test\n");
    },
    built: [false, true],
    mended: ["yaml-syntax"],
    more: (review, check, page) => check("it says what could not be compared", page("review/index.html").includes("so pages could not be compared")),
    facts: [["moved_later", "1a-ii", "2024-05", "2024-09"]],
  },
  {
    name: "broken on both sides",
    base: (draft) => draft.replace(onTime, "direction: up", "direction: [up"),
    edit: (draft) => draft.replace(milestones, "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-09\n"),
    status: 1,
    built: [false, false],
    newProblems: ["date-outside-window"],
    facts: [["moved_later", "1a-ii", "2024-05", "2024-09"]],
  },
  {
    name: "a mistake about what plans say",
    edit: (draft) => draft.replace(milestones, "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-09\n"),
    status: 1,
    facts: [["moved_later", "1a-ii", "2024-05", "2024-09"]],
    newProblems: ["date-outside-window"],
    added: ["/milestones/by-month/2024-09/"],
    gone: ["/milestones/by-month/2024-05/"],
  },
];
