#include "review/personal_history.hpp"

#include "catch.hpp"
#include "source/snapshot.hpp"
#include "support/temp_repository.hpp"

#include <algorithm>

using namespace localoffer;

// Numbers and addresses that belong to nobody: see programme/personal_data.cpp.

namespace {

const std::string page = "content/pages/contact.md", measure = "content/measures/waiting.yaml";

std::string page_of(const std::string &words) {
  return "---\ntitle: Who to ask\n---\n" + words + "\n";
}

std::string measure_of(const std::string &figure) {
  return "title: Children who wait\nunit: count\nobservations:\n  - {date: 2021-02, value: 9}\n  - {date: "
         "2021-03, " +
         figure + "}\n";
}

/// A repository with a site, and a draft that begins at its first commit.
struct Draft {
  testing::TempRepository repository;
  std::string base;

  Draft() {
    repository.write("site.yaml", "content: content\nemail_domains: [example.org]\n"
                                  "contacts:\n  - {kind: telephone, label: Us, value: 01632 960101}\n");
    repository.write(page, page_of("Write to old@example.net."));
    base = repository.commit("Begin");
  }

  std::string commit(const std::string &path, const std::string &text, const std::string &message = "Write") {
    repository.write(path, text);
    return repository.commit(message);
  }

  std::vector<Diagnostic> found() const {
    const auto log = open_commit(repository.path(), "HEAD")->log();
    return personal_data_since(*log, base, {"site.yaml", "content"}, 2);
  }
};

} // namespace

TEST_CASE("what one commit of a draft brings and a later one takes out is found") {
  Draft draft;
  const auto guilty = draft.commit(page, page_of("Write to old@example.net.\n\nOr call 07700 900123."));
  draft.commit(page, page_of("Write to old@example.net.\n\nOr call 07700 900123, or us."));
  draft.commit(page, page_of("Write to old@example.net.\n\nOr call 01632 960101."));
  const auto found = draft.found();
  REQUIRE(found.size() == 1);
  const auto &one = found.front();
  CHECK(one.code == "personal-data");
  CHECK(one.severity == Severity::error);
  CHECK(one.span.file_path() == page);
  CHECK(one.span.place == Place{6, 9, 12});
  CHECK_FALSE(one.span.file);
  CHECK_THAT(one.message, Catch::Contains(guilty.substr(0, 10)));
  CHECK_THAT(one.help, Catch::Contains("git rebase -i " + guilty.substr(0, 10) + "~1"));
  CHECK(one.message.find("900123") == std::string::npos);
  CHECK(one.help.find("900123") == std::string::npos);
}

TEST_CASE("what was there before a draft, or is allowed at its end, is not the draft's") {
  Draft draft;
  draft.commit(page, page_of("Or write to old@example.net. Call 01632 960101. The office is at ZZ1 1ZZ."));
  CHECK(draft.found().size() == 1);
  draft.commit(page,
               page_of("Or write to old@example.net.\n\n<!-- allow personal-data: the office -->\nZZ1 1ZZ"));
  CHECK(draft.found().empty());
}

TEST_CASE("a file that comes and goes is found, and one that cannot be read") {
  Draft draft;
  draft.commit("content/pages/other.yaml", "title: [\n  call 07700 900123\n");
  draft.repository.git("rm", "-q", "content/pages/other.yaml");
  draft.repository.commit("Take it out");
  REQUIRE(draft.found().size() == 1);
  CHECK(draft.found().front().span.file_path() == "content/pages/other.yaml");
  CHECK(draft.found().front().span.place.line == 2);
}

TEST_CASE("small counts and children's names in older commits are found") {
  Draft draft;
  draft.commit(measure, measure_of("value: 3"));
  draft.commit(measure, measure_of("hidden: fewer-than-5"));
  draft.commit("content/quotes/q.yaml", "words: My son Tom waits.\nspeaker: A parent\nwhen: 2021-01\n");
  draft.commit("content/quotes/q.yaml", "words: My son waits.\nspeaker: A parent\nwhen: 2021-01\n");
  const auto found = draft.found();
  REQUIRE(found.size() == 2);
  CHECK(found[0].span.file_path() == measure);
  CHECK(found[0].span.place.line == 5);
  CHECK(found[1].span.file_path() == "content/quotes/q.yaml");
}

TEST_CASE("a branch that was merged into a draft is looked at as well") {
  Draft draft;
  draft.repository.git("checkout", "-q", "-b", "side");
  const auto guilty = draft.commit("content/pages/side.md", page_of("Call 07700 900123."));
  draft.commit("content/pages/side.md", page_of("Call us."));
  draft.repository.git("checkout", "-q", "-");
  draft.commit(page, page_of("Write to old@example.net today."));
  draft.repository.git("merge", "-q", "--no-ff", "-m", "Merge", "side");
  const auto found = draft.found();
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front().message, Catch::Contains(guilty.substr(0, 10)));
}

TEST_CASE("messages of commits are published too") {
  Draft draft;
  const auto guilty = draft.commit(page, page_of("Hello."),
                                   "Say hello\n\nAlex (07700 900123) asked for it.\n\n"
                                   "Reviewed-by: Alex <alex@example.net>");
  const auto found = draft.found();
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front().message,
             Catch::Contains("line 3 of the message of commit " + guilty.substr(0, 10)));
  CHECK(found.front().message.find("900123") == std::string::npos);
}
