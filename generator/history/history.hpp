#pragma once

#include "base/store.hpp"
#include "history/events.hpp"
#include "source/commit_log.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace localoffer {

/// Everything that changed in one site's content along the first parents of a commit. A function of that
/// commit and of the settings file's path alone.
///
/// The history begins with the first commit that has the settings file; commits without it are passed over.
/// A file that cannot be read counts as it was when it last could be.
struct History {
  std::vector<CommitInfo> commits; ///< oldest first; only those in which something changed
  std::vector<Event> events;       ///< in the order of their commits
  std::size_t unreadable = 0;      ///< versions of files that could not be read
  std::optional<Date> begins;      ///< of a shallow clone: what was before is not known

  const CommitInfo &commit_of(const Event &event) const { return commits[event.commit]; }
};

struct HistoryRequest {
  const CommitLog &log;
  std::string settings;   ///< the settings file, from the repository's top
  Store *store = nullptr; ///< remembers parsed files by blob and histories by commit; may be null
  unsigned threads = 1;
  /// Files that have been read already, by blob id: they need not be fetched again. May be null.
  const std::unordered_map<std::string_view, const SourceFile *> *at_hand = nullptr;
};

/// Reads the history, from the newest commit that the store remembers on. The answer depends neither on the
/// store nor on the number of threads.
History read_history(const HistoryRequest &request);

/// Two commits, whether or not one comes from the other.
struct CommitPair {
  CommitInfo before, after;
  /// As if the first brought everything, and the second turned it into what it is there. Where nothing
  /// differs, the second is not among its commits.
  History history;
};

CommitPair compare_commits(const HistoryRequest &request, const std::string &before,
                           const std::string &after);

/// The commits that a file in the format of git's blame.ignoreRevsFile lists: whole ids, one a line, "#"
/// begins a comment. What is no id is passed over.
std::vector<std::string> ignored_commits(std::string_view text);

/// Marks what mass edits made look different as left out: of the commits named, everything but facts. A fact
/// cannot be hidden: a status with another meaning, a date, a figure, and records that came or went stay.
void leave_out(History &history, const std::vector<std::string> &commits);

/// An event that people are told of: not left out, and not that the settings file came to be.
bool is_shown(const Event &event);

} // namespace localoffer
