#include "catch.hpp"
#include "source/snapshot.hpp"
#include "support/temp_repository.hpp"

#include <fmt/format.h>

#include <random>
#include <set>

using namespace localoffer;
using testing::TempRepository;

namespace {

/// Commits at random on main and on branches that are merged, with files added, changed, removed, moved and
/// turned into folders. Returns every path that there ever was.
std::set<std::string> make_history(TempRepository &repository, int commits) {
  std::mt19937 random(20210325);
  const auto pick = [&](unsigned below) { return static_cast<unsigned>(random() % below); };
  std::set<std::string> paths;
  for (int i = 0; i < commits; ++i) {
    const auto when = fmt::format("2020-{:02}-{:02}T{:02}:30:00{}", 1 + pick(12), 1 + pick(28), pick(24),
                                  pick(2) == 0 ? "+05:30" : "-08:00");
    const auto branch = fmt::format("side{}", i);
    const bool merge = i > 0 && pick(4) == 0;
    if (merge) repository.git("checkout", "--quiet", "-b", branch, "HEAD");
    for (unsigned change = 0; change <= pick(3); ++change) {
      const auto path = fmt::format("d{}/e{}/f{}.yaml", pick(3), pick(2), pick(4));
      if (pick(5) == 0)
        std::filesystem::remove(repository.path() / path);
      else
        repository.write(path, fmt::format("{} {}", i, pick(3)));
      paths.insert(path);
    }
    repository.commit("Change", when);
    if (merge) {
      repository.git("checkout", "--quiet", "main");
      if (pick(2) == 0) {
        repository.write("only-main.yaml", std::to_string(i));
        paths.insert("only-main.yaml");
        repository.commit("On main", when);
      }
      repository.git("merge", "--quiet", "--no-ff", "--strategy-option=theirs", "--message", "Merge", branch);
    }
  }
  return paths;
}

std::string git_says(const TempRepository &repository, const std::string &path) {
  const auto printed = repository.git("log", "-1", "--first-parent", "--format=%cs", "--", path);
  return printed.substr(0, printed.find('\n'));
}

} // namespace

TEST_CASE("one walk gives the dates that git log gives path by path") {
  TempRepository repository;
  const auto made = make_history(repository, 60);
  std::vector<std::string> paths(made.begin(), made.end());
  for (const auto *folder : {"d0", "d1/e0", "d2", "never/was.yaml"})
    paths.emplace_back(folder);
  const auto commit = open_commit(repository.path(), "HEAD")->last_changed(paths);
  const auto work_tree = open_work_tree(repository.path())->last_changed(paths);
  for (const auto &path : paths) {
    INFO(path);
    const auto found = commit.dates.find(path);
    CHECK((found == commit.dates.end() ? std::string() : to_iso(found->second)) ==
          git_says(repository, path));
  }
  CHECK(commit.dates.count("never/was.yaml") == 0);
  CHECK(commit.dates == work_tree.dates);
  CHECK_FALSE(commit.history_begins);
  CHECK(open_commit(repository.path(), "HEAD")->last_changed({}).dates.empty());
}

TEST_CASE("a file may be asked for beside the folder it lies in, and a file may become a folder") {
  TempRepository repository;
  repository.write("a", "file");
  repository.write("b/c", "one");
  repository.commit("First", "2020-01-01T12:00:00+00:00");
  std::filesystem::remove(repository.path() / "a");
  repository.write("a/inner", "now a folder");
  repository.commit("Second", "2020-02-01T12:00:00+00:00");
  repository.write("b/d", "two");
  repository.commit("Third", "2020-03-01T12:00:00+00:00");
  const auto changes =
      open_commit(repository.path(), "HEAD")->last_changed({"a", "a/inner", "b", "b/c", "b/d"});
  const std::unordered_map<std::string, Date> expected{{"a", {2020, 2, 1}},
                                                       {"a/inner", {2020, 2, 1}},
                                                       {"b", {2020, 3, 1}},
                                                       {"b/c", {2020, 1, 1}},
                                                       {"b/d", {2020, 3, 1}}};
  CHECK(changes.dates == expected);
}

TEST_CASE("a shallow clone says where its history begins, when that matters") {
  TempRepository repository;
  repository.write("old.yaml", "old");
  repository.commit("First", "2020-01-01T12:00:00+00:00");
  repository.write("middle.yaml", "middle");
  repository.commit("Second", "2020-02-01T12:00:00+00:00");
  repository.write("new.yaml", "new");
  repository.commit("Third", "2020-03-01T12:00:00+00:00");
  const auto shallow = repository.beside("shallow");
  repository.run("clone", "--quiet", "--depth=2", "file://" + repository.path().string(), shallow.string());
  const auto snapshot = open_commit(shallow, "HEAD");
  CHECK(snapshot->read("old.yaml") == "old");

  const auto both = snapshot->last_changed({"old.yaml", "middle.yaml", "new.yaml"});
  CHECK(both.dates == std::unordered_map<std::string, Date>{{"new.yaml", {2020, 3, 1}}});
  CHECK(both.history_begins == Date{2020, 2, 1});
  CHECK_FALSE(snapshot->last_changed({"new.yaml"}).history_begins);
}
