#include "content/translate.hpp"

#include "base/foreign.hpp"
#include "catch.hpp"
#include "content/translation_age.hpp"
#include "source/snapshot.hpp"

using namespace localoffer;

namespace {

const std::string settings =
    "title: Ashby progress\narea: Ashby\ncontent: content\nlanguages: [pl]\n"
    "pl:\n  translates: abc1234\n  translated_by: A firm\n  title: Postępy w Ashby\n"
    "  statuses:\n    - {key: late, label: Spóźnione}\n"
    "statuses:\n  - {key: done, label: Done, meaning: It is done., lifecycle: [complete], "
    "role: good, shape: tick}\n"
    "  - {key: late, label: Late, meaning: It is late., lifecycle: [in-progress], role: bad, "
    "shape: cross}\n";

std::map<std::string, std::string> files() {
  return {{"site.yaml", settings},
          {"content/pages/help.md", "---\ntitle: Who can help\norder: 3\n---\nAsk the school.\n"},
          {"content/pages/help.pl.md",
           "---\ntranslates: abc1234\ntranslated_by: A firm\nreviewed_by: A teacher\ntitle: Kto pomaga\n---\n"
           "Proszę zapytać w szkole.\n"},
          {"content/terms/terms.yaml",
           "- {id: plan, title: plan, text: What will happen.}\n"
           "- id: school\n  title: school\n  also: [academy, college]\n  text: Where pupils learn.\n"
           "  pl: {translates: abc1234, translated_by: A firm, title: szkoła, also: [akademia]}\n"}};
}

TranslatedContent translated(const std::map<std::string, std::string> &all) {
  MemorySnapshot snapshot(all);
  const Content content = load_content(snapshot, "site.yaml", {}, 1);
  return translate_content(snapshot, content, "pl", {});
}

std::vector<std::string> codes(const TranslatedContent &translated) {
  std::vector<std::string> codes;
  for (const auto &one : translated.diagnostics)
    codes.push_back(one.code);
  return codes;
}

} // namespace

TEST_CASE("a translation's words take the place of the original's; its facts stay") {
  const auto made = translated(files());
  const Page &page = made.content.records.pages.at(0);
  CHECK(*page.head.title == "Kto pomaga");
  CHECK(plain_text(page.head.text->blocks) == "Proszę zapytać w szkole.");
  CHECK(page.head.text->language.empty());
  CHECK(*page.order == 3);
  CHECK(*made.content.settings.title == "Postępy w Ashby");
  CHECK(*made.content.settings.content == "content");
}

TEST_CASE("what has no translation is marked as being in the original's language") {
  const auto made = translated(files());
  CHECK(*made.content.settings.area == as_foreign("Ashby"));
  const auto &terms = made.content.records.terms;
  CHECK(*terms.at(0).head.title == as_foreign("plan"));
  CHECK(terms.at(0).head.text->language == "en");
  CHECK(terms.at(0).head.id == "plan");
  CHECK(*terms.at(1).head.title == "szkoła");
  CHECK(terms.at(1).head.text->language == "en");
}

TEST_CASE("statuses are translated by their keys") {
  const auto all = files();
  auto with_both = all;
  with_both["site.yaml"].replace(settings.find("    - {key: late"), 0, "    - {key: done, label: Gotowe}\n");
  const auto made = translated(with_both);
  CHECK(*made.content.settings.statuses.at(0).label == "Gotowe");
  CHECK(*made.content.settings.statuses.at(1).label == "Spóźnione");
  CHECK(*made.content.settings.statuses.at(1).key == "late");
}

TEST_CASE("where a translation comes from is kept") {
  const auto made = translated(files());
  REQUIRE(made.notes.size() == 3);
  const auto &page = made.notes.back();
  CHECK(page.id == "help");
  CHECK(*page.translated_by == "A firm");
  CHECK(*page.reviewed_by == "A teacher");
  CHECK(page.original->path == "content/pages/help.md");
  CHECK(page.keys == std::vector<std::string>{"title", "text"});
}

TEST_CASE("mistakes in translations are told, and the original's words are shown") {
  const auto made = translated(files()); // one of two other names, and one of two statuses
  CHECK(codes(made) == std::vector<std::string>{"translation-length", "translation-length"});
  CHECK(*made.content.records.terms.at(1).also.at(0) == "academy");

  auto all = files();
  all["content/pages/help.pl.md"] = "---\ntranslates: abc1234\ntranslated_by: A firm\norder: 4\n---\nx\n";
  CHECK(codes(translated(all)).front() == "translation-length");
  CHECK(codes(translated(all)).back() == "translation-of-fact");
  all["content/pages/help.pl.md"] = "---\ntitle: x\n---\n";
  CHECK(codes(translated(all)).back() == "missing-field"); // who translated it, and what
  all = files();
  all["content/pages/other.pl.md"] = all["content/pages/help.pl.md"];
  CHECK(codes(translated(all)).back() == "translation-of-nothing");
}

TEST_CASE("a translation is old when its own words changed, and for nothing else") {
  const auto made = translated(files());
  const auto &note = made.notes.back();
  const auto is_good = [&](const std::string &then) {
    MemorySnapshot snapshot({{"content/pages/help.md", then}});
    return is_up_to_date(note, snapshot, {});
  };
  CHECK(is_good("---\ntitle: Who can help\norder: 3\n---\nAsk the school.\n"));
  CHECK(is_good("---\norder: 1\ntitle: Who can help\n---\nAsk the school.\n"));
  CHECK_FALSE(is_good("---\ntitle: Who helps\norder: 3\n---\nAsk the school.\n"));
  CHECK_FALSE(is_good("---\ntitle: Who can help\norder: 3\n---\nAsk the council.\n"));
  MemorySnapshot without(std::map<std::string, std::string>{});
  CHECK_FALSE(is_up_to_date(note, without, {}));
}
