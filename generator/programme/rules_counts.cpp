#include "content/codes.hpp"
#include "programme/periods.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"
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
  const Records &records = programme.content.records;
  each(records.plans);
  each(records.earlier_plans);
  each(records.priorities);
  each(records.workstreams);
  each(records.periods);
  for (const auto &period : records.periods)
    for (const auto &said : period.priorities)
      if (said.stated.given) function(said.stated, period.head);
}

bool is_count(double number) {
  return number >= 0 && number == std::floor(number);
}

bool all_are_counts(const StatedCounts &stated) {
  return (!stated.total.given || is_count(*stated.total)) &&
         std::all_of(stated.counts.begin(), stated.counts.end(),
                     [](const auto &entry) { return entry.second.given && is_count(*entry.second); });
}

double sum_of(const StatedCounts &stated) {
  double sum = 0;
  for (const auto &entry : stated.counts)
    sum += *entry.second;
  return sum;
}

/// How many of those that it counts a report lists, by its own account.
double to_be_listed(const StatedCounts &stated) {
  double total = *stated.total;
  for (const auto &[key, count] : stated.counts)
    if (is_named(stated.not_listed, *key)) total -= *count;
  return total;
}

/// A record's stated counts, and the refs that are listed under it.
struct Comparison {
  const StatedCounts &stated;
  const RecordHead &head;
  Counts listed;
  bool is_period = false;    ///< that it lists too few is then said by a rule of its own
  bool may_be_fewer = false; ///< the record says that it lists only some
};

/// Calls `function(comparison)` wherever something is listed. Below the plan, a report that lists nothing
/// gives only totals, and there is nothing to compare.
template <class Function>
void for_each_comparison(const Programme &programme, const Function &function) {
  // With a milestone left out for a mistake of its own, every comparison would be one more false alarm.
  if (!milestones_are_complete(programme)) return;
  const auto compare = [&](const StatedCounts &stated, const RecordHead &head, Counts listed, bool is_period,
                           bool may_be_fewer) {
    if (stated.given && all_are_counts(stated))
      function(
          Comparison{stated, head, std::move(listed), is_period, may_be_fewer || *stated.listed_in_part});
  };
  if (programme.plan) compare(programme.plan->stated, programme.plan->head, programme.counts, false, false);
  for (const auto &priority : programme.priorities)
    if (!priority.milestones.empty())
      compare(priority.record->stated, priority.record->head, priority.counts, false, false);
  for (const auto &workstream : programme.workstreams)
    if (!workstream.milestones.empty())
      compare(workstream.record->stated, workstream.record->head, workstream.counts, false, false);
  for (const auto &period : periods(programme)) {
    if (period.milestones.empty()) continue;
    const StatedCounts &whole = period.record->stated;
    compare(whole, period.record->head, period.counts, true, false);
    for (const auto &one : period.priorities)
      if (one.said && !one.milestones.empty())
        compare(one.said->stated, period.record->head, one.counts, false, *whole.listed_in_part);
  }
}

bool lists_too_few(const Comparison &one) {
  return one.stated.total.given && one.listed.total < to_be_listed(one.stated);
}

/// "44 actions are".
std::string are_listed(const Settings &settings, int count) {
  return counted(settings, "milestone", count) + (count == 1 ? " is" : " are");
}

void compare(const Programme &programme, const Comparison &one, Found &found) {
  const StatedCounts &stated = one.stated;
  const Settings &settings = programme.settings();
  const bool may_be_fewer = one.may_be_fewer || (one.is_period && lists_too_few(one));
  const auto differs = [&](double count, int listed) {
    return may_be_fewer ? listed > count : listed != count;
  };
  const auto report = [&](Place place, std::string message) {
    found.push_back(
        diagnose("listed-differs-from-stated", {one.head.file, place}, std::move(message),
                 "A range counts as each of its refs. Add what is missing, or name the status under "
                 "'not_listed:' when the report does not list it. " +
                     allow_line("listed-differs-from-stated")));
  };
  for (const auto &[key, count] : stated.counts) {
    const Status *status = settings.status(*key);
    const int listed = one.listed.of(*key);
    if (!status || is_named(stated.not_listed, *key) || !differs(*count, listed)) continue;
    report(count.place, fmt::format("the report states {} under '{}', and {} listed here", *count,
                                    *status->label, are_listed(settings, listed)));
  }
  const bool all_listed = stated.total.given && stated.not_listed.empty() && one.listed.total > 0;
  if (all_listed && differs(*stated.total, one.listed.total))
    report(stated.total.place, fmt::format("the report states {} in all, and {} listed here", *stated.total,
                                           are_listed(settings, one.listed.total)));
}

/// Whether any status of the scale means "complete" and nothing else.
bool scale_can_say_complete(const Settings &settings) {
  return std::any_of(settings.statuses.begin(), settings.statuses.end(), is_complete);
}

