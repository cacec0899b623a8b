#include "catch.hpp"
#include "render/template.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

struct Milestone {
  std::string title, due;
};
struct Report {
  std::string title;
  Html body;
  bool late = false;
  std::vector<Milestone> milestones;
  Chart chart;
};

} // namespace
VIEW_FIELDS(Milestone, title, due);
VIEW_FIELDS(Report, title, body, late, milestones, chart);
} // namespace localoffer

using namespace localoffer;

namespace {

std::vector<Diagnostic> mistakes_in(const std::string &text,
                                    const std::map<std::string, std::string> &partials = {}) {
  TemplateSurroundings surroundings;
  for (const auto &[name, partial] : partials)
    surroundings.partials[name] = std::make_shared<SourceFile>(SourceFile{"_" + name + ".mustache", partial});
  const std::string word = "Late";
  surroundings.word = [&](std::string_view key) { return key == "status.late" ? &word : nullptr; };
  surroundings.word_keys = {"status.late"};
  std::vector<Diagnostic> diagnostics;
  const auto file = std::make_shared<SourceFile>(SourceFile{"page.mustache", text});
  compile_template(file, view_type<Report>(), surroundings, diagnostics);
  return diagnostics;
}

/// "page.mustache:1:3 template-unknown-name" for the only mistake in a text.
std::string mistake_in(const std::string &text, const std::map<std::string, std::string> &partials = {}) {
  const auto found = mistakes_in(text, partials);
  if (found.size() != 1) return fmt::format("{} mistakes", found.size());
  const auto &at = found[0].span.place;
  return fmt::format("{}:{}:{} {}", found[0].span.file_path(), at.line, at.column, found[0].code);
}

} // namespace

TEST_CASE("a place ends with its line, though a tag may go on") {
  const auto found = mistakes_in("{{tit\nle}}");
  REQUIRE(found.size() == 1);
  CHECK(found[0].span.place == Place{1, 3, 3});
}

TEST_CASE("an unknown name says what there is and what was probably meant") {
  const auto found = mistakes_in("<h1>\n  é {{titel}}</h1>");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "template-unknown-name");
  CHECK(found[0].span.place == Place{2, 7, 5});
  CHECK(found[0].message == "the view 'Report' has no field 'titel'");
  CHECK(found[0].help == "Did you mean 'title'? 'Report' has: title, body, late, milestones, chart.");
}

TEST_CASE("names in sections are looked for from the inside out") {
  CHECK(mistakes_in("{{#milestones}}{{due}}{{title}}{{#late}}{{due}}{{/late}}{{/milestones}}").empty());
  CHECK(mistake_in("{{due}}") == "page.mustache:1:3 template-unknown-name");
  CHECK(mistake_in("{{^milestones}}{{due}}{{/milestones}}") == "page.mustache:1:18 template-unknown-name");
  const auto found = mistakes_in("{{#milestones}}{{do}}{{/milestones}}");
  REQUIRE(found.size() == 1);
  CHECK(found[0].help.find("'Milestone' has: title, due. 'Report' has: title") != std::string::npos);
}

TEST_CASE("an unknown section is one mistake, whatever stands in it") {
  CHECK(mistake_in("{{#milestone}}{{due}}{{#x}}{{y.z}}{{/x}}{{.}}{{/milestone}}") ==
        "page.mustache:1:4 template-unknown-name");
  CHECK(mistakes_in("{{#milestone}}{{words.status.lat}}{{>nothing}}{{/milestone}}").size() == 3);
}

