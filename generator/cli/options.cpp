#include "cli/options.hpp"

#include "base/text.hpp"
#include "cli/publish_options.hpp"
#include "cli/typed_values.hpp"
#include "cli/version.hpp"
#include "content/codes.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>

namespace localoffer {
namespace {

constexpr auto overview = R"(Examples:
  localoffer build site/somerset.yaml             the last commit, into build/site/somerset
  localoffer check site/somerset.yaml --work-tree  what is wrong with the files as they are now
  localoffer serve site/somerset.yaml             look at it while writing
  localoffer publish site/somerset.yaml --to /srv/somerset
  localoffer build --help                         all that a command can do

Exit status: 0 done, 1 the content has errors, 2 the command line is wrong, 3 something else failed.)";

constexpr auto build_examples = R"(Examples:
  localoffer build site/somerset.yaml
  localoffer build site/somerset.yaml --work-tree --out /tmp/preview
  localoffer build plan.git/site/somerset.yaml --at v2021.1
  localoffer build site/somerset.yaml --as-of 2021-03-25 --format github)";

constexpr auto check_examples = R"(Examples:
  localoffer check site/somerset.yaml --work-tree
  localoffer check site/somerset.yaml --at review/april
  localoffer check site/somerset.yaml --format sarif > problems.sarif
  localoffer check site/somerset.yaml --write-baseline site/somerset.baseline.yaml)";

constexpr auto serve_examples = R"(Examples:
  localoffer serve site/somerset.yaml
  localoffer serve site/somerset.yaml --port 8080 --as-of 2021-03-25)";

constexpr auto history_examples = R"(Examples:
  localoffer history site/somerset.yaml                    what changed, newest first
  localoffer history site/somerset.yaml v2021.1 --since 2021-01-01
  localoffer history site/somerset.yaml --format json > history.json)";

constexpr auto diff_examples = R"(Examples:
  localoffer diff site/somerset.yaml v2020.4 v2021.1       what changed between two commits, worst first
  localoffer diff site/somerset.yaml HEAD~1 HEAD --format json)";

constexpr auto review_examples = R"(Examples:
  localoffer review site/somerset.yaml --base main --head april --out build/review
  localoffer review site/somerset.yaml --base origin/main --out preview --markdown comment.md
  localoffer review site/somerset.yaml --base main --out preview --format github)";

constexpr auto new_examples = R"(Examples:
  localoffer new answer site/somerset.yaml --from-mail answer.eml)";

constexpr auto schema_examples = R"(Examples:
  localoffer schema > FIELDS.md
  localoffer schema --format json > localoffer.schema.json
  localoffer schema --format report               what 'check --format json' prints)";

constexpr auto explain_examples = R"(Examples:
  localoffer explain                              all codes, with a line for each
  localoffer explain overdue-without-new-date     what it means, why it matters, and what to write)";

/// What all commands have that read a site.
void add_site_options(CLI::App &command, Typed &typed) {
  command.add_option("SITE.yaml", typed.settings, "The site's settings file, such as site/somerset.yaml");
  command.add_option("--as-of", typed.as_of, "What the site calls today, such as 2021-03-25")
      ->type_name("DATE");
  command.add_option("--jobs", typed.jobs, "How many threads to use; all processors without it")
      ->type_name("N");
  command.add_option("--cache", typed.cache, "A folder to remember in, instead of the user's own")
      ->type_name("FOLDER");
  command.add_flag("--no-cache", typed.no_cache, "Remember nothing, and use nothing that is remembered");
  command.add_flag("--allow-shallow", typed.allow_shallow,
                   "Accept a clone without older commits; pages say where the history begins");
  command.add_option("--theme-dir", typed.themes, "A folder of themes to use instead of the program's own")
      ->type_name("FOLDER");
}

struct Commands {
  CLI::App app{"Builds a site that shows families what their local area promised after its inspection, and "
               "what it has "
               "done.",
               "localoffer"};
  Typed typed;
  CLI::App *build = nullptr, *check = nullptr, *serve = nullptr, *history = nullptr, *diff = nullptr,
           *review = nullptr, *made = nullptr, *answer = nullptr, *schema = nullptr, *explain = nullptr;
  std::optional<PublishCommands> publishing;

