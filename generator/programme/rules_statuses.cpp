#include "content/codes.hpp"
#include "programme/rule_list.hpp"

#include <algorithm>
#include <fmt/format.h>

// A scale changes with the years; what was reported under an old one keeps its words.

namespace localoffer::rules {
namespace {

class UseChecker {
public:
  UseChecker(const Programme &programme, Found &found) : programme_(programme), found_(found) {}

  /// `day`: on which the status was given.
  void check(const Authored<std::string> &key, const RecordHead &head, const Date &day) {
    const Status *status = key ? programme_.settings().status(*key) : nullptr;
    if (!status) return;
    if (status->from && has_passed(day, first_day(*status->from)))
      report(key, head, fmt::format("the scale has '{}' only from {}", *key, to_iso(*status->from)), day,
             status->from.place);
    if (status->until && has_passed(*status->until, day))
      report(key, head, fmt::format("the scale had '{}' only until {}", *key, to_iso(*status->until)), day,
             status->until.place);
  }

  void check(const StatedCounts &stated, const RecordHead &head, const Date &day) {
    for (const auto &entry : stated.counts)
      check(entry.first, head, stated.date ? last_day(*stated.date) : day);
  }

  void check_milestone(const Milestone &milestone) {
    const Date day = day_of(milestone.period);
    check(milestone.status, milestone.head, day);
    for (const auto &part : milestone.parts)
      check(part.status, milestone.head, day);
  }

  void check_period(const Period &period) {
    const Date day = end_of(period);
    check(period.stated, period.head, day);
    for (const auto &said : period.priorities)
      check(said.stated, period.head, day);
    for (const auto &step : period.roll_out)
      check(step.status, period.head, day);
  }

private:
  /// What an older period reported was reported at its end.
  Date end_of(const Period &period) const {
    const bool is_over = period.end && has_passed(*period.end, programme_.today);
    return is_over ? last_day(*period.end) : programme_.today;
  }
  Date day_of(const Authored<Ref> &named) const {
    const auto &periods = programme_.content.records.periods;
    const auto period = std::find_if(periods.begin(), periods.end(),
                                     [&](const Period &one) { return named && one.head.id == named->id; });
    return period == periods.end() ? programme_.today : end_of(*period);
  }

  void report(const Authored<std::string> &key, const RecordHead &head, const std::string &message,
              const Date &day, Place in_settings) {
    found_.push_back(
        diagnose("status-retired", {head.file, key.place},
                 fmt::format("{}, and this is the status on {}", message, to_iso(day)),
                 "Use a status that the scale has on that day, or mend 'from:' and 'until:' in the "
                 "site's settings."));
    found_.back().notes.push_back({{programme_.settings().file, in_settings}, "the settings say so here"});
  }

  const Programme &programme_;
  Found &found_;
};

} // namespace

void statuses_are_in_use(const Programme &programme, Found &found) {
  UseChecker uses(programme, found);
  const Records &records = programme.content.records;
  for (const auto &milestone : records.milestones)
    uses.check_milestone(milestone);
  for (const auto &period : records.periods)
    uses.check_period(period);
  for (const auto &one : records.recommendations)
    uses.check(one.status, one.head, programme.today);
  for (const auto &plan : records.plans)
    uses.check(plan.stated, plan.head, programme.today);
  for (const auto &workstream : records.workstreams)
    uses.check(workstream.stated, workstream.head, programme.today);
  for (const auto &priority : records.priorities) {
    uses.check(priority.stated, priority.head, programme.today);
    for (const auto &step : priority.next_steps)
      uses.check(step.status, priority.head, programme.today);
  }
}

} // namespace localoffer::rules
