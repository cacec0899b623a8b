#include "pages/period_words.hpp"

#include "pages/milestone_words.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>
#include <cmath>

namespace localoffer {
namespace {

std::string or_not_given(const Site &site, const std::optional<int> &count) {
  return count ? site.words.number(*count) : site.words.say("stated.not_given");
}

std::string share_text(const Site &site, const std::optional<double> &share) {
  return share ? site.words.percent(*share) : site.words.say("stated.not_given");
}

std::string label_of(const Site &site, const ComparedCount &compared) {
  if (compared.statuses.empty()) return site.words.say("stated.total_column");
  std::vector<std::string> labels;
  for (const Status *status : compared.statuses)
    labels.push_back(labels.empty() ? *status->label : label_in_sentence(*status->label));
  return site.words.list(labels);
}

/// What a report states for a priority: the priority itself, else the newest period that says anything of it.
const StatedCounts *stated_of(const Site &site, const PriorityFacts &priority) {
  if (priority.record->stated.given) return &priority.record->stated;
  for (const auto &period : periods(site.programme))
    for (const auto &one : period.priorities)
      if (one.said && one.said->stated.given &&
          site.programme.priorities[one.priority].record == priority.record)
        return &one.said->stated;
  return nullptr;
}

} // namespace

std::string period_span(const Site &site, const Period &period) {
  return site.words.say("scrutiny.from_to",
                        {{"from", site.words.date(*period.start)}, {"to", site.words.date(*period.end)}});
}

std::string showing_sentence(const Site &site, const StatedCounts &stated, int listed) {
  if (!is_listed_in_part(stated) || !stated.total.given) return {};
  const long total = std::lround(*stated.total);
  return site.words.say(
      "milestones.showing_part",
      {{"listed", long{listed}}, {"total", total}, {"things", site.noun("milestone", total)}});
}

DataTableView compared_table(const Site &site, const StatedCounts &stated, const Counts &listed,
                             const std::string &id) {
  const Words &words = site.words;
  DataTableView table;
  table.id = id;
  table.caption = words.say("period.compared_caption", {{"things", site.noun("milestone", 2)}});
  table.columns = {{words.say("figure.status"), false},
                   {words.say("period.column_stated"), true},
                   {words.say("period.column_listed"), true},
                   {words.say("period.column_stated_share"), true},
                   {words.say("period.column_derived_share"), true}};
  for (const auto &one : compared_counts(site.settings(), stated, listed)) {
    const bool total = one.statuses.empty();
    table.rows.push_back({label_of(site, one),
                          {{or_not_given(site, one.stated), true},
                           {words.number(one.listed), true},
                           {share_text(site, one.stated_share), true},
                           {total ? words.percent(100) : share_text(site, one.derived_share), true}}});
  }
  return table;
}

bool any_differs(const std::vector<ComparedCount> &compared, bool listed_in_part) {
  return std::any_of(compared.begin(), compared.end(), [&](const ComparedCount &one) {
    const bool count_differs = one.stated && !listed_in_part && *one.stated != one.listed;
    const bool share_differs =
        one.stated_share && one.derived_share && std::abs(*one.stated_share - *one.derived_share) >= 1;
    return count_differs || share_differs;
  });
}

DataTableView priorities_table(const Site &site, const PeriodFacts &period, const std::string &id) {
  DataTableView table;
  table.id = id;
  table.caption = site.words.say("period.priorities_caption",
                                 {{"things", site.noun("milestone", 2)}, {"part", site.noun("priority", 1)}});
  table.columns.push_back({site.words.sentence_case(site.noun("priority", 1)), false});
  for (const auto &status : site.settings().statuses)
    table.columns.push_back({*status.label, true});
  table.columns.push_back({site.words.say("period.column_all"), true});
  for (const auto &one : period.priorities) {
    TableRowView row{priority_name(site, *site.programme.priorities[one.priority].record), {}};
    for (const auto &entry : one.counts.entries)
      row.cells.push_back({site.words.number(entry.count), true});
    row.cells.push_back({site.words.number(one.counts.total), true});
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> window_sentences(const Site &site, const Period &period) {
  std::vector<std::string> sentences;
  for (const auto &window : period.windows) {
    const Status *status = site.settings().status(*window.status);
    if (!status || !window.from.given) continue;
    const std::string from = site.words.date(*window.from);
    sentences.push_back(site.words.say(window.to.given && !(*window.to == *window.from) ? "period.window"
                                                                                        : "period.window_one",
                                       {{"status", *status->label},
                                        {"from", from},
                                        {"to", window.to.given ? site.words.date(*window.to) : from}}));
  }
  return sentences;
}

std::optional<PeriodFacts> period_that_counts(const Site &site) {
  if (site.programme.plan && site.programme.plan->stated.given) return std::nullopt;
  auto all = periods(site.programme);
  if (all.empty() || !all.front().record->stated.given) return std::nullopt;
  return std::move(all.front());
}

std::string showing_in_priority(const Site &site, const PriorityFacts &priority) {
  if (const StatedCounts *own = stated_of(site, priority))
    return showing_sentence(site, *own, priority.counts.total);
  if (priority.counts.total == 0) return {};
  const auto period = period_that_counts(site);
  const StatedCounts *whole = period                ? &period->record->stated
                              : site.programme.plan ? &site.programme.plan->stated
                                                    : nullptr;
  if (!whole || !*whole->listed_in_part || !whole->total.given) return {};
  const long total = std::lround(*whole->total);
  return site.words.say("milestones.may_be_missing",
                        {{"listed", long{period ? period->counts.total : site.programme.counts.total}},
                         {"total", total},
                         {"things", site.noun("milestone", total)}});
}

} // namespace localoffer
