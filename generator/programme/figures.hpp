#pragma once

#include "content/settings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// How many refs have each status: one entry for each status of the scale, in the scale's order, zero
/// included.
struct Counts {
  struct Entry {
    const Status *status = nullptr;
    int count = 0;
  };
  std::vector<Entry> entries;
  int total = 0;

  int of(std::string_view status_key) const;
};

Counts no_counts(const Settings &settings);
void add_to(Counts &counts, const Status &status, int how_many);

/// Whole percentages that total 100 (largest remainder; the earlier entry wins a tie). All zero when the
/// counts are.
std::vector<int> shares(const std::vector<int> &counts);

/// What follows from a promise's dates and its status.
struct Lateness {
  bool overdue =
      false; ///< the date that counts has passed, and the status is not complete, replaced or stopped
  long days_late = 0;    ///< since the end of the promised day, month or year; 0 when not overdue
  bool due_soon = false; ///< due within the next 31 days, and not done
  bool moved = false;    ///< the date now differs from the first one
  long days_moved = 0;   ///< later is positive
};

/// True when nothing is left to do: every lifecycle of the status is complete, embedded, replaced or stopped.
/// A merged status that may be unfinished is not done.
bool is_done(const Status &status);

/// True only when every lifecycle that the status may mean is complete or embedded.
bool is_complete(const Status &status);

Lateness lateness(const Status &status, std::optional<Date> first_due, std::optional<Date> due,
                  const Date &today);

/// How far a measure has come.
struct TargetProgress {
  bool has_target = false;
  bool on_target = false;      ///< the newest figure is at the target or better
  std::optional<double> share; ///< of the way from baseline to target, in percent, 0 to 100; needs all three
  std::optional<double> gap;   ///< from the newest figure to the target; positive when there is a way to go
};

/// What a measure has and lacks. A claim about a target needs the target's value and date.
struct Completeness {
  bool has_figure = false, has_baseline = false, has_target = false, has_unit = false, has_direction = false;
  bool complete() const { return has_figure && has_baseline && has_target && has_unit && has_direction; }
};

TargetProgress target_progress(const Measure &measure, const Observation *newest);
Completeness completeness(const Measure &measure);

/// "1Bii", "1b II" and "1B ii" are one ref: "1B ii". What has another form keeps it, with single spaces.
std::string normalised_ref(std::string_view ref);

/// "3B i-vi" -> {"3B i", ..., "3B vi"}; "8.1-8.3" -> {"8.1", "8.2", "8.3"}; one ref -> itself, normalised. A
/// range that runs backwards or to more than 100 refs is not expanded.
std::vector<std::string> expanded_refs(std::string_view ref);

/// What other records call a milestone: each of its refs, or its id when the plan gives it none.
std::vector<std::string> refs_of(const Milestone &milestone);

/// Orders refs and numbers as people do: "8.2" before "8.10", "1B ix" before "1B x".
bool comes_before(std::string_view ref, std::string_view other);

} // namespace localoffer
