#include "base/diagnostic.hpp"
#include "catch.hpp"

using namespace localoffer;

TEST_CASE("an excerpt shows the line and carets under the characters meant") {
  const auto file = std::make_shared<SourceFile>(SourceFile{"a.yaml", "title: x\nstatus: complet\n"});
  CHECK(excerpt({file, {2, 9, 7}}) == "    2 | status: complet\n"
                                      "      |         ^^^^^^^\n");
}

TEST_CASE("carets count characters, not bytes, and stay on the line") {
  const auto file = std::make_shared<SourceFile>(SourceFile{"a.yaml", "café: é"});
  CHECK(excerpt({file, {1, 7, 99}}) == "    1 | café: é\n"
                                       "      |       ^\n");
}

TEST_CASE("a very long line is cut around the place") {
  const auto file =
      std::make_shared<SourceFile>(SourceFile{"a.yaml", std::string(500, 'a') + "X" + std::string(500, 'b')});
  const std::string shown = excerpt({file, {1, 501, 1}});
  CHECK(shown.size() < 400);
  const auto caret = shown.find('^') - shown.find('\n') - 1;
  CHECK(shown[caret] == 'X');
}

TEST_CASE("a place without text has no excerpt") {
  CHECK(excerpt(Span{"content/missing"}).empty());
  const auto file = std::make_shared<SourceFile>(SourceFile{"a.yaml", "one"});
  CHECK(excerpt({file, {7, 1, 1}}).empty());
}

TEST_CASE("diagnostics are read in the order of file, line and column") {
  const auto file = std::make_shared<SourceFile>(SourceFile{"b.yaml", "x\ny\n"});
  std::vector<Diagnostic> all{{"z", Severity::error, {file, {2, 1, 1}}, "", "", {}},
                              {"y", Severity::error, {file, {1, 5, 1}}, "", "", {}},
                              {"x", Severity::warning, Span{"a.yaml"}, "", "", {}}};
  sort_diagnostics(all);
  CHECK(all[0].code == "x");
  CHECK(all[1].code == "y");
  CHECK(all[2].code == "z");
  CHECK(has_errors(all));
}
