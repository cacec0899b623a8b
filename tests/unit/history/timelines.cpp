#include "history/timelines.hpp"
#include "catch.hpp"
#include "past_fixture.hpp"

using namespace localoffer;
using testing::changes_in_words;
using testing::in_words;
using testing::Past;
using testing::Texts;

namespace {

const Change &last(const Timelines &told) {
  return told.changes.back();
}

/// "planned 2020-01-01 to 2020-02-01"
Texts stretches(const MilestoneTimeline &line) {
  Texts all;
  for (const auto &one : line.stretches)
    all.push_back(one.status.key + " " + to_iso(one.from) + (one.until ? " to " + to_iso(*one.until) : ""));
  return all;
}

} // namespace

TEST_CASE("moved dates are counted and summed from the first promise") {
  Past past;
  past.milestone("a", "title: A\nstatus: on-track\nfirst_due: 2020-03\n").commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: on-track\nfirst_due: 2020-03\ndue: 2020-05\nwhy: Few staff.\n")
      .commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: on-track\nfirst_due: 2020-03\ndue: 2020-04\nwhy: Few staff.\n")
      .commit("2020-03-01");
  past.milestone("a", "title: A\nstatus: on-track\nfirst_due: 2020-03\ndue: 2020-09\nwhy: Still few.\n")
      .commit("2020-04-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) ==
        Texts{"moved later milestone a: 2020-03 -> 2020-05 (Few staff.)",
              "moved earlier milestone a: 2020-05 -> 2020-04", // an old reason is none
              "moved later milestone a: 2020-04 -> 2020-09 (Still few.)"});
  CHECK(last(told).times == 3);
  CHECK(last(told).days == 153);
  CHECK(last(told).days_in_all == 183);
  const auto &line = told.milestones.at("a");
  CHECK(line.appeared == Date{2020, 1, 1});
  CHECK(line.first_promised == Date{2020, 3, 0});
  CHECK(line.moves.size() == 3);
  CHECK(line.moves[1].days == -31);
  CHECK(line.moves[0].why == "Few staff.");
  CHECK(line.moves[1].why.empty());
  CHECK(line.moves[2].on == Date{2020, 4, 1});
  CHECK(line.days_moved() == 183);
  CHECK(line.rewritten.empty());
}

TEST_CASE("a date that had moved before the history begins is a move of an unknown day") {
  Past past;
  past.milestone("a", "title: A\nfirst_due: 2020-03\ndue: 2020-05\nwhy: Few staff.\n").commit("2020-01-01");
  past.milestone("a", "title: A\nfirst_due: 2020-03\ndue: 2020-06\nwhy: Few staff.\n").commit("2020-02-01");
  const auto told = past.told();
  const auto &line = told.milestones.at("a");
  REQUIRE(line.moves.size() == 2);
  CHECK_FALSE(line.moves[0].on);
  CHECK(line.moves[0].why == "Few staff.");
  CHECK(line.days_moved() == 91);
  CHECK(last(told).times == 2);
  CHECK(last(told).days_in_all == 91);
}

TEST_CASE("a date alone is the promise, and a first promise that is written down later is the same one") {
  Past past;
  past.milestone("a", "title: A\ndue: 2020-03\n").commit("2020-01-01");
  past.milestone("a", "title: A\nfirst_due: 2020-03\ndue: 2020-06\n").commit("2020-02-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) == Texts{"moved later milestone a: 2020-03 -> 2020-06"});
  CHECK(told.milestones.at("a").days_moved() == 91);
}

TEST_CASE("dates that come, go and come back do not make a slip smaller") {
  Past past;
  past.milestone("a", "title: A\n").commit("2020-01-01");
  past.milestone("a", "title: A\nfirst_due: 2020-03\n").commit("2020-02-01");
  past.milestone("a", "title: A\n").commit("2020-03-01");
  past.milestone("a", "title: A\ndue: 2020-06\nwhy: A reason.\n").commit("2020-04-01");
  past.milestone("a", "title: A\ndue: 2020-07\n").commit("2020-05-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) == Texts{"date set milestone a:  -> 2020-03",
                                        "promise rewritten milestone a: 2020-03 -> ",
                                        "date set milestone a:  -> 2020-06 (A reason.)",
                                        "moved later milestone a: 2020-06 -> 2020-07"});
  const auto &line = told.milestones.at("a");
  CHECK(line.first_promised == Date{2020, 3, 0});
  CHECK(line.days_moved() == 122);

  Past dropped;
  dropped.milestone("a", "title: A\ndue: 2020-03\n").commit("2020-01-01");
  dropped.milestone("a", "title: A\n").commit("2020-02-01");
  CHECK(changes_in_words(dropped.told()) == Texts{"date dropped milestone a: 2020-03 -> "});
  CHECK(dropped.told().milestones.at("a").days_moved() == 0);
  dropped.milestone("a", "title: A\ndue: 2020-06\n").commit("2020-03-01");
  CHECK(dropped.told().milestones.at("a").days_moved() == 91);
  CHECK(last(dropped.told()).kind == Change::Kind::date_set);
}

