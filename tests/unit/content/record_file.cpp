#include "content/record_file.hpp"

#include "catch.hpp"
#include "support/read_content.hpp"

using namespace localoffer;
using namespace localoffer::testing;
using Strings = std::vector<std::string>;

namespace {

const std::string source = "sources: [{report: r}]\n";

} // namespace

TEST_CASE("a record's fields know their places and its id is the file's name") {
  const auto read = read_text("content/measures/school-absence.yaml",
                              "title: Absence\nmeaning: M\norder: 3\nunit: percent\n" + source);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.records.measures.size() == 1);
  const Measure &measure = read.records.measures[0];
  CHECK(measure.head.id == "school-absence");
  CHECK(*measure.order == 3);
  CHECK(measure.order.place == Place{3, 8, 1});
  CHECK(measure.head.span_of(measure.direction).place ==
        Place{1, 1, 5}); // not given: where the record begins
  CHECK_FALSE(measure.direction.given);
}

TEST_CASE("a Markdown file is fields and a body") {
  const auto read = read_text("content/pages/about.md", "---\ntitle: About\n---\nWords about it.\n");
  CHECK(read.diagnostics.empty());
  REQUIRE(read.records.pages.size() == 1);
  CHECK(plain_text(*read.records.pages[0].head.text) == "Words about it.");
}

TEST_CASE("an indented line of dashes does not end the fields") {
  const auto read = read_text("content/pages/about.md",
                              "---\ntitle: About\ndiscrepancy: |\n  One\n\n  ---\n\n  Two\n---\nWords.\n");
  CHECK(read.diagnostics.empty());
  REQUIRE(read.records.pages.size() == 1);
  CHECK(read.records.pages[0].head.discrepancy->blocks().size() == 3);
}

TEST_CASE("a file may hold a list of records, each with its id") {
  const auto read =
      read_text("content/terms/terms.yaml", "- {id: a, title: A, text: T}\n- {id: b, title: B, text: T}\n");
  CHECK(read.diagnostics.empty());
  REQUIRE(read.records.terms.size() == 2);
  CHECK(read.records.terms[1].head.id == "b");
  CHECK(read.records.terms[1].head.place.line == 2);
}

TEST_CASE("plain text stands for the field that matters most") {
  const auto read =
      read_text("content/plan.yaml",
                "title: T\nkind: k\narea: A\ntext: T\nimprovements:\n  - Plain\n  - {text: Map, date: 2020}\n"
                "oversight: Alone\n" +
                    source);
  CHECK(read.diagnostics.empty());
  const Plan &plan = read.records.plans.at(0);
  REQUIRE(plan.improvements.size() == 2);
  CHECK(plain_text(*plan.improvements[0].text) == "Plain");
  CHECK(plan.improvements[0].place == Place{6, 5, 5});
  CHECK(*plan.improvements[1].date == Date{2020, 0, 0});
  REQUIRE(plan.oversight.size() == 1); // one item needs no list
}

TEST_CASE("every mistake of a record is reported, each once") {
  const auto read =
      read_text("content/measures/a.yaml", "titel: A\nmeaning: M\nmeaning: N\nunit: per cent\norder: x\n"
                                           "target: {value: 3}\ncomparators: none\nclaim:\nsources: []\n");
  CHECK(places_of(read.diagnostics) ==
        Strings{"unknown-key 1:1+5", "duplicate-key 3:1+7", "unknown-value 4:7+8", "wrong-type 5:8+1",
                "missing-field 6:9+1", "wrong-type 7:14+4", "empty-value 8:1+5", "empty-value 9:1+7",
                "missing-field 1:1+1"});
  CHECK(read.diagnostics[0].help == "did you mean 'title'?");
  CHECK(read.diagnostics[1].notes.at(0).span.place.line == 2);
}

TEST_CASE("wrong types say what should stand there") {
  const auto read = read_text("content/terms/a.yaml", "title: [a]\ntext: {a: b}\nalso: {a: b}\n");
  CHECK(places_of(read.diagnostics) == Strings{"wrong-type 1:8+1", "wrong-type 2:7+1", "wrong-type 3:7+1"});
  const auto list = read_text("content/terms/b.yaml", "- just text\n");
  CHECK(list.diagnostics.at(0).code == "wrong-type");
  const auto nothing = read_text("content/terms/c.yaml", "");
  CHECK_FALSE(nothing.diagnostics.empty());
}

