#include "made_site.hpp"

#include "made_milestone.hpp"
#include "made_words.hpp"

#include <fmt/format.h>

namespace bench {
namespace {

constexpr auto settings = R"(title: Progress in Madeshire
area: Madeshire
content: content/made
url: https://madeshire.progress.example/
publisher: Madeshire Council
problem_email: problems@madeshire.progress.example.org
introduction: |
  Inspectors looked at the help that children and young people with special educational needs and disabilities
  (SEND) get in Madeshire. The council and the NHS wrote a plan. This site shows what was promised, and what is done.
notice: Madeshire does not exist. This site is made up, to measure how fast it is built.
other_formats: |
  You can ask for this on paper, in large print or in another language. It costs nothing.
contacts:
  - {kind: telephone, label: Telephone (example), value: 01632 960101}
plan_kinds:
  - key: written-statement-of-action
    label: written statement of action
    meaning: A plan that inspectors ask for when services have serious weaknesses.
statuses:
  - key: off-track
    label: Off track
    meaning: The work is late or stuck.
    lifecycle: [in-progress]
    confidence: [off-track]
    role: bad
    shape: diamond
  - key: at-risk
    label: At risk
    meaning: The work is not on track, but it can be put right.
    lifecycle: [in-progress]
    confidence: [at-risk]
    role: warning
    shape: triangle
  - key: planned
    label: Planned
    meaning: The work has not begun yet.
    lifecycle: [not-started]
    role: neutral
    shape: ring
  - key: on-track
    label: On track
    meaning: The work goes as planned.
    lifecycle: [in-progress]
    confidence: [on-track]
    role: progress
    shape: circle
  - key: complete
    label: Complete
    meaning: The work is finished.
    lifecycle: [complete]
    role: good
    shape: tick
names:
  milestone: {one: promise, many: promises}
accessibility:
  compliance: partial
  prepared: 2020-09
  reviewed: 2021-02
  tested: 2021-02
  how_tested: In a browser.
)";

constexpr auto plan = R"(---
title: The plan for Madeshire
kind: written-statement-of-action
area: Madeshire
partners:
  - {body: council, role: The council}
  - {body: nhs, role: The local NHS}
inspected: 2018-03
published: 2018-12-01
sources:
  - {report: board, section: "1"}
---
A plan to put right what inspectors found. It has 15 priorities, and each of them has promises with dates.
)";

constexpr auto bodies = R"(- id: council
  title: Madeshire Council
  kind: council
- id: nhs
  title: NHS Madeshire
  kind: health
- id: parents
  title: Madeshire Parent Carer Forum
  kind: families
)";

constexpr auto themes = R"(- {id: time, title: Help in time, order: 1, kind: themed}
- {id: together, title: Working together, order: 2, kind: cross-cutting}
- {id: quality, title: Plans of good quality, order: 3, kind: themed}
)";

constexpr auto terms = R"(- id: ehc-plan
  title: education, health and care plan
  short_form: EHC plan
  text: A document that says what help a child gets.
- id: send
  title: special educational needs and disabilities
  short_form: SEND
  text: Some children need extra help to learn, or have a disability. This is the name for both.
)";

std::string priority_file(int priority, int milestones) {
  MadeWords words(static_cast<unsigned>(900'000 + priority));
  std::string text =
      fmt::format("---\ntitle: \"Priority {}: {}\"\nnumber: {}\ntheme: {}\nlead: {}\n", priority + 1,
                  words.deed(), priority + 1, made_theme(priority), priority % 2 == 0 ? "council" : "nhs");
  for (const char *field : {"concern", "headline", "meaning"})
    text += fmt::format("{}: {}\n", field, words.sentence());
  text += "done:\n";
  for (int i = 1; i <= 4; ++i)
    text += fmt::format("  - \"Step {}: {}\"\n", i, words.sentence());
  text +=
      fmt::format("next_steps:\n  - text: {}\n    due: 2021-0{}-30\n", words.sentence(), 4 + priority % 6);
  text += fmt::format("sources:\n  - {{report: board, section: Priority {}}}\n---\n", priority + 1);
  for (int paragraph = 0; paragraph < 3; ++paragraph)
    text += words.sentences(2) + "\n\n";
  // The first milestone of each priority has its number.
  if (priority < milestones)
    text += fmt::format("It began with [the first promise](../milestones/{}/{}.md).\n", priority_id(priority),
                        milestone_id(priority));
  return text;
}

} // namespace

std::string milestone_id(int number) {
  return fmt::format("promise-{:05}", number);
}

std::string priority_id(int priority) {
  return fmt::format("p-{:02}", priority);
}

int priority_of(int number) {
  return number % made_priorities;
}

std::string made_theme(int priority) {
  return priority % 3 == 0 ? "time" : priority % 3 == 1 ? "together" : "quality";
}

void make_site(int milestones, const TakeFile &take) {
  const std::string content = made_content;
  take(made_settings, settings);
  take(content + "/plan.md", plan);
  take(content + "/bodies/bodies.yaml", bodies);
  take(content + "/themes/themes.yaml", themes);
  take(content + "/terms/terms.yaml", terms);
  take(content + "/reports/board.yaml",
       "title: Report to the board\npublisher: Madeshire Council\ndate: 2021-03-25\n");
  for (int i = 0; i < made_priorities; ++i)
    take(fmt::format("{}/priorities/{}.md", content, priority_id(i)), priority_file(i, milestones));
  for (int i = 0; i < milestones; ++i)
    take(milestone_path(i), milestone_file(i, milestones));
}

} // namespace bench
