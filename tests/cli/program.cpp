#include "catch.hpp"
#include "cli/run_program.hpp"

#include <nlohmann/json.hpp>

using namespace localoffer;
using namespace localoffer::testing;

TEST_CASE("a commit is built and the result is told in words") {
  SmallSite site;
  const auto run = site.build();
  INFO(run.err);
  REQUIRE(run.status == 0);
  CHECK_THAT(run.out, Catch::Contains("Built 'Progress in Exampleshire'") && Catch::Contains("pages") &&
                          Catch::Contains(site.out().string()) && Catch::Contains("25 March 2021") &&
                          Catch::Contains("commit " + site.repository.head().substr(0, 7)));
  CHECK(std::filesystem::exists(site.out() / "index.html"));
  CHECK(std::filesystem::exists(site.out() / "robots.txt"));
  CHECK((run.out + run.err).find('\033') == std::string::npos);
  CHECK((run.out + run.err).find('\r') == std::string::npos);
}

TEST_CASE("without --out the site goes into build/site beside the current folder") {
  SmallSite site;
  REQUIRE(site.run("build", site.settings().string()).status == 0);
  CHECK(std::filesystem::exists(site.repository.beside("build/site/site/index.html")));
}

TEST_CASE("one thread and eight give the same bytes") {
  SmallSite site;
  const auto one = site.repository.beside("one"), eight = site.repository.beside("eight");
  REQUIRE(site.run("build", site.settings().string(), "--out", one.string(), "--jobs", "1").status == 0);
  REQUIRE(site.run("build", site.settings().string(), "--out", eight.string(), "--jobs", "8").status == 0);
  CHECK(files_below(one) == files_below(eight));
}

TEST_CASE("content with an error leaves the built site as it was") {
  SmallSite site;
  REQUIRE(site.build().status == 0);
  const auto before = files_below(site.out());

  site.replace("content/milestones/milestones.yaml", "status: complete", "status: complet");
  site.repository.commit("Break it");
  const auto run = site.build();
  CHECK(run.status == 1);
  CHECK_THAT(run.err, Catch::Contains("content/milestones/milestones.yaml:5:11: error[unknown-status]") &&
                          Catch::Contains("'complete'"));
  CHECK_THAT(run.out, Catch::Contains("Problems: 1 error") && Catch::Contains("1 unknown-status") &&
                          Catch::Contains("is as it was before"));
  CHECK(files_below(site.out()) == before);
}

TEST_CASE("check finds the same and writes nothing") {
  SmallSite site;
  const auto good = site.run("check", site.settings().string());
  CHECK(good.status == 0);
  CHECK_THAT(good.out, Catch::Contains("The site can be built"));
  site.replace("content/milestones/milestones.yaml", "status: complete", "status: complet");
  CHECK(site.run("check", site.settings().string()).status == 0); // the commit is still right
  CHECK(site.run("check", site.settings().string(), "--work-tree").status == 1);
  CHECK_FALSE(std::filesystem::exists(site.repository.beside("build")));
  CHECK(site.repository.git("status", "--porcelain").find("??") == std::string::npos);
}

TEST_CASE("problems can be read by programs") {
  SmallSite site;
  site.replace("content/milestones/milestones.yaml", "status: complete", "status: complet");
  const auto check = [&](const char *format) {
    const auto run = site.run("check", site.settings().string(), "--work-tree", "--format", format);
    CHECK(run.status == 1);
    return run.out;
  };
  const auto json = nlohmann::json::parse(check("json"));
  CHECK(json["errors"] == 1);
  CHECK(json["diagnostics"][0]["line"] == 5);
  const auto sarif = nlohmann::json::parse(check("sarif"));
  CHECK(sarif["runs"][0]["results"][0]["ruleId"] == "unknown-status");
  CHECK_THAT(
      check("github"),
      Catch::StartsWith("::error title=unknown-status,file=content/milestones/milestones.yaml,line=5,"));
}

TEST_CASE("any revision and a bare repository can be built") {
  SmallSite site;
  site.repository.git("tag", "v1");
  site.replace("site.yaml", "title: Progress in Exampleshire", "title: A newer title");
  site.repository.commit("Rename it");
  const auto bare = site.repository.beside("plan.git");
  site.repository.run("clone", "--quiet", "--bare", site.repository.path().string(), bare.string());

  const auto newest = site.run("build", (bare / "site.yaml").string(), "--out", site.out().string());
  REQUIRE(newest.status == 0);
  CHECK_THAT(newest.out, Catch::Contains("A newer title"));
  const auto tagged =
      site.run("build", (bare / "site.yaml").string(), "--out", site.out().string(), "--at", "v1");
  REQUIRE(tagged.status == 0);
  CHECK_THAT(tagged.out, Catch::Contains("Progress in Exampleshire"));
  CHECK(site.run("build", (bare / "site.yaml").string(), "--at", "v2").status == 3);
}

