#include "catch.hpp"
#include "cli/run_program.hpp"

using namespace localoffer;
using namespace localoffer::testing;

namespace {

/// A site whose period names a tag, set on its first commit.
struct SiteWithReport : SmallSite {
  std::string reported;

  explicit SiteWithReport(const std::string &frozen_commit = {}) {
    reported = repository.head();
    repository.git("tag", "--annotate", "--message", "As reported", "winter", reported);
    write_period("winter", frozen_commit.empty() ? reported : frozen_commit);
    repository.commit("Keep the report of the winter", "2021-04-01T12:00:00+00:00");
  }

  void write_period(const std::string &tag, const std::string &commit) const {
    repository.write("content/periods/winter.yaml",
                     "title: Winter 2021\nend: 2021-03\ntext: What was done in the winter.\nsources:\n"
                     "  - {report: board, section: \"Section 1\"}\nfrozen_at: " +
                         tag + "\n" + (commit == "none" ? "" : "frozen_commit: " + commit + "\n"));
  }

  std::map<std::string, std::string> kept_files() const { return files_below(out() / "reports/2021-03"); }
};

} // namespace

TEST_CASE("a frozen report is the whole site of its commit, and says so") {
  SiteWithReport site;
  const auto run = site.build();
  INFO(run.err);
  REQUIRE(run.status == 0);
  CHECK(run.err.empty());
  const auto files = site.kept_files();
  REQUIRE(files.count("index.html") == 1);
  CHECK(files.count("404.html") == 0);
  CHECK(files.count("feeds/changes.atom") == 0);
  const std::string &home = files.at("index.html");
  CHECK_THAT(home, Catch::Contains("Kept as it was") && Catch::Contains("content=\"noindex\"") &&
                       Catch::Contains("href=\"/\"") && Catch::Contains("href=\"/reports/2021-03/about/\""));
  CHECK_THAT(read_file(site.out() / "reports/index.html"), Catch::Contains("Winter 2021"));
  CHECK_THAT(read_file(site.out() / "periods/winter/index.html"), Catch::Contains("/reports/2021-03/"));
  CHECK(read_file(site.out() / "sitemap.xml").find("/reports/2021-03/about/") == std::string::npos);
}

TEST_CASE("a frozen report does not change by a byte while the content does") {
  SiteWithReport site;
  REQUIRE(site.build().status == 0);
  const auto before = site.kept_files();
  site.replace("content/plan.md", "title:", "# Another title\ntitle:");
  site.replace("site.yaml", "as_of: 2021-03-25", "as_of: 2021-05-01");
  site.replace("content/milestones/milestones.yaml", "status: complete", "status: at-risk");
  site.repository.commit("Go on", "2021-05-01T12:00:00+00:00");
  const auto run = site.build();
  INFO(run.err);
  REQUIRE(run.status == 0);
  CHECK(read_file(site.out() / "index.html").find("1 May 2021") != std::string::npos);
  CHECK(site.kept_files() == before);
}

TEST_CASE("a tag that was moved is an error, and the published site stays") {
  SiteWithReport site;
  REQUIRE(site.build().status == 0);
  const auto before = files_below(site.out());
  site.repository.git("tag", "--force", "--annotate", "--message", "Moved", "winter", "HEAD");
  const auto run = site.build();
  CHECK(run.status == 1);
  CHECK_THAT(run.err, Catch::Contains("content/periods/winter.yaml:6:12: error[moved-tag]") &&
                          Catch::Contains("git tag --force winter " + site.reported));
  CHECK(files_below(site.out()) == before);
}

TEST_CASE("a report without its commit is a warning that says what to write") {
  SiteWithReport site("none");
  const auto run = site.build();
  CHECK(run.status == 0);
  CHECK_THAT(run.err, Catch::Contains("warning[frozen-without-commit]") &&
                          Catch::Contains("frozen_commit: " + site.reported));
}

TEST_CASE("a whole or short commit id needs nothing beside it") {
  SiteWithReport site;
  site.write_period(site.reported.substr(0, 10), "none");
  site.repository.commit("Name the commit itself", "2021-04-02T12:00:00+00:00");
  const auto run = site.build();
  CHECK(run.status == 0);
  CHECK(run.err.empty());
}

TEST_CASE("a tag that is not there is an error") {
  SiteWithReport site;
  site.write_period("wintre", "none");
  site.repository.commit("Misspell it", "2021-04-02T12:00:00+00:00");
  const auto run = site.build();
  CHECK(run.status == 1);
  CHECK_THAT(run.err, Catch::Contains("error[unknown-revision]") && Catch::Contains("git fetch --tags"));
}

TEST_CASE("a commit from which no site can be built is an error that says why") {
  SiteWithReport site;
  site.replace("content/milestones/milestones.yaml", "status: complete", "status: complet");
  const std::string broken = site.repository.commit("Break it", "2021-04-02T12:00:00+00:00");
  site.replace("content/milestones/milestones.yaml", "status: complet\n", "status: complete\n");
  site.write_period(broken, "none");
  site.repository.commit("Keep the broken one", "2021-04-03T12:00:00+00:00");
  const auto run = site.build();
  CHECK(run.status == 1);
  CHECK_THAT(run.err, Catch::Contains("error[frozen-report-broken]") && Catch::Contains("'complet'"));
}
