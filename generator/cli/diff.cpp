#include "cli/commands.hpp"
#include "cli/history_json.hpp"
#include "cli/past.hpp"
#include "cli/told_site.hpp"
#include "pages/change_words.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

std::string in_words(const Site &site, const Change &change) {
  const ChangeText text = change_text(site, change);
  return fmt::format("{}{}{}", text.sentence, text.reason.empty() ? "" : " ", text.reason);
}

void tell(const Site &site, const std::vector<const Change *> &changes,
          const std::vector<std::string> &summary) {
  for (const auto &sentence : summary)
    fmt::print("{}\n", sentence);
  if (changes.empty()) fmt::print("Nothing that families read has changed.\n");
  if (!changes.empty()) fmt::print("\n");
  for (const auto *change : changes)
    fmt::print("{}: {}\n", label_of(site, change->record, change->title).name, in_words(site, *change));
}

} // namespace

int run(const DiffCommand &command) {
  const OpenedSite opened = open_site(command.site);
  const auto log = opened.snapshot->log();
  if (!log)
    throw WorldError(fmt::format("'{}' is not in a git repository with commits", command.site.settings),
                     "Name the settings file in a clone.");
  const auto before = log->find(command.before);
  if (!before) open_commit(opened.location.root, command.before); // says what there is instead
  const ToldSite told(opened, command.site);
  const auto store = store_for(command.site);
  const CommitPair pair =
      compare_commits({*log, opened.location.path, store.get(), command.site.jobs}, *before, log->newest());
  const Timelines past = timelines_of(pair.history);
  const Site site = told.with(past);

  // The first of the two commits of this history brings everything that was there before.
  const auto changes = worst_first(site, told_changes(past));
  const auto summary = summary_of(site, changes);
  if (command.format == Format::json)
    fmt::print("{}", changes_json(past, changes, summary, pair.before, pair.after,
                                  [&](const Change &change) { return in_words(site, change); }));
  else
    tell(site, changes, summary);
  return 0;
}

} // namespace localoffer
