#include "base/diagnostic.hpp"
#include "catch.hpp"
#include "history/history.hpp"
#include "past_fixture.hpp"

#include <algorithm>
#include <random>

using namespace localoffer;
using testing::everything;
using testing::in_words;
using testing::Past;
using testing::scale_settings;
using testing::Texts;

namespace {

/// What each commit brought, for the tests that are about one file.
Texts after_the_first(const History &history) {
  Texts all;
  for (const auto &event : history.events)
    if (event.commit > 0) all.push_back(in_words(event));
  return all;
}

std::string with_folder(const std::string &folder) {
  std::string settings = scale_settings;
  return settings.replace(settings.find("content: content"), 16, "content: " + folder);
}

/// Reads the history of each first parent of HEAD in turn, with the store that lives on, and holds it to a
/// reading without one.
void check_step_by_step(const Past &past, Store &store) {
  const CommitLog log(past.repository.path(), past.repository.head());
  auto commits = log.first_parents([](const std::string &) { return false; }).commits;
  for (auto commit = commits.rbegin(); commit != commits.rend(); ++commit) {
    INFO(commit->subject << " " << commit->id);
    CHECK(everything(past.history(&store, 1, commit->id)) ==
          everything(past.history(nullptr, 1, commit->id)));
  }
}

/// A past with every kind of trouble: a file that cannot be read, a folder that moves, a list that is cut up,
/// a merge, and commits that are about other things.
struct Eventful : Past {
  Eventful() {
    milestone("all", "- {id: a, title: A, status: planned}\n- {id: b, title: B, status: late}\n");
    measure("m", "title: M\nobservations: [{date: 2020-01, value: 5}]\n");
    commit("2020-01-01");
    write("README.md", "Outside").commit("2020-01-02");
    milestone("all", "- {id: a, title: A, status: late}\n- {id: b, title: B, status: late}\n")
        .commit("2020-01-03");
    milestone("all", "- {id: a, title: [A\n").commit("2020-01-04");
    milestone("all", "<<<<<<< HEAD\n").commit("2020-01-05");
    measure("m", "title: M\nobservations: [{date: 2020-01, value: 6}]\n").commit("2020-01-06");
    milestone("all", "- {id: a, title: A, status: complete}\n").commit("2020-01-07");
    repository.git("checkout", "--quiet", "-b", "side");
    milestone("c", "title: C\nstatus: planned\n").commit("2020-01-08");
    milestone("c", "title: C\nstatus: late\n").commit("2020-01-09");
    repository.git("checkout", "--quiet", "main");
    milestone("d", "title: D\n").commit("2020-01-10");
    repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "side");
    move("content", "area").write("site.yaml", with_folder("area")).commit("2020-01-11");
    write("area/milestones/d.yaml", "title: E\n").commit("2020-01-12");
  }
};

} // namespace

TEST_CASE("a history begins with the commit that has the settings, and tells each commit after it") {
  Past past;
  std::filesystem::remove(past.repository.path() / "site.yaml");
  past.milestone("a", "title: Before there was a site\n").commit("2019-01-01");
  past.write("site.yaml", scale_settings).milestone("a", "title: A\nstatus: planned\n");
  const auto first = past.commit("2020-01-01");
  past.write("README.md", "Outside").commit("2020-02-01");
  past.milestone("a", "title:   A\nstatus: 'planned' # the same\n").commit("2020-03-01");
  past.milestone("a", "title: A\nstatus: late\n");
  const auto second = past.commit("2020-04-01");

  const auto history = past.history();
  REQUIRE(history.commits.size() == 2);
  CHECK(history.commits[0].id == first);
  CHECK(history.commits[1].id == second);
  CHECK(history.commits[1].date == Date{2020, 4, 1});
  CHECK(in_words(history) ==
        Texts{"added milestone a (A)", "added site site (Site)", "milestone a: status: planned -> late"});
  CHECK(history.unreadable == 0);
  CHECK_FALSE(history.begins);
  CHECK(history.commit_of(history.events[2]).id == second);
}

