#pragma once

#include "pages/site.hpp"

#include <string>
#include <vector>

namespace localoffer {

/// What a record is called in a list, and where it stands.
struct RecordLabel {
  std::string name;
  std::string route; ///< empty for a record that is no more
};

/// One change, worded for families.
struct ChangeText {
  RecordLabel label;    ///< of the record: "4B i: Hold meetings with parents"
  std::string sentence; ///< "Fell back from “At risk” to “Off track”."
  std::string reason;   ///< "No reason is given."; empty where none is asked for
  std::string note;     ///< what the commit says of itself, where it gives no reason; mostly empty
  std::string by;       ///< the role that made it; mostly empty
};

/// `title` is what it was called when it was last seen. Needs a site with a past, as all that follows.
RecordLabel label_of(const Site &site, const RecordName &record, const std::string &title);

ChangeText change_text(const Site &site, const Change &change);

/// "milestone" -> what the site calls it; a kind without a name of its own is an "entry".
std::string kind_noun(const Site &site, const std::string &kind, long count);

/// What several changes come to, worst first: "2 actions fell back.", "One date moved back, by 3 months.",
/// "Only the words changed in 12 entries."
std::vector<std::string> summary_of(const Site &site, const std::vector<const Change *> &changes);

/// The changes that pages tell of, in the order of the commits: all but those that the first commit brought,
/// with which the record begins.
std::vector<const Change *> told_changes(const Timelines &past);

/// Worst first; those of one kind newest first, then by name.
std::vector<const Change *> worst_first(const Site &site, std::vector<const Change *> changes);

/// "fell", "moved_later": the kind in data, and in the keys of words.
std::string_view key_of(Change::Kind kind);

} // namespace localoffer
