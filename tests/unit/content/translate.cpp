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
  return translate_content(content, "pl", {});
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
  CHECK(plain_text(*page.head.text) == "Proszę zapytać w szkole.");
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
  auto all = files();
  CHECK(codes(translated(all)).empty());
  all["content/bodies/board.yaml"] = "title: A board\nmembers: [Chair, Nurse]\npl: {translates: abc1234, "
                                     "translated_by: A firm, members: [Przewodniczący]}\n";
  all["content/pages/help.pl.md"] = "---\ntranslates: abc1234\ntranslated_by: A firm\norder: 4\n---\nx\n";
  CHECK(codes(translated(all)) == std::vector<std::string>{"translation-length", "translation-of-fact"});
  all = files();
  all["content/pages/help.pl.md"] = "---\ntitle: x\n---\n";
  CHECK(codes(translated(all)).back() == "missing-field"); // who translated it, and what
  all = files();
  all["content/pages/other.pl.md"] = all["content/pages/help.pl.md"];
  CHECK(codes(translated(all)).back() == "translation-of-nothing");
}

TEST_CASE("of other words for a thing each language has its own number") {
  const auto made = translated(files());
  const auto &also = made.content.records.terms.at(1).also;
  REQUIRE(also.size() == 1);
  CHECK(*also.front() == "akademia");
}

TEST_CASE("one status may be translated alone, and a key that none has is told") {
  const auto made = translated(files());
  const auto &statuses = made.content.settings.statuses;
  CHECK(*statuses.at(0).label == as_foreign("Done"));
  CHECK(*statuses.at(1).label == "Spóźnione");

  auto all = files();
  all["site.yaml"].replace(settings.find("{key: late, label: Sp"), 10, "{key: lates");
  const auto wrong = translated(all);
  CHECK(codes(wrong).front() == "translation-of-nothing");
  CHECK(wrong.diagnostics.front().help == "did you mean 'late'?");
  CHECK(*wrong.content.settings.statuses.at(0).label == as_foreign("Done"));
  CHECK(*wrong.content.settings.statuses.at(1).label == as_foreign("Late"));
}

TEST_CASE("a translation holds no facts of its own, and no words that the original lacks") {
  auto all = files();
  const std::string head = "---\ntranslates: abc1234\ntranslated_by: A firm\n";
  all["content/pages/help.pl.md"] = head + "title: Kto\nroute: /kto/\n---\n";
  CHECK(codes(translated(all)).back() == "translation-of-fact");
  all["content/pages/help.pl.md"] = head + "title: Kto\nnav_label: Pomoc\n---\n";
  const auto lacking = translated(all);
  CHECK(codes(lacking).back() == "translation-outdated");
  CHECK(lacking.diagnostics.back().message == "the original has no 'nav_label' that this could translate");
  all["content/pages/help.pl.md"] = "---\ntranslates: abc1234\ntitel: Kto\ntranslator: A firm\n---\n";
  const auto unknown = translated(all);
  REQUIRE(unknown.diagnostics.size() == 3); // and nobody says who translated it
  CHECK(unknown.diagnostics.at(1).help == "did you mean 'title'?");
  CHECK(unknown.diagnostics.at(2).help == "did you mean 'translated_by'?");
  all = files();
  all["site.yaml"].replace(settings.find("label: Sp"), 0, "role: good, ");
  CHECK(codes(translated(all)).front() == "translation-of-fact");
}

TEST_CASE("a record that is translated twice is told, with the first place") {
  auto all = files();
  all["content/terms/terms.pl.yaml"] =
      "- {id: school, translates: abc1234, translated_by: A firm, title: szkoła}\n";
  const auto made = translated(all);
  CHECK(codes(made).back() == "translation-of-nothing");
  CHECK(made.diagnostics.back().message == "the term 'school' is translated twice");
  CHECK(made.diagnostics.back().notes.size() == 1);
}

TEST_CASE("a version with pictures has the review of its translation, and not the original's") {
  auto all = files();
  all["content/easy-read/help.yaml"] =
      "title: Who helps\nof: {page: help}\nreviewed_by: A group\nreviewed_on: "
      "2020-03\nparts:\n  - {heading: Help, items: [{text: Ask., picture: "
      "school}]}\n";
  const std::string words = "translates: abc1234\ntranslated_by: A firm\ntitle: Kto pomaga\n";
  all["content/easy-read/help.pl.yaml"] = words;
  CHECK_FALSE(translated(all).content.records.easy_reads.at(0).reviewed_by.given);
  all["content/easy-read/help.pl.yaml"] = words + "reviewed_by: Grupa\nreviewed_on: 2021-03\n";
  CHECK(*translated(all).content.records.easy_reads.at(0).reviewed_by == "Grupa");
}

TEST_CASE("a file that is named as if it translated another is not read as a record of its own") {
  auto all = files();
  all["content/pages/help.polish.md"] = all["content/pages/help.pl.md"];
  MemorySnapshot snapshot(all);
  const Content content = load_content(snapshot, "site.yaml", {}, 1);
  CHECK(content.records.pages.size() == 1);
  CHECK(content.translations.size() == 2);
}

TEST_CASE("a translation is old when its own words changed, and for nothing else") {
  const auto made = translated(files());
  const auto &note = made.notes.back();
  const auto age = [&](const std::string &then) {
    MemorySnapshot snapshot({{"content/pages/help.md", then}});
    return age_of(note, snapshot, {});
  };
  const auto up_to_date = TranslationAge::up_to_date, outdated = TranslationAge::outdated;
  CHECK(age("---\ntitle: Who can help\norder: 3\n---\nAsk the school.\n") == up_to_date);
  CHECK(age("---\norder: 1\ntitle: Who can help\n---\nAsk\nthe school.\n") == up_to_date);
  CHECK(age("---\ntitle: Who helps\norder: 3\n---\nAsk the school.\n") == outdated);
  CHECK(age("---\ntitle: Who can help\norder: 3\n---\nAsk the council.\n") == outdated);
  MemorySnapshot without(std::map<std::string, std::string>{});
  CHECK(age_of(note, without, {}) == TranslationAge::original_missing);
}