TEST_CASE("there is no history without the settings") {
  Past past;
  past.commit("2020-01-01");
  const CommitLog log(past.repository.path(), past.repository.head());
  CHECK(read_history({log, "elsewhere.yaml", nullptr, 1}).commits.empty());
  MemoryStore store;
  CHECK(read_history({log, "elsewhere.yaml", &store, 1}).events.empty());
  CHECK(read_history({log, "elsewhere.yaml", &store, 1}).events.empty());
}

TEST_CASE("merged work is one change, told by the merge") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n").commit("2020-01-01");
  past.repository.git("checkout", "--quiet", "-b", "side");
  past.milestone("a", "title: A\nstatus: at-risk\n").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: late\n").commit("2020-03-01");
  past.repository.git("checkout", "--quiet", "main");
  past.milestone("b", "title: B\n").commit("2020-02-15");
  past.repository.set_date("2020-04-01T12:00:00Z");
  past.repository.git("merge", "--quiet", "--no-ff", "--message", "Merge the side", "side");
  const auto history = past.history();
  REQUIRE(history.commits.size() == 3);
  CHECK(history.commits[2].subject == "Merge the side");
  CHECK(in_words(history, 1) == Texts{"added milestone b (B)"});
  CHECK(in_words(history, 2) == Texts{"milestone a: status: planned -> late"});
}

TEST_CASE("commits without the settings are passed over, and what changed meanwhile is told after them") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n").commit("2020-01-01");
  past.remove("site.yaml").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: at-risk\n").commit("2020-03-01");
  past.write("site.yaml", scale_settings).milestone("a", "title: A\nstatus: late\n").commit("2020-04-01");
  const auto history = past.history();
  REQUIRE(history.commits.size() == 2);
  CHECK(in_words(history, 1) == Texts{"milestone a: status: planned -> late"});
  CHECK(history.commits[1].date == Date{2020, 4, 1});
  MemoryStore store;
  check_step_by_step(past, store);
}

TEST_CASE("a file that cannot be read counts as it was, and is told when it can be read again") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n").milestone("b", "title: [B\n").commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: [late\n").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: {late\n").commit("2020-03-01");
  past.milestone("a", "title: A\nstatus: late\n").commit("2020-04-01");
  past.milestone("b", "title: B\n").commit("2020-05-01");
  past.milestone("a", "[").commit("2020-06-01");
  past.remove("content/milestones/a.yaml").commit("2020-07-01");
  const auto history = past.history();
  CHECK(history.unreadable == 4);
  CHECK(after_the_first(history) ==
        Texts{"milestone a: status: planned -> late", "added milestone b (B)", "removed milestone a (A)"});
  REQUIRE(history.commits.size() == 4);
  CHECK(history.commits[1].date == Date{2020, 4, 1});
  MemoryStore store;
  check_step_by_step(past, store);
}

TEST_CASE("the content folder may be moved") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n").milestone("b", "title: B\n").commit("2020-01-01");
  past.move("content", "areas/made").write("site.yaml", with_folder("areas/made/"));
  past.write("areas/made/milestones/a.yaml", "title: A\nstatus: late\n").commit("2020-02-01");
  past.write("areas/made/milestones/b.yaml", "title: C\n").commit("2020-03-01");
  CHECK(after_the_first(past.history()) == Texts{"milestone a: status: planned -> late",
                                                 "site site: content: content -> areas/made/",
                                                 "milestone b: title: B -> C"});
  MemoryStore store;
  check_step_by_step(past, store);
}

TEST_CASE("the settings may turn to a folder that was there before") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n").milestone("b", "title: B\n");
  past.write("other/milestones/a.yaml", "title: A\nstatus: late\n").commit("2020-01-01");
  past.write("other/milestones/c.yaml", "title: C\n").commit("2020-02-01"); // not the site's yet
  past.write("site.yaml", with_folder("other")).commit("2020-03-01");
  CHECK(after_the_first(past.history()) ==
        Texts{"milestone a: status: planned -> late", "added milestone c (C)",
              "site site: content: content -> other", "removed milestone b (B)"});
  past.milestone("b", "title: Nobody reads this any more\n").commit("2020-04-01");
  past.write("site.yaml", with_folder("content/../content")).commit("2020-05-01"); // leads nowhere
  const auto history = past.history();
  CHECK(in_words(history, 2) == Texts{"site site: content: other -> content/../content"});
  MemoryStore store;
  check_step_by_step(past, store);
}

