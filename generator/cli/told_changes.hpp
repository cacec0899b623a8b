#pragma once

#include "cli/told_site.hpp"
#include "history/timelines.hpp"

#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// What changed between two commits of a site, in its own words, for commands that tell of it.
class ToldChanges {
public:
  /// From `before`, the whole id of a commit, to the commit that was opened. Throws WorldError when the
  /// settings or the theme's words cannot be read at all.
  ToldChanges(const OpenedSite &opened, const SiteOptions &options, const std::string &before);

  const Timelines &past() const { return *past_; }
  const std::vector<const Change *> &worst_first() const { return changes_; }
  const std::vector<std::string> &summary() const { return summary_; } ///< one sentence a kind, worst first
  std::string sentence(const Change &change) const;                    ///< with its reason, if one was given
  std::string line(const Change &change) const; ///< the record's name, then the sentence
  const CommitInfo &before() const { return before_; }
  const CommitInfo &after() const { return after_; }

private:
  ToldSite told_;
  std::optional<Timelines> past_;
  std::optional<Site> site_;
  CommitInfo before_, after_;
  std::vector<const Change *> changes_;
  std::vector<std::string> summary_;
};

} // namespace localoffer