TEST_CASE("a first promise that is rewritten is told as that") {
  Past past;
  past.milestone("a", "title: A\nfirst_due: 2020-03\ndue: 2020-05\n")
      .milestone("b", "title: B\nfirst_due: 2020-03\n");
  past.commit("2020-01-01");
  past.milestone("a", "title: A\nfirst_due: 2020-05\ndue: 2020-05\n")
      .milestone("b", "title: B\nfirst_due: 2020-09\nwhy: So.\n");
  past.commit("2020-02-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) == Texts{"promise rewritten milestone a: 2020-03 -> 2020-05",
                                        "promise rewritten milestone b: 2020-03 -> 2020-09 (So.)"});
  CHECK(last(told).days == 183);
  const auto &a = told.milestones.at("a");
  REQUIRE(a.rewritten.size() == 1);
  CHECK(a.rewritten[0].from == Date{2020, 3, 0});
  CHECK(a.rewritten[0].on == Date{2020, 2, 1});
  CHECK(a.first_promised == Date{2020, 3, 0});
  CHECK(a.days_moved() == 61);
  CHECK(told.milestones.at("b").first_promised == Date{2020, 3, 0});
  CHECK(told.milestones.at("b").days_moved() == 183); // the date went with the promise
  CHECK(told.milestones.at("b").moves.size() == 1);
}

TEST_CASE("statuses have stretches of time, and each change of one a meaning") {
  Past past;
  const auto set = [&](const std::string &status, const std::string &why, const std::string &day) {
    past.milestone("a", "title: A\nstatus: " + status + "\n" + (why.empty() ? "" : "why: " + why + "\n"))
        .commit(day);
  };
  set("on-track", "", "2020-01-01");
  set("late", "Few staff.", "2020-02-01");
  set("behind", "Few staff.", "2020-03-01"); // the same in other words
  set("at-risk", "Few staff.", "2020-04-01");
  set("complete", "", "2020-05-01");
  set("at-risk", "Not so.", "2020-06-01");
  set("stopped", "No money.", "2020-07-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) == Texts{"fell milestone a: On track -> Off track (Few staff.)",
                                        "rose milestone a: Behind -> At risk",
                                        "completed milestone a: At risk -> Complete",
                                        "reopened milestone a: Complete -> At risk (Not so.)",
                                        "stopped milestone a: At risk -> Stopped (No money.)"});
  CHECK(told.changes.back().rank == 2);
  CHECK(stretches(told.milestones.at("a")) ==
        Texts{"on-track 2020-01-01 to 2020-02-01", "late 2020-02-01 to 2020-03-01",
              "behind 2020-03-01 to 2020-04-01", "at-risk 2020-04-01 to 2020-05-01",
              "complete 2020-05-01 to 2020-06-01", "at-risk 2020-06-01 to 2020-07-01", "stopped 2020-07-01"});
  CHECK(told.milestones.at("a").stretches[1].status.label == "Off track");
}

TEST_CASE("a status is told with the meaning and the label that it had then") {
  Past past;
  past.milestone("a", "title: A\nstatus: on-track\n").commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: late\n").commit("2020-02-01");
  std::string settings = testing::scale_settings;
  settings.replace(settings.find("Off track"), 9, "Delayed");
  past.write("site.yaml", settings).milestone("a", "title: A\nstatus: at-risk\n").commit("2020-03-01");
  CHECK(changes_in_words(past.told()) == Texts{"fell milestone a: On track -> Off track",
                                               "rose milestone a: Delayed -> At risk", "wording site site"});
}

