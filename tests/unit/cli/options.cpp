#include "cli/options.hpp"
#include "catch.hpp"

using namespace localoffer;

namespace {

Answer wrong(std::vector<std::string> words) {
  const auto line = read_command_line(std::move(words));
  REQUIRE(std::holds_alternative<Answer>(line));
  const auto answer = std::get<Answer>(line);
  CHECK(answer.exit_status == 2);
  return answer;
}

template <class Command>
Command right(std::vector<std::string> words) {
  const auto line = read_command_line(std::move(words));
  REQUIRE(std::holds_alternative<Command>(line));
  return std::get<Command>(line);
}

} // namespace

TEST_CASE("build takes a site and goes without options") {
  const auto build = right<BuildCommand>({"build", "site/somerset.yaml"});
  CHECK(build.site.settings == "site/somerset.yaml");
  CHECK(build.out == "build/site/somerset");
  CHECK(build.format == Format::text);
  CHECK_FALSE(build.site.at);
  CHECK_FALSE(build.site.as_of);
  CHECK_FALSE(build.site.work_tree);
  CHECK(build.site.jobs >= 1);
}

TEST_CASE("each option is read, before the site or behind it") {
  const auto build =
      right<BuildCommand>({"build", "--jobs=8", "a.yaml", "--out", "x", "--at", "v1", "--as-of", "2021-03-25",
                           "--theme-dir", "themes", "--format", "sarif"});
  CHECK(build.out == "x");
  CHECK(build.site.at == "v1");
  CHECK(build.site.as_of == Date{2021, 3, 25});
  CHECK(build.site.jobs == 8);
  CHECK(build.site.themes == "themes");
  CHECK(build.format == Format::sarif);
  CHECK(right<CheckCommand>({"check", "a.yaml", "--work-tree", "--format", "github"}).site.work_tree);
  CHECK(right<ServeCommand>({"serve", "a.yaml", "--port", "0"}).port == 0);
  CHECK(right<ServeCommand>({"serve", "a.yaml"}).site.work_tree);
  CHECK(right<SchemaCommand>({"schema", "--format", "json"}).kind == SchemaCommand::Kind::json);
  CHECK(right<SchemaCommand>({"schema", "--format", "report"}).kind == SchemaCommand::Kind::report);
  CHECK(right<CheckCommand>({"check", "a.yaml", "--write-baseline", "b.yaml"}).write_baseline == "b.yaml");
  CHECK(right<ExplainCommand>({"explain"}).code.empty());
  CHECK(right<ExplainCommand>({"explain", "link-text"}).code == "link-text");
  CHECK_THAT(wrong({"explain", "link-txt"}).text, Catch::Contains("link-text"));
}

TEST_CASE("help and version are no mistakes") {
  for (const auto &words : std::vector<std::vector<std::string>>{{"--help"},
                                                                 {"build", "--help"},
                                                                 {"check", "-h"},
                                                                 {"serve", "--help"},
                                                                 {"schema", "--help"},
                                                                 {"explain", "--help"}}) {
    const auto answer = right<Answer>(words);
    CHECK(answer.exit_status == 0);
    CHECK_THAT(answer.text, Catch::Contains("Examples:"));
  }
  CHECK_THAT(right<Answer>({"--version"}).text, Catch::StartsWith("localoffer "));
}

TEST_CASE("a wrong command line says what was probably meant") {
  struct Case {
    std::vector<std::string> words;
    const char *says;
  };
  for (const auto &[words, says] : std::vector<Case>{
           {{}, "say what to do"},
           {{"biuld", "a.yaml"}, "Did you mean 'build'?"},
           {{"deploy"}, "The commands are: build, check, serve, history, diff, review, new, publish"},
           {{"site/a.yaml"}, "localoffer build site/a.yaml"},
           {{"build"}, "localoffer build site/somerset.yaml"},
           {{"build", "a.yaml", "--job", "2"}, "Did you mean '--jobs'?"},
           {{"build", "a.yaml", "--worktree"}, "Did you mean '--work-tree'?"},
           {{"build", "a.yaml", "--asof=2021-03-25"}, "Did you mean '--as-of'?"},
           {{"build", "a.yaml", "b.yaml"}, "'b.yaml' is one word too many"},
           {{"build", "a.yaml", "--out"}, "--out"},
           {{"review", "a.yaml"}, "localoffer review a.yaml --base main"},
           {{"new"}, "localoffer new answer SITE.yaml"},
           {{"new", "answer", "a.yaml"}, "localoffer new answer a.yaml --from-mail"},
           {{"review", "a.yaml", "--base", "main", "--address", "preview"}, "--address https://example.org/"},
           {{"review", "a.yaml", "--base", "main", "--answers-by", "2021-03"}, "--answers-by"},
           {{"build", "a.yaml", "--jobs", "0"}, "a whole number from 1 to 256, not '0'"},
           {{"build", "a.yaml", "--jobs", "many"}, "not 'many'"},
           {{"build", "a.yaml", "--at", "HEAD", "--work-tree"}, "exclude each other"},
           {{"build", "a.yaml", "--format", "xml"}, "The formats are: text, json, sarif, github"},
           {{"build", "a.yaml", "--format", "Sarif"}, "Did you mean 'sarif'?"},
           {{"build", "a.yaml", "--as-of", "25 March 2021"}, "Did you mean '2021-03-25'?"},
           {{"build", "a.yaml", "--as-of", "25/03/2021"}, "Did you mean '2021-03-25'?"},
           {{"build", "a.yaml", "--as-of", "2021-03"}, "Did you mean '2021-03-31'?"},
           {{"build", "a.yaml", "--as-of", "soon"}, "--as-of 2021-03-25"},
           {{"build", "a.yaml", "--as-of", "2021-02-30"}, "is not a date"},
           {{"serve", "a.yaml", "--port", "99999"}, "from 0 to 65535"},
           {{"serve", "a.yaml", "--at", "HEAD"}, "there is no option '--at'"},
           {{"schema", "--format", "yaml"}, "The formats are: markdown, json"}}) {
    CAPTURE(words);
    CHECK_THAT(wrong(words).text, Catch::Contains(says));
  }
}