TEST_CASE("while the settings cannot be read, the content is where it was") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n").commit("2020-01-01");
  past.write("site.yaml", "title: [Site\n").milestone("a", "title: A\nstatus: late\n").commit("2020-02-01");
  past.milestone("a", "title: B\nstatus: late\n").commit("2020-03-01");
  past.write("site.yaml", scale_settings).milestone("b", "title: B\n").commit("2020-04-01");
  const auto history = past.history();
  CHECK(history.unreadable == 1);
  CHECK(after_the_first(history) ==
        Texts{"milestone a: status: planned -> late", "milestone a: title: A -> B", "added milestone b (B)"});
  MemoryStore store;
  check_step_by_step(past, store);
}

TEST_CASE("content that was there before the settings could be read is new when they can be") {
  Past past;
  past.write("site.yaml", "title: [Site\n").milestone("a", "title: A\n").commit("2020-01-01");
  past.milestone("b", "title: B\n").commit("2020-02-01");
  past.write("site.yaml", scale_settings).commit("2020-03-01");
  CHECK(in_words(past.history()) ==
        Texts{"added milestone a (A)", "added milestone b (B)", "added site site (Site)"});
  MemoryStore store;
  check_step_by_step(past, store);
}

TEST_CASE("records move between files, and files between names, without being news") {
  Past past;
  past.milestone("all", "- {id: a, title: A}\n- {id: b, title: B}\n").commit("2020-01-01");
  past.milestone("all", "- {id: b, title: B}\n").milestone("a", "title: A\n").commit("2020-02-01");
  past.move("content/milestones/a.yaml", "content/milestones/deep/a.yml").commit("2020-03-01");
  past.remove("content/milestones/all.yaml").milestone("x", "id: b\ntitle: B\n").commit("2020-04-01");
  past.move("content/milestones/x.yaml", "content/terms/x.yaml").commit("2020-05-01");
  CHECK(after_the_first(past.history()) == Texts{"added term b (B)", "removed milestone b (B)"});
}

TEST_CASE("the same bytes under another ending are read as that ending wants") {
  Past past;
  const std::string yaml = "title: A\nstatus: planned\n";
  past.write("content/milestones/a.md", yaml).commit("2020-01-01"); // no lines of ---
  past.move("content/milestones/a.md", "content/milestones/a.yaml").commit("2020-02-01");
  past.move("content/milestones/a.yaml", "content/milestones/a.md").commit("2020-03-01");
  past.write("content/milestones/a.md", "---\n" + yaml + "---\n").commit("2020-04-01");
  const auto history = past.history();
  CHECK(history.unreadable == 2);
  CHECK_THAT(in_words(history, 1), Catch::VectorContains(std::string("added milestone a (A)")));
  MemoryStore store;
  check_step_by_step(past, store);
}

TEST_CASE("a list that is too large for check is too large for the history") {
  Past past;
  std::string list;
  for (int i = 0; i < 1100; ++i)
    list += "- id: m" + std::to_string(i) + "\n  meaning: " + std::string(1000, 'x') + "\n";
  past.milestone("all", list).commit("2020-01-01");
  CHECK(past.history().unreadable == 1);
}

TEST_CASE("the history is the same with a store and without, on one thread and on eight") {
  const Eventful past;
  const auto clean = everything(past.history());
  REQUIRE(clean.size() > 15);
  CHECK(everything(past.history(nullptr, 8)) == clean);
  MemoryStore store;
  CHECK(everything(past.history(&store, 8)) == clean);
  CHECK(everything(past.history(&store, 1)) == clean);
  MemoryStore step_by_step;
  check_step_by_step(past, step_by_step);
  check_step_by_step(past, step_by_step);
  MemoryStore rewritten;
  check_step_by_step(past, rewritten);
  past.repository.git("reset", "--quiet", "--hard", "HEAD~2");
  check_step_by_step(past, rewritten);
}