  Commands() {
    app.set_help_flag("-h,--help", "Show this");
    app.set_version_flag("--version", std::string("localoffer ") + version, "Show the version");
    app.get_formatter()->column_width(28);
    app.footer(overview);

    build = add("build", "Build a site from a commit of its repository", build_examples);
    add_site_options(*build, typed);
    add_explain_option(*build, typed);
    build->add_option("--out", typed.out, "Where the site goes; build/site/NAME without it")
        ->type_name("FOLDER");
    add_revision_options(*build);
    add_format(*build);

    check = add("check", "Say what is wrong with the content, and write nothing", check_examples);
    add_site_options(*check, typed);
    add_revision_options(*check);
    add_format(*check);
    check
        ->add_option("--write-baseline", typed.baseline,
                     "Write the problems that may stay for now into a file, for 'baseline:' in the settings")
        ->type_name("FILE");

    serve = add("serve", "Show the site in a browser on this machine, with each change as it is saved",
                serve_examples);
    add_site_options(*serve, typed);
    serve->add_option("--port", typed.port, "Where to listen; 8000 or the next free one without it")
        ->type_name("N");

    history = add("history", "Tell what changed in a site's content, commit by commit", history_examples);
    add_site_options(*history, typed);
    history->add_option("REF", typed.at, "The newest commit to tell of; the last one without it");
    history->add_option("--since", typed.since, "The first day to tell of, such as 2021-01-01")
        ->type_name("DATE");
    add_document_format(*history);

    diff = add("diff", "Tell what changed between two commits, worst first", diff_examples);
    add_site_options(*diff, typed);
    diff->add_option("A", typed.before, "The earlier commit, branch or tag");
    diff->add_option("B", typed.after, "The later one");
    add_document_format(*diff);

    review = add("review", "Show what a draft would change, in words and on its pages", review_examples);
    add_site_options(*review, typed);
    add_review_options(*review);

    made = add("new", "Make a content file", new_examples);
    answer = made->add_subcommand("answer", "Keep an answer to a draft that came by mail");
    answer->set_help_flag("-h,--help", "Show this");
    answer->footer(new_examples);
    add_site_options(*answer, typed);
    answer->add_option("--from-mail", typed.mail, "The mail, saved as a file")->type_name("FILE");

    publishing.emplace(app, typed, add_site_options);

    schema = add("schema", "Print the fields of each kind of record", schema_examples);
    schema
        ->add_option(
            "--format", typed.guide,
            "markdown for people, json (JSON Schema) for editors, or report for what reads check's JSON")
        ->type_name("FORMAT");

    explain = add("explain", "Say what a mistake is, why it matters, and what is right", explain_examples);
    explain->add_option("CODE", typed.code, "What stands between brackets in a report; all codes without it");
  }

private:
  CLI::App *add(const char *name, const char *what, const char *examples) {
    auto *command = app.add_subcommand(name, what);
    command->set_help_flag("-h,--help", "Show this");
    command->footer(examples);
    return command;
  }

  void add_revision_options(CLI::App &command) {
    command.add_option("--at", typed.at, "A commit, branch or tag; the last commit without it")
        ->type_name("REV");
    command.add_flag("--work-tree", typed.work_tree, "The files as they are on disk, committed or not");
  }
  void add_review_options(CLI::App &command) {
    command.add_option("--base", typed.base, "What the draft is to change: a branch, tag or commit")
        ->type_name("REV");
    command.add_option("--head", typed.head, "The draft; the last commit without it")->type_name("REV");
    command.add_flag("--exact-base", typed.base_as_given,
                     "Compare with --base itself, and not with the commit that the draft began at");
    command.add_option("--out", typed.out, "Where the preview goes; build/review/NAME without it")
        ->type_name("FOLDER");
    command.add_flag("--portable", typed.portable,
                     "Make a preview that can be read from any folder, and without a web server");
    command.add_option("--markdown", typed.markdown, "Write the comment for a pull request into a file")
        ->type_name("FILE");
    command.add_option("--json", typed.json, "Write all that was found into a file, for programs")
        ->type_name("FILE");
    command.add_option("--address", typed.address, "Where the preview will stand, for the comment's links")
        ->type_name("URL");
    command.add_option("--pull-request", typed.pull_request, "The address of the pull or merge request")
        ->type_name("URL");
    command.add_option("--answers-by", typed.answers_by, "The day until which answers are asked for")
        ->type_name("DATE");
    add_format(command);
  }
  void add_document_format(CLI::App &command) {
    command.add_option("--format", typed.format, "text for people, or json")->type_name("FORMAT");
  }
  void add_format(CLI::App &command) {
    command.add_option("--format", typed.format, "How problems are told: text, json, sarif or github")
        ->type_name("FORMAT");
  }
};