TEST_CASE("a reason counts only from the commit that gives it, and one given later is wording") {
  Past past;
  past.milestone("a", "title: A\nstatus: on-track\n").commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: late\n").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: late\nwhy: Found later.\n").commit("2020-03-01");
  past.milestone("a", "title: A\nstatus: at-risk\n").commit("2020-04-01");
  past.milestone("b", "title: B\nfirst_due: 2020-03\ndue: 2020-04\nwhy: Known.\n").commit("2020-05-01");
  CHECK(changes_in_words(past.told()) ==
        Texts{"fell milestone a: On track -> Off track", "wording milestone a",
              "rose milestone a: Off track -> At risk", "added milestone b"});
  CHECK(past.told().milestones.at("b").moves.at(0).why == "Known.");
}

TEST_CASE("what ended under a status that does not say so") {
  Past past;
  past.milestone("a", "title: A\nstatus: late\n")
      .milestone("b", "title: B\nstatus: late\n")
      .commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: late\nended: stopped\nwhy: No money.\n");
  past.milestone("b", "title: B\nstatus: late\nended: replaced\n").commit("2020-02-01");
  CHECK(changes_in_words(past.told()) ==
        Texts{"stopped milestone a:  -> stopped (No money.)", "replaced milestone b:  -> replaced"});
}

TEST_CASE("a record that was taken out and comes back goes on with its line") {
  Past past;
  past.milestone("a", "title: A\nstatus: late\nfirst_due: 2020-03\n").commit("2020-01-01");
  past.remove("content/milestones/a.yaml").commit("2020-02-01");
  {
    const auto told = past.told();
    CHECK(changes_in_words(told) == Texts{"withdrawn milestone a"});
    CHECK(last(told).title == "A");
    CHECK(told.milestones.at("a").withdrawn == Date{2020, 2, 1});
    CHECK_FALSE(told.milestones.at("a").stretches.back().until);
    CHECK(told.last_changed.count({"milestone", "a"}) == 0);
    CHECK(told.counts.back().counts.empty());
  }
  past.milestone("a", "title: A\nstatus: on-track\nfirst_due: 2020-09\n").commit("2020-05-01");
  past.milestone("a", "title: A\nstatus: on-track\nfirst_due: 2020-09\ndue: 2020-10\n").commit("2020-06-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) ==
        Texts{"withdrawn milestone a", "added milestone a", "moved later milestone a: 2020-09 -> 2020-10"});
  const auto &line = told.milestones.at("a");
  CHECK_FALSE(line.withdrawn);
  CHECK(line.appeared == Date{2020, 1, 1});
  CHECK(line.first_promised == Date{2020, 3, 0});
  // Nobody had a status while it was out.
  CHECK(stretches(line) == Texts{"late 2020-01-01 to 2020-02-01", "on-track 2020-05-01"});
  // Coming back with a later date is a move too.
  CHECK(last(told).times == 2);
  CHECK(last(told).days_in_all == 214);
}

TEST_CASE("a renamed record keeps its line, and what was told of it bears its new name") {
  Past past;
  past.milestone("a", "title: A\nref: 1A i\nstatus: on-track\nfirst_due: 2020-03\n").commit("2020-01-01");
  past.milestone("a", "title: A\nref: 1A i\nstatus: late\nfirst_due: 2020-03\ndue: 2020-04\n")
      .commit("2020-02-01");
  past.move("content/milestones/a.yaml", "content/milestones/b.yaml").commit("2020-03-01");
  past.milestone("b", "title: A\nref: 1A i\nstatus: late\nfirst_due: 2020-03\ndue: 2020-05\n")
      .commit("2020-04-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) ==
        Texts{"fell milestone b: On track -> Off track", "moved later milestone b: 2020-03 -> 2020-04",
              "renamed milestone b: a -> b", "moved later milestone b: 2020-04 -> 2020-05"});
  CHECK(last(told).times == 2);
  CHECK(told.milestones.size() == 1);
  CHECK(told.milestones.at("b").appeared == Date{2020, 1, 1});
  CHECK(told.last_changed.size() == 1);
  CHECK(told.last_changed.at({"milestone", "b"}) == Date{2020, 4, 1});
  CHECK(told.counts.size() == 2);
}

