#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/periods.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"
#include "programme/wording.hpp"

#include <algorithm>
#include <fmt/format.h>

// What a period's report may say of its milestones.

namespace localoffer::rules {
namespace {

/// Judged by whole times: no day of the date may lie outside the window.
bool lies_outside(const Date &date, const StatusWindow &window) {
  const bool too_late = day_number(last_day(date)) > day_number(last_day(*window.to));
  const bool too_early = window.from && day_number(first_day(date)) < day_number(first_day(*window.from));
  return too_late || too_early;
}

std::string in_words(const StatusWindow &window) {
  return window.from ? fmt::format("from {} to {}", to_iso(*window.from), to_iso(*window.to))
                     : fmt::format("until {}", to_iso(*window.to));
}

void check_window(const MilestoneFacts &milestone, const StatusWindow &window, const Period &period,
                  Found &found) {
  const Milestone &record = *milestone.record;
  const bool is_one = window.to && !(window.from && has_passed(*window.to, *window.from));
  if (!is_one || *window.status != *milestone.status->key || !milestone.due ||
      !lies_outside(*milestone.due, window))
    return;
  found.push_back(diagnose(
      "date-outside-window", {record.head.file, record.due ? record.due.place : record.first_due.place},
      fmt::format("'{}' is due by {}, and everything with the status '{}' is due {}", name_of(record),
                  to_iso(*milestone.due), *window.status, in_words(window)),
      "Check the date and the status. If the report itself contradicts itself, keep its date, say so under "
      "'discrepancy:', and write '# allow date-outside-window: ' and the reason on the line before."));
  found.back().notes.push_back({{period.head.file, window.place}, "the time that the report gives"});
}

/// What one period lists, priority by priority.
class ZeroChecker {
public:
  ZeroChecker(const Programme &programme, const PeriodFacts &period, Found &found)
      : programme_(programme), period_(period), found_(found) {}

  void check() {
    if (period_.milestones.empty() || period_.record->priorities.empty()) return;
    for (const auto &one : period_.priorities)
      if (one.said)
        check_entry(*one.said, one.counts);
      else if (!one.milestones.empty())
        report_no_entry(programme_.priorities[one.priority].record->head.id);
  }

private:
  /// Whether the period's report speaks of the status at all.
  bool is_in_use(const Status &status) const {
    if (is_named(period_.record->stated.not_listed, *status.key)) return false;
    const auto &stated = period_.record->stated.counts;
    return period_.counts.of(*status.key) > 0 ||
           std::any_of(stated.begin(), stated.end(),
                       [&](const auto &entry) { return *entry.first == *status.key && *entry.second > 0; });
  }

  void check_entry(const PriorityPeriod &said, const Counts &counts) {
    std::vector<std::string> missing;
    for (const auto &status : programme_.settings().statuses)
      if (is_in_use(status) && counts.of(*status.key) == 0 && !is_named(said.nothing_listed, *status.key))
        missing.push_back(*status.key);
    if (!missing.empty())
      report(
          said.priority.place,
          fmt::format("nothing is listed for '{}' under '{}', and this entry does not say so",
                      said.priority->id, joined(missing, "' or '")),
          fmt::format("If the report lists nothing there, write 'nothing_listed: [{}]': the page then shows "
                      "0. If it does, add what is missing.",
                      joined(missing)));
    for (const auto &key : said.nothing_listed)
      if (const int count = counts.of(*key); count > 0)
        report(key.place,
               fmt::format("{} listed for '{}' under '{}'",
                           counted(programme_.settings(), "milestone", count) + (count == 1 ? " is" : " are"),
                           said.priority->id, *key),
               "Take the status out of 'nothing_listed:', or mend the status of what is listed.");
  }

  void report_no_entry(const std::string &id) {
    report(period_.record->priorities.front().place,
           fmt::format("this period lists {} of '{}' and has no entry for it",
                       name_of_many(programme_.settings(), "milestone"), id),
           fmt::format("Add '- priority: {}' here, and under 'nothing_listed:' the statuses under which the "
                       "report lists nothing for it.",
                       id));
  }

  void report(Place place, std::string message, std::string help) {
    found_.push_back(
        diagnose("zero-not-shown", {period_.record->head.file, place}, std::move(message), std::move(help)));
  }

  const Programme &programme_;
  const PeriodFacts &period_;
  Found &found_;
};

class EndChecker {
public:
  EndChecker(const Period &period, Found &found) : period_(period), found_(found) {}

  void check(const Authored<Date> &date, const RecordHead &head) {
    if (!date || !period_.end || !has_passed(*period_.end, *date)) return;
    found_.push_back(diagnose("later-than-period", {head.file, date.place},
                              fmt::format("{} is later than '{}', which ends {}", to_iso(*date),
                                          period_.head.id, to_iso(*period_.end)),
                              "Check the date. What happened later belongs to the next period. If the report "
                              "for this period itself "
                              "tells of it, keep the date, say so under 'discrepancy:', and write '# allow "
                              "later-than-period: ' and "
                              "the reason on the line before."));
    found_.back().notes.push_back({{period_.head.file, period_.end.place}, "the period's end"});
  }

private:
  const Period &period_;
  Found &found_;
};

void check_end(const Programme &programme, const Period &period, Found &found) {
  EndChecker end(period, found);
  end.check(period.adviser_meeting.date, period.head);
  end.check(period.stated.date, period.head);
  for (const auto &said : period.priorities)
    end.check(said.stated.date, period.head);
  for (const auto &headline : period.headlines)
    end.check(headline.date, period.head);
  // One that names no period may have been done in any.
  for (const auto &milestone : programme.content.records.milestones) {
    if (!milestone.period || milestone.period->id != period.head.id) continue;
    end.check(milestone.completed, milestone.head);
    end.check(milestone.comments_date, milestone.head);
    for (const auto &comment : milestone.comments)
      end.check(comment.date, milestone.head);
  }
}

} // namespace

void dates_lie_in_windows(const Programme &programme, Found &found) {
  for (const auto &period : periods(programme))
    for (const std::size_t index : period.milestones)
      for (const auto &window : period.record->windows)
        check_window(programme.milestones[index], window, *period.record, found);
}

void zero_is_shown(const Programme &programme, Found &found) {
  if (!milestones_are_complete(programme)) return;
  for (const auto &period : periods(programme))
    ZeroChecker(programme, period, found).check();
}

void nothing_after_the_period(const Programme &programme, Found &found) {
  for (const auto &period : programme.content.records.periods)
    check_end(programme, period, found);
}

} // namespace localoffer::rules