TEST_CASE("after a branch was rewritten, what was before it is gone on from") {
  Past past;
  past.milestone("a", "title: A\nstatus: planned\n").commit("2020-01-01");
  past.milestone("a", "title: A\nstatus: late\n").commit("2020-02-01");
  past.milestone("a", "title: A\nstatus: [\n").commit("2020-03-01");
  MemoryStore store;
  past.history(&store);
  past.repository.git("reset", "--quiet", "--hard", "HEAD~2");
  past.milestone("a", "title: A\nstatus: complete\n").commit("2020-02-02");
  CHECK(after_the_first(past.history(&store)) == Texts{"milestone a: status: planned -> complete"});
  CHECK(past.history(&store).unreadable == 0);
}

TEST_CASE("a store forgets old histories, and the settings of one site are not those of another") {
  Past past;
  past.write("other.yaml", with_folder("other")).write("other/milestones/o.yaml", "title: O\n");
  MemoryStore store;
  std::size_t most = 0;
  for (int i = 0; i < 30; ++i) {
    past.milestone("a", "title: A\norder: " + std::to_string(i) + "\n");
    past.commit("2020-01-" + std::to_string(10 + i % 10));
    past.history(&store);
    if (i == 15) most = store.size();
  }
  CHECK(store.size() <= most + 15); // one parsed file a commit, and no more histories
  const CommitLog log(past.repository.path(), past.repository.head());
  CHECK(in_words(read_history({log, "other.yaml", &store, 1})) ==
        Texts{"added milestone o (O)", "added site site (Site)"});
}

TEST_CASE("what a store gives back damaged is not believed") {
  /// Gives every value with one byte changed, or cut off.
  struct Damaging final : Store {
    MemoryStore inner;
    mutable std::mt19937 random{7};
    std::vector<std::optional<std::string>> get(const std::vector<std::string> &keys) const override {
      auto values = inner.get(keys);
      for (auto &value : values)
        if (value && !value->empty()) value->resize(random() % value->size());
      return values;
    }
    void put(const std::vector<std::pair<std::string, std::string>> &values) override { inner.put(values); }
  };
  const Eventful past;
  Damaging store;
  for (int turn = 0; turn < 3; ++turn)
    check_step_by_step(past, store);
}

TEST_CASE("a shallow clone says where its history begins, and that is not remembered") {
  const Eventful past;
  const auto clone = past.repository.beside("clone");
  past.repository.run("clone", "--quiet", "--depth", "3", "file://" + past.repository.path().string(),
                      clone.string());
  MemoryStore store;
  {
    const CommitLog log(clone, past.repository.head());
    const auto history = read_history({log, "site.yaml", &store, 1});
    REQUIRE(history.begins);
    CHECK(history.commits.size() == 3);
    CHECK(everything(read_history({log, "site.yaml", &store, 1})) == everything(history));
  }
  past.repository.run("-C", clone.string(), "fetch", "--quiet", "--unshallow");
  const CommitLog log(clone, past.repository.head());
  CHECK(everything(read_history({log, "site.yaml", &store, 1})) == everything(past.history()));
}

TEST_CASE("a repository that lacks a commit fails, and says so") {
  Past past;
  const auto first = past.commit("2020-01-01");
  past.milestone("a", "title: A\n").commit("2020-02-01");
  std::filesystem::remove(past.repository.path() / ".git/objects" / first.substr(0, 2) / first.substr(2));
  CHECK_THROWS_AS(past.history(), WorldError);
}

TEST_CASE("the bytes that say 'this is UTF-8' at the beginning of a file are no part of it") {
  const std::string text = "---\ntitle: A\nstatus: planned\n---\nText\n";
  Past past;
  past.write("content/milestones/a.md", "\xEF\xBB\xBF" + text).commit("2020-01-01");
  past.write("content/milestones/a.md", text).commit("2020-01-02");
  const auto history = past.history();
  CHECK(history.unreadable == 0);
  CHECK(in_words(history, 0).size() > 0);
  CHECK(after_the_first(history).empty());
}

TEST_CASE("a history is the same whether files are at hand or have to be fetched") {
  const Eventful past;
  const CommitLog log(past.repository.path(), past.repository.head());
  const std::string path = "area/milestones/d.yaml";
  const SourceFile file{path, read_file(past.repository.path() / path),
                        past.repository.git("hash-object", path).substr(0, 40)};
  const std::unordered_map<std::string_view, const SourceFile *> at_hand{{file.id, &file}};
  CHECK(everything(read_history({log, "site.yaml", nullptr, 1, &at_hand})) == everything(past.history()));
}