TEST_CASE("a value is used as what it is") {
  CHECK(mistake_in("{{{title}}}") == "page.mustache:1:4 template-wrong-use");
  CHECK(mistake_in("{{&title}}") == "page.mustache:1:4 template-wrong-use");
  CHECK(mistake_in("{{body}}") == "page.mustache:1:3 template-wrong-use");
  CHECK(mistake_in("{{chart}}") == "page.mustache:1:3 template-wrong-use");
  CHECK(mistake_in("{{late}}") == "page.mustache:1:3 template-wrong-use");
  CHECK(mistake_in("{{milestones}}") == "page.mustache:1:3 template-wrong-use");
  CHECK(mistake_in("{{{milestones}}}") == "page.mustache:1:4 template-wrong-use");
  CHECK(mistake_in("{{milestones.title}}") == "page.mustache:1:3 template-wrong-use");
  CHECK(mistake_in("{{title.length}}") == "page.mustache:1:3 template-wrong-use");
  CHECK(mistake_in("{{.}}") == "page.mustache:1:3 template-wrong-use");
  CHECK(mistake_in("{{#milestones}}{{.}}{{/milestones}}") == "page.mustache:1:18 template-wrong-use");
  CHECK(mistake_in("{{#words.status.late}}{{/words.status.late}}") == "page.mustache:1:4 template-wrong-use");
  CHECK(mistake_in("{{{words.status.late}}}") == "page.mustache:1:4 template-wrong-use");
  CHECK(mistakes_in("{{#chart}}{{id}}{{{chart}}}{{{.}}}{{/chart}}{{chart.message}}").empty());
  CHECK(mistake_in("{{chart.bar}}") == "page.mustache:1:3 template-unknown-name");
}

TEST_CASE("unknown words and partials") {
  CHECK(mistakes_in("{{words.status.late}}").empty());
  const auto word = mistakes_in("{{words.status.lat}}");
  REQUIRE(word.size() == 1);
  CHECK(word[0].code == "template-unknown-word");
  CHECK(word[0].help.find("Did you mean 'status.late'?") == 0);
  const auto partial = mistakes_in("{{>hedder}}", {{"header", ""}, {"footer", ""}});
  REQUIRE(partial.size() == 1);
  CHECK(partial[0].code == "template-unknown-partial");
  CHECK(partial[0].help == "Did you mean 'header'? The theme has: footer, header.");
}

TEST_CASE("a mistake in a partial is shown there and says where the partial is used") {
  const auto found = mistakes_in("\n{{>outer}}", {{"outer", "{{>inner}}"}, {"inner", "{{dew}}"}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].span.file_path() == "_inner.mustache");
  REQUIRE(found[0].notes.size() == 2);
  CHECK(found[0].notes[0].span.file_path() == "_outer.mustache");
  CHECK(found[0].notes[1].span.file_path() == "page.mustache");
  CHECK(found[0].notes[1].span.place.line == 2);
}

TEST_CASE("a column is the file's, also where a partial is indented") {
  CHECK(mistake_in("    {{>p}}\n", {{"p", "a\n {{dew}}\n"}}) == "_p.mustache:2:4 template-unknown-name");
}

TEST_CASE("partials that reach themselves are refused") {
  CHECK(mistake_in("{{>a}}", {{"a", "x{{>a}}"}}) == "_a.mustache:1:5 template-recursive-partial");
  CHECK(mistake_in("{{>a}}", {{"a", "{{>b}}"}, {"b", "{{>a}}"}}) ==
        "_b.mustache:1:4 template-recursive-partial");
  CHECK(mistakes_in("{{>a}}{{>a}}", {{"a", "x"}}).empty());
}

TEST_CASE("what is not a template") {
  CHECK(mistake_in("{{#late}}\nx") == "page.mustache:1:4 template-syntax");
  CHECK(mistake_in("x\n{{/late}}") == "page.mustache:2:4 template-syntax");
  CHECK(mistake_in("{{#late}}{{#milestones}}{{/late}}") == "page.mustache:1:13 template-syntax");
  CHECK(mistake_in("a {{title") == "page.mustache:1:3 template-syntax");
  CHECK(mistake_in("{{title <p>{{title}}") == "page.mustache:1:1 template-syntax");
  CHECK(mistake_in("{{{body}}") == "page.mustache:1:1 template-syntax");
  CHECK(mistake_in("{{! never closed") == "page.mustache:1:1 template-syntax");
  CHECK(mistake_in("{{=<% %>=}}") == "page.mustache:1:1 template-syntax");
  CHECK(mistake_in("{{}}") == "page.mustache:1:3 template-syntax");
  CHECK(mistake_in("{{a b}}") == "page.mustache:1:3 template-syntax");
  CHECK(mistake_in("{{a..b}}") == "page.mustache:1:3 template-syntax");
  CHECK(mistake_in("{{") == "page.mustache:1:1 template-syntax");
}

TEST_CASE("all mistakes are found in one run") {
  const auto found = mistakes_in("{{titel}}{{{title}}}{{=| |=}}{{words.x}}{{>x}}{{#late}}");
  CHECK(found.size() == 6);
}
