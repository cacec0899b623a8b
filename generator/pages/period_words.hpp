#pragma once

#include "pages/common_views.hpp"
#include "programme/periods.hpp"

namespace localoffer {

/// "From September 2020 to November 2020".
std::string period_span(const Site &site, const Period &period);

/// "Showing 51 of 66 milestones: the report counts 66 and lists 51." Empty unless the report lists in part.
std::string showing_sentence(const Site &site, const StatedCounts &stated, int listed);

/// What the report states beside what we count: the total, each status, and shares of several together.
DataTableView compared_table(const Site &site, const StatedCounts &stated, const Counts &listed,
                             const std::string &id);

/// True when any number that the report states is not the one that we work out.
bool any_differs(const std::vector<ComparedCount> &compared, bool listed_in_part);

/// The priorities and how many of their listed milestones have each status; 0 is shown as 0.
DataTableView priorities_table(const Site &site, const PeriodFacts &period, const std::string &id);

/// "Delayed: due from December 2020 to January 2021."
std::vector<std::string> window_sentences(const Site &site, const Period &period);

/// The newest period, when its report states numbers for the whole plan and the plan itself states none.
std::optional<PeriodFacts> period_that_counts(const Site &site);

/// The same sentence for one priority, from its own numbers or those of the newest period; where a report
/// counts only the whole plan and lists a part of it, that some may be missing here. Empty otherwise.
std::string showing_in_priority(const Site &site, const PriorityFacts &priority);

} // namespace localoffer
