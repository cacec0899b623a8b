#include "catch.hpp"
#include "programme/links.hpp"
#include "programme/rules.hpp"
#include "support/read_content.hpp"

using namespace localoffer;
using namespace localoffer::testing;
using Strings = std::vector<std::string>;

namespace {

const std::string source = "sources: [{report: r}]\n";

std::string milestone(const std::string &id, const std::string &ref, const std::string &status,
                      const std::string &more = "") {
  return "- id: " + id + "\n  ref: " + ref + "\n  title: T\n  meaning: M\n  status: " + status +
         "\n  sources: [{report: r}]\n" + more;
}

std::string priority(const std::string &number, const std::string &more = "") {
  return "title: T\nnumber: " + number + "\nconcern: C\nheadline: H\nmeaning: M\n" + more + source;
}

std::map<std::string, std::string> site(std::map<std::string, std::string> more) {
  more.emplace("content/plan.yaml", "title: P\nkind: plan\narea: A\ntext: T\n" + source);
  more.emplace("content/reports/r.yaml", "title: R\npublisher: P\ndate: 2021\n");
  return more;
}

struct Joined {
  Programme programme;
  std::vector<Diagnostic> diagnostics;
};

Joined join_files(std::map<std::string, std::string> more) {
  Joined joined;
  Content content = load_files(site(std::move(more)));
  joined.diagnostics = content.diagnostics;
  joined.programme = join(std::move(content), Date{2021, 3, 25}, joined.diagnostics);
  return joined;
}

const std::map<std::string, std::string> whole{
    {"content/themes/themes.yaml",
     "- {id: b, title: B, order: 1}\n- {id: a, title: A}\n- {id: c, title: C, order: 1}\n"},
    {"content/bodies/council.yaml", "title: Council\n"},
    {"content/priorities/first.yaml",
     priority("10", "theme: b\nlead: council\nlinked_priorities: [second]\n")},
    {"content/priorities/second.yaml", priority("2", "theme: a\n")},
    {"content/workstreams/w.yaml", "- {id: w10, number: \"10.10\", priority: first, sources: [{report: r}]}\n"
                                   "- {id: w2, number: \"10.2\", priority: first, sources: [{report: r}]}\n"},
    {"content/milestones/m.yaml",
     milestone("m3", "3b i-vi", "under-way", "  workstream: w2\n") +
         milestone("m1x", "1Bx", "late", "  priority: second\n  theme: c\n  depends_on: [1b IX]\n") +
         milestone("m1ix", "1B ix", "complete", "  theme: a\n  comments: [Done.]\n") +
         milestone("m4", "4A", "mixed", "  replaced_by: [3B ii]\n  same_comment_as: 1Bix\n")},
    {"content/measures/later.yaml", "title: T\nmeaning: M\npriority: second\norder: 2\nobservations:\n"
                                    "  - {date: 2021-02, value: 50}\n  - {date: 2021-01, value: 16}\n"
                                    "  - {date: 2021-03, value: 9, area: North}\n" +
                                        source},
    {"content/measures/sooner.yaml", "title: T\nmeaning: M\npriority: second\norder: 1\nobservations:\n"
                                     "  - {date: 2021-02, value: 5, area: North}\n" +
                                         source},
    {"content/measures/alone.yaml",
     "title: T\nmeaning: M\nobservations:\n"
     "  - {date: 2021-02, value: 5, area: North}\n  - {date: 2021-02, value: 6, area: South}\n" +
         source},
    {"content/barriers/all.yaml",
     "- {id: z, title: Z, order: 1, priority: first, moved: [w10], sources: [{report: r}]}\n"
     "- {id: y, title: Y, order: 2, priority: first, sources: [{report: r}]}\n"},
};

} // namespace

TEST_CASE("records are joined in the plan's own order") {
  const auto joined = join_files(whole);
  CHECK(places_of(joined.diagnostics) == Strings{});
  const Programme &programme = joined.programme;
  const auto ids = [](const auto &list) {
    Strings all;
    for (const auto &facts : list)
      all.push_back(facts.record->head.id);
    return all;
  };
  CHECK(ids(programme.themes) == Strings{"b", "c", "a"});
  CHECK(ids(programme.priorities) == Strings{"second", "first"});
  CHECK(ids(programme.workstreams) == Strings{"w2", "w10"});
  CHECK(ids(programme.milestones) == Strings{"m1ix", "m1x", "m3", "m4"});
  CHECK(ids(programme.measures) == Strings{"sooner", "later", "alone"});
  REQUIRE(programme.plan);
  CHECK(programme.body("council")->head.id == "council");
  CHECK(programme.body("nobody") == nullptr);
  CHECK(programme.report("r") != nullptr);
}

TEST_CASE("a milestone belongs where its workstream and its priority do") {
  const auto joined = join_files(whole);
  const Programme &programme = joined.programme;
  const MilestoneFacts &range = programme.milestones[programme.milestone_by_id.at("m3")];
  CHECK(range.refs.size() == 6);
  CHECK(range.slug == "3b-i-vi");
  CHECK(range.priority->head.id == "first");
  CHECK(range.theme->head.id == "b");
  const MilestoneFacts &own = programme.milestones[programme.milestone_by_ref.at("1B x")];
  CHECK(own.theme->head.id == "c"); // its own comes before its priority's
  CHECK(programme.milestone_by_ref.at("3B iv") == programme.milestone_by_id.at("m3"));
}

