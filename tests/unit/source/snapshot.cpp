#include "source/snapshot.hpp"
#include "base/diagnostic.hpp"
#include "base/parallel_map.hpp"
#include "catch.hpp"
#include "support/temp_repository.hpp"

#include <sys/stat.h>

using namespace localoffer;
using testing::TempRepository;

namespace {

std::vector<std::string> paths_of(const std::vector<Entry> &entries) {
  std::vector<std::string> paths;
  for (const auto &entry : entries)
    paths.push_back(entry.path);
  return paths;
}

/// Names that sort differently as git's trees and as whole paths, have spaces, accents, and quotes.
const std::map<std::string, std::string> awkward_files{
    {"content/somerset/a.yaml", "one"},
    {"content/somerset/a/b.yaml", "two"},
    {"content/somerset/a-b.yaml", "three"},
    {"content/somerset/Ŵyneb 'x'.md", "four\r\n"},
    {"content/somerset/with space.md", "five"},
    {"content/somerset/empty.md", ""},
    {"content/somerset-old/z.yaml", "six"},
    {"site/somerset.yaml", "seven"},
    {"content/somerset/\xFF.bin", std::string("\0\1", 2)},
};

} // namespace

TEST_CASE("memory, commit, work tree and plain folder agree on the same files") {
  TempRepository repository;
  for (const auto &[path, bytes] : awkward_files)
    repository.write(path, bytes);
  repository.commit("All");
  const auto bare = repository.beside("plan.git");
  repository.run("clone", "--quiet", "--bare", repository.path().string(), bare.string());
  const auto plain = repository.beside("plain");
  std::filesystem::create_directory(plain);
  for (const auto &[path, bytes] : awkward_files)
    write_file(plain / path, bytes);

  const MemorySnapshot memory(awkward_files);
  std::vector<std::unique_ptr<Snapshot>> others;
  others.push_back(open_commit(repository.path(), "HEAD"));
  others.push_back(open_commit(bare, "main"));
  others.push_back(open_work_tree(repository.path()));
  others.push_back(open_folder(plain));
  for (const auto &other : others) {
    INFO(other->info().description);
    for (const std::string folder :
         {"", "content", "content/somerset", "content/somerset/a", "nowhere", "site"})
      CHECK(other->list(folder) == memory.list(folder));
    for (const auto &file : awkward_files)
      CHECK(other->read(file.first) == file.second);
  }
  CHECK(memory.list("content/somerset").size() == 7);
  CHECK(paths_of(memory.list("site/somerset.yaml")) == std::vector<std::string>{"site/somerset.yaml"});
  CHECK(paths_of(others[0]->list("site/somerset.yaml")) == paths_of(memory.list("site/somerset.yaml")));
}

TEST_CASE("a snapshot is of the revision asked for, whatever is checked out") {
  TempRepository repository;
  repository.write("a.yaml", "first");
  const auto first = repository.commit("First", "2020-11-30T23:30:00-02:00");
  repository.git("tag", "--annotate", "--message", "To the board", "board");
  repository.write("a.yaml", "second");
  repository.commit("Second", "2020-12-01T00:10:00+01:00");
  repository.git("branch", "draft");
  repository.write("a.yaml", "third");
  repository.commit("Third", "2021-03-25T12:00:00+00:00");
  repository.write("a.yaml", "not committed");

  const auto text = [&](const std::string &revision) {
    return open_commit(repository.path(), revision)->read("a.yaml");
  };
  CHECK(text("HEAD") == "third");
  CHECK(text("main") == "third");
  CHECK(text("draft") == "second");
  CHECK(text("board") == "first");
  CHECK(text("HEAD~2") == "first");
  CHECK(text(first) == "first");
  CHECK(text(first.substr(0, 8)) == "first");
  CHECK(open_work_tree(repository.path())->read("a.yaml") == "not committed");

  const auto info = open_commit(repository.path(), "board")->info();
  CHECK(info.commit == first);
  CHECK(info.date == Date{2020, 11, 30}); // in the committer's own zone, where it is not yet December
  CHECK(info.description == "commit " + first.substr(0, 10) + ", 2020-11-30");
  CHECK(open_commit(repository.path(), "draft")->info().date == Date{2020, 12, 1});
  CHECK(open_work_tree(repository.path())->info().date == Date{2021, 3, 25});
  CHECK(open_work_tree(repository.path())->info().commit.empty());
}

