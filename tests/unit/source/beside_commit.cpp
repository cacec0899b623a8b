#include "source/beside_commit.hpp"
#include "catch.hpp"
#include "support/temp_repository.hpp"

using namespace localoffer;
using testing::TempRepository;

TEST_CASE(
    "what a site may follow from beside its commit changes with every tag, and with where a clone begins") {
  TempRepository repository;
  repository.write("a", "1");
  const auto first = repository.commit("One");
  repository.write("a", "2");
  repository.commit("Two");
  const auto without = beside_commit(repository.path());
  CHECK(without.empty());
  repository.git("tag", "winter");
  const auto with = beside_commit(repository.path());
  CHECK(with.find("refs/tags/winter " + repository.head()) != std::string::npos);
  repository.git("branch", "other"); // a branch is no part of any site
  CHECK(beside_commit(repository.path()) == with);
  repository.git("tag", "--force", "winter", first);
  CHECK(beside_commit(repository.path()) != with);

  const auto clone = repository.beside("clone");
  repository.run("clone", "--quiet", "--depth=1", "file://" + repository.path().string(), clone.string());
  const auto shallow = beside_commit(clone);
  repository.run("-C", clone.string(), "fetch", "--quiet", "--unshallow");
  CHECK(beside_commit(clone) != shallow);
}
