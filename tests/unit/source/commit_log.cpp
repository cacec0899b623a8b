#include "source/commit_log.hpp"
#include "base/diagnostic.hpp"
#include "base/parallel_map.hpp"
#include "catch.hpp"
#include "source/snapshot.hpp"
#include "support/temp_repository.hpp"

using namespace localoffer;
using testing::TempRepository;

namespace {

const auto never = [](const std::string &) { return false; };

std::vector<std::string> subjects(const FirstParents &walked) {
  std::vector<std::string> all;
  for (const auto &commit : walked.commits)
    all.push_back(commit.subject);
  return all;
}

/// The differences as "path -+": "-" where there was a file, "+" where there is one.
std::vector<std::string> signs(const std::vector<FileChange> &changes) {
  std::vector<std::string> all;
  for (const auto &one : changes)
    all.push_back(one.path + (one.before.empty() ? " " : " -") + (one.after.empty() ? "" : "+"));
  return all;
}

using Signs = std::vector<std::string>;

Signs changed(const TempRepository &repository, const std::string &before, const std::string &after,
              const std::vector<std::string> &paths) {
  const CommitLog log(repository.path(), after.empty() ? before : after);
  CommitLog::Reader reader(log);
  return signs(reader.changes(before, after, paths));
}

} // namespace

TEST_CASE("first parents go from the newest commit to the first, with merged work as one commit") {
  TempRepository repository;
  repository.write("a", "1");
  const auto first = repository.commit("First", "2020-01-01T12:00:00+00:00");
  repository.git("checkout", "--quiet", "-b", "side");
  repository.write("b", "1");
  repository.commit("On the side");
  repository.git("checkout", "--quiet", "main");
  repository.write("a", "2");
  repository.commit("Second");
  repository.set_date("2020-02-29T23:59:00-05:00");
  repository.git("merge", "--quiet", "--no-ff", "--message", "Merge the side", "side");
  const auto merged = repository.head();

  const CommitLog log(repository.path(), merged);
  CHECK(log.newest() == merged);
  const auto walked = log.first_parents(never);
  CHECK(subjects(walked) == Signs{"Merge the side", "Second", "First"});
  CHECK_FALSE(walked.history_begins);
  CHECK(walked.commits[0].id == merged);
  CHECK(walked.commits[0].date ==
        Date{2020, 2, 29}); // in the committer's own zone, where it is not yet March
  CHECK(walked.commits[0].author_name == "Author");
  CHECK(walked.commits[0].author_email == "author@example.org");

  CHECK(subjects(log.first_parents([&](const std::string &id) { return id == first; })) ==
        Signs{"Merge the side", "Second"});
  CHECK(log.first_parents([](const std::string &) { return true; }).commits.empty());
  CHECK(log.info(first).subject == "First");
}

TEST_CASE("a comparison without end is refused, and one beside it is not") {
  TempRepository repository;
  repository.write("a.yaml", "a");
  const auto first = repository.commit("First");
  // Folders of ten folders each, one in the other; and one folder in another, again and again.
  repository.write("make.sh",
                   "cd \"$(dirname \"$0\")\"; blob=$(git hash-object -w a.yaml)\n"
                   "many() { for i in 0 1 2 3 4 5 6 7 8 9; do printf \"$1 $2\\td$i\\n\"; done; }\n"
                   "tree=$(many '100644 blob' $blob | git mktree)\n"
                   "for level in 1 2 3 4 5; do tree=$(many '040000 tree' $tree | git mktree); done\n"
                   "deep=$(printf \"100644 blob $blob\\tx\\n\" | git mktree)\n"
                   "for level in $(seq 300); do "
                   "deep=$(printf \"040000 tree $deep\\td\\n\" | git mktree); done\n"
                   "top=$(printf \"100644 blob $blob\\ta.yaml\\n040000 tree $deep\\tdeep\\n"
                   "040000 tree $tree\\tmany\\n100644 blob $blob\\tnew.yaml\\n\" | git mktree)\n"
                   "git tag bomb $(git commit-tree -m bomb -p HEAD $top)\n");
  repository.git("-c", "alias.make=!sh ./make.sh", "make");
  std::string bomb = repository.git("rev-parse", "bomb");
  bomb.resize(bomb.find('\n'));
  for (const std::string folder : {"many", "deep"}) {
    CHECK_THROWS_AS(changed(repository, first, bomb, {folder}), TooManyFiles);
    CHECK_THROWS_AS(changed(repository, bomb, first, {folder}), TooManyFiles);
    CHECK_THROWS_AS(changed(repository, "", bomb, {folder}), TooManyFiles);
  }
  CHECK(changed(repository, first, bomb, {"new.yaml", "many/d0/d0/d0"}).size() == 1001);
  CHECK(changed(repository, bomb, bomb, {"many"}).empty());
}

