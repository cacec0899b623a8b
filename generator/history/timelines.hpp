#pragma once

#include "history/changes.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// A status and how long a milestone had it.
struct StatusStretch {
  StatusThen status;
  Date from;
  std::optional<Date> until; ///< nothing: it has it still, or was withdrawn with it
};

/// A date that was moved.
struct DateMove {
  std::optional<Date> from, to;
  long days = 0;          ///< later is positive; 0 where one of the two is not known
  std::optional<Date> on; ///< when; nothing when it had been moved before the history begins
  std::string why;
};

struct MilestoneTimeline {
  Date appeared;
  std::vector<StatusStretch> stretches; ///< oldest first
  std::optional<Date> first_promised;   ///< the earliest promise that the history knows
  std::optional<Date> promised;         ///< the present one, or the last one before it was withdrawn
  std::vector<DateMove> moves;          ///< oldest first
  std::vector<DateMove> rewritten;      ///< when "as first promised" itself was changed
  std::optional<Date> withdrawn;

  /// Days from the first promise to the present one; later is positive. 0 where one of the two is not there.
  long days_moved() const;
};

/// A figure that came, went or was corrected after it had been published.
struct FigureChange {
  enum class Kind { added, corrected, withdrawn };
  Kind kind = Kind::added;
  std::string item;          ///< "2021-01", or "2021-01, Mendip"
  std::string before, after; ///< numbers
  Date on;
  std::optional<Date> published; ///< of a correction: when the earlier figure came out
};

struct MeasureTimeline {
  Date appeared;
  std::vector<FigureChange> figures; ///< after it appeared; oldest first
  std::optional<Date> withdrawn;
};

/// How many refs had each status from a day on.
struct CountsFrom {
  Date from;
  std::map<std::string, int> counts; ///< by status key; none that is 0
};
using CountsOverTime = std::vector<CountsFrom>; ///< oldest first

/// What follows from a history: what each change means, and how each record came to where it is. Everything
/// is in the order of the commits.
struct Timelines {
  History history; ///< without the states of added records
  std::vector<Change> changes;
  std::map<RecordName, std::vector<std::size_t>> changes_of; ///< indices into `changes`, by what they tell of
  std::map<std::string, MilestoneTimeline> milestones;       ///< by id; withdrawn ones too
  std::map<std::string, MeasureTimeline> measures;
  CountsOverTime counts;                            ///< of all milestones
  std::map<std::string, CountsOverTime> priorities; ///< by the id of the priority
  std::map<RecordName, Date> last_changed;          ///< of the records that there are
  ScaleThen scale;
};

Timelines timelines_of(History history);

} // namespace localoffer
