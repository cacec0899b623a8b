#include "base/diagnostic_text.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/tell.hpp"
#include "cli/terminal.hpp"
#include "cli/told_changes.hpp"
#include "cli/until_the_end.hpp"
#include "cli/version.hpp"
#include "publish/branch.hpp"
#include "publish/releases.hpp"
#include "publish/tar.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int most_tries = 3;
constexpr std::size_t most_changes = 10;

Provenance provenance(const OpenedSite &opened, const SiteOptions &options) {
  const auto &info = opened.snapshot->info();
  return {fmt::format("localoffer {}", version), info.description, opened.location.path, info.commit,
          info.commit.empty() ? "" : inputs_hash(opened, options)};
}

void require_same_site(const Provenance &before, const Provenance &now, const std::string &where) {
  if (before.settings == now.settings) return;
  throw WorldError(fmt::format("'{}' shows another site, that of {}", where, before.settings),
                   "Give each site a place of its own. Nothing was changed.");
}

/// Whether what is shown need not change, and why.
std::optional<std::string> reason_to_stay(const OpenedSite &opened, const PublishCommand &command,
                                          const Provenance &before, const Provenance &now) {
  if (!now.inputs.empty() && before.inputs == now.inputs)
    return fmt::format("Nothing to do: the site of {} is published already.", now.source);
  const auto log = opened.snapshot->log();
  if (!command.allow_older && log && log->descends_from(before.commit, now.commit))
    return fmt::format("Nothing was changed: the site shows {}, which is newer than {}.\n"
                       "To go back on purpose, run 'localoffer rollback', or publish with --allow-older.",
                       before.source, now.source);
  return std::nullopt;
}

/// The site, or null when its content has errors, which have been told.
const SiteBuild *build(const OpenedSite &opened, const PublishCommand &command) {
  const SiteBuild &site = until_the_end(make_site(opened, command.site));
  print_report(Format::text, site.diagnostics);
  say("{}", made_pages_text(command.site, site));
  if (!has_errors(site.diagnostics)) return &site;
  say("{}\nThe site was not published. What is published stays as it was.\n",
      problems_line(site.diagnostics));
  return nullptr;
}

void tell_published(const SiteBuild &site, const Provenance &from, Clock::time_point began) {
  say("Published '{}' from {}, in {}.\n", one_line(site.title, longest_name), from.source,
      time_text(seconds_since(began)));
  say("It shows how things stood on {}. Its address: {}\n", site.today_text,
      one_line(site.address, longest_name));
}

/// What changed since the commit that was shown before, if the repository still has it. The site is published
/// by then, whatever happens to the telling.
void tell_changes(const OpenedSite &opened, const SiteOptions &options, const std::string &before) try {
  const auto log = opened.snapshot->log();
  if (!log || !log->find(before)) return;
  const ToldChanges told(opened, options, before);
  const auto &changes = told.worst_first();
  if (changes.empty()) say("Nothing that families read has changed since {}.\n", before.substr(0, 10));
  if (!changes.empty()) say("What changed since {}:\n", before.substr(0, 10));
  for (std::size_t i = 0; i < std::min(changes.size(), most_changes); ++i)
    say("  {}\n", told.line(*changes[i]));
  if (changes.size() > most_changes) say("  and {} more\n", changes.size() - most_changes);
} catch (const std::runtime_error &error) {
  say("What changed since {} cannot be told: {}\n", before.substr(0, 10), one_line(error.what()));
}

int publish_to_folder(const PublishCommand &command) {
  const auto began = Clock::now();
  // The lock comes first, so that whoever has it reads the newest commit of the branch.
  ReleaseFolder folder(command.to, {std::chrono::seconds(command.wait), [](const std::string &owner) {
                                      say("Waiting for another run that publishes here ({}).\n", owner);
                                      std::fflush(stdout);
                                    }});
  if (!folder.dead_owner().empty())
    say("An earlier run died while it published ({}). What it left was cleared away.\n", folder.dead_owner());
  const OpenedSite opened = open_site(command.site);
  const Provenance from = provenance(opened, command.site);
  std::string before;
  if (const auto *shown = folder.current()) {
    require_same_site(shown->from, from, command.to);
    if (const auto reason = reason_to_stay(opened, command, shown->from, from)) {
      say("{}\n", *reason);
      return 0;
    }
    before = shown->from.commit;
  }
  const auto *site = build(opened, command);
  if (!site) return 1;
  const auto report =
      folder.publish(site->outputs, {from, command.site.jobs, true, command.keep, command.precompress});
  tell_published(*site, from, began);
  say("Release {}. Files new or changed: {}. As they were: {}. Removed: {}.\n", report.name, report.written,
      report.linked, report.removed);
  for (const auto &kept : report.kept)
    say("An old release stays, because somebody else put files into it or it may not be removed: {}\n",
        kept.string());
  if (command.changes && !before.empty()) tell_changes(opened, command.site, before);
  return 0;
}

int publish_to_branch(const PublishCommand &command) {
  const auto began = Clock::now();
  const OpenedSite opened = open_site(command.site);
  const Provenance from = provenance(opened, command.site);
  BranchPublisher branch({opened.location.root, command.to, command.remote});
  const SiteBuild *site = nullptr;
  for (int attempt = 0; attempt < most_tries; ++attempt) {
    const auto shown = branch.shown();
    if (shown) require_same_site(*shown, from, command.to);
    if (const auto reason = shown ? reason_to_stay(opened, command, *shown, from) : std::nullopt) {
      say("{}\n", *reason);
      return 0;
    }
    if (!site) site = build(opened, command);
    if (!site) return 1;
    const auto report = branch.publish(site->outputs, from);
    if (!report) continue;
    tell_published(*site, from, began);
    say("The branch '{}'{} is at commit {}. Files new or changed: {}. As they were: {}. Removed: {}.\n",
        command.to, command.remote.empty() ? "" : fmt::format(" of '{}'", command.remote),
        report->commit.substr(0, 10), report->written, report->shared, report->removed);
    if (command.changes && shown) tell_changes(opened, command.site, shown->commit);
    return 0;
  }
  throw WorldError(
      fmt::format("the branch '{}' moved each time that the site was to be published", command.to),
      "Somebody else publishes there. Run the command again when they are done.");
}

int publish_to_tar(const PublishCommand &command) {
  const auto began = Clock::now();
  const OpenedSite opened = open_site(command.site);
  const Provenance from = provenance(opened, command.site);
  const auto *site = build(opened, command);
  if (!site) return 1;
  write_tar(site->outputs, from, command.to, *site->today);
  tell_published(*site, from, began);
  say("It is in {}.\n", command.to);
  return 0;
}

} // namespace

int run(const PublishCommand &command) {
  switch (command.kind) {
  case PublishCommand::Kind::folder:
    return publish_to_folder(command);
  case PublishCommand::Kind::branch:
    return publish_to_branch(command);
  case PublishCommand::Kind::tar:
    break;
  }
  return publish_to_tar(command);
}

} // namespace localoffer
