#include "base/diagnostic_text.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "catch.hpp"
#include "content/codes.hpp"
#include "language/check_easy_read.hpp"
#include "language/check_wording.hpp"
#include "programme/rules.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

// Every kind of mistake, each in a small whole site, with the words that its author reads. See
// tests/README.md.

using namespace localoffer;
namespace fs = std::filesystem;

namespace {

const fs::path here = INVALID_DIR;

/// Codes that need more than content: their tests stand with what reports them.
const std::map<std::string, std::string> elsewhere{
    {"address-collision", "needs pages: unit/pages"},
    {"bad-output-path", "needs outputs: unit/publish"},
    {"bad-redirect", "needs pages: unit/pages"},
    {"broken-anchor", "needs HTML: unit/publish"},
    {"duplicate-html-id", "needs HTML: unit/publish"},
    {"easy-read-page", "needs pages: unit/pages"},
    {"frozen-report-broken", "needs commits: cli"},
    {"frozen-without-commit", "needs commits: cli"},
    {"known-problems", "needs a baseline file: cli"},
    {"low-contrast", "needs the theme's own colours: unit/render"},
    {"moved-tag", "needs commits: cli"},
    {"not-a-repository", "needs a folder on the disk: cli"},
    {"orphan-page", "needs HTML: unit/publish"},
    {"output-collision", "needs outputs: unit/publish"},
    {"statement-too-old", "needs pages: unit/pages"},
    {"too-many-files", "needs a repository without end: faults/attacker"},
    {"too-many-problems", "needs thousands of them: unit/programme"},
    {"template-missing", "needs a theme: unit/render"},
    {"template-recursive-partial", "needs a theme: unit/render"},
    {"template-syntax", "needs a theme: unit/render"},
    {"template-unknown-name", "needs a theme: unit/render"},
    {"template-unknown-partial", "needs a theme: unit/render"},
    {"template-unknown-word", "needs a theme: unit/render"},
    {"template-unused", "needs a theme: unit/render"},
    {"template-wrong-use", "needs a theme: unit/render"},
    {"unknown-picture", "needs the theme's pictures: unit/pages and unit/render"},
    {"unknown-revision", "needs commits: cli"},
    {"unused-baseline", "needs a baseline file: cli"},
    {"translation-length", "is told where other languages are built: unit/content"},
    {"translation-of-fact", "is told where other languages are built: unit/content"},
    {"translation-of-nothing", "is told where other languages are built: unit/content"},
    {"translation-outdated", "needs commits: cli"},
    {"words-missing", "needs a theme's words: cli"},
    {"words-pattern", "needs a theme's words: unit/language"},
};

/// A site to check: the base, and what the case puts over it.
struct Case {
  std::map<std::string, std::string> files;
  std::vector<std::pair<std::string, EntryKind>> specials;
  ContentLimits limits;
};

void put_over(Case &site, const fs::path &folder) {
  for (const auto &entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::string path = entry.path().lexically_relative(folder).generic_string();
    const std::string text = read_file(entry.path());
    if (path.back() == '+') {
      path.pop_back();
      site.files[path] += text;
    } else {
      site.files[path] = text;
    }
  }
}

/// "symlink content/x.md", "submodule content/old", "without content/plan.md", "file_bytes 200".
void apply_changes(Case &site, const std::string &changes) {
  std::istringstream lines(changes);
  std::string what, value;
  while (lines >> what >> value) {
    if (what == "symlink")
      site.specials.emplace_back(value, EntryKind::symlink);
    else if (what == "submodule")
      site.specials.emplace_back(value, EntryKind::submodule);
    else if (what == "without")
      site.files.erase(value);
    else if (what == "file_bytes")
      site.limits.file_bytes = std::stoul(value);
    else if (what == "yaml_depth")
      site.limits.yaml_depth = std::stoul(value);
    else if (what == "yaml_nodes")
      site.limits.yaml_nodes = std::stoul(value);
    else if (what == "markdown_depth")
      site.limits.markdown_depth = std::stoul(value);
    else
      FAIL("changes.txt knows no '" << what << "'");
  }
}

Case read_case(const fs::path &folder) {
  Case site;
  put_over(site, here / "base");
  put_over(site, folder);
  site.files.erase("expected.txt");
  if (const auto changes = site.files.extract("changes.txt")) apply_changes(site, changes.mapped());
  return site;
}

std::string text_of(const std::vector<Diagnostic> &diagnostics) {
  std::string out;
  for (const auto &one : diagnostics)
    out += (out.empty() ? "" : "\n") + to_text(one, false);
  return out;
}

std::vector<Diagnostic> check(const Case &site) {
  MemorySnapshot snapshot(site.files);
  for (const auto &[path, kind] : site.specials)
    snapshot.add_special(path, kind);
  Content content = load_content(snapshot, "site.yaml", site.limits, 1);
  std::vector<Diagnostic> all = content.diagnostics;
  const Date today = content.settings.as_of ? *content.settings.as_of : Date{2021, 3, 25};
  const Programme programme = join(std::move(content), today, all);
  MemoryStore store; // what is remembered of a file or a text must not hide a mistake in it
  const auto by_rules = check_rules(programme);
  CHECK(text_of(by_rules) == text_of(check_rules(programme, 1, &store)));
  CHECK(text_of(by_rules) == text_of(check_rules(programme, 2, &store)));
  all.insert(all.end(), by_rules.begin(), by_rules.end());
  for (auto &one : check_easy_read(programme))
    all.push_back(std::move(one));
  const auto anew = check_wording(programme, 1, &store), again = check_wording(programme, 2, &store);
  const auto without = check_wording(programme, 1);
  all.insert(all.end(), without.diagnostics.begin(), without.diagnostics.end());
  CHECK(text_of(anew.diagnostics) == text_of(again.diagnostics));
  CHECK(text_of(anew.diagnostics) == text_of(without.diagnostics));
  REQUIRE(anew.readings.size() == again.readings.size());
  for (const auto &[name, reading] : anew.readings) {
    CHECK(again.readings.at(name).reading.syllables == reading.reading.syllables);
    CHECK(again.readings.at(name).longest.size() == reading.longest.size());
  }
  return settle(std::move(all), programme.content);
}

std::set<std::string> folders_in(const fs::path &folder) {
  std::set<std::string> names;
  for (const auto &entry : fs::directory_iterator(folder))
    if (entry.is_directory()) names.insert(entry.path().filename().string());
  return names;
}

bool is_right(const std::string &name) {
  return name.rfind("right", 0) == 0;
}

void check_case(const std::string &code, const std::string &name) {
  INFO("tests/invalid/" << code << "/" << name);
  const fs::path folder = here / code / name;
  const auto diagnostics = check(read_case(folder));
  const std::string found = text_of(diagnostics);
  if (is_right(name)) {
    CHECK(found == "");
    return;
  }
  CHECK(std::any_of(diagnostics.begin(), diagnostics.end(),
                    [&](const Diagnostic &d) { return d.code == code; }));
  const fs::path expected = folder / "expected.txt";
  if (std::getenv("BLESS")) write_file(expected, found);
  CHECK(found == (fs::exists(expected) ? read_file(expected) : ""));
}

} // namespace

