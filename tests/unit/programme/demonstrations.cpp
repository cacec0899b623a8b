#include "base/diagnostic_text.hpp"
#include "catch.hpp"
#include "programme/rules.hpp"

using namespace localoffer;

// The two sites that this repository carries.

namespace {

struct Checked {
  Programme programme;
  std::string report;
};

Checked check(const std::string &settings) {
  Checked checked;
  Content content = load_content(*open_folder(PROJECT_FOLDER), settings, {}, 2);
  std::vector<Diagnostic> all = content.diagnostics;
  const Date today = last_day(*content.settings.as_of);
  checked.programme = join(std::move(content), today, all);
  for (auto &one : check_rules(checked.programme))
    all.push_back(std::move(one));
  for (const auto &one : settle(std::move(all), checked.programme.content))
    checked.report += to_text(one, false) + "\n";
  return checked;
}

} // namespace

TEST_CASE("Newcastle's content has no mistakes, and its numbers are the report's") {
  const auto checked = check("site/newcastle.yaml");
  CHECK(checked.report == "");
  const Counts &counts = checked.programme.counts;
  CHECK(counts.of("off-track") == 7);
  CHECK(counts.of("at-risk") == 49); // the report says 50; the page says why
  CHECK(counts.of("on-track-or-complete") == 0);
  CHECK_FALSE(is_complete(*checked.programme.settings().status("on-track-or-complete")));
}

TEST_CASE("Somerset's content has no mistakes, and holds what the report holds") {
  const auto checked = check("site/somerset.yaml");
  CHECK(checked.report == "");
  CHECK(checked.programme.themes.size() >= 3);
  CHECK(checked.programme.priorities.size() == 9);
  CHECK(checked.programme.measures.size() == 21);
  for (const auto &priority : checked.programme.priorities)
    CHECK(priority.theme != nullptr);
}
