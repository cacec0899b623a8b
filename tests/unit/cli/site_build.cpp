#include "cli/site_build.hpp"
#include "catch.hpp"
#include "cli/report.hpp"
#include "support/temp_repository.hpp"

#include <map>

using namespace localoffer;

namespace {

std::map<std::string, std::string> small_site() {
  std::map<std::string, std::string> files;
  const std::filesystem::path top = SMALL_SITE;
  for (const auto &entry : std::filesystem::recursive_directory_iterator(top))
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(top).generic_string()] = read_file(entry.path());
  return files;
}

const std::string saved = "content/milestones/milestones.yaml";

/// A work tree in which somebody saves a file after it was listed and before it is read.
class SavedMeanwhile final : public Snapshot {
public:
  explicit SavedMeanwhile(const std::map<std::string, std::string> &files) : listed_(files) {}

  std::vector<Entry> list(const std::string &folder) const override { return listed_.list(folder); }
  using Snapshot::read;
  using Snapshot::size;
  std::string read(const std::string &path) const override {
    std::string text = listed_.read(path);
    if (path != saved) return text;
    const auto at = text.find("title: ");
    REQUIRE(at != std::string::npos);
    return text.insert(at + 7, "Saved ");
  }
  std::uint64_t size(const std::string &path) const override { return read(path).size(); }
  LastChanges last_changed(const std::vector<std::string> &paths) const override {
    return listed_.last_changed(paths);
  }
  const SnapshotInfo &info() const override { return listed_.info(); }

private:
  MemorySnapshot listed_;
};

std::map<std::string, std::string> built(const Snapshot &snapshot, Store *store) {
  SiteRequest request{snapshot, "site.yaml", Date{2021, 3, 25}, 2, THEMES, store};
  request.remember_pages = store != nullptr;
  const SiteBuild site = build_site(request);
  REQUIRE_FALSE(has_errors(site.diagnostics));
  std::map<std::string, std::string> files;
  std::string room;
  for (const auto &output : site.outputs)
    files[output.path] = bytes_of(output, room);
  return files;
}

} // namespace

TEST_CASE("a list of commits, or of names, that is too large is a mistake of the author's") {
  testing::TempRepository repository;
  for (const auto &[path, text] : small_site())
    repository.write(path, text);
  const std::vector<std::string> lists{".git-blame-ignore-revs", ".mailmap"};
  for (const auto &path : lists)
    repository.write(path, std::string((1U << 20U) + 1, '\n'));
  repository.commit("Begin");
  const auto commit = open_commit(repository.path(), "HEAD");
  const SiteBuild site = build_site({*commit, "site.yaml", Date{2021, 3, 25}, 2, THEMES});
  REQUIRE(site.diagnostics.size() == 2);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    CHECK(site.diagnostics[i].code == "file-too-large");
    CHECK(site.diagnostics[i].severity == Severity::error);
    CHECK(site.diagnostics[i].span.file_path() == lists[i]);
  }
  CHECK(site.outputs.empty());
}

TEST_CASE("content without end, now or in the past, is a mistake of the author's") {
  testing::TempRepository repository;
  for (const auto &[path, text] : small_site())
    repository.write(path, text);
  const auto first = repository.commit("Begin");
  repository.write("make.sh",
                   "cd \"$(dirname \"$0\")\"; file=$(git rev-parse HEAD:site.yaml)\n"
                   "many() { for i in 0 1 2 3 4 5 6 7 8 9; do printf \"$1 $2\\td$i\\n\"; done; }\n"
                   "tree=$(many '100644 blob' $file | git mktree)\n"
                   "for level in 1 2 3 4 5; do tree=$(many '040000 tree' $tree | git mktree); done\n"
                   "content=$( (git ls-tree HEAD:content; printf \"040000 tree $tree\\tzz\\n\")"
                   " | git mktree)\n"
                   "top=$(printf \"040000 tree $content\\tcontent\\n100644 blob $file\\tsite.yaml\\n\""
                   " | git mktree)\n"
                   "git tag bomb $(git commit-tree -m bomb -p HEAD $top)\n"
                   "git tag after $(git commit-tree -m after -p bomb HEAD^{tree})\n");
  repository.git("-c", "alias.make=!sh ./make.sh", "make");
  for (const std::string revision : {"bomb", "after"}) {
    const auto commit = open_commit(repository.path(), revision);
    const SiteBuild site = build_site({*commit, "site.yaml", Date{2021, 3, 25}, 2, THEMES});
    std::vector<Diagnostic> told;
    for (const auto &one : site.diagnostics)
      if (one.code == "too-many-files") told.push_back(one);
    INFO(revision);
    REQUIRE(told.size() == 1);
    CHECK(told.front().severity == Severity::error);
    CHECK(told.front().span.file_path() == "site.yaml");
    CHECK(told.front().span.place.line > 0);
    CHECK(site.outputs.empty());
  }
}

