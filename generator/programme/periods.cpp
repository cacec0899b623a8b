#include "programme/periods.hpp"

#include <algorithm>
#include <cmath>

namespace localoffer {
namespace {

/// Halves and negative numbers are no counts.
std::optional<int> whole_count(const Authored<double> &number) {
  const bool whole = number.given && *number >= 0 && *number <= 1e6 && std::floor(*number) == *number;
  return whole ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
}

template <class T>
const T *stated_for(const std::vector<std::pair<Authored<std::string>, T>> &entries, const Status &status) {
  for (const auto &[key, value] : entries)
    if (*key == *status.key) return &value;
  return nullptr;
}

PeriodFacts facts_of(const Programme &programme, const Period &period) {
  PeriodFacts facts;
  facts.record = &period;
  facts.counts = no_counts(programme.settings());
  for (std::size_t i = 0; i < programme.priorities.size(); ++i) {
    PeriodPriority one{i, nullptr, {}, no_counts(programme.settings())};
    for (const auto &said : period.priorities)
      if (said.priority->id == programme.priorities[i].record->head.id) one.said = &said;
    facts.priorities.push_back(std::move(one));
  }
  const bool only_period = programme.content.records.periods.size() == 1;
  for (std::size_t i = 0; i < programme.milestones.size(); ++i) {
    const MilestoneFacts &milestone = programme.milestones[i];
    const Authored<Ref> &named = milestone.record->period;
    if (named.given ? named->id != period.head.id : !only_period) continue;
    const int refs = static_cast<int>(milestone.refs.size());
    facts.milestones.push_back(i);
    add_to(facts.counts, *milestone.status, refs);
    if (!milestone.priority) continue;
    PeriodPriority &one = facts.priorities[programme.priority_by_id.at(milestone.priority->head.id)];
    one.milestones.push_back(i);
    add_to(one.counts, *milestone.status, refs);
  }
  return facts;
}

/// What the shares are of: the stated counts where they add up to the stated total, else what is listed.
std::vector<int> counts_for_shares(const Settings &settings, const StatedCounts &stated,
                                   const Counts &listed) {
  std::vector<int> counts, listed_counts;
  int sum = 0;
  for (const auto &status : settings.statuses) {
    const auto *number = stated_for(stated.counts, status);
    counts.push_back(number ? whole_count(*number).value_or(0) : 0);
    sum += counts.back();
    listed_counts.push_back(listed.of(*status.key));
  }
  const std::optional<int> total = stated.total.given ? whole_count(stated.total) : sum;
  return sum > 0 && total == sum ? counts : listed_counts;
}

} // namespace

bool PeriodFacts::is_reported() const {
  return record->report.given || record->stated.given || !record->decisions.empty() || !milestones.empty();
}

bool PeriodFacts::listed_in_part() const {
  return is_listed_in_part(record->stated);
}

bool is_listed_in_part(const StatedCounts &stated) {
  return stated.given && (*stated.listed_in_part || !stated.not_listed.empty());
}

std::vector<PeriodFacts> periods(const Programme &programme) {
  std::vector<PeriodFacts> all;
  for (const auto &period : programme.content.records.periods)
    all.push_back(facts_of(programme, period));
  std::stable_sort(all.begin(), all.end(), [](const PeriodFacts &a, const PeriodFacts &b) {
    return *b.record->end < *a.record->end;
  });
  return all;
}

std::vector<ComparedCount> compared_counts(const Settings &settings, const StatedCounts &stated,
                                           const Counts &listed) {
  std::vector<ComparedCount> compared;
  if (!stated.given) return compared;
  compared.push_back({{}, whole_count(stated.total), listed.total, {}, {}});
  const std::vector<int> counts = counts_for_shares(settings, stated, listed);
  const std::vector<int> percents = shares(counts);
  int sum = 0;
  for (const int count : counts)
    sum += count;
  for (std::size_t i = 0; i < settings.statuses.size(); ++i) {
    const Status &status = settings.statuses[i];
    const auto *count = stated_for(stated.counts, status);
    const auto *share = stated_for(stated.shares, status);
    ComparedCount one{{&status}, count ? whole_count(*count) : std::nullopt, listed.of(*status.key), {}, {}};
    if (share) one.stated_share = share->value;
    if (sum > 0) one.derived_share = percents[i];
    if (count || share || one.listed > 0) compared.push_back(std::move(one));
  }
  for (const auto &combined : stated.combined) {
    ComparedCount together;
    int of_these = 0;
    bool all_stated = true;
    for (std::size_t i = 0; i < settings.statuses.size(); ++i) {
      const Status &status = settings.statuses[i];
      const bool named = std::any_of(combined.statuses.begin(), combined.statuses.end(),
                                     [&](const Authored<std::string> &key) { return *key == *status.key; });
      if (!named) continue;
      together.statuses.push_back(&status);
      together.listed += listed.of(*status.key);
      of_these += counts[i];
      all_stated = all_stated && stated_for(stated.counts, status);
    }
    if (all_stated && !together.statuses.empty()) together.stated = of_these;
    together.stated_share = *combined.share;
    if (sum > 0) together.derived_share = std::round(100.0 * of_these / sum);
    compared.push_back(std::move(together));
  }
  return compared;
}

} // namespace localoffer
