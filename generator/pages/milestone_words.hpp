#pragma once

#include "pages/site.hpp"

namespace localoffer {

/// Work that is over although its status does not say so: a report may go on counting it as at risk.
enum class Ending {
  none,
  replaced, ///< other milestones have taken its place
  stopped,  ///< it will not go ahead; `why` says why, as far as the report does
};

/// A reason without a new date cannot be the reason for a new date, so it is why the work stopped.
Ending ending_of(const MilestoneFacts &milestone);

/// True when the status leaves open that the work is finished, as a merged status does.
bool may_be_complete(const Status &status);

/// True when the promised time is over and the work is known not to be finished: a status that may mean
/// "complete" is not known to be late, and work that was replaced or stopped is not awaited any more.
bool is_late(const MilestoneFacts &milestone);

/// True for work with a date that is still to come about: it is neither done, nor replaced or stopped.
bool is_awaited(const MilestoneFacts &milestone);

/// How many refs the milestones stand for: "3B i-vi" counts six.
int ref_count(const std::vector<const MilestoneFacts *> &milestones);

/// How many listed refs are late.
int late_count(const Programme &programme);

/// Those whose date is not the one first promised, the most delayed first; finished ones too.
std::vector<const MilestoneFacts *> milestones_with_moved_date(const Programme &programme);

/// Those that are late, the latest first, whatever their status.
std::vector<const MilestoneFacts *> late_milestones(const Programme &programme);

/// Worst status first (the scale's order), then the most late, then the earliest due, then by ref.
std::vector<const MilestoneFacts *> worst_first(std::vector<const MilestoneFacts *> milestones);

/// A label inside a sentence: "Off track" -> "off track", but "NHS decides" as it is.
std::string label_in_sentence(const std::string &label);

/// False for a status that says neither how far the work is nor how it goes. Its label is a phrase of its
/// own: nothing "is status not given".
bool is_adjective(const Status &status);

/// "off track"; in quotation marks where the label is a phrase of its own: "“Status not given”".
std::string status_in_sentence(const Status &status);

/// "7 are off track", "1 is complete", "4 are marked “Status not given”".
std::string count_of_status(const Site &site, const Status &status, int count);

/// "Of 56 actions listed, 7 are off track and 49 are at risk." Statuses that no ref has are left out.
std::string listed_sentence(const Site &site, const Counts &counts);

/// What a report counts beside what it lists: "The report counts 115 actions and lists 56 of them.", then a
/// sentence for each status whose numbers differ. Nothing when the report states no total.
std::vector<std::string> stated_and_listed(const Site &site, const StatedCounts &stated,
                                           const Counts &listed);

/// "3B i-vi is one entry that stands for 6 actions.", for each milestone that stands for several refs.
std::vector<std::string> range_sentences(const Site &site,
                                         const std::vector<const MilestoneFacts *> &milestones);

/// The ref as pages show it: "1B vi", or the range as the report writes it.
std::string shown_ref(const MilestoneFacts &milestone);

/// "December 2018", or what the period's report says of all that have its status: "December 2020 to January
/// 2021". Empty when no date is known.
std::string due_text(const Site &site, const MilestoneFacts &milestone);

/// "1B vi: Put families' views in education reports"; the title alone when the plan gives no ref.
std::string full_name(const MilestoneFacts &milestone);

/// A milestone's dates in words.
struct MilestoneTiming {
  std::string first_promised; ///< "December 2018"; empty when no date was given
  std::string date_now;  ///< "March 2020" or "No new date given"; empty when it is the first one and not over
  std::string how_late;  ///< "10 months late on 16 October 2019", "Due in 2 months"; may be empty
  std::string completed; ///< a date, or empty
};
MilestoneTiming timing_of(const Site &site, const MilestoneFacts &milestone);

} // namespace localoffer
