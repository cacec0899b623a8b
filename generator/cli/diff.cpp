#include "base/diagnostic_text.hpp"
#include "cli/commands.hpp"
#include "cli/history_json.hpp"
#include "cli/told_changes.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

void tell(const ToldChanges &told) {
  const auto &changes = told.worst_first();
  for (const auto &sentence : told.summary())
    fmt::print("{}\n", one_line(sentence));
  if (changes.empty()) fmt::print("Nothing that families read has changed.\n");
  if (!changes.empty()) fmt::print("\n");
  for (const auto *change : changes)
    fmt::print("{}\n", told.line(*change));
}

} // namespace

int run(const DiffCommand &command) {
  const OpenedSite opened = open_site(command.site);
  const auto log = opened.snapshot->log();
  const auto before = log ? log->find(command.before) : std::nullopt;
  if (log && !before) open_commit(opened.location.root, command.before); // says what there is instead
  const ToldChanges told(opened, command.site, before.value_or(""));
  if (command.format == Format::json)
    fmt::print("{}", changes_json(told.past(), told.worst_first(), told.summary(), told.before(),
                                  told.after(), [&](const Change &change) { return told.sentence(change); }));
  else
    tell(told);
  return 0;
}

} // namespace localoffer
