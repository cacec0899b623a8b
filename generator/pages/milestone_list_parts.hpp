#pragma once

#include "pages/milestone_ways.hpp"

#include <string>
#include <vector>

namespace localoffer {

/// Milestones of a list under one heading, in the order in which they are shown.
struct MilestoneGroup {
  std::string id, heading;
  MilestoneMembers members;
};

/// What stands on one page of a list.
struct MilestoneListPart {
  std::string route; ///< of the first one, the list's own
  std::vector<MilestoneGroup> groups;
};

/// By status, each with its worst first; or all in one, where the list has an order of its own.
std::vector<MilestoneGroup> groups_of(const Site &site, const MilestoneList &list);

/// The pages of a list (pages/list_pages.hpp).
std::vector<MilestoneListPart> parts_of(const std::string &route, const std::vector<MilestoneGroup> &groups);

} // namespace localoffer
