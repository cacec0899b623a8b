#include "content/codes.hpp"
#include "programme/rule_list.hpp"
#include "programme/wording.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

// Numbers that a report states about its own milestones.

namespace localoffer::rules {
namespace {

/// Calls `function(stated, head)` for all stated counts.
template <class Function>
void for_each_stated(const Programme &programme, const Function &function) {
  const auto each = [&](const auto &records) {
    for (const auto &record : records)
      if (record.stated.given) function(record.stated, record.head);
  };
  each(programme.content.records.plans);
  each(programme.content.records.priorities);
  each(programme.content.records.workstreams);
}

bool is_count(double number) {
  return number >= 0 && number == std::floor(number);
}

bool all_are_counts(const StatedCounts &stated) {
  return (!stated.total.given || is_count(*stated.total)) &&
         std::all_of(stated.counts.begin(), stated.counts.end(),
                     [](const auto &entry) { return entry.second.given && is_count(*entry.second); });
}

std::string allow_line(std::string_view code) {
  return fmt::format(
      "If the report itself is wrong, keep its numbers, say so under 'discrepancy:', and write "
      "'# allow {}: ' and the reason on the line before.",
      code);
}

bool is_not_listed(const StatedCounts &stated, const std::string &status_key) {
  return std::any_of(stated.not_listed.begin(), stated.not_listed.end(),
                     [&](const Authored<std::string> &key) { return *key == status_key; });
}

/// Compares one record's stated counts with the refs that are listed under it.
void compare(const Programme &programme, const StatedCounts &stated, const RecordHead &head,
             const Counts &listed, Found &found) {
  if (!stated.given || !all_are_counts(stated)) return;
  const auto report = [&](Place place, std::string message) {
    found.push_back(
        diagnose("listed-differs-from-stated", {head.file, place}, std::move(message),
                 "A range counts as each of its refs. Add what is missing, or name the status under "
                 "'not_listed:' when the report does not list it. " +
                     allow_line("listed-differs-from-stated")));
  };
  const auto &settings = programme.settings();
  for (const auto &[key, count] : stated.counts) {
    const Status *status = settings.status(*key);
    if (!status || is_not_listed(stated, *key) || listed.of(*key) == static_cast<int>(*count)) continue;
    report(count.place,
           fmt::format("the report states {} under '{}', and {} listed here", *count, *status->label,
                       counted(settings, "milestone", listed.of(*key)) +
                           (listed.of(*key) == 1 ? " is" : " are")));
  }
  const bool all_listed = stated.total.given && stated.not_listed.empty() && listed.total > 0;
  if (all_listed && static_cast<int>(*stated.total) != listed.total)
    report(stated.total.place,
           fmt::format("the report states {} in all, and {} listed here", *stated.total,
                       counted(settings, "milestone", listed.total) + (listed.total == 1 ? " is" : " are")));
}

bool milestones_are_complete(const Programme &programme) {
  return programme.unread_kinds.count("milestone") == 0 &&
         programme.milestones.size() == programme.content.records.milestones.size();
}

/// Whether any status of the scale means "complete" and nothing else.
bool scale_can_say_complete(const Settings &settings) {
  return std::any_of(settings.statuses.begin(), settings.statuses.end(), is_complete);
}

} // namespace

void counts_add_up(const Programme &programme, Found &found) {
  for_each_stated(programme, [&](const StatedCounts &stated, const RecordHead &head) {
    if (!stated.total.given || stated.counts.empty() || !all_are_counts(stated)) return;
    double sum = 0;
    for (const auto &entry : stated.counts)
      sum += *entry.second;
    if (sum != *stated.total)
      found.push_back(
          diagnose("counts-add-up", {head.file, stated.total.place},
                   fmt::format("the counts by status add up to {}, and the total is {}", sum, *stated.total),
                   "Mend the number that is wrong. " + allow_line("counts-add-up")));
  });
}

void counts_are_whole(const Programme &programme, Found &found) {
  for_each_stated(programme, [&](const StatedCounts &stated, const RecordHead &head) {
    const auto check = [&](const Authored<double> &number) {
      if (number.given && !is_count(*number))
        found.push_back(diagnose(
            "count-not-whole", {head.file, number.place},
            fmt::format("{} is not a number of {}", *number, name_of_many(programme.settings(), "milestone")),
            "Write a whole number that is not negative. If the report gives such a number, leave it "
            "out and say so under 'discrepancy:'."));
    };
    check(stated.total);
    for (const auto &entry : stated.counts)
      check(entry.second);
  });
}

void merged_is_not_complete(const Programme &programme, Found &found) {
  const Settings &settings = programme.settings();
  for_each_stated(programme, [&](const StatedCounts &stated, const RecordHead &head) {
    if (!stated.share_complete.given || settings.statuses.empty() || scale_can_say_complete(settings)) return;
    found.push_back(diagnose(
        "merged-as-complete", {head.file, stated.share_complete.place},
        fmt::format("{}% cannot be called complete: no status of this site means complete and nothing else",
                    *stated.share_complete),
        "Leave 'share_complete:' out, and say under 'discrepancy:' what the report claims and why it cannot "
        "be checked."));
  });
  for (const auto &milestone : programme.milestones) {
    const Authored<Date> &completed = milestone.record->completed;
    if (!completed.given || !milestone.status->merged() || is_complete(*milestone.status)) continue;
    found.push_back(diagnose(
        "merged-as-complete", {milestone.record->head.file, completed.place},
        fmt::format("this has a date of completion, and its status '{}' may mean that it is not complete",
                    *milestone.status->key),
        "Leave 'completed:' out, or give it a status that means complete and nothing else."));
  }
}

void listed_matches_stated(const Programme &programme, Found &found) {
  // With a milestone left out for a mistake of its own, every comparison would be one more false alarm.
  if (!milestones_are_complete(programme)) return;
  if (programme.plan)
    compare(programme, programme.plan->stated, programme.plan->head, programme.counts, found);
  // Below the plan, a report that lists nothing gives only totals, and there is nothing to compare.
  for (const auto &priority : programme.priorities)
    if (!priority.milestones.empty())
      compare(programme, priority.record->stated, priority.record->head, priority.counts, found);
  for (const auto &workstream : programme.workstreams)
    if (!workstream.milestones.empty())
      compare(programme, workstream.record->stated, workstream.record->head, workstream.counts, found);
}

} // namespace localoffer::rules