/// Percentages as they follow from the stated counts of one record.
class ShareChecker {
public:
  ShareChecker(const Settings &settings, const StatedCounts &stated, const RecordHead &head, Found &found)
      : settings_(settings), stated_(stated), head_(head), found_(found), sum_(sum_of(stated)) {
    std::vector<int> counts;
    for (const auto &entry : stated.counts)
      counts.push_back(static_cast<int>(*entry.second));
    derived_ = shares(counts);
  }

  void check() {
    for (const auto &[key, share] : stated_.shares)
      check_share(key, share);
    for (const auto &together : stated_.combined)
      check_combined(together);
    check_complete();
  }

private:
  void check_share(const Authored<std::string> &key, const Authored<double> &share) {
    for (std::size_t i = 0; i < stated_.counts.size(); ++i) {
      const auto &[counted_key, count] = stated_.counts[i];
      if (*counted_key != *key) continue;
      // Several shares that are each rounded by the rules may total 99 or 101, and a report may show them so.
      if (*share != derived_[i] && !is_rounded(*share, *count))
        report(share.place, *share, *count, derived_[i]);
      return;
    }
  }

  void check_combined(const StatedShare &together) {
    double count = 0;
    for (const auto &[key, number] : stated_.counts)
      if (is_named(together.statuses, *key)) count += *number;
    if (!together.share || !all_are_counted(together.statuses)) return;
    if (!is_rounded(*together.share, count)) report(together.share.place, *together.share, count);
  }

  void check_complete() {
    if (!stated_.share_complete || !scale_can_say_complete(settings_)) return;
    double count = 0;
    for (const auto &[key, number] : stated_.counts)
      if (const Status *status = settings_.status(*key); status && is_complete(*status)) count += *number;
    if (!is_rounded(*stated_.share_complete, count))
      report(stated_.share_complete.place, *stated_.share_complete, count);
  }

  bool all_are_counted(const std::vector<Authored<std::string>> &keys) const {
    return std::all_of(keys.begin(), keys.end(), [&](const Authored<std::string> &key) {
      return std::any_of(stated_.counts.begin(), stated_.counts.end(),
                         [&](const auto &entry) { return *entry.first == *key; });
    });
  }

  /// Whether the share is what the count gives, rounded to as many decimals as the share has, at most two.
  bool is_rounded(double share, double count) const {
    const double exact = 100.0 * count / sum_;
    for (const double step : {1.0, 0.1, 0.01}) {
      const double steps = share / step;
      if (std::abs(steps - std::round(steps)) < 1e-6) return std::abs(share - exact) <= step / 2 + 1e-9;
    }
    return std::abs(share - exact) < 0.005;
  }

  void report(Place place, double share, double count) {
    report(place, share, count, static_cast<int>(std::round(100.0 * count / sum_)));
  }
  void report(Place place, double share, double count, int derived) {
    found_.push_back(
        diagnose("stated-differs", {head_.file, place},
                 fmt::format("the report states {}%, and {} of {} is {}%", share, count, sum_, derived),
                 "Check the percentage and the counts. " + allow_line("stated-differs")));
  }

  const Settings &settings_;
  const StatedCounts &stated_;
  const RecordHead &head_;
  Found &found_;
  double sum_;
  std::vector<int> derived_;
};

} // namespace

void counts_add_up(const Programme &programme, Found &found) {
  for_each_stated(programme, [&](const StatedCounts &stated, const RecordHead &head) {
    if (!stated.total.given || stated.counts.empty() || !all_are_counts(stated)) return;
    const double sum = sum_of(stated);
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
  for_each_comparison(programme, [&](const Comparison &one) { compare(programme, one, found); });
}

void stated_shares_follow(const Programme &programme, Found &found) {
  for_each_stated(programme, [&](const StatedCounts &stated, const RecordHead &head) {
    if (stated.counts.empty() || !all_are_counts(stated)) return;
    const double sum = sum_of(stated);
    const bool adds_up = !stated.total.given || *stated.total == sum;
    if (adds_up && sum > 0) ShareChecker(programme.settings(), stated, head, found).check();
  });
}

void part_lists_say_so(const Programme &programme, Found &found) {
  const Settings &settings = programme.settings();
  for_each_comparison(programme, [&](const Comparison &one) {
    if (!one.stated.total.given || one.listed.total == 0) return;
    const bool too_few = lists_too_few(one);
    if (one.is_period && too_few && !*one.stated.listed_in_part)
      found.push_back(diagnose(
          "partly-listed", {one.head.file, one.stated.total.place},
          fmt::format("the report counts {} in this period, and {} listed here",
                      counted(settings, "milestone", static_cast<int>(to_be_listed(one.stated))),
                      are_listed(settings, one.listed.total)),
          "Add what the report lists. If it lists no more than these, write 'listed_in_part: true' below the "
          "total: the page then says how many of them it shows."));
    if (!too_few && *one.stated.listed_in_part)
      found.push_back(
          diagnose("partly-listed", {one.head.file, one.stated.listed_in_part.place},
                   fmt::format("the report counts {}, and as many are listed here",
                               counted(settings, "milestone", static_cast<int>(*one.stated.total))),
                   "Remove 'listed_in_part:', so that the page does not say that some are missing."));
  });
}

} // namespace localoffer::rules
