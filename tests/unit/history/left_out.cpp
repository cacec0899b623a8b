#include "catch.hpp"
#include "history/timelines.hpp"
#include "past_fixture.hpp"

using namespace localoffer;
using testing::in_words;
using testing::Past;
using testing::Texts;

namespace {

Texts left_out(const History &history) {
  Texts all;
  for (const auto &event : history.events)
    if (event.left_out) all.push_back(in_words(event));
  return all;
}

} // namespace

TEST_CASE("ignored commits are whole ids, one a line") {
  const std::string one(40, 'a'), other = "0123456789abcdef0123456789abcdef01234567";
  CHECK(ignored_commits("# why\n" + one + "\n\n  " + other + " # the other\r\n#" + one + "\n") ==
        Texts{one, other});
  CHECK(ignored_commits(std::string(40, 'A') + "\n") == Texts{one});
  CHECK(ignored_commits("abc\n" + one.substr(1) + "\n" + one + "a\n" + std::string(40, 'g') + "\n" + one +
                        " " + other)
            .empty());
  CHECK(ignored_commits("").empty());
}

TEST_CASE("of an ignored commit, wording is left out and facts stay") {
  Past past;
  const std::string settings = testing::scale_settings;
  past.milestone("a", "title: A\nstatus: on-track\ndue: 2021\nmeaning: Old.\nlead_role: Manager\norder: 1\n");
  past.milestone("b", "title: B\nstatus: late\nwhy: Few.\n").milestone("gone", "title: Gone\n");
  past.measure("m", "title: M\nobservations: [{date: 2020, value: 5, note: Old}]\ntarget: {value: 7}\n");
  past.milestone("t", "title: T\nref: 1A i\n").commit("2020-01-01");

  past.milestone("a", "title: New\nstatus: late\ndue: 2022\nmeaning: New.\nlead_role: Head\norder: 2\n");
  past.milestone("b", "title: B\nstatus: behind\nwhy: Few people.\ncomments: [New]\n")
      .remove("content/milestones/gone.yaml");
  past.measure("m", "title: M\nobservations: [{date: 2020, value: 6, note: New}, {date: 2021, value: 1}]\n");
  past.milestone("new", "title: New\n")
      .remove("content/milestones/t.yaml")
      .milestone("u", "title: U\nref: 1A i\n");
  const auto ignored = past.commit("2020-02-01");
  past.milestone("b", "title: C\nstatus: behind\n").commit("2020-03-01");

  auto history = past.history();
  leave_out(history, {ignored});
  CHECK(left_out(history) ==
        Texts{"measure m: observations[].note [2020]: Old -> New", "milestone a: lead_role: Manager -> Head",
              "milestone a: meaning: Old. -> New.", "milestone a: title: A -> New",
              // the same meaning under another name
              "milestone b: status: late -> behind", "milestone b: why: Few. -> Few people.",
              "milestone b: comments[]:  -> New", "milestone u: title: T -> U"});
  for (const auto &event : history.events)
    CHECK(is_shown(event) == (!event.left_out && event.record.kind != "site"));
  // The facts go on from what is left out.
  const auto told = timelines_of(history);
  CHECK(told.milestones.at("b").stretches.back().status.key == "behind");
  CHECK(told.milestones.at("b").stretches.size() == 2);
  CHECK(told.last_changed.at({"milestone", "b"}) == Date{2020, 3, 1});

  leave_out(history, {}); // nothing is ignored any more
  CHECK(left_out(history).empty());
  leave_out(history, {std::string(40, '0')});
  CHECK(left_out(history).empty());
}

TEST_CASE("a status that is new in the same commit has the meaning that the commit gives it") {
  Past past;
  past.milestone("a", "title: A\nstatus: on-track\n")
      .milestone("b", "title: B\nstatus: on-track\n")
      .commit("2020-01-01");
  past.write("site.yaml",
             testing::scale_settings +
                 "  - {key: fine, label: Fine, lifecycle: [in-progress], confidence: [on-track]}\n"
                 "  - {key: bad, label: Bad, lifecycle: [in-progress], confidence: [off-track]}\n");
  past.milestone("a", "title: A\nstatus: fine\n").milestone("b", "title: B\nstatus: bad\n");
  const auto ignored = past.commit("2020-02-01");
  auto history = past.history();
  leave_out(history, {ignored});
  const auto left = left_out(history);
  CHECK_THAT(left, Catch::VectorContains(std::string("milestone a: status: on-track -> fine")));
  CHECK_THAT(left, !Catch::VectorContains(std::string("milestone b: status: on-track -> bad")));
}

TEST_CASE("a settings file that came to be is not shown, its changes are") {
  Past past;
  past.commit("2020-01-01");
  past.write("site.yaml", testing::scale_settings + "area: Made\n").commit("2020-02-01");
  const auto history = past.history();
  REQUIRE(history.events.size() == 2);
  CHECK_FALSE(is_shown(history.events[0]));
  CHECK(is_shown(history.events[1]));
}
