#include "programme/figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace localoffer {

int Counts::of(std::string_view status_key) const {
  for (const auto &entry : entries)
    if (*entry.status->key == status_key) return entry.count;
  return 0;
}

Counts no_counts(const Settings &settings) {
  Counts counts;
  for (const auto &status : settings.statuses)
    counts.entries.push_back({&status, 0});
  return counts;
}

void add_to(Counts &counts, const Status &status, int how_many) {
  for (auto &entry : counts.entries)
    if (entry.status == &status) {
      entry.count += how_many;
      counts.total += how_many;
      return;
    }
}

std::vector<int> shares(const std::vector<int> &counts) {
  const long total = std::accumulate(counts.begin(), counts.end(), 0L);
  std::vector<int> percent(counts.size(), 0);
  if (total <= 0) return percent;

  std::vector<long> left_over(counts.size());
  int given = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const long hundredfold = 100L * counts[i];
    percent[i] = static_cast<int>(hundredfold / total);
    left_over[i] = hundredfold % total;
    given += percent[i];
  }
  std::vector<std::size_t> by_left_over(counts.size());
  std::iota(by_left_over.begin(), by_left_over.end(), std::size_t{0});
  std::stable_sort(by_left_over.begin(), by_left_over.end(),
                   [&](std::size_t a, std::size_t b) { return left_over[a] > left_over[b]; });
  for (std::size_t i = 0; given < 100; ++i, ++given)
    ++percent[by_left_over[i]];
  return percent;
}

namespace {

bool every_lifecycle(const Status &status, std::initializer_list<std::string_view> allowed) {
  return !status.lifecycle.empty() &&
         std::all_of(status.lifecycle.begin(), status.lifecycle.end(), [&](const Authored<std::string> &one) {
           return std::find(allowed.begin(), allowed.end(), *one) != allowed.end();
         });
}

} // namespace

bool is_done(const Status &status) {
  return every_lifecycle(status, {"complete", "embedded", "replaced", "stopped"});
}

bool is_complete(const Status &status) {
  return every_lifecycle(status, {"complete", "embedded"});
}

Lateness lateness(const Status &status, std::optional<Date> first_due, std::optional<Date> due,
                  const Date &today) {
  Lateness late;
  if (first_due && due && *first_due != *due) {
    late.moved = true;
    late.days_moved = days_between(*first_due, *due);
  }
  const auto counts = due ? due : first_due;
  if (!counts || is_done(status)) return late;

  const long days_left = day_number(last_day(*counts)) - day_number(first_day(today));
  late.overdue = days_left < 0;
  late.days_late = late.overdue ? -days_left : 0;
  late.due_soon = days_left >= 0 && days_left <= 31;
  return late;
}

TargetProgress target_progress(const Measure &measure, const Observation *newest) {
  TargetProgress progress;
  progress.has_target = measure.target.value.given;
  const bool upwards = *measure.direction == "up";
  if (!progress.has_target || !newest || !newest->value || (!upwards && *measure.direction != "down"))
    return progress;

  const double target = *measure.target.value;
  const double way_to_go = upwards ? target - *newest->value : *newest->value - target;
  progress.on_target = way_to_go <= 0;
  progress.gap = way_to_go;
  if (!measure.baseline.value) return progress;

  const double whole_way = upwards ? target - *measure.baseline.value : *measure.baseline.value - target;
  // A baseline at the target or past it leaves no way to go: then the figure has either kept it or lost it.
  if (whole_way <= 0)
    progress.share = progress.on_target ? 100.0 : 0.0;
  else
    progress.share = std::clamp(100.0 * (whole_way - way_to_go) / whole_way, 0.0, 100.0);
  return progress;
}

Completeness completeness(const Measure &measure) {
  Completeness has;
  has.has_figure =
      std::any_of(measure.observations.begin(), measure.observations.end(), [](const Observation &one) {
        return (one.value.given || one.hidden.given) && one.date.given;
      });
  has.has_baseline = measure.baseline.value.given && measure.baseline.date.given;
  has.has_target = measure.target.value.given && measure.target.date.given;
  has.has_unit = measure.unit.given;
  has.has_direction = measure.direction.given;
  return has;
}

} // namespace localoffer
