#include "pages/milestone_list_parts.hpp"

#include "pages/milestone_words.hpp"

#include <algorithm>
#include <fmt/format.h>
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
  std::vector<MilestoneListPart> parts{{route, {}}};
  std::size_t room = most_on_a_page;
  for (const auto &[id, heading, members] : groups)
    for (auto at = members.begin(); at != members.end();) {
      if (room == 0) {
        parts.push_back({fmt::format("{}page-{}/", route, parts.size() + 1), {}});
        room = most_on_a_page;
      }
      const auto count = std::min(room, static_cast<std::size_t>(members.end() - at));
      const auto end = at + static_cast<std::ptrdiff_t>(count);
      parts.back().groups.push_back({id, heading, {at, end}});
      room -= count;
      at = end;
    }
  return parts;
}

} // namespace localoffer
