#include "pages/milestone_words.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace localoffer {
namespace {

long whole(double count) {
  return std::lround(count);
}

WordArguments things(const Site &site, WordArguments arguments, long count = 2) {
  arguments.emplace_back("things", site.noun("milestone", count));
  return arguments;
}

} // namespace

bool may_be_complete(const Status &status) {
  return std::any_of(status.lifecycle.begin(), status.lifecycle.end(), [](const Authored<std::string> &one) {
    return *one == "complete" || *one == "embedded";
  });
}

Ending ending_of(const MilestoneFacts &milestone) {
  if (is_done(*milestone.status)) return Ending::none;
  if (!milestone.replaced_by.empty()) return Ending::replaced;
  const std::string &ended = *milestone.record->ended;
  return ended == "stopped" ? Ending::stopped : ended == "replaced" ? Ending::replaced : Ending::none;
}

bool is_late(const MilestoneFacts &milestone) {
  return milestone.lateness.overdue && !may_be_complete(*milestone.status) &&
         ending_of(milestone) == Ending::none;
}

bool is_awaited(const MilestoneFacts &milestone) {
  return milestone.due && !is_done(*milestone.status) && ending_of(milestone) == Ending::none;
}

int ref_count(const std::vector<const MilestoneFacts *> &milestones) {
  std::size_t count = 0;
  for (const auto *milestone : milestones)
    count += milestone->refs.size();
  return static_cast<int>(count);
}

int late_count(const Programme &programme) {
  return ref_count(late_milestones(programme));
}

std::vector<const MilestoneFacts *> late_milestones(const Programme &programme) {
  std::vector<const MilestoneFacts *> late;
  for (const auto &milestone : programme.milestones)
    if (is_late(milestone)) late.push_back(&milestone);
  std::stable_sort(late.begin(), late.end(), [](const MilestoneFacts *a, const MilestoneFacts *b) {
    return a->lateness.days_late > b->lateness.days_late;
  });
  return late;
}

std::vector<const MilestoneFacts *> milestones_with_moved_date(const Programme &programme) {
  std::vector<const MilestoneFacts *> moved;
  for (const auto &milestone : programme.milestones)
    if (milestone.lateness.moved) moved.push_back(&milestone);
  std::stable_sort(moved.begin(), moved.end(), [](const MilestoneFacts *a, const MilestoneFacts *b) {
    return a->lateness.days_moved > b->lateness.days_moved;
  });
  return moved;
}

std::vector<const MilestoneFacts *> worst_first(std::vector<const MilestoneFacts *> milestones) {
  // The statuses stand in one vector, in the order of the scale. What has no date comes after what has one.
  const auto rank = [](const MilestoneFacts &milestone) {
    const long days_late = is_late(milestone) ? milestone.lateness.days_late : 0;
    const bool undated = !milestone.due;
    return std::make_tuple(milestone.status, -days_late, undated,
                           undated ? 0 : day_number(last_day(*milestone.due)));
  };
  std::sort(milestones.begin(), milestones.end(), [&](const MilestoneFacts *a, const MilestoneFacts *b) {
    const auto left = rank(*a), right = rank(*b);
    return left != right ? left < right : a < b; // they stand in one vector, in the plan's order
  });
  return milestones;
}

std::string label_in_sentence(const std::string &label) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::string out = label;
  if (out.size() > 1 && is_upper(out[0]) && !is_upper(out[1])) out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

bool is_adjective(const Status &status) {
  return !status.merged() || !status.confidence.empty();
}

std::string status_in_sentence(const Status &status) {
  return is_adjective(status) ? label_in_sentence(*status.label) : "“" + *status.label + "”";
}

std::string count_of_status(const Site &site, const Status &status, int count) {
  if (!is_adjective(status))
    return site.words.say("milestones.count_with_status",
                          {{"count", long{count}}, {"status", *status.label}});
  return site.words.say("milestones.count_of_status",
                        {{"count", long{count}}, {"status", label_in_sentence(*status.label)}});
}

