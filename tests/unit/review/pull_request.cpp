#include "review/pull_request.hpp"
#include "catch.hpp"
#include "review/touched_lines.hpp"

using namespace localoffer;

TEST_CASE("a line of a pull request has the address that its forge gives it") {
  // The hashes are what sha256sum and sha1sum say of "content/a.yaml".
  CHECK(line_address("https://github.com/council/plan/pull/12", "content/a.yaml", 7) ==
        "https://github.com/council/plan/pull/12/files#diff-"
        "53a681e64aa6eaca55248cab44e91dd0a781496aef2c4564ebe9cf5e2c5297e6R7");
  CHECK(line_address("https://gitlab.com/council/plan/-/merge_requests/3/", "content/a.yaml", 7) ==
        "https://gitlab.com/council/plan/-/merge_requests/3/"
        "diffs#683f903c265facd8322480f9501d796482b3ef2a_7_7");
  CHECK(line_address("https://github.com/council/plan/pull/12", "content/a.yaml", 0) ==
        "https://github.com/council/plan/pull/12/files");
  CHECK(line_address("https://forge.example.org/12", "content/a.yaml", 7) == "https://forge.example.org/12");
}

TEST_CASE("the lines that a draft touches are those that are new, and where something went") {
  using Lines = std::set<std::uint32_t>;
  CHECK(touched_lines("a\nb\nc\n", "a\nb\nc\n").empty());
  CHECK(touched_lines("a\nb\nc\n", "a\nx\nc\n") == Lines{2});
  CHECK(touched_lines("a\nc\n", "a\nb\nc\n") == Lines{2});
  CHECK(touched_lines("a\nb\nc\n", "a\nc\n") == Lines{2});
  CHECK(touched_lines("a\nb\n", "a\n") == Lines{1});
  CHECK(touched_lines("", "a\nb\n") == Lines{1, 2});
}

TEST_CASE("of a draft's problems only those are told that it touches") {
  const MemorySnapshot before(std::map<std::string, std::string>{{"content/a.yaml", "a\nb\n"}});
  const auto file = std::make_shared<const SourceFile>(SourceFile{"content/a.yaml", "a\nx\n"});
  const auto fresh = std::make_shared<const SourceFile>(SourceFile{"content/new.yaml", "a\n"});
  const auto problem = [](const SourceFilePtr &of, std::uint32_t line) {
    return Diagnostic{"code", Severity::error, {of, {line, 1, 1}}, "wrong", "", {}};
  };
  const auto told =
      on_touched_lines({problem(file, 1), problem(file, 2), problem(file, 0), problem(fresh, 1)}, before);
  REQUIRE(told.size() == 3);
  CHECK(told[0].span.place.line == 2);
  CHECK(told[1].span.place.line == 0);
  CHECK(told[2].span.file_path() == "content/new.yaml");
}