TEST_CASE("a commit of a clock that is wrong has the nearest date that can be read") {
  TempRepository repository;
  const auto dated = [&](const std::string &when) {
    const auto id = repository.commit("A commit", when);
    return CommitLog(repository.path(), id).info(id).date;
  };
  CHECK(dated("@0 +0000") == Date{1970, 1, 1});
  CHECK(dated("@253402300799 +0000") == Date{2199, 12, 31});
  CHECK(dated("@9007199254740000 +0000") == Date{2199, 12, 31});
}

TEST_CASE("only the first line of a message is kept, and nothing that is no UTF-8") {
  TempRepository repository;
  const auto two = repository.commit("Ŵyneb newydd\n\nA second paragraph\nwith lines");
  repository.git("-c", "i18n.commitEncoding=latin1", "commit", "--quiet", "--allow-empty", "--message",
                 "caf\xE9");
  const auto latin = repository.head();
  const CommitLog log(repository.path(), latin);
  CHECK(log.info(two).subject == "Ŵyneb newydd");
  CHECK(log.info(latin).subject.empty());
}

TEST_CASE("a shallow clone says where its history begins, unless the walk stops before") {
  TempRepository repository;
  repository.commit("First", "2020-01-01T12:00:00+00:00");
  const auto second = repository.commit("Second", "2020-02-02T12:00:00+00:00");
  repository.commit("Third", "2020-03-03T12:00:00+00:00");
  const auto clone = repository.beside("clone");
  repository.run("clone", "--quiet", "--depth", "2", "file://" + repository.path().string(), clone.string());

  const CommitLog log(clone, repository.head());
  const auto walked = log.first_parents(never);
  CHECK(subjects(walked) == Signs{"Third", "Second"});
  CHECK(walked.history_begins == Date{2020, 2, 2});
  CHECK_FALSE(log.first_parents([&](const std::string &id) { return id == second; }).history_begins);

  const auto whole = repository.beside("whole");
  repository.run("clone", "--quiet", "--depth", "3", "file://" + repository.path().string(), whole.string());
  CHECK_FALSE(CommitLog(whole, repository.head()).first_parents(never).history_begins);
}

TEST_CASE("a commit that is missing from a clone that is not shallow is a failure") {
  TempRepository repository;
  const auto first = repository.commit("First");
  const auto second = repository.commit("Second");
  std::filesystem::remove(repository.path() / ".git/objects" / first.substr(0, 2) / first.substr(2));
  const CommitLog log(repository.path(), second);
  CHECK_THROWS_AS(log.first_parents(never), WorldError);
  CHECK_THROWS_AS(log.info(first), WorldError);
  CHECK_THROWS_AS(log.info("no id"), WorldError);
  CHECK_THROWS_AS(log.read(second), WorldError);
  CommitLog::Reader reader(log);
  CHECK_THROWS_AS(reader.blob(first, "a"), WorldError);
  CHECK_THROWS_AS(CommitLog(repository.beside("nowhere"), first), WorldError);
}

