#pragma once

#include "history/timelines.hpp"

#include <functional>
#include <string>
#include <vector>

namespace localoffer {

/// A history as one JSON document: the commits in which something changed, oldest first, and every event.
/// `since` leaves out what was before.
std::string history_json(const History &history, std::optional<Date> since);

/// Changes as one JSON document, in the order given, with what they come to in sentences.
/// `sentence` words one change.
std::string changes_json(const Timelines &past, const std::vector<const Change *> &changes,
                         const std::vector<std::string> &summary, const CommitInfo &before,
                         const CommitInfo &after, const std::function<std::string(const Change &)> &sentence);

} // namespace localoffer
