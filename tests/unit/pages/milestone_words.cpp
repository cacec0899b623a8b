#include "pages/milestone_words.hpp"

#include "catch.hpp"
#include "pages/common_views.hpp"
#include "site_fixture.hpp"

using namespace localoffer;

namespace {

SiteFixture actions(const std::string &yaml) {
  return SiteFixture(Files{{"milestones/list.yaml", yaml}});
}

const std::string four = R"(
- {id: a, ref: 1A i, title: A, text: A., status: risk, first_due: 2018-12}
- {id: b, ref: 1A ii, title: B, text: B., status: late, first_due: 2020-01}
- {id: c, ref: 1A iii, title: C, text: C., status: late, first_due: 2019-01, due: 2020-06, why: It took longer.}
- {id: d, ref: 3B i-vi, title: D, text: D., status: risk, first_due: 2019-09}
)";

std::vector<std::string> refs(const std::vector<const MilestoneFacts *> &milestones) {
  std::vector<std::string> out;
  for (const auto *one : milestones)
    out.push_back(shown_ref(*one));
  return out;
}

} // namespace

TEST_CASE("milestones: the listed ones are told by status, each ref of a range counted") {
  const SiteFixture fixture = actions(four);
  CHECK(listed_sentence(fixture.site(), fixture.programme().counts) ==
        "Of 9 actions listed, 2 are off track and 7 are at risk.");
  CHECK(late_count(fixture.programme()) == 8);
  const std::vector<const MilestoneFacts *> range{&fixture.milestone("a"), &fixture.milestone("d")};
  CHECK(ref_count(range) == 7);
  CHECK(range_sentences(fixture.site(), range) ==
        std::vector<std::string>{"3B i-vi is one entry that stands for 6 actions. We count all 6."});
}

TEST_CASE("milestones: worst status first, then the most late, then what is due first") {
  const SiteFixture fixture = actions(four);
  const auto sorted = worst_first(
      {&fixture.milestone("a"), &fixture.milestone("d"), &fixture.milestone("c"), &fixture.milestone("b")});
  CHECK(refs(sorted) == std::vector<std::string>{"1A ii", "1A iii", "1A i", "3B i-vi"});
}

TEST_CASE("milestones: a status that may mean complete is never called late") {
  const SiteFixture fixture =
      actions("- {id: a, ref: 1A i, title: A, text: A., status: mixed, first_due: 2019-01}\n");
  const MilestoneFacts &milestone = fixture.milestone("a");
  CHECK_FALSE(is_late(milestone));
  CHECK(milestone_item(fixture.site(), milestone).late.empty());
  const MilestoneTiming timing = timing_of(fixture.site(), milestone);
  CHECK(timing.date_now == "No new date given");
  CHECK(timing.how_late == "The date has passed. The report does not say if the work is finished.");
  CHECK(listed_sentence(fixture.site(), fixture.programme().counts) ==
        "The one action listed is on track or complete.");
}

TEST_CASE("milestones: a status that says nothing is quoted") {
  const SiteFixture fixture = actions("- {id: a, ref: 1A i, title: A, text: A., status: unknown}\n");
  CHECK(listed_sentence(fixture.site(), fixture.programme().counts) ==
        "The one action listed is marked “Status not given”.");
  CHECK(timing_of(fixture.site(), fixture.milestone("a")).first_promised.empty());
}

TEST_CASE("milestones: dates are told in words") {
  const SiteFixture fixture = actions(four);
  const MilestoneTiming late = timing_of(fixture.site(), fixture.milestone("b"));
  CHECK(late.first_promised == "January 2020");
  CHECK(late.date_now == "No new date given");
  CHECK(late.how_late == "6 weeks late on 15 March 2020");
  const MilestoneTiming moved = timing_of(fixture.site(), fixture.milestone("c"));
  CHECK(moved.first_promised == "January 2019");
  CHECK(moved.date_now == "June 2020");
  CHECK(moved.how_late == "On 15 March 2020 there were 4 months left");
}

TEST_CASE("milestones: work that is over is not late, though it is still counted") {
  const SiteFixture fixture = actions(R"(
- {id: a, ref: 1A i, title: A, text: A., status: risk, first_due: 2019-01, replaced_by: [1A iii], why: B does it.}
- {id: b, ref: 1A ii, title: B, text: B., status: risk, first_due: 2019-01, ended: stopped, why: There was no money.}
- {id: c, ref: 1A iii, title: C, text: C., status: risk, first_due: 2020-12}
)");
  CHECK(ending_of(fixture.milestone("a")) == Ending::replaced);
  CHECK(ending_of(fixture.milestone("b")) == Ending::stopped);
  CHECK(ending_of(fixture.milestone("c")) == Ending::none);
  CHECK(late_count(fixture.programme()) == 0);
  const MilestoneItemView item = milestone_item(fixture.site(), fixture.milestone("b"));
  CHECK(item.late.empty());
  CHECK(item.ended == "Stopped");
  CHECK(timing_of(fixture.site(), fixture.milestone("b")).how_late.empty());
  CHECK(listed_sentence(fixture.site(), fixture.programme().counts) == "All 3 actions listed are at risk.");
}

TEST_CASE("milestones: what a report counts stands beside what it lists") {
  const SiteFixture fixture(Files{{"milestones/list.yaml", four}, {"plan.md", R"(---
title: The plan
kind: plan
area: Testshire
stated: {total: 20, counts: {late: 2, risk: 8, mixed: 10}, not_listed: [mixed]}
---
A plan.
)"}});
  CHECK(stated_and_listed(fixture.site(), fixture.programme().plan->stated, fixture.programme().counts) ==
        std::vector<std::string>{"The report counts 20 actions. It lists 9 of them.",
                                 "The report counts 8 as at risk. It lists 7.",
                                 "It counts 10 as on track or complete, and does not list them."});
}

TEST_CASE("milestones: a label loses its capital inside a sentence, a short form does not") {
  CHECK(label_in_sentence("Off track") == "off track");
  CHECK(label_in_sentence("NHS decides") == "NHS decides");
  CHECK(label_in_sentence("").empty());
}
