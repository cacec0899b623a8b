#include "content/explanations.hpp"

// Mistakes in one file as it is written. Names, numbers and addresses belong to nobody.

namespace localoffer {

// clang-format off
std::vector<Explanation> explanations_of_files() {
  return {
      {"bad-colour",
       "A colour in any other form may be read as something else, or not at all.",
R"(colours:
  brand: dark green)",
R"(colours:
  brand: "#14503c")"},

      {"date-not-iso",
       "\"Dec 18\" may be the 18th of December or December 2018. In data a date has one form. Families see it "
       "in words.",
R"(first_due: Dec 18)",
R"(first_due: 2018-12)"},

      {"duplicate-id",
       "References and addresses use the id. With two records of one id, nobody knows which one is meant.",
R"(- id: ehc-plan
  title: Education, health and care plan
- id: ehc-plan
  title: EHC assessment)",
R"(- id: ehc-plan
  title: Education, health and care plan
- id: ehc-assessment
  title: EHC assessment)"},

      {"duplicate-key",
       "Of two lines with one key, one is lost without a word.",
R"(status: at-risk
due: 2021-07
status: complete)",
R"(status: complete
due: 2021-07)"},

      {"duplicate-ref",
       "The plan's own numbers are how people speak of its actions. One number stands for one action.",
R"(- {id: listen, ref: 1B ii, status: complete}
- {id: reports, ref: 1Bii, status: at-risk})",
R"(- {id: listen, ref: 1B ii, status: complete}
- {id: reports, ref: 1B iii, status: at-risk})"},

      {"empty-comment",
       "A comment without words looks as if something had been said. One report had twelve of them.",
R"(comments:
  -)",
R"(comments:
  - The contract was signed, and the service begins in May.)"},

      {"empty-value",
       "A key without a value may have been forgotten, or its value may have been lost.",
R"(lead_role:
status: complete)",
R"(status: complete)"},

      {"file-too-large",
       "A file of more than 1 MiB is more than people can look after, and often not content at all.",
R"(content/somerset/milestones/all.yaml     2,300,000 bytes)",
R"(content/somerset/milestones/1.yaml       90,000 bytes
content/somerset/milestones/2.yaml       85,000 bytes)"},

      {"heading-too-deep",
       "People who hear a page move through it by its headings. A level that is left out looks like a part "
       "that is missing.",
R"(## What happens next

#### In May)",
R"(## What happens next

### In May)"},

      {"image-without-text",
       "People who cannot see the picture have nothing.",
R"(![](../files/who-decides.png))",
R"(![The improvement board reports to the council and to the health board](../files/who-decides.png))"},

      {"link-scheme",
       "Other kinds of address can run programs, or lead to nothing on another computer.",
R"([The plan](file:///C:/plan.pdf))",
R"([The plan](https://www.example.org/plan))"},

      {"missing-field",
       "Pages are built on these fields. Without one, a page would have a hole.",
R"(title: Plans finished within 20 weeks
meaning: How likely it is that your plan comes in time.)",
R"(title: Plans finished within 20 weeks
meaning: How likely it is that your plan comes in time.
sources:
  - {report: board-2021-03, section: Priority 8})"},

      {"missing-front-matter",
       "The fields at the top say what the text is about. Without them it is not known whose text it is.",
R"(How long you wait for a plan.)",
R"(---
title: EHC plans on time
number: 8
---
How long you wait for a plan.)"},

      {"nested-too-deep",
       "Lists in lists in lists are hard to read, and a file can be made to keep the program busy for ever.",
R"(- Schools
  - Primary
    - Small
      - In villages
        - (and so on, 30 levels down))",
R"(- Small primary schools in villages)"},

      {"not-utf8",
       "Letters with accents and dashes would come out as other signs.",
R"((a file saved by an old program as "Windows-1252", or a Word document))",
R"((the same text saved as "UTF-8"))"},

      {"raw-html",
       "HTML in content could break a page or make it hard to use. Markdown says all that content needs.",
R"(<b>Important:</b> the meeting is on Monday.)",
R"(**Important:** the meeting is on Monday.)"},

      {"stray-less-than",
       "\"S&LT\", put through a program that takes \"&\" for a code, comes out as \"S<\". One report was published "
       "like that.",
R"(title: Shorter waits for S<)",
R"(title: Shorter waits for speech and language therapy)"},

      {"submodule-refused",
       "Another repository inside this one can change without a commit here, and then the same commit gives "
       "another site.",
R"(content/somerset     (a submodule))",
R"(content/somerset     (a folder of this repository))"},

      {"symlink-refused",
       "A link may lead to a file outside the repository, which nobody meant to publish.",
R"(content/somerset/plan.md -> ../../private/plan.md)",
R"(content/somerset/plan.md     (the file itself))"},

      {"too-many-files",
       "Git keeps what repeats itself in almost no room: a small repository can hold more than any machine reads.",
R"(content/somerset/    (a folder of 200,001 files))",
R"(content/somerset/    (the records of one local area))"},

      {"too-many-nodes",
       "A short file can be written so that it unfolds to billions of values.",
R"(a: &a [x, x, x]
b: &b [*a, *a, *a]
c: &c [*b, *b, *b]     (and so on))",
R"(a: [x, x, x])"},

      {"too-many-problems",
       "Nobody reads thousands of problems. They mostly come from one mistake: a file of another program, or a key that "
       "was renamed.",
R"(3,001 problems)",
R"(3,000 problems)"},

      {"unknown-folder",
       "The folder says what kind of record a file holds. In any other folder it is not read, and no page "
       "shows it.",
R"(content/somerset/mesures/ehc-plans.yaml)",
R"(content/somerset/measures/ehc-plans.yaml)"},

      {"unknown-key",
       "A key with a slip of the pen would be left out without a word.",
R"(tilte: Plans finished within 20 weeks)",
R"(title: Plans finished within 20 weeks)"},

      {"unknown-value",
       "Some fields have fixed values, because pages and sums are built on them.",
R"(direction: upwards)",
R"(direction: up)"},

      {"unsafe-file",
       "A web page or a program among the files would be a part of the site, and could do all that the site can.",
R"(file: files/plan.html)",
R"(file: files/plan.pdf)"},

      {"unsafe-picture",
       "Opened by itself, an SVG picture is a page of the site. A script in it could do all that the site can.",
R"(<svg xmlns="http://www.w3.org/2000/svg"><script>...</script></svg>)",
R"(<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>)"},

      {"wrong-type",
       "A number with its unit or with \"about\" cannot be drawn in a chart or compared with a target.",
R"(observations:
  - {date: 2021-02, value: over 50%})",
R"(unit: percent
observations:
  - {date: 2021-02, value: 50, about: true})"},

      {"yaml-syntax",
       "The file cannot be read at all. The cause is most often a colon inside a text, or a line that is not "
       "indented as its neighbours are.",
R"(title: Priority 8: plans on time)",
R"(title: "Priority 8: plans on time")"},

  };
}
// clang-format on

} // namespace localoffer
