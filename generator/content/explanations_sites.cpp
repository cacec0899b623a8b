#include "content/explanations.hpp"

// Mistakes of settings, of pages as a whole and of themes. Names, numbers and addresses belong to nobody.

namespace localoffer {

// clang-format off
std::vector<Explanation> explanations_of_sites() {
  return {
      {"address-collision",
       "Of two pages with one address, readers see only one.",
R"(# pages/costs.md
route: /about/)",
R"(# pages/costs.md
route: /costs/)"},

      {"bad-output-path",
       "Some computers cannot write such a name, and then the site cannot be copied there.",
R"(route: /about:us/)",
R"(route: /about-us/)"},

      {"bad-redirect",
       "An old address should lead people to the new page, and a page that exists should not be hidden.",
R"(redirects:
  - {from: /plan-2019/, to: /priorites/})",
R"(redirects:
  - {from: /plan-2019/, to: /priorities/})"},

      {"broken-anchor",
       "The link opens the page, but not at the part that is meant.",
R"([How we count](how-to-read.md#counting)      (the heading is "How we count"))",
R"([How we count](how-to-read.md#how-we-count))"},

      {"duplicate-html-id",
       "A link to a part of a page goes to the first of two. People with screen readers may hear the wrong "
       "words.",
R"(<h2 id="more">...</h2>
<h2 id="more">...</h2>)",
R"(<h2 id="more">...</h2>
<h2 id="more-2">...</h2>)"},

      {"known-problems",
       "A plan that is older than the rules may begin with many problems. A baseline file names those that "
       "were there before, so that only new ones count. What it lets pass is still wrong, and is counted "
       "here.",
R"(baseline: site/somerset.baseline.yaml      (12 problems))",
R"((the problems mended, and the line and the file taken away))"},

      {"frozen-report-broken",
       "A report that is kept as it was is built anew from its own commit by today's program. When that fails, "
       "people who look for what was said then find nothing.",
R"(frozen_at: march-2021      (where site/somerset.yaml did not exist yet))",
R"(frozen_at: march-2021      (a commit from which 'localoffer build' builds the site))"},

      {"frozen-without-commit",
       "A tag can be moved to another commit. Without the id of the commit nobody notices that a report which "
       "was published has become another one.",
R"(frozen_at: march-2021)",
R"(frozen_at: march-2021
frozen_commit: 1f3c5a7b9d1f3c5a7b9d1f3c5a7b9d1f3c5a7b9d)"},

      {"low-contrast",
       "Text that is hardly darker than what is behind it cannot be read by many people, or by anyone in the "
       "sun.",
R"(colours:
  brand: "#77aa99"
  brand_text: "#ffffff")",
R"(colours:
  brand: "#14503c"
  brand_text: "#ffffff")"},

      {"not-a-repository",
       "Without a repository the site cannot say when something was changed, and nobody can see what a page "
       "said before.",
R"(localoffer build /home/me/plan/site.yaml)",
R"(git init /home/me/plan && git -C /home/me/plan add . && git -C /home/me/plan commit -m "Begin"
localoffer build /home/me/plan/site.yaml)"},

      {"one-plan",
       "A site is about one plan. Older ones are earlier plans.",
R"(plan.md and plan.yaml)",
R"(plan.md and earlier-plans/2018.md)"},

      {"moved-tag",
       "The report that people read and quoted would become another one, under the same address.",
R"(frozen_commit: 1f3c5a7b9d1f3c5a7b9d1f3c5a7b9d1f3c5a7b9d      (the tag names another commit now))",
R"(git tag --force march-2021 1f3c5a7b9d1f3c5a7b9d1f3c5a7b9d1f3c5a7b9d)"},

      {"orphan-page",
       "A page that no link leads to is never found.",
R"(# pages/costs.md
title: What it costs)",
R"(# pages/costs.md
title: What it costs
nav_label: Costs)"},

      {"output-collision",
       "On many computers \"Plan\" and \"plan\" are one name, and one page would take the place of the other.",
R"(/Plan/ and /plan/)",
R"(/the-plan/ and /plan/)"},

      {"reason-missing",
       "A rule that is silenced without a reason cannot be judged by the next person.",
R"(at-risk: 50 # allow listed-differs-from-stated)",
R"(at-risk: 50 # allow listed-differs-from-stated: the report says 50 and lists 49)"},

      {"statement-too-old",
       "The regulations ask for a statement that is looked at again at least every 12 months.",
R"(accessibility: {prepared: 2020-09, reviewed: 2020-09}      (in 2022))",
R"(accessibility: {prepared: 2020-09, reviewed: 2022-02})"},

      {"template-missing",
       "A page without its template cannot be made.",
R"(themes/clear/templates/     (no measures.mustache))",
R"(themes/clear/templates/measures.mustache)"},

      {"template-recursive-partial",
       "A partial that puts itself in never ends.",
R"(_item.mustache:  <li>{{title}} {{>item}}</li>)",
R"(_item.mustache:  <li>{{title}}</li>)"},

      {"template-syntax",
       "A tag that is not closed swallows the rest of the page.",
R"({{#measures}} <li>{{title}}</li>)",
R"({{#measures}} <li>{{title}}</li> {{/measures}})"},

      {"template-unknown-name",
       "A name that the page does not have would show as nothing.",
R"(<h1>{{titel}}</h1>)",
R"(<h1>{{title}}</h1>)"},

      {"template-unknown-partial",
       "A partial that is not there would show as nothing.",
R"({{>priority_crad}})",
R"({{>priority_card}})"},

      {"template-unknown-word",
       "An interface word that is not there would leave a button or a heading empty.",
R"(<h2>{{words.measures.headnig}}</h2>)",
R"(<h2>{{words.measures.heading}}</h2>)"},

      {"template-unused",
       "A template that no page uses is looked after for nothing, or has the wrong name.",
R"(templates/mesures.mustache)",
R"(templates/measures.mustache)"},

      {"template-wrong-use",
       "Text that is put in without being made safe can break the page. A list cannot be printed as if it "
       "were text.",
R"(<p>{{{title}}}</p>)",
R"(<p>{{title}}</p>)"},

      {"unknown-rule",
       "A silence for a rule that does not exist silences nothing.",
R"(status: at-risk # allow overdue: the report gives no new date)",
R"(status: at-risk # allow overdue-without-new-date: the report gives no new date)"},

      {"unused-baseline",
       "A known problem that is gone could come back unseen as long as the baseline names it.",
R"(- {code: link-text, file: content/somerset/plan.md}      (mended since))",
R"((the entry taken out))"},

      {"unused-silence",
       "A silence that silences nothing may hide the next mistake on that line.",
R"(status: complete # allow overdue-without-new-date: the report gives no new date)",
R"(status: complete)"},

      {"words-pattern",
       "A sentence of the interface that cannot be read would show as nothing. Each language has its own "
       "plural forms.",
R"(late: "{count, plural, one {# day} late")",
R"(late: "{count, plural, one {# day late} other {# days late}}")"},

      {"unknown-revision",
       "The report cannot be built from a commit that is not there.",
R"(frozen_at: march-201)",
R"(frozen_at: march-2021)"},
  };
}
// clang-format on

} // namespace localoffer