TEST_CASE("facts, wording and what says nothing new") {
  Past past;
  past.milestone("a", "title: A\nlead: x\nlead_role: R\npriority: p\nmeaning: M\n");
  past.write("content/priorities/p.yaml",
             "title: P\nnumber: 1\nnext_steps: [{text: Hire, due: 2020-03, status: on-track}]\n");
  past.commit("2020-01-01");
  past.milestone("a", "title: A\nlead: y\nlead_role: S\npriority: q\nmeaning: M\norder: 4\n")
      .commit("2020-02-01");
  past.milestone("a", "title: B\nlead: y\nlead_role: S\npriority: q\nmeaning: N\norder: 5\ncomments: [New]\n")
      .commit("2020-03-01");
  past.milestone("a", "title: B\nlead: y\nlead_role: S\npriority: q\nmeaning: N\norder: 6\ncomments: [New]\n")
      .commit("2020-04-01");
  CHECK(changes_in_words(past.told()) ==
        Texts{"fact changed milestone a: x -> y", "fact changed milestone a: R -> S",
              "fact changed milestone a: p -> q", "wording milestone a", "wording milestone a"});
}

TEST_CASE("the words alone changed only where nothing else did") {
  Past past;
  past.milestone("a", "title: A\nstatus: on-track\nmeaning: M\n").commit("2020-01-01");
  past.milestone("a", "title: B\nstatus: late\nmeaning: N\ncomments: [New]\n").commit("2020-02-01");
  CHECK(changes_in_words(past.told()) == Texts{"fell milestone a: On track -> Off track"});
}

TEST_CASE("a next step has a date, a status and a reason of its own") {
  Past past;
  const auto steps = [&](const std::string &items, const std::string &day) {
    past.write("content/priorities/p.yaml", "title: P\nnumber: 1\nnext_steps: [" + items + "]\n").commit(day);
  };
  steps("{text: Hire, due: 2020-03, status: on-track}, {text: Train, due: 2020-04}", "2020-01-01");
  steps("{text: Hire, due: 2020-05, status: late, why: No applicants.}, {text: Train, due: 2020-06}",
        "2020-02-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) == Texts{"moved later priority p [Hire]: 2020-03 -> 2020-05 (No applicants.)",
                                        "fell priority p [Hire]: On track -> Off track (No applicants.)",
                                        "moved later priority p [Train]: 2020-04 -> 2020-06"});
  CHECK(told.changes[told.changes.size() - 3].days == 61);
  steps("{text: Hire, due: 2020-05, status: late, why: Too few applicants.}, {text: Train, due: 2020-06}",
        "2020-03-01");
  CHECK(changes_in_words(past.told()).size() == 4);
  CHECK(in_words(last(past.told())) == "wording priority p");
}

TEST_CASE("without events there is nothing to tell") {
  CHECK(timelines_of({}).changes.empty());
}

TEST_CASE("what comes back is not told as new") {
  Past past;
  past.milestone("a", "title: A\nstatus: on-track\n").milestone("b", "title: B\nstatus: on-track\n");
  past.commit("2020-01-01");
  past.remove("content/milestones/a.yaml").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: on-track\n").milestone("c", "title: C\nstatus: on-track\n");
  past.commit("2020-03-01");
  std::map<std::string, bool> returned;
  for (const auto &change : past.told().changes)
    if (change.kind == Change::Kind::added && change.commit == 2)
      returned[change.record.id] = change.returned;
  CHECK(returned == std::map<std::string, bool>{{"a", true}, {"c", false}});
}

TEST_CASE("an end that is taken back is told") {
  Past past;
  past.milestone("a", "title: A\nstatus: on-track\nended: stopped\n").commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: on-track\n").commit("2020-02-01");
  const auto told = past.told();
  CHECK(last(told).kind == Change::Kind::status_changed);
  CHECK(last(told).field == "ended");
  CHECK(last(told).after.empty());
}

TEST_CASE("counts over time stay in order when a clock went backwards") {
  Past past;
  past.milestone("a", "title: A\nstatus: on-track\n").commit("2020-03-01");
  past.milestone("a", "title: A\nstatus: late\n").commit("2020-02-01");
  const auto counts = past.told().counts;
  for (std::size_t i = 1; i < counts.size(); ++i)
    CHECK(counts[i - 1].from < counts[i].from);
  CHECK(counts.back().counts == std::map<std::string, int>{{"late", 1}});
}
