#include "catch.hpp"
#include "cli/report.hpp"
#include "cli/terminal.hpp"

#include <nlohmann/json.hpp>

using namespace localoffer;

namespace {

std::vector<Diagnostic> problems() {
  const auto file =
      std::make_shared<const SourceFile>(SourceFile{"content/a b/100%.yaml", "id: x\nstatus: complet\n"});
  Diagnostic error{"unknown-status",
                   Severity::error,
                   {file, {2, 9, 7}},
                   "'complet' is not a status,\nof this site",
                   "Did you mean: 'complete'?",
                   {}};
  error.notes.push_back({{file, {1, 1, 2}}, "in this record"});
  return {error,
          {"promise-passed", Severity::warning, Span{"content/b.yaml"}, "a promise has passed", "", {}},
          {"not-a-repository", Severity::notice, Span{}, "no repository", "Run 'git init'.", {}}};
}

} // namespace

TEST_CASE("problems are counted by severity and by rule") {
  CHECK(count_by_severity(problems()) == "1 error, 1 warning and 1 notice");
  auto more = problems();
  more.push_back(more[1]);
  more.erase(more.begin());
  CHECK(count_by_severity(more) == "2 warnings and 1 notice");
  CHECK(count_by_rule(more) == "2 promise-passed, 1 not-a-repository");
  CHECK(count_by_severity({}).empty());
  CHECK(count_by_rule({}).empty());
}

TEST_CASE("text shows the line and the help") {
  const auto text = report_text(problems(), false);
  CHECK_THAT(text, Catch::Contains("content/a b/100%.yaml:2:9: error[unknown-status]"));
  CHECK_THAT(text, Catch::Contains("^^^^^^^"));
  CHECK(text.find('\033') == std::string::npos);
  CHECK(report_text(problems(), true).find('\033') != std::string::npos);
}

TEST_CASE("JSON holds every field") {
  const auto json = nlohmann::json::parse(report_json(problems()));
  CHECK(json["errors"] == 1);
  CHECK(json["warnings"] == 1);
  CHECK(json["notices"] == 1);
  const auto &first = json["diagnostics"][0];
  CHECK(first["code"] == "unknown-status");
  CHECK(first["file"] == "content/a b/100%.yaml");
  CHECK(first["line"] == 2);
  CHECK(first["column"] == 9);
  CHECK(first["length"] == 7);
  CHECK(first["notes"][0]["line"] == 1);
  CHECK_FALSE(json["diagnostics"][1].contains("line"));
  const auto broken = report_json({{"x", Severity::error, Span{"a"}, "bytes \xff", "", {}}});
  CHECK(nlohmann::json::accept(broken));
}

TEST_CASE("SARIF has its rules, levels and places") {
  const auto sarif = nlohmann::json::parse(report_sarif(problems()));
  CHECK(sarif["version"] == "2.1.0");
  const auto &run = sarif["runs"][0];
  CHECK(run["tool"]["driver"]["name"] == "localoffer");
  REQUIRE(run["results"].size() == 3);
  for (const auto &result : run["results"])
    CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  const auto &first = run["results"][0];
  CHECK(first["level"] == "error");
  CHECK(first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/a%20b/100%25.yaml");
  CHECK(first["locations"][0]["physicalLocation"]["region"]["endColumn"] == 16);
  CHECK(first["relatedLocations"][0]["message"]["text"] == "in this record");
  CHECK(run["results"][1]["level"] == "warning");
  CHECK_FALSE(run["results"][1]["locations"][0]["physicalLocation"].contains("region"));
  CHECK(run["results"][2]["level"] == "note");
  CHECK(run["results"][2]["locations"].empty());
}

TEST_CASE("GitHub's commands are escaped so that no text ends one early") {
  const auto text = report_github(problems());
  CHECK_THAT(text, Catch::StartsWith(
                       "::error title=unknown-status,file=content/a b/100%25.yaml,line=2,col=9,endColumn=16::"
                       "'complet' is not a status,%0Aof this site%0ADid you mean: 'complete'?%0A"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
  const auto odd =
      report_github({{"x", Severity::warning, Span{"a,b:c.yaml"}, "100%\r\n::error::no", "", {}}});
  CHECK(odd == "::warning title=x,file=a%2Cb%3Ac.yaml::100%25%0D%0A::error::no\n");
}

TEST_CASE("times are said in words") {
  CHECK(time_text(0.42) == "0.4 seconds");
  CHECK(time_text(12.4) == "12 seconds");
  CHECK(time_text(60) == "1 minute");
  CHECK(time_text(72) == "1 minute 12 seconds");
  CHECK(time_text(121) == "2 minutes 1 second");
}
