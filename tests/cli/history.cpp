#include "catch.hpp"
#include "cli/run_program.hpp"

#include <nlohmann/json.hpp>

using namespace localoffer;
using namespace localoffer::testing;

namespace {

/// A site whose milestone falls behind, with no reason, and a message that leads to a person.
struct SiteWithPast : SmallSite {
  SiteWithPast() {
    replace("content/milestones/milestones.yaml", "status: complete", "status: at-risk");
    repository.commit("Ask jo.bloggs@example.com about it", "2021-04-01T12:00:00+00:00");
  }
};

} // namespace

TEST_CASE("history tells what changed, and no message that leads to a person") {
  SiteWithPast site;
  const auto run = site.run("history", site.settings().string());
  INFO(run.err);
  REQUIRE(run.status == 0);
  CHECK_THAT(run.out, Catch::Contains("1 April 2021") && Catch::Contains("No reason is given."));
  const auto built = site.build();
  REQUIRE(built.status == 0);
  for (const auto &[path, bytes] : files_below(site.out())) {
    INFO(path);
    CHECK(bytes.find("jo.bloggs") == std::string::npos);
  }
}

TEST_CASE("history and diff give JSON that says the same") {
  SiteWithPast site;
  const auto history = site.run("history", site.settings().string(), "--format", "json");
  const auto events = nlohmann::json::parse(history.out).at("events");
  REQUIRE(events.size() > 1);
  CHECK(events.back().at("field") == "status");
  CHECK(events.back().at("after") == "at-risk");
  const auto diff = site.run("diff", site.settings().string(), "HEAD~1", "HEAD", "--format", "json");
  const auto changes = nlohmann::json::parse(diff.out).at("changes");
  REQUIRE(changes.size() == 1);
  CHECK(changes.at(0).at("id") == events.back().at("id"));
  const auto none = site.run("diff", site.settings().string(), "HEAD", "HEAD");
  CHECK(none.status == 0);
  CHECK_THAT(none.out, Catch::Contains("Nothing that families read has changed."));
}

TEST_CASE("a shallow clone is refused with its remedy, unless it is allowed") {
  SiteWithPast site;
  const auto shallow = site.repository.beside("shallow");
  site.repository.run("clone", "--quiet", "--depth=1", "file://" + site.repository.path().string(),
                      shallow.string());
  const std::string settings = (shallow / "site.yaml").string(),
                    out = site.repository.beside("built").string();
  const auto refused = site.run("build", settings, "--out", out, "--no-cache");
  CHECK(refused.status == 3);
  CHECK_THAT(refused.err, Catch::Contains("git fetch --unshallow") && Catch::Contains("--allow-shallow"));
  CHECK(!std::filesystem::exists(out));
  const auto allowed = site.run("build", settings, "--out", out, "--no-cache", "--allow-shallow");
  CHECK(allowed.status == 0);
  CHECK_THAT(read_file(out + "/changes/index.html"), Catch::Contains("We do not have what happened before."));
}

TEST_CASE("what is asked wrongly is answered with what to write") {
  SiteWithPast site;
  CHECK(site.run("history", site.settings().string(), "--since", "April 2021").status == 2);
  CHECK(site.run("diff", site.settings().string(), "HEAD").status == 2);
  const auto missing = site.run("diff", site.settings().string(), "mian", "HEAD");
  CHECK(missing.status == 3);
  CHECK_THAT(missing.err, Catch::Contains("there is no revision 'mian'") && Catch::Contains("'main'"));
}