TEST_CASE("numbers are digits and nothing else") {
  const auto value_of = [](const std::string &text) {
    return read_text("content/measures/a.yaml",
                     "title: T\nmeaning: M\nbaseline: {value: " + text + ", date: 2020}\n" + source);
  };
  CHECK(*value_of("-3.5").records.measures[0].baseline.value == -3.5);
  CHECK(*value_of("\"45\"").records.measures[0].baseline.value == 45);
  for (const std::string bad : {"45%", "1e999", "nan", "inf", "0x1f", "4,5", "1.2.3", "forty"}) {
    INFO(bad);
    CHECK(value_of(bad).diagnostics.size() == 1);
  }
  CHECK(value_of("45%").diagnostics.at(0).help.rfind("Write 45 and nothing else", 0) == 0);
}

TEST_CASE("yes and no are read in each spelling") {
  const auto too_early = [](const std::string &text) {
    return read_text("content/priorities/a.yaml",
                     "title: T\nnumber: 1\nconcern: C\nheadline: H\nmeaning: M\ntoo_early: " + text + "\n" +
                         source);
  };
  CHECK(*too_early("Yes").records.priorities[0].too_early);
  CHECK_FALSE(*too_early("false").records.priorities[0].too_early);
  CHECK(too_early("maybe").diagnostics.at(0).code == "wrong-type");
}

TEST_CASE("an id is what can stand in an address") {
  const auto read = read_text("content/terms/EHC Plan.yaml", "title: T\ntext: X\n");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code == "unknown-value");
  CHECK(read.diagnostics[0].span.place.line == 0);
  CHECK(read.records.terms[0].head.id == "ehc-plan");
}

TEST_CASE("files that cannot be read say why") {
  ContentLimits limits;
  limits.file_bytes = 10;
  CHECK(read_text("content/terms/a.yaml", "title: Too long\n", limits).diagnostics.at(0).code ==
        "file-too-large");
  CHECK(read_text("content/terms/a.yaml", "title: \xff\n").diagnostics.at(0).code == "not-utf8");
  CHECK(read_text("content/terms/a.yaml", std::string("a\0b", 3)).diagnostics.at(0).code == "not-utf8");
  CHECK(read_text("content/terms/a.md", "no fields").diagnostics.at(0).code == "missing-front-matter");
  CHECK(read_text("content/term/a.yaml", "title: T").diagnostics.at(0).help ==
        "did you mean the folder 'terms'?");
  CHECK(read_text("content/a.yaml", "title: T").diagnostics.at(0).code == "unknown-folder");
}

TEST_CASE("silences speak of their own line, or of the one below when they stand alone") {
  const auto file = std::make_shared<const SourceFile>(
      SourceFile{"a.md", "a: 1 # allow one-rule: because\n  # allow two: so\nb: 2\n<!-- allow three -->\nc # "
                         "allow it to be said: no\n"});
  const auto silences = find_silences(file);
  REQUIRE(silences.size() == 3);
  CHECK(silences[0].code == "one-rule");
  CHECK(silences[0].reason == "because");
  CHECK(silences[0].line == 1);
  CHECK(silences[0].span.place == Place{1, 6, 25});
  CHECK(silences[1].line == 3);
  CHECK(silences[2].code == "three");
  CHECK(silences[2].reason.empty());
  CHECK(silences[2].line == 5);
}

TEST_CASE("a comment may name several rules, and a line may have several comments") {
  const auto silences = [](const std::string &path, const std::string &text) {
    std::vector<std::pair<std::string, std::uint32_t>> all;
    for (const auto &one : find_silences(std::make_shared<const SourceFile>(SourceFile{path, text, {}})))
      all.emplace_back(one.code + (one.in_text ? " in text: " : ": ") + one.reason, one.line);
    return all;
  };
  using All = std::vector<std::pair<std::string, std::uint32_t>>;
  CHECK(silences("a.yaml", "a: 1 # allow one, two: so") == All{{"one: so", 1}, {"two: so", 1}});
  CHECK(silences("a.yaml", "a: 1 # allow one: so # allow two: because") ==
        All{{"one: so", 1}, {"two: because", 1}});
  CHECK(silences("a.yaml", "# allow one: so\n# allow two: yes\na: 1") ==
        All{{"one: so", 3}, {"two: yes", 3}});
  CHECK(silences("a.md", "---\na: 1\n---\n<!-- allow one: so --> <!-- allow two: yes -->\ntext") ==
        All{{"one: so", 5}, {"two: yes", 5}});
  // Inside a text "#" begins no comment, and families would read it.
  CHECK(silences("a.yaml", "a: |\n  text # allow one: so\nb: 1 # allow two: yes") ==
        All{{"one in text: so", 2}, {"two: yes", 3}});
  CHECK(silences("a.yaml", "- a: >-  # why\n    text\n\n    # allow one: so\n  b: 1") ==
        All{{"one in text: so", 5}});
  CHECK(silences("a.md", "---\na: 1 # allow one: so\n---\n# allow two: yes\n") ==
        All{{"one: so", 2}, {"two in text: yes", 5}});
  CHECK(silences("a.yaml", "# allow us to say: this").empty());
}