const std::vector<std::string> &command_names() {
  static const std::vector<std::string> names{"build",  "check",  "serve",   "history",  "diff",
                                              "review", "new",    "publish", "releases", "rollback",
                                              "verify", "schema", "explain"};
  return names;
}

HistoryCommand history_command(const Typed &typed) {
  HistoryCommand history{site_options(typed, "history"), std::nullopt, document_format_of(typed.format)};
  if (!typed.since.empty()) history.since = full_date(typed.since, "--since");
  return history;
}

DiffCommand diff_command(const Typed &typed) {
  DiffCommand diff{site_options(typed, "diff"), typed.before, typed.after, document_format_of(typed.format)};
  if (typed.before.empty() || typed.after.empty())
    throw WrongCommandLine{"'diff' needs two commits",
                           fmt::format("For example: localoffer diff {} HEAD~1 HEAD", typed.settings)};
  diff.site.at = diff.after;
  return diff;
}

/// build/site/somerset, or build/review/somerset.
std::string default_out(const std::string &settings, const char *kind) {
  return (std::filesystem::path("build") / kind / std::filesystem::path(settings).stem()).string();
}

std::string web_address(const std::string &text, const char *option) {
  if (text.empty() || text.starts_with("https://") || text.starts_with("http://")) return text;
  throw WrongCommandLine{fmt::format("'{}' is no address of a web page", text),
                         fmt::format("Write it with its beginning: {} https://example.org/", option)};
}

ReviewCommand review_command(const Typed &typed) {
  ReviewCommand review;
  review.site = site_options(typed, "review");
  if (typed.base.empty())
    throw WrongCommandLine{"'review' needs to know what the draft is to change",
                           fmt::format("For example: localoffer review {} --base main", typed.settings)};
  review.base = typed.base;
  review.base_as_given = typed.base_as_given;
  review.site.at = typed.head.empty() ? "HEAD" : typed.head;
  review.out = typed.out.empty() ? default_out(typed.settings, "review") : typed.out;
  review.portable = typed.portable;
  review.address = web_address(typed.address, "--address");
  if (!review.address.empty() && !review.address.ends_with('/')) review.address += '/';
  review.pull_request = web_address(typed.pull_request, "--pull-request");
  if (!typed.answers_by.empty()) review.answers_by = full_date(typed.answers_by, "--answers-by");
  if (!typed.markdown.empty()) review.markdown = typed.markdown;
  if (!typed.json.empty()) review.json = typed.json;
  review.format = format_of(typed.format);
  return review;
}

NewAnswerCommand new_answer_command(const Typed &typed) {
  NewAnswerCommand answer{site_options(typed, "new answer"), typed.mail};
  if (typed.mail.empty())
    throw WrongCommandLine{
        "'new answer' needs a mail",
        fmt::format("For example: localoffer new answer {} --from-mail answer.eml", typed.settings)};
  answer.site.work_tree = true;
  return answer;
}

SchemaCommand schema_command(const std::string &format) {
  using Kind = SchemaCommand::Kind;
  static const std::map<std::string, Kind> kinds{
      {"markdown", Kind::markdown}, {"json", Kind::json}, {"report", Kind::report}};
  if (const auto found = kinds.find(format); found != kinds.end()) return {found->second};
  throw WrongCommandLine{fmt::format("there is no format '{}' of the field guide", format),
                         hint(format, {"markdown", "json", "report"}) +
                             "The formats are: markdown, json, report."};
}

/// What stands between the brackets of "error[link-text]", so that it may be pasted whole.
std::string inside_brackets(const std::string &text) {
  const auto open = text.find('['), close = text.find(']');
  return open == std::string::npos || close == std::string::npos || close < open
             ? text
             : text.substr(open + 1, close - open - 1);
}

std::string code_named(const std::string &typed) {
  std::string code = inside_brackets(typed);
  if (code.empty() || find_diagnostic_code(code)) return code;
  std::vector<std::string> codes;
  for (const auto &one : diagnostic_codes())
    codes.emplace_back(one.code);
  throw WrongCommandLine{fmt::format("there is no code '{}'", code),
                         hint(code, codes) + "All codes: localoffer explain."};
}