TEST_CASE("symlinks and submodules are listed and never followed") {
  TempRepository repository;
  repository.write("content/real/a.yaml", "a");
  std::filesystem::create_symlink("/etc/hostname", repository.path() / "content/link.yaml");
  std::filesystem::create_directory_symlink("real", repository.path() / "content/folder");
  repository.commit("First");
  TempRepository other;
  other.write("inner.yaml", "inner");
  other.commit("Inner");
  repository.git("submodule", "--quiet", "add", other.path().string(), "content/module");
  repository.commit("With a submodule");

  for (const auto &snapshot : {open_commit(repository.path(), "HEAD"), open_work_tree(repository.path())}) {
    INFO(snapshot->info().description);
    const auto entries = snapshot->list("content");
    REQUIRE(paths_of(entries) == std::vector<std::string>{"content/folder", "content/link.yaml",
                                                          "content/module", "content/real/a.yaml"});
    CHECK(entries[0].kind == EntryKind::symlink);
    CHECK(entries[1].kind == EntryKind::symlink);
    CHECK(entries[2].kind == EntryKind::submodule);
    CHECK(entries[3].kind == EntryKind::file);
    // What lies beyond one is answered with the one.
    CHECK(snapshot->list("content/folder") == std::vector<Entry>{entries[0]});
    CHECK(snapshot->list("content/folder/deeper") == std::vector<Entry>{entries[0]});
    CHECK(snapshot->list("content/module/x")[0].kind == EntryKind::submodule);
    CHECK_THROWS_AS(snapshot->read("content/link.yaml"), WorldError);
    CHECK_THROWS_AS(snapshot->read("content/folder/a.yaml"), WorldError);
    CHECK_THROWS_AS(snapshot->read("content/module"), WorldError);
    CHECK_THROWS_AS(snapshot->read("content/real"), WorldError);
    CHECK_THROWS_AS(snapshot->read("content/real/none.yaml"), WorldError);
    CHECK_THROWS_AS(snapshot->read("content/real/a.yaml/b"), WorldError);
  }
  const auto plain = open_folder(repository.path() / "content");
  CHECK(plain->list("folder/deeper")[0].kind == EntryKind::symlink);
  CHECK_THROWS_AS(plain->read("folder/a.yaml"), WorldError);
  CHECK_THROWS_AS(plain->read("link.yaml"), WorldError);
}

TEST_CASE("the work tree has what git tracks or does not ignore, as it is on disk") {
  TempRepository repository;
  repository.write(".gitignore", "*.tmp\n/build/\n!keep.tmp\n");
  repository.write("content/tracked.yaml", "old");
  repository.write("content/deleted.yaml", "gone");
  repository.write("content/turned.yaml", "file");
  repository.commit("First");
  repository.write("content/forced.tmp", "tracked although ignored");
  repository.git("add", "--force", "content/forced.tmp");
  repository.write("content/tracked.yaml", "new");
  repository.write("content/new folder/untracked.yaml", "untracked");
  repository.write("content/ignored.tmp", "ignored");
  repository.write("content/keep.tmp", "kept");
  repository.write("build/site/index.html", "ignored");
  std::filesystem::remove(repository.path() / "content/deleted.yaml");
  std::filesystem::remove(repository.path() / "content/turned.yaml");
  REQUIRE(::mkfifo((repository.path() / "content/turned.yaml").c_str(), 0600) == 0);

  TempRepository inner;
  inner.write("x.yaml", "x");
  inner.commit("Inner");
  inner.run("clone", "--quiet", inner.path().string(), (repository.path() / "content/clone").string());

  const auto snapshot = open_work_tree(repository.path());
  CHECK(paths_of(snapshot->list("")) ==
        std::vector<std::string>{".gitignore", "content/clone", "content/forced.tmp", "content/keep.tmp",
                                 "content/new folder/untracked.yaml", "content/tracked.yaml",
                                 "content/turned.yaml"});
  CHECK(snapshot->list("content/clone") == std::vector<Entry>{{"content/clone", EntryKind::submodule, ""}});
  CHECK(snapshot->list("content/turned.yaml") ==
        std::vector<Entry>{{"content/turned.yaml", EntryKind::other, ""}});
  CHECK(snapshot->read("content/tracked.yaml") == "new");
  CHECK(snapshot->list("build").empty());
  CHECK(paths_of(snapshot->list("content/new folder")).size() == 1);
  // A pipe would wait for a writer for ever.
  CHECK_THROWS_AS(snapshot->read("content/turned.yaml"), WorldError);
}

