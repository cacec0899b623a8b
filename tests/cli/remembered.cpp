#include "catch.hpp"
#include "cli/run_program.hpp"

using namespace localoffer;
using namespace localoffer::testing;

TEST_CASE("a site that is there already is not built again, unless somebody has touched it") {
  SmallSite site;
  REQUIRE(site.build().status == 0);
  const auto built = files_below(site.out());
  const auto again = site.build();
  CHECK(again.status == 0);
  CHECK_THAT(again.out, Catch::Contains("Nothing to do") && Catch::Contains("localoffer check"));
  CHECK(files_below(site.out()) == built);

  std::filesystem::remove(site.out() / "about/index.html");
  CHECK_THAT(site.build().out, Catch::Contains("Built '"));
  CHECK(files_below(site.out()) == built);
  CHECK_THAT(
      site.run("build", site.settings().string(), "--out", site.out().string(), "--as-of", "2021-04-01").out,
      Catch::Contains("1 April 2021"));
}

TEST_CASE("--explain tells why each page was made") {
  SmallSite site;
  REQUIRE(site.build().status == 0);
  site.replace("content/milestones/milestones.yaml", "status: complete", "status: at-risk");
  site.repository.commit("One status");
  const auto run = site.run("build", site.settings().string(), "--out", site.out().string(), "--explain");
  CHECK(run.status == 0);
  CHECK_THAT(run.out, Catch::Contains("Pages made: ") && Catch::Contains(": its own file\n") &&
                          Catch::Contains("index.html: it gathers from many places\n"));
  const auto without = site.run("build", site.settings().string(), "--out",
                                site.repository.beside("other").string(), "--no-cache");
  REQUIRE(without.status == 0);
  auto known = files_below(site.out()), anew = files_below(site.repository.beside("other"));
  CHECK(known == anew);
}
