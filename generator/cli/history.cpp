#include "base/diagnostic_text.hpp"
#include "cli/commands.hpp"
#include "cli/history_json.hpp"
#include "cli/past.hpp"
#include "cli/tell.hpp"
#include "cli/told_site.hpp"
#include "pages/change_words.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

/// One commit: its date, its message, and its changes worst first.
void tell_commit(const Site &site, const CommitInfo &commit, const std::vector<const Change *> &changes) {
  fmt::print("\n{}  {}  {}\n", site.words.date(commit.date), commit.id.substr(0, 10),
             one_line(commit.subject));
  for (const auto *change : worst_first(site, changes)) {
    if (change->kind == Change::Kind::wording) continue;
    const ChangeText text = change_text(site, *change);
    fmt::print("  {}\n", one_line(fmt::format("{}: {}{}{}", text.label.name, text.sentence,
                                              text.reason.empty() ? "" : " ", text.reason)));
  }
  for (const auto &sentence : summary_of(site, changes))
    fmt::print("  = {}\n", one_line(sentence));
}

void tell(const Site &site, std::optional<Date> since) {
  const History &history = site.past->history;
  if (history.commits.empty()) {
    fmt::print("Nothing has changed yet: the site has no commits.\n");
    return;
  }
  const CommitInfo &first = history.commits.front();
  fmt::print("The record begins on {} ({}).\n", site.words.date(first.date), first.id.substr(0, 10));
  if (history.unreadable > 0)
    fmt::print("Versions of files that could not be read, and were passed over: {}.\n", history.unreadable);
  const auto changes = told_changes(*site.past);
  for (auto change = changes.rbegin(); change != changes.rend();) {
    std::vector<const Change *> of_commit;
    const auto commit = (*change)->commit;
    for (; change != changes.rend() && (*change)->commit == commit; ++change)
      of_commit.insert(of_commit.begin(), *change);
    if (!since || *since <= history.commits[commit].date)
      tell_commit(site, history.commits[commit], of_commit);
  }
}

} // namespace

int run(const HistoryCommand &command) {
  const OpenedSite opened = open_site(command.site);
  const ToldSite told(opened, command.site);
  const auto store = store_for(command.site);
  std::vector<Diagnostic> found;
  auto history = read_past(
      {*opened.snapshot, opened.location.path, store.get(), command.site.jobs, command.site.allow_shallow},
      told.settings(), found);
  print_report(Format::text, found);
  if (has_errors(found)) return 1;
  if (!history)
    throw WorldError(
        fmt::format("'{}' has no history: it is not in a git repository with commits", command.site.settings),
        "Run 'git init' there and commit, or name the settings file in a clone.");
  if (command.format == Format::json) {
    fmt::print("{}", history_json(*history, command.since));
    return 0;
  }
  const Timelines past = timelines_of(std::move(*history));
  tell(told.with(past), command.since);
  return 0;
}

} // namespace localoffer
