#include "catch.hpp"
#include "history/timelines.hpp"
#include "past_fixture.hpp"
#include "programme/figures.hpp"

#include <random>

using namespace localoffer;
using testing::Past;
using testing::Texts;

namespace {

/// "2020-01-01 late=2 on-track=1"
Texts lines(const CountsOverTime &counts) {
  Texts all;
  for (const auto &one : counts) {
    all.push_back(to_iso(one.from));
    for (const auto &[status, count] : one.counts)
      all.back() += " " + status + "=" + std::to_string(count);
  }
  return all;
}

} // namespace

TEST_CASE("a range of refs counts as many, and one that changes is counted anew") {
  Past past;
  past.milestone("a", "title: A\nref: 3B i-iv\nstatus: late\n")
      .milestone("b", "title: B\nstatus: planned\n")
      .commit("2020-01-01");
  past.milestone("a", "title: A\nref: 3B i-iii\nstatus: late\n").commit("2020-02-01");
  past.milestone("a", "title: A\nref: 3B i-iii\nstatus: complete\n").commit("2020-03-01");
  past.milestone("b", "title: Other words\nstatus: planned\n").commit("2020-04-01");
  const auto told = past.told();
  CHECK(lines(told.counts) == Texts{"2020-01-01 late=4 planned=1", "2020-02-01 late=3 planned=1",
                                    "2020-03-01 complete=3 planned=1"});
  CHECK(told.changes[told.changes.size() - 2].refs == 3);
}

TEST_CASE("several commits of one day come to one line") {
  Past past;
  past.milestone("a", "title: A\nstatus: late\n").commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: at-risk\n").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: complete\n").commit("2020-02-01");
  CHECK(lines(past.told().counts) == Texts{"2020-01-01 late=1", "2020-02-01 complete=1"});
  past.milestone("a", "title: A\nstatus: planned\n").commit("2020-03-01");
  past.milestone("a", "title: A\nstatus: complete\n").commit("2020-03-01");
  CHECK(lines(past.told().counts) == Texts{"2020-01-01 late=1", "2020-02-01 complete=1"});
}

TEST_CASE("priorities count their milestones, their own and those of their workstreams") {
  Past past;
  past.write("content/priorities/p.yaml", "title: P\n").write("content/priorities/q.yaml", "title: Q\n");
  past.write("content/workstreams/w.yaml", "title: W\npriority: p\n");
  past.milestone("a", "title: A\nstatus: late\npriority: p\n")
      .milestone("b", "title: B\nstatus: late\nworkstream: w\n");
  past.milestone("c", "title: C\nstatus: late\n").commit("2020-01-01");
  past.write("content/workstreams/w.yaml", "title: W\npriority: q\n").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: late\npriority: q\nworkstream: w\n").commit("2020-03-01");
  past.remove("content/milestones/b.yaml").commit("2020-04-01");
  const auto told = past.told();
  CHECK(lines(told.priorities.at("p")) == Texts{"2020-01-01 late=2", "2020-02-01 late=1", "2020-03-01"});
  CHECK(lines(told.priorities.at("q")) ==
        Texts{"2020-02-01 late=1", "2020-03-01 late=2", "2020-04-01 late=1"});
  CHECK(lines(told.counts) == Texts{"2020-01-01 late=3", "2020-04-01 late=2"});
}

TEST_CASE("a renamed priority keeps its line, and leaves none behind") {
  Past past;
  past.write("content/priorities/p.yaml", "title: P\nnumber: 1\n")
      .milestone("a", "title: A\nstatus: late\npriority: p\n");
  past.commit("2020-01-01");
  past.move("content/priorities/p.yaml", "content/priorities/q.yaml");
  past.milestone("a", "title: A\nstatus: late\npriority: q\n").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: complete\npriority: q\n").commit("2020-03-01");
  const auto told = past.told();
  CHECK(lines(told.priorities.at("q")) == Texts{"2020-01-01 late=1", "2020-03-01 complete=1"});
  CHECK(told.priorities.count("p") == 0);
}

TEST_CASE("counts over time are what a count by hand of each day gives") {
  Past past;
  std::mt19937 random(11);
  const Texts statuses{"planned", "late", "at-risk", "on-track", "complete"}, priorities{"p", "q"};
  const Texts refs{"1A i", "2A i-iii", "3B i-x", ""};
  const auto any = [&](const Texts &of) { return of[random() % of.size()]; };
  struct One {
    std::string status, priority, ref;
  };
  std::map<std::string, One> now;
  std::vector<std::pair<std::string, std::map<std::string, std::map<std::string, int>>>> by_hand;
  for (int day = 1; day <= 60; ++day) {
    for (int changes = static_cast<int>(random() % 3); changes >= 0; --changes) {
      const std::string id = "m" + std::to_string(random() % 12);
      if (random() % 5 == 0) {
        now.erase(id);
        past.remove("content/milestones/" + id + ".yaml");
        continue;
      }
      // Refs of their own: a record that goes while one with its ref comes was renamed.
      const std::string ref = any(refs);
      now[id] = {any(statuses), any(priorities), ref.empty() ? "" : id.substr(1) + ref};
      past.milestone(id, "title: Title of " + id + "\nstatus: " + now[id].status + "\npriority: " +
                             now[id].priority + "\n" + (ref.empty() ? "" : "ref: " + now[id].ref + "\n"));
    }
    const std::string date = to_iso(date_of_day_number(18300 + day));
    past.commit(date);
    std::map<std::string, std::map<std::string, int>> counts;
    for (const auto &[id, one] : now) {
      const int worth = one.ref.empty() ? 1 : static_cast<int>(expanded_refs(one.ref).size());
      counts["all"][one.status] += worth;
      counts[one.priority][one.status] += worth;
    }
    by_hand.emplace_back(date, counts);
  }
  const auto told = past.told();
  const auto at = [](const CountsOverTime &line, const Date &day) {
    std::map<std::string, int> counts;
    for (const auto &one : line)
      if (!(day < one.from)) counts = one.counts;
    return counts;
  };
  for (auto &[date, counts] : by_hand) {
    INFO(date);
    const auto day = *parse_date(date);
    CHECK(at(told.counts, day) == counts["all"]);
    for (const auto &priority : priorities)
      CHECK(at(told.priorities.at(priority), day) == counts[priority]);
  }
}