TEST_CASE("a file that is saved between being listed and being read is not remembered as what was listed") {
  const auto files = small_site();
  MemoryStore store;
  built(SavedMeanwhile(files), &store);
  testing::TempRepository repository;
  for (const auto &[path, text] : files)
    repository.write(path, text);
  repository.commit("Begin");
  const auto commit = open_commit(repository.path(), "HEAD");
  CHECK(built(*commit, &store) == built(*commit, nullptr));
  CHECK(store.size() > 0);
  CHECK(built(*commit, &store) == built(*commit, nullptr)); // and now from what is remembered
}

TEST_CASE("no report repeats what leads to a person") {
  // Ofcom keeps these numbers for drama, the NHS gives out none that begin with 999, and ZZ is no postal
  // area.
  const std::vector<std::string> data{"alex@example.net", "07700 900123",      "01632 960999",
                                      "999 000 0018",     "H801200001001",     "AB 12 34 56 C",
                                      "ZZ1 1ZZ",          "born on 3 May 2012"};
  auto files = small_site();
  std::string text = "title: My son Quentin\nwhen: 2021-01\ngroup: Parents\nresponse: Yes.\ntext: |\n";
  for (const auto &datum : data)
    text += "  [here](https://example.org) " + datum + " and my daughter Rosalind\n";
  files["content/you-said/data.yaml"] = text;
  // A date and a key that are none, so that other rules quote what was written.
  files["content/milestones/quoted.yaml"] =
      "- {ref: 9A, title: One, status: alex@example.net, due: 07700 900123, AB123456C: x}\n";
  files["content/quotes/mrs.yaml"] = "words: Mrs Rosalind was kind.\nspeaker: Mrs Rosalind\nwhen: 2021-01\n"
                                     "sources: [{report: board}]\n";
  MemorySnapshot snapshot(files, Date{2021, 3, 25});
  const SiteBuild site = build_site({snapshot, "site.yaml", Date{2021, 3, 25}, 2, THEMES});
  std::size_t personal = 0;
  for (const auto &one : site.diagnostics)
    personal += one.code == "personal-data" ? 1 : 0;
  CHECK(personal >= 2 * data.size() + 1);
  auto secrets = data;
  for (const std::string name : {"Quentin", "Rosalind", "AB123456C", "960999"})
    secrets.push_back(name);
  for (const auto format : {Format::text, Format::json, Format::sarif, Format::github}) {
    const std::string told = report(format, site.diagnostics, false);
    CHECK(told.find("personal-data") != std::string::npos);
    for (const auto &secret : secrets) {
      CAPTURE(secret);
      CHECK(told.find(secret) == std::string::npos);
    }
  }
  CHECK(report(Format::text, site.diagnostics, false).find("[here](https://example.org) ****") !=
        std::string::npos);
}

TEST_CASE("a file that is given out holds nothing that leads to a private person; offices may stand in it") {
  const auto codes_with = [](const std::string &list) {
    auto files = small_site();
    files["content/pages/help.md"] =
        "---\ntitle: Who can help\nnav_label: Help\n---\nSee [the list](../files/list.csv).\n";
    files["content/files/list.csv"] = list;
    const MemorySnapshot snapshot(files, Date{2021, 3, 25});
    std::vector<std::string> codes;
    for (const auto &one : build_site({snapshot, "site.yaml", Date{2021, 3, 25}, 1, THEMES}).diagnostics)
      codes.push_back(one.code + ":" + std::to_string(one.span.place.line));
    return codes;
  };
  CHECK(codes_with("school,telephone\nAshby,01632 960101\n").empty());
  CHECK(codes_with("name,number\nTom,999 000 0018\n") == std::vector<std::string>{"personal-data:2"});
}
