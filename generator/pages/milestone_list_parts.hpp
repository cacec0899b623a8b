#pragma once

#include "pages/milestone_ways.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace localoffer {

/// Milestones of a list under one heading, in the order in which they are shown.
struct MilestoneGroup {
  std::string id, heading;
  MilestoneMembers members;
};

/// What stands on one page of a list. A long list goes on from page to page, so that an old telephone can
/// show it, and so that a page changes only with what it shows.
struct MilestoneListPart {
  std::string route; ///< of the first one, the list's own
  std::vector<MilestoneGroup> groups;
};

inline constexpr std::size_t most_on_a_page = 250; ///< milestones

/// By status, each with its worst first; or all in one, where the list has an order of its own.
std::vector<MilestoneGroup> groups_of(const Site &site, const MilestoneList &list);

/// The pages of a list, in order; one at least. A group that goes on on the next page has its heading there
/// too.
std::vector<MilestoneListPart> parts_of(const std::string &route, const std::vector<MilestoneGroup> &groups);

} // namespace localoffer
