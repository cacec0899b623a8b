#include "catch.hpp"
#include "cli/run_program.hpp"

#include <nlohmann/json.hpp>

using namespace localoffer;
using namespace localoffer::testing;

namespace {

/// The small site with two changes after its beginning: a moved date with its reason, and a fall without one.
struct SiteWithPast : SmallSite {
  std::string first, second, third;

  SiteWithPast() : first(repository.head()) {
    replace("content/milestones/milestones.yaml", "due: 2021-07", "due: 2021-09");
    replace("content/milestones/milestones.yaml", "began late", "was ill");
    second = repository.commit("Move a date", "2021-04-12T12:00:00Z");
    replace("content/milestones/milestones.yaml", "status: at-risk", "status: off-track");
    third = repository.commit("The May board", "2021-05-17T12:00:00Z");
  }

  template <class... Words>
  Run history(const Words &...words) const {
    return run("history", settings().string(), words...);
  }
  template <class... Words>
  Run diff(const Words &...words) const {
    return run("diff", settings().string(), words...);
  }
  std::filesystem::path shallow() const {
    auto clone = repository.beside("shallow");
    repository.run("clone", "--quiet", "--depth", "2", "file://" + repository.path().string(),
                   clone.string());
    return clone;
  }
};

constexpr auto moved =
    "1B vi: Put families' views in reports: The date moved from July 2021 to September 2021.";
constexpr auto fell = "Fell back from “At risk” to “Off track”. No reason is given.";

} // namespace

TEST_CASE("history tells each commit, newest first, with what its changes come to") {
  const SiteWithPast site;
  const auto run = site.history();
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out,
             Catch::StartsWith("The record begins on 25 March 2021 (" + site.first.substr(0, 10) + ").\n"));
  CHECK_THAT(run.out, Catch::Contains("12 April 2021  " + site.second.substr(0, 10) + "  Move a date\n") &&
                          Catch::Contains(moved) && Catch::Contains("The reason given: The person") &&
                          Catch::Contains(fell) &&
                          Catch::Contains("  = One date moved back, by 2 months.\n"));
  CHECK(run.out.find("The May board") < run.out.find("Move a date"));
  CHECK(run.out.find("author@example.org") == std::string::npos);
}

TEST_CASE("history of an older commit does not know what came after it") {
  const SiteWithPast site;
  const auto run = site.history(site.second);
  CHECK(run.status == 0);
  CHECK_THAT(run.out, Catch::Contains("Move a date") && !Catch::Contains("The May board"));
}

TEST_CASE("history for programs is one document") {
  const SiteWithPast site;
  const auto run = site.history("--format", "json");
  CHECK(run.status == 0);
  const auto json = nlohmann::json::parse(run.out);
  REQUIRE(json["commits"].size() == 3);
  CHECK(json["commits"][0]["id"] == site.first);
  CHECK(json["commits"][1]["date"] == "2021-04-12");
  CHECK(json["commits"][2]["message"] == "The May board");
  CHECK_FALSE(json["commits"][2].contains("role"));
  CHECK(json["unreadable"] == 0);
  CHECK(json["begins"].is_null());
  const auto last = json["events"].back();
  CHECK(last["commit"] == site.third);
  CHECK(last["field"] == "status");
  CHECK(last["before"] == "at-risk");
  CHECK(last["after"] == "off-track");
  CHECK(run.out.find("author@example.org") == std::string::npos);
}

TEST_CASE("--since leaves out what was before, and takes the day itself") {
  const SiteWithPast site;
  CHECK_THAT(site.history("--since", "2021-05-17").out,
             Catch::Contains("The May board") && !Catch::Contains("Move a date"));
  CHECK_THAT(site.history("--since", "2021-05-18").out, !Catch::Contains("The May board"));
  const auto json = nlohmann::json::parse(site.history("--since", "2021-05-01", "--format", "json").out);
  CHECK(json["commits"].size() == 1);
  CHECK(json["events"].size() == 1);
}

TEST_CASE("a date that is none is a wrong command line") {
  const SiteWithPast site;
  for (const auto *date : {"yesterday", "2021-13-01", "17/05/2021", "2021-04"}) {
    INFO(date);
    const auto run = site.history("--since", date);
    CHECK(run.status == 2);
    CHECK_THAT(run.err, Catch::Contains(std::string("'") + date));
    CHECK(run.out.empty());
  }
}

TEST_CASE("diff tells what turned one commit into the other") {
  const SiteWithPast site;
  site.repository.git("tag", "--annotate", "--message", "To the board", "board", site.first);
  for (const auto &before :
       {site.first, site.first.substr(0, 8), std::string("board"), std::string("main~2")}) {
    const auto run = site.diff(before, "HEAD");
    INFO(before << "\n" << run.err);
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Catch::StartsWith(
                            "1 action fell back to “Off track”.\nOne date moved back, by 2 months.\n\n") &&
                            Catch::Contains(moved) && Catch::Contains("Fell back from"));
  }
  CHECK_THAT(site.diff("HEAD~1", "HEAD").out, Catch::Contains(fell));
  CHECK_THAT(site.diff(site.third, site.first).out,
             Catch::Contains("Moved up from “Off track” to “At risk”"));

  const auto json = nlohmann::json::parse(site.diff("board", "HEAD", "--format", "json").out);
  CHECK(json["from"]["id"] == site.first);
  CHECK(json["to"]["id"] == site.third);
  REQUIRE(json["changes"].size() == 2);
  CHECK(json["changes"][0]["change"] == "fell");
  CHECK(json["changes"][1]["days"] == 61);
  CHECK(json["changes"][1]["sentence"].get<std::string>().starts_with("The date moved"));
}