TEST_CASE("counts are of refs, at every level") {
  const auto joined = join_files(whole);
  const Programme &programme = joined.programme;
  CHECK(programme.counts.total == 9);
  CHECK(programme.counts.of("under-way") == 6);
  CHECK(programme.counts.of("complete") == 1);
  CHECK(programme.counts.entries.size() == 4);
  const auto &first = programme.priorities[programme.priority_by_id.at("first")];
  CHECK(first.counts.of("under-way") == 6);
  CHECK(first.counts.total == 6);
  CHECK(programme.workstreams[programme.workstream_by_id.at("w2")].counts.total == 6);
  CHECK(programme.workstreams[programme.workstream_by_id.at("w10")].counts.total == 0);
  CHECK(programme.themes[programme.theme_by_id.at("a")].counts.total == 1);
}

TEST_CASE("links between records go both ways") {
  const auto joined = join_files(whole);
  const Programme &programme = joined.programme;
  const std::size_t ninth = programme.milestone_by_id.at("m1ix"), tenth = programme.milestone_by_id.at("m1x");
  const std::size_t range = programme.milestone_by_id.at("m3"), old = programme.milestone_by_id.at("m4");
  CHECK(programme.milestones[tenth].depends_on == std::vector<std::size_t>{ninth});
  CHECK(programme.milestones[ninth].needed_by == std::vector<std::size_t>{tenth});
  CHECK(programme.milestones[old].replaced_by == std::vector<std::size_t>{range});
  CHECK(programme.milestones[range].replaces == std::vector<std::size_t>{old});
  CHECK(programme.milestones[old].same_comment_as == ninth);
  const auto &first = programme.priorities[programme.priority_by_id.at("first")];
  CHECK(first.linked == std::vector<std::size_t>{programme.priority_by_id.at("second")});
  REQUIRE(first.barriers.size() == 2);
  CHECK(first.barriers[0]->head.id == "z");
  CHECK(programme.workstreams[programme.workstream_by_id.at("w10")].moved_by.size() == 1);
}

TEST_CASE("the newest figure is the whole area's, or the only area's") {
  const auto joined = join_files(whole);
  const auto &measures = joined.programme.measures;
  CHECK(*measures[1].newest->value == 50);
  CHECK(measures[1].observations.size() == 3);
  CHECK(*measures[1].observations[0]->value == 16);
  CHECK(*measures[0].newest->value == 5);
  CHECK(measures[2].newest == nullptr); // two areas, and neither is the whole
}

TEST_CASE("a programme can be moved") {
  auto joined = join_files(whole);
  const Programme moved = std::move(joined.programme);
  CHECK(moved.plan->head.title.value == "P");
  CHECK(*moved.counts.entries[0].status->key == "late");
  CHECK(moved.milestones[0].status == moved.settings().status("complete"));
}

TEST_CASE("bad records are left out, and nothing else is said of them") {
  const auto joined = join_files(
      {{"content/milestones/m.yaml", milestone("a", "1A i", "nonsense") +
                                         milestone("b", "1A ii", "late", "  depends_on: [1A i]\n") +
                                         milestone("c", "1a II", "late")},
       {"content/workstreams/w.yaml", "number: \"1\"\npriority: none\n" + source}});
  Strings codes;
  for (const auto &one : joined.diagnostics)
    codes.push_back(one.code);
  std::sort(codes.begin(), codes.end());
  CHECK(codes == Strings{"duplicate-ref", "unknown-record", "unknown-status"});
  CHECK(joined.programme.milestones.size() == 1);
  CHECK(joined.programme.workstreams.empty());
  CHECK(check_rules(joined.programme).empty());
}

TEST_CASE("a file that cannot be read does not make its records unknown") {
  auto files = whole;
  files["content/bodies/council.yaml"] = "title: [\n";
  const auto joined = join_files(files);
  REQUIRE(joined.diagnostics.size() == 1);
  CHECK(joined.diagnostics[0].code == "yaml-syntax");
}

TEST_CASE("a site without a single record is joined too") {
  Content content = load_files({});
  std::vector<Diagnostic> diagnostics;
  const Programme programme = join(std::move(content), Date{2021, 3, 25}, diagnostics);
  CHECK(programme.plan == nullptr);
  CHECK(check_rules(programme).empty());
}

TEST_CASE("links lead to records and files") {
  auto files = whole;
  files["content/pictures/a b.png"] = "x";
  files["content/README.md"] = "x";
  const auto joined = join_files(files);
  const auto found = [&](const std::string &target,
                         const std::string &from = "content/priorities/first.yaml") -> std::string {
    const auto link = resolve_link(joined.programme, from, target);
    return link ? link->kind + " " + link->id + (link->fragment.empty() ? "" : " #" + link->fragment) : "";
  };
  CHECK(found("second.yaml") == "priority second");
  CHECK(found("./second.yaml#what-next") == "priority second #what-next");
  CHECK(found("../measures/../measures/later.yaml") == "measure later");
  CHECK(found("../milestones/m.yaml#m4") == "milestone m4");
  CHECK(found("../milestones/m.yaml") == "");
  CHECK(found("../milestones/m.yaml#m5") == "");
  CHECK(found("../plan.yaml") == "plan plan");
  CHECK(found("../pictures/a%20b.png") == "file content/pictures/a b.png");
  CHECK(found("content/plan.yaml", "site.yaml") == "plan plan");
  for (const std::string other : {"https://example.org/", "mailto:a@example.org", "#part", "/route/", ""}) {
    CHECK(found(other) == "");
    CHECK_FALSE(find_link_problem(joined.programme, "content/plan.yaml", other));
  }
  for (const std::string bad : {"../../site.yaml", "../../../x", "../README.md", "nowhere.yaml",
                                "../milestones", "..", "%2e%2e/%2e%2e/site.yaml"}) {
    INFO(bad);
    CHECK(found(bad) == "");
    CHECK(find_link_problem(joined.programme, "content/priorities/first.yaml", bad));
  }
}