std::string listed_sentence(const Site &site, const Counts &counts) {
  if (counts.total == 0) return site.words.say("milestones.none_listed", things(site, {}));
  std::vector<std::string> parts;
  for (const auto &entry : counts.entries) {
    if (entry.count == counts.total)
      return site.words.say(
          is_adjective(*entry.status) ? "milestones.listed_all" : "milestones.listed_all_marked",
          things(site, {{"count", long{counts.total}}, {"status", status_in_sentence(*entry.status)}},
                 counts.total));
    if (entry.count > 0) parts.push_back(count_of_status(site, *entry.status, entry.count));
  }
  return site.words.say(
      "milestones.listed",
      things(site, {{"count", long{counts.total}}, {"parts", site.words.list(parts)}}, counts.total));
}

std::vector<std::string> stated_and_listed(const Site &site, const StatedCounts &stated,
                                           const Counts &listed) {
  std::vector<std::string> sentences;
  if (!stated.given || !stated.total.given) return sentences;
  const long total = whole(*stated.total);
  const bool all = total == listed.total;
  const bool in_part = *stated.listed_in_part && !all;
  sentences.push_back(
      site.words.say(in_part ? "milestones.showing_part"
                     : all   ? "milestones.stated_all_listed"
                             : "milestones.stated_and_listed",
                     things(site, {{"total", total}, {"listed", long{listed.total}}}, total)));
  for (const auto &[key, count] : stated.counts) {
    const Status *status = site.settings().status(*key);
    const int of_status = listed.of(*key);
    if (!status || whole(*count) == of_status) continue;
    const bool none = of_status == 0;
    sentences.push_back(site.words.say(
        none ? "milestones.status_not_listed" : "milestones.status_differs",
        {{"stated", whole(*count)}, {"listed", long{of_status}}, {"status", status_in_sentence(*status)}}));
  }
  return sentences;
}

std::vector<std::string> range_sentences(const Site &site,
                                         const std::vector<const MilestoneFacts *> &milestones) {
  std::vector<std::string> sentences;
  for (const auto *milestone : milestones)
    if (milestone->refs.size() > 1)
      sentences.push_back(site.words.say(
          "milestones.range", things(site, {{"ref", shown_ref(*milestone)},
                                            {"count", static_cast<long>(milestone->refs.size())}})));
  return sentences;
}

std::string shown_ref(const MilestoneFacts &milestone) {
  if (!milestone.record->ref.given) return {};
  return milestone.refs.size() == 1 ? milestone.refs.front() : *milestone.record->ref;
}

std::string due_text(const Site &site, const MilestoneFacts &milestone) {
  if (milestone.due) return site.words.date(*milestone.due);
  if (!milestone.window) return {};
  std::string to = site.words.date(*milestone.window->to);
  if (!milestone.window->from.given) return to;
  return site.words.say("milestone.window", {{"from", site.words.date(*milestone.window->from)}, {"to", to}});
}

std::string full_name(const MilestoneFacts &milestone) {
  const std::string ref = shown_ref(milestone);
  return ref.empty() ? *milestone.record->head.title : ref + ": " + *milestone.record->head.title;
}

MilestoneTiming timing_of(const Site &site, const MilestoneFacts &milestone) {
  const Milestone &record = *milestone.record;
  const Words &words = site.words;
  MilestoneTiming timing;
  if (record.first_due.given) timing.first_promised = words.date(*record.first_due);
  if (record.completed.given) timing.completed = words.date(*record.completed);
  if (record.due.given || milestone.window) timing.date_now = due_text(site, milestone);
  if (!is_awaited(milestone)) return timing;

  const std::string today = words.date(site.programme.today);
  if (milestone.lateness.overdue) {
    if (!record.due.given) timing.date_now = words.say("milestone.no_new_date");
    timing.how_late =
        is_late(milestone)
            ? words.say("milestone.late_on",
                        {{"time", words.duration(milestone.lateness.days_late)}, {"date", today}})
            : words.say("milestone.passed_unknown");
  } else {
    const long days_left = days_between(site.programme.today, *milestone.due);
    timing.how_late = words.say("milestone.time_left",
                                {{"time", words.duration(std::max(days_left, 0L))}, {"date", today}});
  }
  return timing;
}

} // namespace localoffer
