#include "content/explanations.hpp"

// Mistakes in what a plan, its figures and its reports say together. Names, numbers and addresses belong to
// nobody.

namespace localoffer {

// clang-format off
std::vector<Explanation> explanations_of_rules() {
  return {
      {"claim-needs-target",
       "\"In line with target\" says nothing while nobody knows the target. One report said it of yearly "
       "health checks.",
R"(observations:
  - {date: 2021-03, value: 28}
claims_target: true)",
R"(observations:
  - {date: 2021-03, value: 28}
claims_target: true
target: {value: 67, date: 2022-03})"},

      {"count-not-whole",
       "Nobody can promise half an action. One report counted 3.5 and 6.5 milestones.",
R"(stated: {total: 10, counts: {at-risk: 3.5, complete: 6.5}})",
R"(stated: {total: 10}
discrepancy: The report counts 3.5 milestones in green and 6.5 in blue.)"},

      {"counts-add-up",
       "When the parts do not make the whole, one of the numbers is wrong, and readers cannot know which.",
R"(stated: {total: 7, counts: {on-track: 2, complete: 1}})",
R"(stated: {total: 7, counts: {on-track: 6, complete: 1}})"},

      {"date-order",
       "A plan cannot be published before it is approved. One of the two dates is a slip.",
R"(approved: 2020-12-01
published: 2020-11-30)",
R"(approved: 2020-11-30
published: 2020-12-01)"},

      {"date-outside-window",
       "One report said of its late actions that they would all be done in December or January, and dated "
       "one of them June. Families cannot rely on either.",
R"(# the period: windows: [{status: delayed, from: 2020-12, to: 2021-01}]
status: delayed
due: 2021-06)",
R"(status: delayed
# allow date-outside-window: the report dates it June, and the page says that this does not fit
due: 2021-06
discrepancy: The report says that all late actions will be done by January, and dates this one June.)"},

      {"direction-target",
       "One report wanted \"a reduction in absence to above the national level\". Nobody can tell when that is "
       "reached.",
R"(direction: down
aim: {side: above, than: the national level})",
R"(direction: down
aim: {side: below, than: the national level})"},

      {"finding-of-nothing",
       "A finding counts because of who made it. It belongs to one inspection or to one review.",
R"(title: Plans came late
kind: weakness)",
R"(title: Plans came late
kind: weakness
inspection: "2020")"},

      {"later-than-period",
       "A report for November cannot know December. What came later belongs to the next report, or the date "
       "is a slip.",
R"(end: 2020-11-30
headlines:
  - {text: A new service began., date: 2020-12-07})",
R"(end: 2020-11-30
headlines:
  - {text: A new service was agreed., date: 2020-11-27})"},

      {"listed-differs-from-stated",
       "A report stated 50 actions at risk and listed 49. Readers cannot find what is missing, so the page "
       "must say it.",
R"(# 49 refs with this status are listed
stated: {counts: {at-risk: 50}})",
R"(stated:
  counts:
    at-risk: 50 # allow listed-differs-from-stated: the report says 50 and lists 49; the page says so
discrepancy: The report counts 50 actions in amber, and its tables hold 49.)"},

      {"measure-incomplete",
       "A measure without a figure, a start or a target cannot show whether anything gets better. The page "
       "shows what is missing, and for that it must know that it was not forgotten.",
R"(title: Families who feel heard
direction: up)",
R"(title: Families who feel heard
direction: up
not_published: [figure, baseline, target])"},

      {"merged-as-complete",
       "One report's green meant \"on track or complete\". Nobody may count such actions as complete.",
R"(stated: {share_complete: 50})",
R"(discrepancy: The report says that half is complete. Its green also means "on track", so nobody can check this.)"},

      {"no-follow-up",
       "What inspectors found wrong must lead somewhere, or readers must see that it does not.",
R"(title: Plans came late
kind: weakness
inspection: "2020")",
R"(title: Plans came late
kind: weakness
inspection: "2020"
priorities: [8-timeliness])"},

      {"one-observation",
       "One report gave 16% and 17% for the same month. A chart can show one figure for a date.",
R"(observations:
  - {date: 2021-01, value: 17}
  - {date: 2021-01, value: 16})",
R"(observations:
  - {date: 2021-01, value: 17}
