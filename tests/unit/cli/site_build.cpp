#include "cli/site_build.hpp"
#include "catch.hpp"
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