TEST_CASE("the site that every case starts from has no mistakes") {
  Case site;
  put_over(site, here / "base");
  CHECK(text_of(check(site)) == "");
}

TEST_CASE("each mistake is reported as its author should read it") {
  for (const auto &code : folders_in(here))
    if (code != "base")
      for (const auto &name : folders_in(here / code))
        check_case(code, name);
}

TEST_CASE("each code has a case, and each numbered rule a right twin") {
  const auto covered = folders_in(here);
  for (const auto &code : diagnostic_codes()) {
    INFO(code.code);
    const std::string name(code.code);
    CHECK((covered.count(name) != 0) != (elsewhere.count(name) != 0));
    if (covered.count(name) == 0) continue;
    const auto cases = folders_in(here / name);
    CHECK(std::any_of(cases.begin(), cases.end(), [](const std::string &one) { return !is_right(one); }));
    if (code.rule > 0) CHECK(std::any_of(cases.begin(), cases.end(), is_right));
  }
}

TEST_CASE("there are no cases of codes that do not exist") {
  for (const auto &folder : folders_in(here)) {
    INFO(folder);
    CHECK((folder == "base" || find_diagnostic_code(folder) != nullptr));
  }
  for (const auto &[code, reason] : elsewhere) {
    INFO(code << ": " << reason);
    CHECK(find_diagnostic_code(code) != nullptr);
  }
}