CommandLine chosen(const Commands &commands) {
  const Typed &typed = commands.typed;
  if (commands.build->parsed()) {
    BuildCommand build{site_options(typed, "build"), typed.out, format_of(typed.format)};
    if (build.out.empty()) build.out = default_out(typed.settings, "site");
    return build;
  }
  if (commands.check->parsed()) {
    CheckCommand check{site_options(typed, "check"), format_of(typed.format), std::nullopt};
    if (!typed.baseline.empty()) check.write_baseline = typed.baseline;
    return check;
  }
  if (commands.serve->parsed()) {
    ServeCommand serve{site_options(typed, "serve"), std::nullopt};
    serve.site.work_tree = true;
    if (!typed.port.empty()) serve.port = static_cast<int>(whole_number(typed.port, "--port", 0, 65535));
    return serve;
  }
  if (commands.history->parsed()) return history_command(typed);
  if (commands.diff->parsed()) return diff_command(typed);
  if (commands.review->parsed()) return review_command(typed);
  if (commands.answer->parsed()) return new_answer_command(typed);
  if (commands.made->parsed())
    throw WrongCommandLine{"say what to make",
                           "For example: localoffer new answer SITE.yaml --from-mail answer.eml"};
  const PublishCommands &publishing = *commands.publishing;
  if (publishing.publish->parsed()) return publish_command(typed);
  if (publishing.releases->parsed()) return releases_command(typed);
  if (publishing.rollback->parsed()) return rollback_command(typed);
  if (publishing.verify->parsed()) return verify_command(typed);
  if (commands.explain->parsed()) return ExplainCommand{code_named(typed.code)};
  return schema_command(typed.guide);
}

/// The command that the words name; CLI11 would only say that a command is missing.
void require_command(const std::vector<std::string> &words) {
  if (words.empty()) throw WrongCommandLine{"say what to do", "See 'localoffer --help'."};
  const std::string &first = words.front();
  if (first.starts_with("-")) return;
  const auto &names = command_names();
  if (std::find(names.begin(), names.end(), first) != names.end()) return;
  if (first.ends_with(".yaml"))
    throw WrongCommandLine{"say what to do with " + first,
                           fmt::format("For example: localoffer build {}", first)};
  throw WrongCommandLine{fmt::format("there is no command '{}'", first),
                         hint(first, names) + fmt::format("The commands are: {}.", joined(names))};
}

[[noreturn]] void explain_extra(const CLI::App &app) {
  const auto chosen_commands = app.get_subcommands();
  const CLI::App &command = chosen_commands.empty() ? app : *chosen_commands.front();
  const auto extras = app.remaining(true);
  const std::string word = extras.empty() ? "" : extras.front();
  const std::string see =
      fmt::format("See 'localoffer{} --help'.", &command == &app ? "" : " " + command.get_name());
  if (!word.starts_with("-"))
    throw WrongCommandLine{fmt::format("'{}' is one word too many", word),
                           "Build one site at a time. " + see};
  std::vector<std::string> options;
  for (const auto *option : command.get_options())
    for (const auto &name : option->get_lnames())
      options.push_back("--" + name);
  throw WrongCommandLine{fmt::format("there is no option '{}'", word.substr(0, word.find('='))),
                         hint(word.substr(0, word.find('=')), options) + see};
}

CommandLine parse(std::vector<std::string> words) {
  Commands commands;
  try {
    require_command(words);
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
    commands.app.parse(std::move(words));
    if (commands.app.get_subcommands().empty()) require_command({});
  } catch (const CLI::CallForHelp &) {
    const auto called = commands.app.get_subcommands();
    return Answer{0, (called.empty() ? commands.app : *called.front()).help()};
  } catch (const CLI::CallForVersion &) {
    return Answer{0, fmt::format("localoffer {}\n", version)};
  } catch (const CLI::ExtrasError &) {
    explain_extra(commands.app);
  } catch (const CLI::ParseError &error) {
    throw WrongCommandLine{error.what(), "See 'localoffer --help'."};
  }
  return chosen(commands);
}

} // namespace

CommandLine read_command_line(std::vector<std::string> words) {
  try {
    return parse(std::move(words));
  } catch (const WrongCommandLine &wrong) {
    return Answer{2, fmt::format("localoffer: {}\n{}\n", wrong.message, wrong.help)};
  }
}

} // namespace localoffer
