#pragma once

#include "base/view.hpp"
#include "pages/site.hpp"

#include <optional>
#include <string>
#include <vector>

namespace localoffer {

using MilestoneMembers = std::vector<const MilestoneFacts *>;

/// One of the lists that a way of sorting leads to. Without an address there is nothing to list.
struct MilestoneWayLinkView {
  std::string text, href, note;
  bool current = false;
};
VIEW_FIELDS(MilestoneWayLinkView, text, href, note, current);

/// The milestones that one list shows, in the plan's order, or the worst first where `worst_first` is given.
struct MilestoneList {
  std::string route, label;
  MilestoneMembers members;
  const Status *status = nullptr;
  const RecordHead *record = nullptr; ///< of the theme or the organisation that the list is about
  std::optional<Date> due = {};
  /// The heading of one group, where lateness and not the status sorts the list.
  std::string worst_first = {};
};

/// A way to sort milestones: by status, by month.
struct MilestoneWay {
  std::string name; ///< of the words: "by_status"
  std::string sentence = {};
  std::vector<MilestoneList> lists = {};
  std::vector<MilestoneWayLinkView> without_list = {}; ///< statuses that no listed milestone has
  /// Links to all of these, which stand on each list's page. They are made once.
  std::vector<MilestoneWayLinkView> links = {};
};

/// All ways in which a site's milestones are listed, in the order in which they are shown.
std::vector<MilestoneWay> milestone_ways(const Site &site);

/// "Complete: 12 actions".
std::string list_heading(const Site &site, const std::string &label, const MilestoneMembers &members);

/// "Complete: actions", for lists of pages, which then stay as they are while the numbers change.
std::string list_name(const Site &site, const std::string &label);

/// How many of them have passed their dates.
int late_among(const MilestoneMembers &members);

} // namespace localoffer