TEST_CASE("diff of a commit and itself says that nothing differs") {
  const SiteWithPast site;
  const auto run = site.diff("HEAD", "HEAD");
  CHECK(run.status == 0);
  CHECK(run.out == "Nothing that families read has changed.\n");
  const auto json = nlohmann::json::parse(site.diff("HEAD", "HEAD", "--format", "json").out);
  CHECK(json["changes"].empty());
  CHECK(json["from"] == json["to"]);
}

TEST_CASE("a revision that is not there is told with what may be meant") {
  const SiteWithPast site;
  site.repository.git("tag", "board-may");
  for (const auto &run :
       {site.diff("board-mai", "HEAD"), site.diff("HEAD", "board-mai"), site.history("board-mai")}) {
    CHECK(run.status == 3);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, Catch::Contains("board-mai") && Catch::Contains("board-may"));
  }
}

TEST_CASE("where there is no repository, there is no history, and what to do is said") {
  const SiteWithPast site;
  std::filesystem::remove_all(site.repository.path() / ".git");
  for (const auto &run : {site.history(), site.history("--format", "json"), site.diff("HEAD~1", "HEAD")}) {
    CHECK(run.status == 3);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, Catch::Contains("git"));
    CHECK(run.err.find('\n') + 1 < run.err.size()); // a remedy stands behind it
  }
}

TEST_CASE("the history of a shallow clone is told from where it begins, when asked") {
  const SiteWithPast site;
  const auto settings = (site.shallow() / "site.yaml").string();
  const auto refused = site.run("history", settings);
  CHECK(refused.status == 3);
  CHECK_THAT(refused.err, Catch::Contains("shallow clone") && Catch::Contains("2021-04-12") &&
                              Catch::Contains("git fetch --unshallow") && Catch::Contains("--allow-shallow"));
  const auto told = site.run("history", settings, "--allow-shallow");
  CHECK(told.status == 0);
  CHECK_THAT(told.out,
             Catch::Contains("The record begins on 12 April 2021") && Catch::Contains("The May board"));
  const auto json = site.run("history", settings, "--allow-shallow", "--format", "json").out;
  CHECK(nlohmann::json::parse(json)["begins"] == "2021-04-12");
  // Two commits that are there can be compared.
  CHECK_THAT(site.run("diff", settings, "HEAD~1", "HEAD").out, Catch::Contains(fell));
}

TEST_CASE("what is remembered changes no answer, and may be left out") {
  const SiteWithPast site;
  const auto cache = site.repository.beside("cache");
  const auto plain = site.history("--no-cache");
  CHECK_FALSE(std::filesystem::exists(site.repository.home() / ".cache"));
  CHECK(site.history("--cache", cache.string()).out == plain.out);
  CHECK_FALSE(std::filesystem::is_empty(cache));
  CHECK(site.history("--cache", cache.string()).out == plain.out);
  CHECK_FALSE(std::filesystem::exists(site.repository.home() / ".cache"));
  CHECK(site.history().out == plain.out);
  CHECK(std::filesystem::exists(site.repository.home() / ".cache/localoffer"));
}

TEST_CASE("a folder that cannot be used to remember in stops nothing") {
  const SiteWithPast site;
  const auto plain = site.history("--no-cache");
  write_file(site.repository.beside("file"), "mine");
  for (const auto &folder : {site.repository.beside("file"), site.repository.beside("file/below"),
                             std::filesystem::path("/proc/localoffer")}) {
    const auto run = site.history("--cache", folder.string());
    INFO(folder << "\n" << run.err);
    CHECK(run.status == 0);
    CHECK(run.out == plain.out);
  }
  CHECK(read_file(site.repository.beside("file")) == "mine");
  const auto damaged = site.repository.beside("damaged");
  REQUIRE(site.history("--cache", damaged.string()).status == 0);
  for (const auto &entry : std::filesystem::directory_iterator(damaged))
    write_file(entry.path(), "This is no store at all. " + std::string(5000, 'x'));
  CHECK(site.history("--cache", damaged.string()).out == plain.out);
}

TEST_CASE("a site without commits yet has no history") {
  const SmallSite site;
  const auto empty = site.repository.beside("empty");
  site.repository.run("init", "--quiet", empty.string());
  std::filesystem::copy(SMALL_SITE, empty, std::filesystem::copy_options::recursive);
  const auto run = site.run("history", (empty / "site.yaml").string());
  CHECK(run.status == 3);
  CHECK(run.out.empty());
}
