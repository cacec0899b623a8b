#include "publish/branch.hpp"
#include "base/diagnostic.hpp"
#include "catch.hpp"
#include "support/temp_repository.hpp"

using namespace localoffer;
using testing::TempRepository;

namespace {

std::vector<Output> outputs_of(const std::string &edition) {
  return {{"index.html", edition}, {"deep/er/same.html", "same"}, {edition + "/index.html", edition}};
}

Provenance from(const std::string &commit) {
  return {"localoffer 0.1.0", "commit " + commit.substr(0, 10) + ", 2021-03-25", "site/plan.yaml", commit,
          ""};
}

std::string failure_of(const std::function<void()> &act) {
  try {
    act();
  } catch (const WorldError &error) {
    return error.what();
  }
  return {};
}

bool contains(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a site is committed to a branch that holds nothing else") {
  TempRepository repository;
  repository.write("site/plan.yaml", "title: Plan\n");
  const auto first = repository.commit("first");
  BranchPublisher branch({repository.path(), "gh-pages", ""});
  CHECK_FALSE(branch.shown());
  const auto report = branch.publish(outputs_of("one"), from(first));
  REQUIRE(report);
  CHECK(report->written == 3);
  CHECK(repository.git("ls-tree", "-r", "--name-only", "gh-pages") ==
        ".localoffer-manifest\n.nojekyll\ndeep/er/same.html\nindex.html\none/index.html\n");
  CHECK(repository.git("show", "gh-pages:index.html") == "one");
  CHECK(repository.git("rev-list", "--count", "gh-pages") == "1\n");

  const auto second = repository.commit("second", "2021-04-25T12:00:00+01:00");
  BranchPublisher again({repository.path(), "gh-pages", ""});
  REQUIRE(again.shown());
  CHECK(again.shown()->commit == first);
  const auto later = again.publish(outputs_of("two"), from(second));
  REQUIRE(later);
  CHECK(later->written == 2);
  CHECK(later->shared == 1);
  CHECK(later->removed == 1);
  CHECK(repository.git("rev-list", "--count", "gh-pages") == "2\n");
  CHECK(repository.git("rev-parse", "gh-pages:deep") == repository.git("rev-parse", "gh-pages~1:deep"));
  CHECK(repository.git("log", "-1", "--format=%cI", "gh-pages") == "2021-04-25T12:00:00+01:00\n");
  repository.git("fsck", "--strict");
}

TEST_CASE("the domain that GitHub keeps in a file stays") {
  TempRepository repository;
  const auto commit = repository.commit("first");
  REQUIRE(BranchPublisher({repository.path(), "pages", ""}).publish(outputs_of("one"), from(commit)));
  repository.git("checkout", "--quiet", "pages");
  repository.write("CNAME", "plan.example.org\n");
  repository.commit("Set the domain");
  repository.git("checkout", "--quiet", "main");
  REQUIRE(BranchPublisher({repository.path(), "pages", ""}).publish(outputs_of("two"), from(commit)));
  CHECK(repository.git("show", "pages:CNAME") == "plan.example.org\n");
}

TEST_CASE("a branch with other things in it is refused") {
  TempRepository repository;
  repository.write("plan.md", "# Plan\n");
  repository.commit("first");
  repository.git("branch", "work");
  const auto tip = repository.git("rev-parse", "work");
  CHECK(contains(failure_of([&] {
                   BranchPublisher({repository.path(), "work", ""});
                 }),
                 "was not written by"));
  CHECK(contains(failure_of([&] { BranchPublisher({repository.path(), "main", ""}); }), "checked out"));
  CHECK(contains(failure_of([&] { BranchPublisher({repository.path(), "a..b", ""}); }), "not a name"));
  CHECK(repository.git("rev-parse", "work") == tip);
}

TEST_CASE("a branch that moved meanwhile is not overwritten") {
  TempRepository repository;
  const auto commit = repository.commit("first");
  BranchPublisher slow({repository.path(), "pages", ""});
  REQUIRE(BranchPublisher({repository.path(), "pages", ""}).publish(outputs_of("quick"), from(commit)));
  CHECK_FALSE(slow.publish(outputs_of("slow"), from(commit)));
  CHECK(slow.shown()); // it was read again
  CHECK(repository.git("show", "pages:index.html") == "quick");
  CHECK(slow.publish(outputs_of("slow"), from(commit)));
  CHECK(repository.git("rev-list", "--count", "pages") == "2\n");
}

TEST_CASE("a branch is pushed, unless somebody else pushed first") {
  TempRepository repository;
  const auto commit = repository.commit("first");
  const auto remote = repository.beside("remote.git").string();
  repository.run("init", "--bare", "--quiet", remote);
  BranchPublisher slow({repository.path(), "pages", remote});
  BranchPublisher quick({repository.path(), "pages", remote});
  REQUIRE(quick.publish(outputs_of("quick"), from(commit)));
  CHECK(repository.run("-C", remote, "show", "pages:index.html") == "quick");
  CHECK_FALSE(slow.publish(outputs_of("slow"), from(commit)));
  CHECK(repository.run("-C", remote, "show", "pages:index.html") == "quick");
  REQUIRE(slow.publish(outputs_of("slow"), from(commit)));
  CHECK(repository.run("-C", remote, "rev-list", "--count", "pages") == "2\n");
  // Another clone begins from what the remote has.
  TempRepository other;
  const auto other_commit = other.commit("first");
  BranchPublisher third({other.path(), "pages", remote});
  REQUIRE(third.shown());
  CHECK(third.shown()->commit == commit);
  CHECK(contains(failure_of([&] {
                   BranchPublisher({other.path(), "pages", "/no/such/remote"});
                 }),
                 "git says"));
}