TEST_CASE("paths that lead out of the top are refused by every kind of snapshot") {
  TempRepository repository;
  repository.write("a.yaml", "a");
  repository.commit("First");
  std::vector<std::unique_ptr<Snapshot>> snapshots;
  snapshots.push_back(open_commit(repository.path(), "HEAD"));
  snapshots.push_back(open_work_tree(repository.path()));
  snapshots.push_back(open_folder(repository.path()));
  snapshots.push_back(std::make_unique<MemorySnapshot>(std::map<std::string, std::string>{{"a.yaml", "a"}}));
  for (const auto &snapshot : snapshots)
    for (const std::string path : {"../home/x", "/etc/hostname", "a/../a.yaml", "./a.yaml", "a//b", "a/",
                                   ".git/HEAD", ".GIT/HEAD", "b/.git/c"}) {
      INFO(snapshot->info().description << ": " << path);
      CHECK_THROWS_AS(snapshot->read(path), WorldError);
      CHECK_THROWS_AS(snapshot->list(path), WorldError);
    }
  CHECK_FALSE(is_snapshot_path(std::string_view("a\0b", 3)));
}

TEST_CASE("a tree made by hand with names that lead out is listed as what it is, and not read") {
  TempRepository repository;
  repository.write("a.yaml", "a");
  repository.commit("First");
  repository.write("make.sh", "cd \"$(dirname \"$0\")\"; blob=$(git hash-object -w a.yaml)\n"
                              "tree=$(printf '100644 blob %s\\t..\\n' $blob | git mktree)\n"
                              "top=$(printf '040000 tree %s\\tcontent\\n' $tree | git mktree)\n"
                              "git tag evil $(git commit-tree -m evil $top)\n");
  repository.git("-c", "alias.make=!sh ./make.sh", "make");
  const auto snapshot = open_commit(repository.path(), "evil");
  const auto entries = snapshot->list("");
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].path == "content/..");
  CHECK(entries[0].kind == EntryKind::other);
  CHECK_THROWS_AS(snapshot->read("content/.."), WorldError);
}

TEST_CASE("many threads read one snapshot") {
  TempRepository repository;
  std::vector<std::string> paths;
  for (int i = 0; i < 200; ++i) {
    paths.push_back("content/" + std::to_string(i) + ".yaml");
    repository.write(paths.back(), "file " + std::to_string(i));
  }
  repository.commit("Many");
  for (const auto &snapshot : {open_commit(repository.path(), "HEAD"), open_work_tree(repository.path())}) {
    const auto read = [&](const std::string &path) { return snapshot->read(path); };
    CHECK(parallel_map(paths, 8, read) == parallel_map(paths, 1, read));
    const auto list = [&](const std::string &) { return snapshot->list("content").size(); };
    CHECK(parallel_map(std::vector<std::string>(8), 4, list) == std::vector<std::size_t>(8, 200));
  }
}

TEST_CASE("memory holds what is not a file too") {
  MemorySnapshot memory({{"a/b.yaml", "b"}}, Date{2021, 3, 25});
  memory.add_special("a/link", EntryKind::symlink);
  CHECK(memory.list("a").size() == 2);
  CHECK(memory.list("a/link/deeper") == std::vector<Entry>{{"a/link", EntryKind::symlink, ""}});
  CHECK_THROWS_AS(memory.read("a/link"), WorldError);
  CHECK(memory.info().date == Date{2021, 3, 25});
  memory.set_last_changed({{{"a/b.yaml", {2020, 1, 2}}}, std::nullopt});
  CHECK(memory.last_changed({"a/b.yaml", "x"}).dates.size() == 1);
}
