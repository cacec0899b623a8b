#include "cli/told_changes.hpp"

#include "base/diagnostic_text.hpp"
#include "cli/past.hpp"
#include "pages/change_words.hpp"

#include <fmt/format.h>

namespace localoffer {

ToldChanges::ToldChanges(const OpenedSite &opened, const SiteOptions &options, const std::string &before)
    : told_(opened, options) {
  const auto log = opened.snapshot->log();
  if (!log)
    throw WorldError(fmt::format("'{}' is not in a git repository with commits", options.settings),
                     "Name the settings file in a clone.");
  const auto store = store_for(options);
  CommitPair pair =
      compare_commits({*log, opened.location.path, store.get(), options.jobs}, before, log->newest());
  before_ = std::move(pair.before);
  after_ = std::move(pair.after);
  past_.emplace(timelines_of(std::move(pair.history)));
  site_.emplace(told_.with(*past_));
  // The first of the two commits of this history brings everything that was there before.
  changes_ = localoffer::worst_first(*site_, told_changes(*past_));
  summary_ = summary_of(*site_, changes_);
}

std::string ToldChanges::sentence(const Change &change) const {
  const ChangeText text = change_text(*site_, change);
  return fmt::format("{}{}{}", text.sentence, text.reason.empty() ? "" : " ", text.reason);
}

std::string ToldChanges::line(const Change &change) const {
  return one_line(
      fmt::format("{}: {}", label_of(*site_, change.record, change.title).name, sentence(change)));
}

} // namespace localoffer
