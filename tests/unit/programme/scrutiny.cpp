#include "catch.hpp"
#include "programme/periods.hpp"
#include "programme/trace.hpp"
#include "support/read_content.hpp"

using namespace localoffer;
using namespace localoffer::testing;
using Strings = std::vector<std::string>;

namespace {

const std::string source = ", sources: [{report: r}]}\n";

Programme programme_of(std::map<std::string, std::string> files) {
  files.emplace("content/plan.yaml", "title: P\nkind: plan\narea: A\ntext: T\nsources: [{report: r}]\n");
  files.emplace("content/reports/r.yaml", "title: R\npublisher: P\ndate: 2021\n");
  files.emplace("content/bodies/b.yaml", "{id: ofsted, title: Ofsted}\n");
  Content content = load_files(std::move(files));
  std::vector<Diagnostic> diagnostics = content.diagnostics;
  Programme programme = join(std::move(content), Date{2021, 3, 25}, diagnostics);
  CHECK(places_of(diagnostics).empty());
  return programme;
}

std::string priority(int number) {
  return "title: T\nnumber: " + std::to_string(number) +
         "\nconcern: C\nheadline: H\nmeaning: M\nsources: [{report: r}]\n";
}

std::string inspection(const std::string &id, const std::string &year) {
  return "- {id: " + id + ", title: T, text: T, when: {from: " + year + "}, inspectors: [ofsted]" + source;
}

std::string concern(const std::string &id, const std::string &more) {
  return "- {id: " + id + ", title: T, text: T, formal: F, " + more + source;
}

std::string finding(const std::string &id, const std::string &more) {
  return "- {id: " + id + ", title: T, " + more + source;
}

template <class List>
Strings ids(const List &list) {
  Strings all;
  for (const auto *record : list)
    all.push_back(record->head.id);
  return all;
}

std::string milestone(const std::string &id, const std::string &status, const std::string &more) {
  return "- {id: " + id + ", title: T, meaning: M, status: " + status + ", " + more + source;
}

} // namespace

TEST_CASE("trace: from finding to concern to priority, and where the way ends") {
  const Programme programme = programme_of({
      {"content/priorities/one.yaml", priority(1)},
      {"content/priorities/two.yaml", priority(2)},
      {"content/priorities/three.yaml", priority(3)},
      {"content/inspections/all.yaml", inspection("old", "2015") + inspection("new", "2020")},
      {"content/concerns/all.yaml",
       concern("before", "inspection: old, number: 1") +
           concern("second", "inspection: new, number: 2, priorities: [two, one], continues: [before]") +
           concern("first", "inspection: new, number: 1")},
      {"content/reviews/peers.yaml", "title: T\ntext: T\nkind: peer challenge\nwhen: {words: autumn}\n"
                                     "aspects: [{key: money, label: Money}]\nsources: [{report: r}]\n"},
      {"content/recommendations/all.yaml",
       "- {id: ask, title: T, review: peers, letter: a, aspects: [money], response_state: no-response-yet" +
           source},
      {"content/findings/all.yaml",
       finding("good", "inspection: new, kind: strength") +
           finding("led", "inspection: new, kind: weakness, concerns: [second]") +
           finding("lost", "inspection: new, kind: weakness") +
           finding("direct", "inspection: new, kind: weakness, priorities: [two]") +
           finding("asked", "review: peers, kind: weakness, aspect: money")},
  });
  const Trace found = trace(programme);
  REQUIRE(found.concerns.size() == 3);
  CHECK(found.concerns[0].concern->head.id == "first");
  CHECK(found.concerns[1].concern->head.id == "second");
  CHECK(found.concerns[2].concern->head.id == "before");
  CHECK_FALSE(found.concerns[0].taken_up());
  CHECK(ids(found.concerns[1].findings) == Strings{"led"});
  CHECK(found.concerns[1].priorities == std::vector<std::size_t>{0, 1});
  CHECK(ids(found.concerns[1].continues) == Strings{"before"});
  CHECK(ids(found.concerns[2].continued_by) == Strings{"second"});
  CHECK(found.concerns[2].taken_up());

  Strings open;
  for (const auto &weakness : found.weaknesses)
    if (!weakness.taken_up()) open.push_back(weakness.finding->head.id);
  CHECK(found.weaknesses.size() == 4);
  CHECK(open == Strings{"lost"});
  CHECK(found.unfounded == std::vector<std::size_t>{2});
}

TEST_CASE("periods: newest first, with the milestones that each report lists") {
  const std::string fields = ", title: T, text: T, sources: [{report: r}]";
  const Programme programme = programme_of({
      {"content/priorities/one.yaml", priority(1)},
      {"content/periods/all.yaml", "- {id: spring, start: 2020-01, end: 2020-03" + fields +
                                       "}\n- {id: summer, start: 2020-04, end: 2020-06" + fields +
                                       ", priorities: [{priority: one, text: T}]}\n"},
      {"content/milestones/all.yaml", milestone("a", "late", "ref: 1A i-iii, priority: one, period: summer") +
                                          milestone("b", "complete", "ref: 1B, period: spring") +
                                          milestone("c", "late", "ref: 1C")},
  });
  const auto found = periods(programme);
  REQUIRE(found.size() == 2);
  CHECK(found[0].record->head.id == "summer");
  CHECK(found[0].counts.total == 3);
  REQUIRE(found[0].priorities.size() == 1);
  CHECK(found[0].priorities[0].counts.of("late") == 3);
  CHECK(found[0].priorities[0].said);
  CHECK(found[1].counts.total == 1);
  CHECK_FALSE(found[1].priorities[0].said);
}

TEST_CASE("periods: where there is only one, all milestones are its own") {
  const Programme programme = programme_of({
      {"content/periods/all.yaml",
       "{id: spring, start: 2020-01, end: 2020-03, title: T, text: T, sources: [{report: r}]}\n"},
      {"content/milestones/all.yaml", milestone("c", "late", "ref: 1C")},
  });
  CHECK(periods(programme).front().counts.total == 1);
  CHECK_FALSE(periods(programme).front().listed_in_part());
}

TEST_CASE("compared counts: what a report states beside what follows from it") {
  const Programme programme = programme_of({
      {"content/periods/all.yaml",
       "id: autumn\nstart: 2020-07\nend: 2020-11\ntitle: T\ntext: T\nsources: [{report: r}]\n"
       "stated: {total: 66, counts: {late: 7, under-way: 26, complete: 33}, listed_in_part: true,\n"
       "  shares: {late: 11, under-way: 38, complete: 50}, combined: [{statuses: [under-way, complete], "
       "share: "
       "89}]}\n"},
      {"content/milestones/all.yaml", milestone("c", "late", "ref: 1C i-vii")},
  });
  const auto found = periods(programme).front();
  CHECK(found.listed_in_part());
  const auto compared = compared_counts(programme.settings(), found.record->stated, found.counts);
  REQUIRE(compared.size() == 5);
  CHECK(compared[0].statuses.empty());
  CHECK(compared[0].stated == 66);
  CHECK(compared[0].listed == 7);
  for (const auto &one : compared) {
    if (one.statuses.size() == 2) {
      CHECK(one.stated == 59);
      CHECK(one.stated_share == 89.0);
      CHECK(one.derived_share == 89.0);
    } else if (!one.statuses.empty() && *one.statuses.front()->key == "under-way") {
      CHECK(one.stated_share == 38.0);
      CHECK(one.derived_share == 39.0);
    }
  }
}
