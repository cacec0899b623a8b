#pragma once

#include "history/history.hpp"
#include "history/scale.hpp"

#include <optional>
#include <string>

namespace localoffer {

/// What one change means for people who follow a plan.
struct Change {
  /// Worst first: the order in which changes are told.
  enum class Kind {
    withdrawn,         ///< a promise, a figure or another record was taken out
    fell,              ///< a status that is less sure or further from done
    reopened,          ///< was complete, and is not any more
    promise_rewritten, ///< the date as first promised is another one now
    moved_later,
    date_dropped, ///< there was a date, and there is none now
    stopped,
    replaced,
    figure_corrected, ///< a figure that had been published is another one now
    figure_withdrawn,
    target_changed, ///< a target, a starting point or the direction wanted
    status_changed, ///< between statuses that the scale does not order
    fact_changed,   ///< who leads, what it belongs to
    moved_earlier,
    date_set, ///< there was no date
    rose,
    completed,
    figure_added,
    added,
    renamed,
    wording, ///< the words alone
  };

  Kind kind = Kind::wording;
  RecordName record;
  std::string title;             ///< the record's, as far as it is known at that time
  std::uint32_t commit = 0;      ///< index into History::commits
  std::string field, item;       ///< as in Event
  std::string before, after;     ///< dates in ISO, numbers, labels of statuses, or texts
  std::string why;               ///< the reason that was given with the change; empty when none was
  long days = 0;                 ///< of a moved date: by how much; later is positive
  int times = 0;                 ///< of a moved date: how often it has moved, this time included
  long days_in_all = 0;          ///< of a moved date: by how much since it was first promised
  std::optional<Date> published; ///< of a corrected figure: when the earlier one came out
  bool returned = false;         ///< of an added record: it had been taken out before
  int refs = 1;                  ///< of a milestone: how many refs it stands for
  int rank = 0;                  ///< of a status: how sure the new one is; less is worse

  /// Of a new figure: the one before it of the same area, with its item; empty for the first one.
  std::string previous, previous_item;
  /// How it compares with the one before, by the direction that is wanted: 1 better, -1 worse, 0 the same or
  /// not known.
  int trend = 0;
};

} // namespace localoffer
