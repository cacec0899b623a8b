#include "programme/rule_parts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer::rules {

std::string name_of(const Milestone &record) {
  return record.ref.given ? *record.ref : *record.head.title;
}

std::string allow_line(std::string_view code) {
  return fmt::format(
      "If the report itself is wrong, keep its numbers, say so under 'discrepancy:', and write "
      "'# allow {}: ' and the reason on the line before.",
      code);
}

bool milestones_are_complete(const Programme &programme) {
  return programme.unread_kinds.count("milestone") == 0 &&
         programme.milestones.size() == programme.content.records.milestones.size();
}

std::vector<const MilestoneFacts *> milestones_of(const Programme &programme, const Period &period) {
  const bool is_only_period = programme.content.records.periods.size() == 1;
  std::vector<const MilestoneFacts *> found;
  for (const auto &milestone : programme.milestones) {
    const Authored<Ref> &named = milestone.record->period;
    if (named ? named->id == period.head.id : is_only_period) found.push_back(&milestone);
  }
  return found;
}

Counts counts_of(const Programme &programme, const std::vector<const MilestoneFacts *> &milestones) {
  Counts counts = no_counts(programme.settings());
  for (const MilestoneFacts *milestone : milestones)
    add_to(counts, *milestone->status, static_cast<int>(milestone->refs.size()));
  return counts;
}

std::vector<const MilestoneFacts *> of_priority(const std::vector<const MilestoneFacts *> &milestones,
                                                const std::string &id) {
  std::vector<const MilestoneFacts *> found;
  std::copy_if(milestones.begin(), milestones.end(), std::back_inserter(found),
               [&](const MilestoneFacts *one) { return one->priority && one->priority->head.id == id; });
  return found;
}

bool is_named(const std::vector<Authored<std::string>> &keys, const std::string &key) {
  return std::any_of(keys.begin(), keys.end(), [&](const Authored<std::string> &one) { return *one == key; });
}

} // namespace localoffer::rules