discrepancy: The report's text says 16% for January, and its list of measures says 17%.)"},

      {"overdue-without-new-date",
       "A promise whose date has passed needs a new date and a reason. In one report, 41 of 44 dates had "
       "passed and none was new.",
R"(status: at-risk
first_due: 2020-12)",
R"(status: at-risk
first_due: 2020-12
due: 2021-07
why: The person who does this work began late.)"},

      {"partly-listed",
       "One report counted 66 milestones and listed 51. A page must say that it shows only some, or readers "
       "take them for all.",
R"(stated: {total: 66}     # 51 are listed)",
R"(stated: {total: 66, listed_in_part: true})"},

      {"promise-passed",
       "\"In place by April\" is no news in May. Either it has happened, or it has a new date.",
R"(next_steps:
  - {text: Send services a report each month., due: 2021-04})",
R"(done:
  - {text: Services get a report each month., date: 2021-04})"},

      {"recommendation-unanswered",
       "A recommendation to nobody is not acted on, and silence looks like agreement.",
R"(review: peer-challenge
letter: a
title: Write one plan together)",
R"(review: peer-challenge
letter: a
title: Write one plan together
addressed_to: [council, ccg]
response_state: no-response-yet)"},

      {"repeated-item",
       "The same next step twice makes a list look longer than the work is.",
R"(next_steps:
  - Send services a report on their advice.
  - Finish more plans in time.
  - Send services a report on their advice)",
R"(next_steps:
  - Send services a report on their advice.
  - Finish more plans in time.)"},

      {"replaced-without-successor",
       "What was replaced or stopped is not late. Families need to know what came in its place, or why it "
       "ended.",
R"(status: replaced)",
R"(status: replaced
replaced_by: [1B iv])"},

      {"risk-score",
       "A score that does not follow from its factors hides how bad or how likely something is.",
R"(consequence: 4
likelihood: 3
score: 9)",
R"(consequence: 4
likelihood: 3
score: 12)"},

      {"risk-without-factors",
       "A score of 9 alone does not say whether something is bad, or likely, or both.",
R"(score: 9)",
R"(# allow risk-without-factors: the report gives the scores alone
score: 9
discrepancy: The report does not say how it comes to this score.)"},

      {"stated-differs",
       "A percentage that does not follow from the counts makes readers doubt both. Here 33 of 66 is 50%.",
R"(stated:
  total: 66
  counts: {complete: 33, delayed: 26, not-achieved: 7}
  shares: {complete: 52, delayed: 39, not-achieved: 9})",
R"(stated:
  total: 66
  counts: {complete: 33, delayed: 26, not-achieved: 7}
  shares: {complete: 50, delayed: 39, not-achieved: 11})"},

      {"status-retired",
       "A scale changes with the years. A status that it no longer has is not in the key that readers see.",
R"(# the settings: {key: amber, until: 2021-02}
status: amber)",
R"(status: at-risk)"},

      {"unknown-aspect",
       "Findings are shown under the aspect that they belong to. One without a known aspect would stand "
       "nowhere.",
R"(# the inspection: aspects: [{key: identification, label: Finding out early}]
aspect: identifying)",
R"(aspect: identification)"},

      {"unknown-record",
       "A reference to nothing would be a link to nowhere.",
R"(priority: 8-timelines)",
R"(priority: 8-timeliness)"},

      {"unknown-ref",
       "Plans write one ref in several ways: \"1Bii\", \"1B ii\". All are read as one. This ref fits none of "
       "them.",
R"(depends_on: [1B iix])",
R"(depends_on: [1B vii])"},

      {"unknown-status",
       "A status is one of the site's own scale, so that it has a meaning, a colour and a place in every "
       "sum. One report had the numbers 9, 6 and 3 in its column \"status\".",
R"(status: 9)",
R"(status: at-risk)"},

      {"zero-not-shown",
       "Where a report lists nothing under \"not achieved\", readers cannot tell whether all is well or "
       "something was left out. The page shows 0, and for that the record must say so.",
R"(priorities:
  - priority: 1-accountability)",
R"(priorities:
  - priority: 1-accountability
    nothing_listed: [not-achieved])"},

  };
}
// clang-format on

} // namespace localoffer
