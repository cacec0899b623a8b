#include "pages/common_views.hpp"

#include "pages/milestone_words.hpp"

namespace localoffer {
namespace {

StatusKeyView key_entry(const Site &site, const Status &status) {
  return {status_view(site, status), *status.meaning, *status.report_word};
}

} // namespace

SearchBoxView search_box(const Site &site) {
  return {site.href_today(site.addresses.search())};
}

StatusView status_view(const Site &site, const Status &status) {
  return {*status.label, *status.role, *status.shape,
          site.href(site.addresses.statuses() + "#" + *status.key)};
}

std::vector<StatusKeyView> status_key(const Site &site, const Counts &counts) {
  std::vector<StatusKeyView> key;
  for (const auto &entry : counts.entries)
    if (entry.count > 0) key.push_back(key_entry(site, *entry.status));
  return key;
}

std::vector<StatusKeyView> status_key(const Site &site) {
  std::vector<StatusKeyView> key;
  for (const auto &status : site.settings().statuses)
    key.push_back(key_entry(site, status));
  return key;
}

std::string late_text(const Site &site, const Lateness &lateness) {
  if (!lateness.overdue) return {};
  return site.words.say("milestone.late_by", {{"time", site.words.duration(lateness.days_late)}});
}

MilestoneItemView milestone_item(const Site &site, const MilestoneFacts &milestone) {
  const Milestone &record = *milestone.record;
  MilestoneItemView view;
  view.ref = shown_ref(milestone);
  view.title = *record.head.title;
  view.href = site.href(site.addresses.milestone(milestone));
  view.status = status_view(site, *milestone.status);
  view.due = due_text(site, milestone);
  if (milestone.lateness.moved)
    view.moved = site.words.say("milestone.first_promised", {{"date", site.words.date(*record.first_due)}});
  if (is_late(milestone)) view.late = late_text(site, milestone.lateness);
  const Ending ending = ending_of(milestone);
  if (ending != Ending::none)
    view.ended = site.words.say(ending == Ending::replaced ? "milestone.replaced" : "milestone.stopped");
  view.lead = milestone.lead ? *milestone.lead->head.title : *record.lead_role;
  return view;
}

std::vector<MilestoneItemView> milestone_items(const Site &site, const std::vector<std::size_t> &indices) {
  std::vector<MilestoneItemView> items;
  for (const std::size_t index : indices)
    items.push_back(milestone_item(site, site.programme.milestones[index]));
  return items;
}

FigureView counts_figure(const Site &site, const Counts &counts, const std::string &id, std::string message,
                         std::string caption) {
  std::vector<int> numbers;
  for (const auto &entry : counts.entries)
    numbers.push_back(entry.count);
  const std::vector<int> percents = shares(numbers);

  FigureView figure;
  figure.chart.id = id;
  figure.chart.message = message;
  figure.message = std::move(message);
  figure.table.id = id + "-table";
  figure.table.caption = std::move(caption);
  figure.table.columns = {{site.words.say("figure.status"), false},
                          {site.words.sentence_case(site.noun("milestone", 2)), true},
                          {site.words.say("figure.share"), true}};
  for (std::size_t i = 0; i < counts.entries.size(); ++i) {
    const auto &entry = counts.entries[i];
    if (entry.count == 0) continue;
    const std::string count = site.words.number(entry.count);
    figure.chart.bar.parts.push_back({*entry.status->label, static_cast<double>(entry.count), count,
                                      *entry.status->role, *entry.status->shape});
    figure.table.rows.push_back(
        {*entry.status->label, {{count, true}, {site.words.percent(percents[i]), true}}});
  }
  return figure;
}

} // namespace localoffer
