#pragma once

#include "content/load.hpp"
#include "programme/figures.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace localoffer {

/// A milestone joined with what it belongs to and with what follows from its dates.
struct MilestoneFacts {
  const Milestone *record = nullptr;
  std::string slug; ///< "1b-vi": its part of the address
  std::vector<std::string>
      refs; ///< normalised, a range expanded: {"3B i", ..., "3B vi"}; its id when it has no ref
  const Status *status = nullptr;
  const Theme *theme = nullptr;       ///< its own, or its priority's
  const Priority *priority = nullptr; ///< its own, or its workstream's
  const Workstream *workstream = nullptr;
  const Body *lead = nullptr;
  std::optional<Date> due;              ///< the date that counts now: `due`, or `first_due`
  const StatusWindow *window = nullptr; ///< without a date of its own: when its period's report expects it
  Lateness lateness;
  std::vector<std::size_t> depends_on; ///< indices into Programme::milestones
  std::vector<std::size_t> needed_by;  ///< the other direction of depends_on
  std::vector<std::size_t> replaced_by, replaces;
  std::optional<std::size_t> same_comment_as; ///< whose comments cover this one
};

struct MeasureFacts {
  const Measure *record = nullptr;
  const Priority *priority = nullptr;
  std::vector<const Observation *> observations; ///< by date, then area
  const Observation *newest = nullptr;           ///< for the whole area, or the only area
  TargetProgress progress;
  Completeness completeness;
};

struct PriorityFacts {
  const Priority *record = nullptr;
  const Theme *theme = nullptr;
  const Body *lead = nullptr;
  std::vector<std::size_t> workstreams, milestones, measures; ///< indices, in the plan's order
  std::vector<const Barrier *> barriers;
  std::vector<std::size_t> linked; ///< indices into Programme::priorities
  Counts counts;                   ///< of its listed milestones' refs
};

struct WorkstreamFacts {
  const Workstream *record = nullptr;
  std::size_t priority = 0;
  std::vector<std::size_t> milestones;
  Counts counts;
  std::vector<const Barrier *> moved_by; ///< barriers whose change control moved its dates
};

struct ThemeFacts {
  const Theme *record = nullptr;
  std::vector<std::size_t> priorities, milestones;
  Counts counts;
};

/// A record by name: {"measure", "ehc-plans-20-weeks"}.
struct RecordName {
  std::string kind, id;

  auto operator<=>(const RecordName &) const = default;
};

/// One local area's programme, joined and immutable. Pointers lead into `content`, which it owns.
struct Programme {
  Programme() = default;
  Programme(Programme &&) = default;
  Programme &operator=(Programme &&) = default;

  Content content; ///< of its uses, links and languages alone
  Date today;
  const Plan *plan = nullptr;               ///< null only when there were errors
  std::vector<ThemeFacts> themes;           ///< by order, then id
  std::vector<PriorityFacts> priorities;    ///< by number
  std::vector<WorkstreamFacts> workstreams; ///< by number, 8.2 before 8.10
  std::vector<MilestoneFacts> milestones;   ///< by ref, in natural order: 1B ii before 1B x; others last
  std::vector<MeasureFacts> measures;       ///< by priority and order
  Counts counts;                            ///< of all listed milestones' refs

  const Settings &settings() const { return content.settings; }
  const Body *body(const std::string &id) const;
  const Report *report(const std::string &id) const;

  // id -> index, for links and references
  std::map<std::string, std::size_t> theme_by_id, priority_by_id, workstream_by_id, milestone_by_id,
      measure_by_id;
  std::map<std::string, std::size_t> milestone_by_ref; ///< normalised ref, or id without one -> index
  std::map<std::string, const Body *> body_by_id;
  std::map<std::string, const Report *> report_by_id;
  /// What each content file holds, in the file's order, records that were left out included.
  std::map<std::string, std::vector<RecordName>> records_of_file;
  /// Kinds of which a file could not be read, so that what seems to be missing may be in it.
  std::set<std::string> unread_kinds;
};

/// Joins the records. References that lead nowhere, unknown statuses and everything else that keeps the parts
/// from fitting are diagnostics. `today` decides what is late. Bad records are left out of the joined lists.
Programme join(Content content, Date today, std::vector<Diagnostic> &diagnostics, unsigned threads = 1);

} // namespace localoffer
