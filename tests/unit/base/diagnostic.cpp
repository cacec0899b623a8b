#include "base/diagnostic.hpp"
#include "base/diagnostic_text.hpp"
#include "base/text.hpp"
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

TEST_CASE("the end of a very long line of long characters is found") {
  std::string text = "x\n";
  for (int i = 0; i < 5000; ++i)
    text += "é";
  const std::string shown =
      excerpt({std::make_shared<SourceFile>(SourceFile{"a.yaml", text + "X"}), {2, 5001, 1}});
  const auto caret =
      character_count(shown.substr(shown.find('\n') + 1, shown.find('^') - shown.find('\n') - 1));
  CHECK(shown.find("X\n") != std::string::npos); // to its end
  CHECK(character_count(shown.substr(0, shown.find('X'))) == caret);
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

TEST_CASE("of too many diagnostics the errors stay, and those that are read first") {
  const auto found = [](Severity severity, std::uint32_t line) {
    const auto file = std::make_shared<SourceFile>(SourceFile{"a.yaml", "x\n"});
    return Diagnostic{"x", severity, {file, {line, 1, 1}}, "", "", {}};
  };
  std::vector<Diagnostic> all{found(Severity::warning, 1), found(Severity::error, 9),
                              found(Severity::warning, 2), found(Severity::error, 8)};
  CHECK(leave_first(all, 4) == 0);
  CHECK(leave_first(all, 3) == 1);
  REQUIRE(all.size() == 3);
  CHECK(all[0].span.place.line == 1);
  CHECK(all[1].span.place.line == 8);
  CHECK(leave_first(all, 1) == 2);
  CHECK(all[0].span.place.line == 8);
}

TEST_CASE("what is said to a terminal does nothing to it") {
  CHECK(one_line("a\x1b[31mb\n\x7f") == "a [31mb  ");
  CHECK(one_line("a\xC2\x9B"
                 "b\xC2\xA0\xC3\xA9") == "a b\xC2\xA0\xC3\xA9");
  CHECK(one_line("a\u202Eb\u2066c\u2069\u2028\u200D") == "a b c  \u200D");
  CHECK(one_line("a\xff\xe2\x80") == "a   ");
  CHECK(place_text(Span{"content/\x1b[31m.yaml"}) == "content/ [31m.yaml");
}

TEST_CASE("what is said to a terminal is short") {
  CHECK(one_line("abcd", 4) == "abcd");
  CHECK(one_line("abcde", 4) == "abcd ...");
  CHECK(one_line("abc\xC3\xA9", 4) == "abc ...");
  CHECK(one_line("\n\n\n\n\n", 4) == "     ...");
  const std::string endless(10'000, 'n');
  CHECK(one_line(endless).size() == longest_said + 4);
  const Diagnostic found{"x", Severity::error, Span{endless}, endless, endless, {{Span{endless}, endless}}};
  for (const auto line : lines_of(to_text(found, true)))
    CHECK(line.size() < 1500);
}
