#pragma once

#include "programme/programme.hpp"

namespace localoffer {

/// One priority in one period.
struct PeriodPriority {
  std::size_t priority = 0;
  const PriorityPeriod *said = nullptr; ///< what the period's report says of it; null when it says nothing
  std::vector<std::size_t> milestones;  ///< listed in the period's report
  Counts counts;
};

/// A period joined with what its report lists.
struct PeriodFacts {
  const Period *record = nullptr;
  std::vector<std::size_t> milestones;    ///< indices, in the plan's order
  Counts counts;                          ///< of their refs
  std::vector<PeriodPriority> priorities; ///< all of the plan's, in its order

  /// Enough is known of it for a meeting to look at: a report, numbers, milestones or decisions.
  bool is_reported() const;

  /// The report counts more than it lists: some statuses, or without saying which.
  bool listed_in_part() const;
};

/// The periods, newest first. A milestone belongs to the period that it names; where there is one period
/// alone, also one that names none.
std::vector<PeriodFacts> periods(const Programme &programme);

/// A number that a report states beside what follows from its list and from its other numbers.
struct ComparedCount {
  std::vector<const Status *> statuses; ///< one, or several that the report takes together; none: the total
  std::optional<int> stated;            ///< nothing when the report does not say
  int listed = 0;
  std::optional<double> stated_share; ///< percent
  std::optional<double>
      derived_share; ///< percent, of the stated counts where they are whole, else of the list
};

/// The total, each status of the scale that is stated or listed, and the shares that the report gives for
/// several statuses together. Shares of the statuses total 100.
std::vector<ComparedCount> compared_counts(const Settings &settings, const StatedCounts &stated,
                                           const Counts &listed);

/// True when the report counts more than it lists: `listed_in_part`, or a status in `not_listed`.
bool is_listed_in_part(const StatedCounts &stated);

} // namespace localoffer
