#include "catch.hpp"
#include "history/history.hpp"
#include "past_fixture.hpp"

using namespace localoffer;
using testing::in_words;
using testing::Past;
using testing::Texts;

namespace {

/// What turned the first commit into the second.
Texts second(const CommitPair &pair) {
  Texts all;
  for (const auto &event : pair.history.events)
    if (event.commit > 0) all.push_back(in_words(event));
  return all;
}

} // namespace

TEST_CASE("two commits are compared as if one came right after the other") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n").milestone("b", "title: B\n");
  const auto first = past.commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: at-risk\n").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: late\n").remove("content/milestones/b.yaml");
  const auto third = past.commit("2020-03-01");
  const auto pair = past.compare(first, third);
  CHECK(pair.before.id == first);
  CHECK(pair.after.id == third);
  REQUIRE(pair.history.commits.size() == 2);
  CHECK(pair.history.commits[0].id == first);
  CHECK(second(pair) == Texts{"milestone a: status: planned -> late", "removed milestone b (B)"});
  // The other way about: the newer one first.
  CHECK(second(past.compare(third, first)) ==
        Texts{"milestone a: status: late -> planned", "added milestone b (B)"});
}

TEST_CASE("where nothing differs, the second commit is not there") {
  Past past;
  past.milestone("a", "title: A\n");
  const auto first = past.commit("2020-01-01");
  past.write("README.md", "Outside");
  const auto second_commit = past.commit("2020-02-01");
  for (const auto &other : {first, second_commit}) {
    const auto pair = past.compare(first, other);
    CHECK(pair.history.commits.size() == 1);
    CHECK(pair.history.commits[0].id == first);
    CHECK(second(pair).empty());
  }
}

TEST_CASE("commits that do not come from each other are compared too") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n");
  const auto first = past.commit("2020-01-01");
  past.repository.git("checkout", "--quiet", "--orphan", "other");
  past.milestone("a", "title: A\nstatus: late\n");
  const auto other = past.commit("2019-01-01");
  CHECK(second(past.compare(first, other)) == Texts{"milestone a: status: planned -> late"});
}

TEST_CASE("a first commit without a site has nothing, and all of the second is new") {
  Past past;
  past.remove("site.yaml").write("README.md", "Outside");
  const auto first = past.commit("2020-01-01");
  past.write("site.yaml", testing::scale_settings).milestone("a", "title: A\n");
  const auto later = past.commit("2020-02-01");
  const auto pair = past.compare(first, later);
  REQUIRE(pair.history.commits.size() == 2);
  CHECK(pair.history.commits[0].id == first);
  CHECK(second(pair) == Texts{"added milestone a (A)", "added site site (Site)"});
  CHECK(second(past.compare(first, first)).empty());
}

TEST_CASE("a first commit whose settings cannot be read has nothing either") {
  Past past;
  past.write("site.yaml", "title: [Site\n").milestone("a", "title: A\n");
  const auto first = past.commit("2020-01-01");
  past.write("site.yaml", testing::scale_settings);
  const auto later = past.commit("2020-02-01");
  CHECK(second(past.compare(first, later)) == Texts{"added milestone a (A)", "added site site (Site)"});
}