TEST_CASE("a plain folder is built with a notice, and needs a date from somewhere") {
  SmallSite site;
  std::filesystem::remove_all(site.repository.path() / ".git");
  const auto built = site.build();
  CHECK(built.status == 0);
  CHECK_THAT(built.err, Catch::Contains("notice[not-a-repository]"));

  site.replace("site.yaml", "as_of: 2021-03-25\n", "");
  const auto dateless = site.build();
  CHECK(dateless.status == 3);
  CHECK_THAT(dateless.err, Catch::Contains("--as-of"));
  CHECK(site.run("build", site.settings().string(), "--out", site.out().string(), "--as-of", "2021-04-01")
            .status == 0);
}

TEST_CASE("what the world does wrong is told with what to do") {
  SmallSite site;
  const auto missing = site.run("build", (site.repository.path() / "nothing.yaml").string());
  CHECK(missing.status == 3);
  CHECK_THAT(missing.err, Catch::Contains("there is no file 'nothing.yaml'"));

  write_file(site.out() / "precious.txt", "mine");
  const auto refused = site.build();
  CHECK(refused.status == 3);
  CHECK(read_file(site.out() / "precious.txt") == "mine");

  const auto themeless = site.run("check", site.settings().string(), "--theme-dir", "/nowhere");
  CHECK(themeless.status == 3);
  CHECK_THAT(themeless.err, Catch::Contains("--theme-dir"));
}

TEST_CASE("a theme or a language that does not exist is the author's mistake") {
  SmallSite site;
  site.replace("site.yaml", "content: content", "content: content\ntheme: claer\n");
  const auto run = site.run("check", site.settings().string(), "--work-tree");
  CHECK(run.status == 1);
  CHECK_THAT(run.err, Catch::Contains("Did you mean 'clear'?"));
  site.replace("site.yaml", "theme: claer", "language: ../../x");
  CHECK(site.run("check", site.settings().string(), "--work-tree").status == 1);
}

TEST_CASE("each code of a report is explained") {
  SmallSite site;
  const auto all = site.run("explain");
  CHECK(all.status == 0);
  CHECK_THAT(all.out, Catch::Contains("one-observation") && Catch::Contains("rule 4 "));
  const auto one = site.run("explain", "one-observation");
  CHECK(one.status == 0);
  CHECK_THAT(one.out, Catch::Contains("Wrong:") && Catch::Contains("Right:") &&
                          Catch::Contains("    # allow one-observation: the reason"));
  CHECK(site.run("explain", "error[one-observation]").out == one.out);
  CHECK_THAT(site.run("explain", "unknown-key").out, !Catch::Contains("allow"));
  const auto unknown = site.run("explain", "one-observaton");
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, Catch::Contains("Did you mean 'one-observation'?"));
}

TEST_CASE("a wrong command line is status 2, and the field guide prints") {
  SmallSite site;
  CHECK(site.run("biuld").status == 2);
  CHECK(site.run("--version").status == 0);
  CHECK_THAT(site.run("schema").out, Catch::StartsWith("#"));
  CHECK(nlohmann::json::parse(site.run("schema", "--format", "json").out).contains("$defs"));
}

TEST_CASE("what a baseline knows of does not count, and what is new does") {
  SmallSite site;
  const std::string milestones = "content/milestones/milestones.yaml";
  const auto check = [&] { return site.run("check", site.settings().string(), "--work-tree"); };
  site.replace(milestones, "status: complete", "status: at-risk");
  site.replace(milestones, "  completed: 2020-12-16\n", "");
  const auto found = check();
  INFO(found.err);
  CHECK_THAT(found.out, Catch::Contains("1  overdue-without-new-date"));

  const auto file = site.repository.path() / "known.yaml";
  const auto written =
      site.run("check", site.settings().string(), "--work-tree", "--write-baseline", file.string());
  CHECK_THAT(written.out, Catch::Contains("Wrote " + file.string()));
  CHECK_THAT(read_file(file), Catch::Contains("- code: overdue-without-new-date") &&
                                  Catch::Contains("file: \"" + milestones + "\""));
  site.repository.write("site.yaml", site.read("site.yaml") + "\nbaseline: known.yaml\n");
  const auto known = check();
  CHECK(known.status == 0);
  CHECK_THAT(known.err, Catch::Contains("1 known problem is not shown") &&
                            !Catch::Contains("warning[overdue-without-new-date]"));

  site.replace(milestones, "status: at-risk", "status: complete");
  const auto mended = check();
  CHECK_THAT(mended.err, Catch::Contains("known.yaml:3:3: warning[unused-baseline]"));
}

TEST_CASE("a baseline is written over nothing but a baseline, and read from the repository alone") {
  SmallSite site;
  const auto file = site.repository.path() / "content/plan.md";
  const std::string before = read_file(file);
  const auto run =
      site.run("check", site.settings().string(), "--work-tree", "--write-baseline", file.string());
  CHECK(run.status == 3);
  CHECK_THAT(run.err, Catch::Contains("is not a baseline file"));
  CHECK(read_file(file) == before);
  site.repository.write("site.yaml", site.read("site.yaml") + "\nbaseline: ../elsewhere.yaml\n");
  const auto outside = site.run("check", site.settings().string(), "--work-tree");
  CHECK(outside.status == 1);
  CHECK_THAT(outside.err, Catch::Contains("there is no file '../elsewhere.yaml'"));
}
