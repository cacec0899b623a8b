#include "cli/publish_options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace localoffer {
namespace {

constexpr auto publish_examples = R"(Examples:
  localoffer publish site/somerset.yaml --repo plan.git --ref main --to /srv/somerset
  localoffer publish site/somerset.yaml --to-branch gh-pages --remote origin
  localoffer publish site/somerset.yaml --to-tar somerset.tar.gz

DIR/current is a link to the newest release. A web server that follows it shows the old site or the new one,
and never a mixture.)";

constexpr auto releases_examples = R"(Examples:
  localoffer releases /srv/somerset)";

constexpr auto rollback_examples = R"(Examples:
  localoffer rollback /srv/somerset               the release before the one that is shown
  localoffer rollback /srv/somerset 12            the release with that number)";

constexpr auto verify_examples = R"(Examples:
  localoffer verify /srv/somerset                 the release that is shown
  localoffer verify /srv/somerset --all           all releases
  localoffer verify build/site/somerset           a site that 'build' wrote

Exit status: 0 all files are as they were published, 1 some are not.)";

CLI::App *add(CLI::App &app, const char *name, const char *what, const char *examples) {
  auto *command = app.add_subcommand(name, what);
  command->set_help_flag("-h,--help", "Show this");
  command->footer(examples);
  return command;
}

void add_folder(CLI::App &command, Typed &typed) {
  command.add_option("DIR", typed.folder, "The folder that 'publish --to' was given");
}

std::string folder_of(const Typed &typed, const char *command) {
  if (typed.folder.empty())
    throw WrongCommandLine{fmt::format("'{}' needs the folder of releases", command),
                           fmt::format("For example: localoffer {} /srv/somerset", command)};
  return typed.folder;
}

void set_target(const Typed &typed, PublishCommand &publish) {
  using Kind = PublishCommand::Kind;
  const int given =
      (typed.to.empty() ? 0 : 1) + (typed.to_branch.empty() ? 0 : 1) + (typed.to_tar.empty() ? 0 : 1);
  if (given != 1)
    throw WrongCommandLine{given == 0 ? "say where the site is to be published"
                                      : "publish to one place at a time",
                           "Give one of --to DIR, --to-branch BRANCH and --to-tar FILE."};
  publish.kind = !typed.to.empty() ? Kind::folder : !typed.to_branch.empty() ? Kind::branch : Kind::tar;
  publish.to = typed.to + typed.to_branch + typed.to_tar;
  if (!typed.remote.empty() && publish.kind != Kind::branch)
    throw WrongCommandLine{"--remote goes with --to-branch", "Leave it out, or publish to a branch."};
  publish.remote = typed.remote;
}

} // namespace

void add_explain_option(CLI::App &command, Typed &typed) {
  command.add_flag("--explain", typed.explain, "Say of each page that was made anew why it was");
}

PublishCommands::PublishCommands(CLI::App &app, Typed &typed, void (*add_site_options)(CLI::App &, Typed &)) {
  publish = add(app, "publish", "Build a site and put it before its readers, whole", publish_examples);
  add_site_options(*publish, typed);
  add_explain_option(*publish, typed);
  publish
      ->add_option("--repo", typed.repository,
                   "The repository, bare or not; else the one that SITE.yaml lies in")
      ->type_name("REPO");
  publish->add_option("--ref", typed.at, "A branch, tag or commit; HEAD without it")->type_name("REF");
  publish->add_option("--to", typed.to, "A folder of releases, with a link to the current one")
      ->type_name("DIR");
  publish->add_option("--to-branch", typed.to_branch, "A branch of the repository that holds the site alone")
      ->type_name("BRANCH");
  publish->add_option("--remote", typed.remote, "Push that branch to this repository, if nobody else has")
      ->type_name("REMOTE");
  publish->add_option("--to-tar", typed.to_tar, "A tar file; .tar.gz is compressed")->type_name("FILE");
  publish->add_option("--keep", typed.keep, "How many releases stay; 5 without it")->type_name("N");
  publish->add_option("--wait", typed.wait, "How long to wait for another run; 600 without it")
      ->type_name("SECONDS");
  publish->add_flag("--no-precompress", typed.no_precompress, "Make no .gz and .br beside the files");
  publish->add_flag("--allow-older", typed.allow_older, "Let an older commit take the place of a newer one");
  publish->add_flag("--changes", typed.changes,
                    "Tell what changed since the commit that was published before");

  releases = add(app, "releases", "List the releases that a folder holds", releases_examples);
  add_folder(*releases, typed);
  releases->add_option("--format", typed.format, "text for people, or json")->type_name("FORMAT");
  rollback = add(app, "rollback", "Show an earlier release again", rollback_examples);
  add_folder(*rollback, typed);
  rollback->add_option("RELEASE", typed.release, "Its name or number; the one before the current without it");
  verify = add(app, "verify", "Compare every file with what was published", verify_examples);
  add_folder(*verify, typed);
  verify->add_option("RELEASE", typed.release, "Its name or number; the current one without it");
  verify->add_flag("--all", typed.all, "All releases");
}

PublishCommand publish_command(const Typed &typed) {
  PublishCommand publish;
  publish.site = site_options(typed, "publish");
  if (!typed.repository.empty())
    publish.site.settings = (std::filesystem::path(typed.repository) / typed.settings).string();
  set_target(typed, publish);
  if (!typed.keep.empty()) publish.keep = whole_number(typed.keep, "--keep", 1, 1000);
  if (!typed.wait.empty()) publish.wait = whole_number(typed.wait, "--wait", 0, 86400);
  publish.precompress = !typed.no_precompress;
  publish.allow_older = typed.allow_older;
  publish.changes = typed.changes;
  return publish;
}

ReleasesCommand releases_command(const Typed &typed) {
  return {folder_of(typed, "releases"), document_format_of(typed.format)};
}

RollbackCommand rollback_command(const Typed &typed) {
  return {folder_of(typed, "rollback"), typed.release};
}

VerifyCommand verify_command(const Typed &typed) {
  if (typed.all && !typed.release.empty())
    throw WrongCommandLine{"--all and the name of a release exclude each other", "Leave one of them out."};
  return {folder_of(typed, "verify"), typed.release, typed.all};
}

} // namespace localoffer
