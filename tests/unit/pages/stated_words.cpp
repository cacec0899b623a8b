#include "pages/stated_words.hpp"

#include "catch.hpp"
#include "site_fixture.hpp"

using namespace localoffer;

namespace {

const std::string priority = R"(---
title: Time
number: 1
headline: It goes well.
---
Words.
)";

SiteFixture workstreams(const std::string &yaml) {
  return SiteFixture(Files{{"priorities/time.md", priority}, {"workstreams/list.yaml", yaml}});
}

std::string standing(const SiteFixture &fixture, std::size_t index) {
  return stated_sentence(
      fixture.site(),
      stated_figures(fixture.site().settings(), fixture.programme().workstreams[index].record->stated));
}

} // namespace

TEST_CASE("stated numbers: zero is told as zero, and what is under no status is told") {
  const SiteFixture fixture = workstreams(R"(
- {id: a, number: "1.1", priority: time, text: A., stated: {total: 4, counts: {risk: 4, done: 0}}}
- {id: b, number: "1.2", priority: time, text: B., title: Letters, stated: {total: 7, counts: {risk: 2, done: 1}}}
)");
  CHECK(standing(fixture, 0) == "The report counts 4 actions. At risk: 4. Complete: 0.");
  CHECK(standing(fixture, 1) == "The report counts 7 actions. At risk: 2. Complete: 1. Not explained: 4.");
  CHECK(standing_sentence(fixture.site(), fixture.priority("time")) ==
        "The report counts 11 actions. At risk: 6. Complete: 1. Not explained: 4.");
  CHECK(workstream_name(fixture.site(), *fixture.programme().workstreams[0].record) == "Area of work 1.1");
  CHECK(workstream_name(fixture.site(), *fixture.programme().workstreams[1].record) ==
        "Area of work 1.2: Letters");
}

TEST_CASE("stated numbers: halves, and parts that are more than the whole, are not used") {
  const SiteFixture fixture = workstreams(R"(
- {id: a, number: "1.1", priority: time, text: A., stated: {total: 3.5, counts: {risk: 3.5}}}
- {id: b, number: "1.2", priority: time, text: B., stated: {total: 2, counts: {risk: 2, done: 1}}}
- {id: c, number: "1.3", priority: time, text: C.}
- {id: d, number: "1.4", priority: time, text: D., stated: {total: 2, counts: {risk: 2}}}
)");
  const std::string none = "The report gives no number of actions here that we can use.";
  CHECK(standing(fixture, 0) == none);
  CHECK(standing(fixture, 1) == none);
  CHECK(standing(fixture, 2) == none);
  CHECK(standing_sentence(fixture.site(), fixture.priority("time")) ==
        "The report counts 2 actions. At risk: 2. We can use these numbers for 1 of 4 areas of work only.");
}

TEST_CASE("stated numbers: listed milestones come before what is only counted") {
  const SiteFixture fixture(
      {{"priorities/time.md", priority},
       {"milestones/list.yaml", "- {id: a, ref: 1A i, title: A, text: A., status: late, priority: time}\n"}});
  CHECK(standing_sentence(fixture.site(), fixture.priority("time")) == "The one action listed is off track.");
}
