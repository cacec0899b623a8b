#include "content/load.hpp"

#include "base/diagnostic_text.hpp"
#include "catch.hpp"
#include "content/schema.hpp"
#include "content/tables.hpp"
#include "support/read_content.hpp"

#include <nlohmann/json.hpp>
#include <set>

using namespace localoffer;
using namespace localoffer::testing;

TEST_CASE("records come in the order of file, then line, on any number of threads") {
  std::map<std::string, std::string> files;
  for (int i = 0; i < 200; ++i)
    files["content/terms/t" + std::to_string(i) + ".yaml"] =
        "title: T\ntext: X\nwrong: " + std::to_string(i) + "\n";
  const auto one = load_files(files, 1);
  const auto eight = load_files(files, 8);
  REQUIRE(one.records.terms.size() == 200);
  REQUIRE(eight.records.terms.size() == 200);
  REQUIRE(one.diagnostics.size() == eight.diagnostics.size());
  for (std::size_t i = 0; i < 200; ++i) {
    CHECK(one.records.terms[i].head.id == eight.records.terms[i].head.id);
    CHECK(to_text(one.diagnostics[i], false) == to_text(eight.diagnostics[i], false));
  }
}

TEST_CASE("of very many mistakes some of each file are kept, and the rest are counted") {
  std::map<std::string, std::string> files;
  std::string wrong = "title: T\ntext: X\n";
  for (int key = 0; key < 2500; ++key)
    wrong += "k" + std::to_string(key) + ": v\n";
  for (int i = 0; i < 150; ++i)
    files["content/terms/t" + std::to_string(1000 + i) + ".yaml"] = wrong;
  const auto one = load_files(files, 1), four = load_files(files, 4);
  CHECK(one.records.terms.size() == 150);
  CHECK(one.diagnostics.size() == 10 * 2000 + 140);
  CHECK(one.left_out == 150 * 2500 - one.diagnostics.size());
  CHECK(one.diagnostics.front().span.place.line == 3);
  CHECK(one.diagnostics.back().span.file_path() == "content/terms/t1149.yaml");
  CHECK(four.left_out == one.left_out);
  REQUIRE(four.diagnostics.size() == one.diagnostics.size());
  for (std::size_t i = 0; i < one.diagnostics.size(); i += 997)
    CHECK(to_text(one.diagnostics[i], false) == to_text(four.diagnostics[i], false));
}

TEST_CASE("a README is for people, and other files are kept for links") {
  const auto content = load_files(
      {{"content/README.md", "Hello"}, {"content/a.png", "x"}, {"content/terms/README.md", "Hello"}});
  CHECK(content.diagnostics.empty());
  CHECK(content.files ==
        std::vector<std::string>{"content/README.md", "content/a.png", "content/terms/README.md"});
}

TEST_CASE("links and submodules are refused, wherever they are") {
  MemorySnapshot snapshot({{"site.yaml", plain_settings}, {"content/terms/a.yaml", "title: T\ntext: X\n"}});
  snapshot.add_special("content/terms/b.yaml", EntryKind::symlink);
  snapshot.add_special("content/other", EntryKind::submodule);
  const auto content = load_content(snapshot, "site.yaml", {}, 1);
  CHECK(content.records.terms.size() == 1);
  REQUIRE(content.diagnostics.size() == 2);
  CHECK(content.diagnostics[0].code == "submodule-refused");
  CHECK(content.diagnostics[1].code == "symlink-refused");

  MemorySnapshot linked({{"site.yaml", plain_settings}});
  linked.add_special("content", EntryKind::symlink);
  CHECK(load_content(linked, "site.yaml", {}, 1).diagnostics.at(0).code == "symlink-refused");
}

TEST_CASE("settings that are not there are the caller's mistake, not an author's") {
  const std::map<std::string, std::string> files{{"a", "b"}};
  CHECK_THROWS_AS(load_content(MemorySnapshot(files), "site.yaml", {}, 1), WorldError);
}

TEST_CASE("a content folder that is missing or outside is reported at its line") {
  const auto missing = load_files({{"elsewhere/a.yaml", "x"}});
  REQUIRE(missing.diagnostics.size() == 1);
  CHECK(places_of(missing.diagnostics).at(0) == "unknown-value 3:10+7");
}

TEST_CASE("the theme and the language have usual values") {
  const auto content = load_files({{"content/terms/a.yaml", "title: T\ntext: X\n"}});
  CHECK(*content.settings.theme == "clear");
  CHECK(*content.settings.language == "en");
}

TEST_CASE("the three bytes that some editors write before the text do no harm") {
  const auto content = load_files({{"content/terms/a.yaml", "\xEF\xBB\xBFtitle: T\ntext: X\n"},
                                   {"content/pages/b.md", "\xEF\xBB\xBF---\ntitle: T\n---\nText\n"}});
  CHECK(content.diagnostics.empty());
  CHECK(content.records.terms.at(0).head.title.place == Place{1, 8, 1});
}

TEST_CASE("files that gave no record are known") {
  const auto content =
      load_files({{"content/terms/a.yaml", "title: [\n"}, {"content/terms/b.yaml", "title: T\ntext: X\n"}});
  CHECK(content.unread == std::vector<std::string>{"content/terms/a.yaml"});
}

namespace {

/// Every key of a table, and of the tables inside it.
void collect_keys(const std::vector<FieldInfo> &fields, std::set<std::string> &keys) {
  for (const auto &field : fields) {
    keys.insert(field.key);
    if (field.type.fields) collect_keys(*field.type.fields, keys);
  }
}

} // namespace

TEST_CASE("the field guide and the schema list every field") {
  std::set<std::string> keys;
  collect_keys(fields_of<Settings>().infos(), keys);
  collect_keys(fields_of<Plan>().infos(), keys);
  collect_keys(fields_of<Priority>().infos(), keys);
  collect_keys(fields_of<Milestone>().infos(), keys);
  collect_keys(fields_of<Measure>().infos(), keys);
  collect_keys(fields_of<Meeting>().infos(), keys);
  collect_keys(fields_of<Body>().infos(), keys);
  collect_keys(fields_of<Page>().infos(), keys);
  CHECK(keys.size() > 80);
  const std::string guide = field_guide();
  const std::string schema = json_schema();
  for (const auto &key : keys) {
    INFO(key);
    CHECK(guide.find("| `" + key + "` |") != std::string::npos);
    CHECK(schema.find("\"" + key + "\": {") != std::string::npos);
  }
}

TEST_CASE("the schema has a definition for each folder, and no definition allows unknown keys") {
  const auto schema = nlohmann::json::parse(json_schema());
  for (const auto &[folder, kind] : record_folders()) {
    INFO(folder);
    REQUIRE(schema["$defs"].contains(kind));
    CHECK(schema["$defs"][kind]["additionalProperties"] == false);
  }
  const auto &translation = schema["$defs"]["milestone translation"];
  CHECK(translation["required"] == nlohmann::json({"translates", "translated_by"}));
  CHECK(translation["properties"].contains("meaning"));
  CHECK_FALSE(translation["properties"].contains("status"));
  CHECK(schema["$defs"]["milestone"]["patternProperties"].size() == 1);
  CHECK(schema["$defs"]["milestone"]["required"] ==
        nlohmann::json({"title", "meaning", "sources", "status"}));
}
