#pragma once

#include "pages/site.hpp"

namespace localoffer {

/// "Area of work 6.1: Inclusion Inquiry", or "Area of work 3.1" for one that the report does not name.
std::string workstream_name(const Site &site, const Workstream &workstream);

/// Numbers that a report states about milestones, as far as they can be shown honestly.
struct StatedFigures {
  bool usable = false; ///< there are numbers, they are whole, and the parts are not more than the whole
  int total = 0;
  std::vector<std::optional<int>>
      by_status;       ///< in the scale's order; nothing where the report gives no number
  int unexplained = 0; ///< in the total, but under no status
};

StatedFigures stated_figures(const Settings &settings, const StatedCounts &stated);

/// The sums of those that are usable; not usable when none is.
StatedFigures sum_of(const Settings &settings, const std::vector<StatedFigures> &figures);

/// "The report counts 7 milestones. On track: 2. Complete: 1. No status given: 4." Zero is told as zero.
std::string stated_sentence(const Site &site, const StatedFigures &figures);

/// The same numbers for a chart or a key: statuses with none are left out, the unexplained are not in it.
Counts counts_of(const Settings &settings, const StatedFigures &figures);

/// Where a priority stands, in a sentence: from its listed milestones, else from what the report counts for
/// it or for its workstreams, else from the recommendations that it takes up, else that the report gives no
/// usable numbers.
std::string standing_sentence(const Site &site, const PriorityFacts &priority);

} // namespace localoffer
