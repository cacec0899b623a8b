#include "base/diagnostic.hpp"
#include "catch.hpp"
#include "source/locate.hpp"
#include "source/snapshot.hpp"
#include "support/temp_repository.hpp"

#include <functional>
#include <unistd.h>

using namespace localoffer;
using testing::TempRepository;

namespace {

/// The failure and its remedy, as a person would read them; empty when nothing fails.
std::string failure_of(const std::function<void()> &action) {
  try {
    action();
  } catch (const WorldError &error) {
    return error.what() + std::string("\n") + error.remedy();
  }
  return {};
}

bool contains(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a missing revision is named, with the nearest branch and how to list them") {
  TempRepository repository;
  repository.write("a.yaml", "a");
  repository.commit("First");
  repository.git("branch", "draft/spring");
  repository.git("tag", "board-2021-03");
  const auto failure = [&](const std::string &revision) {
    return failure_of([&] { open_commit(repository.path(), revision); });
  };
  CHECK(contains(failure("drft/spring"), "no revision 'drft/spring'"));
  CHECK(contains(failure("drft/spring"), "Did you mean 'draft/spring'?"));
  CHECK(contains(failure("board-2021-3"), "Did you mean 'board-2021-03'?"));
  CHECK(contains(failure("board-2021-3~1"), "Did you mean 'board-2021-03'?"));
  CHECK(contains(failure("HEAD~7"), "branch --all"));
  CHECK_FALSE(contains(failure("HEAD~7"), "Did you mean"));
  CHECK(contains(failure("0123456789"), "no revision '0123456789'"));
  CHECK(contains(failure("..bad..name"), "'..bad..name'"));
  CHECK(contains(failure("HEAD:a.yaml"), "names a blob, not a commit"));
  CHECK(contains(failure("HEAD^{tree}"), "names a tree, not a commit"));
}

TEST_CASE("a repository without commits says so, and its work tree can be read") {
  TempRepository repository;
  repository.write("a.yaml", "a");
  const auto failure = failure_of([&] { open_commit(repository.path(), "HEAD"); });
  CHECK(contains(failure, "has no commits yet"));
  CHECK(contains(failure, "--work-tree"));
  const auto work_tree = open_work_tree(repository.path());
  CHECK(work_tree->list("").size() == 1);
  CHECK_FALSE(work_tree->info().date);
  CHECK(work_tree->last_changed({"a.yaml"}).dates.empty());
}

TEST_CASE("a bare repository has no work tree, and a folder may be no repository") {
  TempRepository repository;
  repository.commit("First");
  const auto bare = repository.beside("plan.git");
  repository.run("clone", "--quiet", "--bare", repository.path().string(), bare.string());
  CHECK(contains(failure_of([&] { open_work_tree(bare); }), "bare repository"));
  CHECK(contains(failure_of([&] { open_commit(repository.home(), "HEAD"); }), "no git repository"));
  CHECK(contains(failure_of([&] { open_folder(repository.beside("nowhere")); }), "no folder"));
}

TEST_CASE("another user's repository is refused with the command that allows it, and that command works") {
  if (::geteuid() != 0) {
    WARN("only root can give a folder to another user: not tried");
    return;
  }
  TempRepository repository;
  repository.write("site/a.yaml", "a");
  repository.commit("First");
  const auto bare = repository.beside("plan.git");
  repository.run("clone", "--quiet", "--bare", repository.path().string(), bare.string());
  for (const auto &top : {repository.path(), bare}) {
    INFO(top);
    REQUIRE(std::system(("chown -R 12345 '" + top.string() + "'").c_str()) == 0);
    const auto failure = failure_of([&] { open_commit(top, "HEAD"); });
    CHECK(contains(failure, "belongs to another user"));
    CHECK(contains(failure, "git config --global --add safe.directory '" + top.string() + "'"));
    CHECK(
        contains(failure_of([&] { locate(top / "site/a.yaml"); }), "safe.directory '" + top.string() + "'"));
    repository.run("config", "--global", "--add", "safe.directory", top.string());
    CHECK(failure_of([&] { open_commit(top, "HEAD")->read("site/a.yaml"); }).empty());
  }
}

TEST_CASE("damage is reported with the command that looks for it") {
  TempRepository repository;
  repository.write("a.yaml", std::string(1000, 'a'));
  repository.commit("First");
  std::string id = repository.git("rev-parse", "HEAD:a.yaml");
  id.resize(40);
  const auto object = repository.path() / ".git/objects" / id.substr(0, 2) / id.substr(2);
  std::filesystem::permissions(object, std::filesystem::perms::owner_all);
  SECTION("an object that was cut short") {
    std::filesystem::resize_file(object, 5);
  }
  SECTION("an object that is gone") {
    std::filesystem::remove(object);
  }
  SECTION("an object with other bytes") {
    repository.write("b.yaml", std::string(1000, 'b'));
    std::string other = repository.git("hash-object", "-w", "b.yaml");
    std::filesystem::remove(object);
    std::filesystem::copy_file(repository.path() / ".git/objects" / other.substr(0, 2) / other.substr(2, 38),
                               object);
  }
  const auto snapshot = open_commit(repository.path(), "HEAD");
  const auto failure = failure_of([&] { snapshot->read("a.yaml"); });
  CHECK(contains(failure, "cannot read 'a.yaml'"));
  CHECK(contains(failure, "fsck"));
}

TEST_CASE("a branch that names a commit that is gone is damage, not a wrong name") {
  TempRepository repository;
  const auto id = repository.commit("First");
  std::filesystem::remove(repository.path() / ".git/objects" / id.substr(0, 2) / id.substr(2));
  CHECK(contains(failure_of([&] { open_commit(repository.path(), "HEAD"); }), "fsck"));
  CHECK(contains(failure_of([&] { open_commit(repository.path(), "main"); }), "fsck"));
}
