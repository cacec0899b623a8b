#include "pages/milestone_list_parts.hpp"

#include "pages/list_pages.hpp"
#include "pages/milestone_words.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace localoffer {

std::vector<MilestoneGroup> groups_of(const Site &site, const MilestoneList &list) {
  if (!list.worst_first.empty()) return {{"worst-first", list.worst_first, list.members}};
  std::vector<MilestoneGroup> groups;
  for (const auto &status : site.settings().statuses) {
    MilestoneMembers of_status;
    std::copy_if(list.members.begin(), list.members.end(), std::back_inserter(of_status),
                 [&](const auto *one) { return one->status == &status; });
    if (of_status.empty()) continue;
    std::string heading = list_heading(site, *status.label, of_status);
    groups.push_back({*status.key, std::move(heading), worst_first(std::move(of_status))});
  }
  return groups;
}

std::vector<MilestoneListPart> parts_of(const std::string &route, const std::vector<MilestoneGroup> &groups) {
  std::vector<std::size_t> lines;
  for (const auto &group : groups)
    lines.push_back(group.members.size());
  const auto pages = cut_into_pages(lines);
  const auto routes = list_page_routes(route, pages.size());
  std::vector<MilestoneListPart> parts;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    parts.push_back({routes[i], {}});
    for (const auto &slice : pages[i]) {
      const auto &[id, heading, members] = groups[slice.group];
      const auto at = [&members = members](std::size_t index) {
        return members.begin() + static_cast<std::ptrdiff_t>(index);
      };
      parts.back().groups.push_back({id, heading, {at(slice.begin), at(slice.end)}});
    }
  }
  return parts;
}

} // namespace localoffer