TEST_CASE("files that came, went and changed are told, sorted by their whole paths") {
  TempRepository repository;
  for (const auto *path : {"plan/a.b", "plan/a/x", "plan/a-b", "plan/a/y/z", "plan/kept", "other/file"})
    repository.write(path, "one");
  const auto first = repository.commit("First");
  for (const auto *path : {"plan/a.b", "plan/a/x", "plan/a-b", "plan/a/y/z", "other/file"})
    repository.write(path, "two");
  repository.write("plan/new", "new");
  const auto second = repository.commit("Second");

  const Signs all{"plan/a-b -+", "plan/a.b -+", "plan/a/x -+", "plan/a/y/z -+", "plan/new +"};
  CHECK(changed(repository, first, second, {"plan"}) == all);
  CHECK(changed(repository, first, second, {"plan", "plan/a", "plan/a/x"}) == all);
  CHECK(changed(repository, first, second, {"plan/a"}) == Signs{"plan/a/x -+", "plan/a/y/z -+"});
  CHECK(changed(repository, first, second, {"plan/a/x", "other"}) == Signs{"other/file -+", "plan/a/x -+"});
  CHECK(
      changed(repository, first, second, {"plan/kept", "nowhere", "plan/kept/below", "plan/a.b/x"}).empty());
  CHECK(changed(repository, first, second, {}).empty());
  CHECK(changed(repository, first, first, {"plan"}).empty());
  CHECK(changed(repository, second, first, {"plan"}).back() == "plan/new -");

  const CommitLog log(repository.path(), second);
  CommitLog::Reader reader(log);
  const auto one = reader.changes(first, second, {"plan/a.b"});
  REQUIRE(one.size() == 1);
  CHECK(log.read(one[0].before) == "one");
  CHECK(log.read(one[0].after) == "two");
  CHECK(reader.blob(second, "plan/a.b") == one[0].after);
  CHECK(reader.blob(second, "plan/a").empty());
  CHECK(reader.blob(second, "plan/a.b/c").empty());
  CHECK(reader.blob(second, "nowhere/at/all").empty());
}

TEST_CASE("before the first commit and after the last there are no files") {
  TempRepository repository;
  repository.write("plan/a", "one");
  repository.write("plan/b/c", "one");
  const auto first = repository.commit("First");
  CHECK(changed(repository, "", first, {"plan"}) == Signs{"plan/a +", "plan/b/c +"});
  CHECK(changed(repository, first, "", {"plan"}) == Signs{"plan/a -", "plan/b/c -"});
  CHECK(changed(repository, "", first, {"plan/a"}) == Signs{"plan/a +"});
}

TEST_CASE("a file that becomes a folder, and a folder that becomes a file") {
  TempRepository repository;
  repository.write("plan/a", "file");
  repository.write("plan/a.b", "file");
  repository.write("plan/b/inner", "file");
  const auto first = repository.commit("First");
  std::filesystem::remove(repository.path() / "plan/a");
  std::filesystem::remove_all(repository.path() / "plan/b");
  repository.write("plan/a/inner", "file");
  repository.write("plan/b", "file");
  const auto second = repository.commit("Second");
  const Signs all{"plan/a -", "plan/a/inner +", "plan/b +", "plan/b/inner -"};
  CHECK(changed(repository, first, second, {"plan"}) == all);
  CHECK(changed(repository, first, second, {"plan/a", "plan/b"}) == all);
  CHECK(changed(repository, first, second, {"plan/b/inner"}) == Signs{"plan/b/inner -"});
}

