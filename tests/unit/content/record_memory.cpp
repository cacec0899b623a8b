#include "content/record_memory.hpp"
#include "catch.hpp"
#include "content/load.hpp"
#include "content/markdown.hpp"
#include "support/read_content.hpp"

#include <filesystem>
#include <fmt/format.h>

using namespace localoffer;

namespace {

/// The files of an area with a table, links, a silence, quoted and folded texts.
std::map<std::string, std::string> area() {
  std::map<std::string, std::string> files{
      {"content/priorities/1-time.md",
       "---\ntitle: \"Time: less of it\"\nnumber: 1\nmeaning: |\n  You wait less.\nsources:\n"
       "  - {report: r, section: Page 2}\n---\nSee [one](../milestones/a.yaml).\n\n"
       "| A | B |\n|--:|---|\n| 1 | **2** |\n\n- [x] done\n- [ ] open\n\n> ### Quoted\n"},
      {"content/reports/r.yaml", "title: R\ndate: 2021-03\npublisher: P\nurl: https://example.org/\n"},
      {"content/milestones/a.yaml",
       "title: >-\n  Folded\n  over lines\nref: 1A i\nstatus: late # allow overdue-without-new-date: told\n"
       "first_due: 2020-12\npriority: 1-time\nmeaning: It''s fine\ncomments:\n  - Said once\n"
       "  - {text: 'It''s quoted', date: 2021-01-02}\nsources: [{report: r}]\n"},
      {"content/measures/m.yaml",
       "title: M\npriority: 1-time\nunit: percent\ndirection: up\nmeaning: X\n"
       "baseline: {value: -1.5, date: 2019}\ntarget: {value: 0.1, date: 2022}\n"
       "observations:\n  - {date: 2020-01, value: 45.25}\nsources: [{report: r}]\n"}};
  for (int i = 0; i < 200; ++i)
    files.emplace(fmt::format("content/terms/t{}.yaml", i),
                  fmt::format("title: Term {}\ntext: Means {}.\n", i, i));
  files.emplace("site.yaml", testing::plain_settings);
  return files;
}

std::string told(const Content &content) {
  std::string all;
  for (const auto &one : content.diagnostics)
    all += fmt::format("{} {}:{}:{} {}\n", one.code, one.span.file_path(), one.span.place.line,
                       one.span.place.column, one.message);
  for (const auto &use : content.uses)
    all += fmt::format("{} {} {} {}:{}:{} '{}'\n", static_cast<int>(use.kind), use.of, use.text,
                       use.file->path, use.place.line, use.place.column, use.words);
  for (const auto &text : content.texts)
    all += fmt::format("{} {} {} {}:{}:{} '{}' {}\n", text.kind, text.id, text.field, text.file->path,
                       text.span_of(0, 1).place.line, text.span_of(0, 1).place.column, text.words(),
                       text.is_prose);
  for (const auto &silence : content.silences)
    all +=
        fmt::format("{} {} {} {}\n", silence.code, silence.reason, silence.line, silence.span.place.column);
  return all;
}

Content load(const std::map<std::string, std::string> &files, Store *store,
             const std::string &program = "p") {
  return load_content(MemorySnapshot(files), "site.yaml", {}, 2, RecordMemory(store, program));
}

/// Each record packed: as another store would keep it.
std::string packed(const std::map<std::string, std::string> &files, Store *store) {
  const Content content = load(files, store);
  std::string all;
  for (const auto &milestone : content.records.milestones)
    all += fmt::format("{} {} {} {}\n", milestone.head.id, *milestone.head.title, milestone.head.place.line,
                       to_iso(*milestone.first_due));
  for (const auto &measure : content.records.measures)
    all += fmt::format("{} {} {}\n", *measure.baseline.value, *measure.target.value,
                       *measure.observations.front().value);
  for (const auto &priority : content.records.priorities)
    all += plain_text(*priority.head.text) + "\n";
  return all;
}

} // namespace

TEST_CASE("a file that was read before gives the same again") {
  const auto files = area();
  MemoryStore store;
  const Content anew = load(files, nullptr);
  CHECK(told(load(files, &store)) == told(anew)); // nothing is known yet
  CHECK(store.size() == 4);                       // 204 files in buckets of about 64
  CHECK(told(load(files, &store)) == told(anew));
  CHECK(packed(files, &store) == packed(files, nullptr));
  CHECK(packed(files, nullptr).find("Folded over lines") != std::string::npos);
}

TEST_CASE("a changed file is read anew, and so is every file by another program") {
  auto files = area();
  MemoryStore store;
  load(files, &store);
  files["content/terms/t7.yaml"] = "title: Changed\ntext: Otherwise.\n";
  files.erase("content/terms/t8.yaml");
  CHECK(told(load(files, &store)) == told(load(files, nullptr)));
  const auto before = store.size();
  CHECK(told(load(files, &store, "another")) == told(load(files, nullptr)));
  CHECK(store.size() == before); // what the other one read is forgotten
  CHECK(told(load(files, &store)) == told(load(files, nullptr)));
}

TEST_CASE("of a file with a mistake each reading tells") {
  auto files = area();
  files["content/terms/t7.yaml"] = "title: Changed\nwords: Otherwise.\n";
  MemoryStore store;
  const auto first = told(load(files, &store));
  CHECK(first.find("unknown-key") != std::string::npos);
  CHECK(told(load(files, &store)) == first);
}