TEST_CASE("links and modules are no files, and how a file may be run does not matter") {
  TempRepository repository;
  repository.write("plan/link", "target");
  repository.write("plan/module", "file");
  repository.write("plan/run", "file");
  std::filesystem::create_symlink("x", repository.path() / "plan/always");
  const auto first = repository.commit("First");
  // The same bytes as a link and as a file are one blob.
  std::filesystem::remove(repository.path() / "plan/link");
  std::filesystem::create_symlink("target", repository.path() / "plan/link");
  std::filesystem::remove(repository.path() / "plan/always");
  std::filesystem::create_symlink("y", repository.path() / "plan/always");
  std::filesystem::remove(repository.path() / "plan/module");
  TempRepository other;
  other.commit("Inner");
  repository.git("rm", "--quiet", "--cached", "plan/module");
  repository.git("submodule", "--quiet", "add", other.path().string(), "plan/module");
  repository.git("update-index", "--chmod=+x", "plan/run");
  std::filesystem::permissions(repository.path() / "plan/run", std::filesystem::perms::owner_all);
  const auto second = repository.commit("Second");
  CHECK(changed(repository, first, second, {"plan"}) == Signs{"plan/link -", "plan/module -"});
  CHECK(changed(repository, second, first, {"plan"}) == Signs{"plan/link +", "plan/module +"});
  const CommitLog log(repository.path(), second);
  CommitLog::Reader reader(log);
  CHECK(reader.blob(second, "plan/link").empty());
  CHECK(reader.blob(second, "plan/module").empty());
  CHECK(reader.blob(second, "plan/module/x").empty());
  CHECK_FALSE(reader.blob(second, "plan/run").empty());
}

TEST_CASE("branches, tags of both kinds and beginnings of ids are found, and nothing else") {
  TempRepository repository;
  const auto first = repository.commit("First");
  repository.git("tag", "light");
  repository.git("tag", "--annotate", "--message", "To the board", "board");
  repository.git("tag", "--annotate", "--message", "A tag of a tag", "again", "board");
  repository.git("branch", "drafts/summer");
  repository.write("a", "a");
  const auto second = repository.commit("Second");
  const CommitLog log(repository.path(), second);
  for (const auto *name : {"light", "board", "again", "drafts/summer", "refs/tags/board", "main~1"})
    CHECK(log.find(name) == first);
  CHECK(log.find("main") == second);
  CHECK(log.find("HEAD") == second);
  CHECK(log.find(first.substr(0, 8)) == first);
  CHECK(log.find(first) == first);
  for (const auto *name : {"", "nowhere", "HEAD:a", "HEAD^{tree}", "light..board", "--all", "HEAD~9",
                           "0123456789012345678901234567890123456789"}) {
    INFO(name);
    CHECK_FALSE(log.find(name));
  }
}

TEST_CASE("the commit that two commits come from is where their branches part") {
  TempRepository repository;
  const std::string first = repository.commit("First");
  repository.git("checkout", "--quiet", "-b", "draft");
  const std::string draft = repository.commit("Draft");
  repository.git("checkout", "--quiet", "main");
  const std::string second = repository.commit("Second");
  repository.git("checkout", "--quiet", "--orphan", "other");
  const std::string other = repository.commit("Another beginning");
  const CommitLog log(repository.path(), second);
  CHECK(log.merge_base(second, draft) == first);
  CHECK(log.merge_base(draft, first) == first);
  CHECK(log.merge_base(second, other) == std::nullopt);
  CHECK(log.merge_base("no id", first) == std::nullopt);
}

TEST_CASE("many threads compare with one log") {
  TempRepository repository;
  std::vector<std::string> commits;
  for (int i = 0; i < 20; ++i) {
    repository.write("plan/" + std::to_string(i % 5), std::to_string(i));
    commits.push_back(repository.commit("Commit"));
  }
  const CommitLog log(repository.path(), commits.back());
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < 400; ++i)
    indices.push_back(i);
  const auto compare = [&](std::size_t index) {
    CommitLog::Reader reader(log);
    const auto changes = reader.changes(commits[index / 20], commits[index % 20], {"plan"});
    std::string text = std::to_string(log.first_parents(never).commits.size());
    for (const auto &one : changes)
      text += one.path + one.before + (one.after.empty() ? "" : log.read(one.after));
    return text;
  };
  CHECK(parallel_map(indices, 8, compare) == parallel_map(indices, 1, compare));
}
