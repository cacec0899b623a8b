#include "pages/common_views.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>

namespace localoffer {

struct WorkstreamView {
  std::string id, name, standing, date;
  Html text, meaning, note, discrepancy;
  bool has_milestones = false, has_moved = false;
  std::vector<MilestoneItemView> milestones;
  std::vector<LinkView> moved_by; ///< barriers because of which its dates moved
};
VIEW_FIELDS(WorkstreamView, id, name, standing, date, text, meaning, note, discrepancy, has_milestones,
            has_moved, milestones, moved_by);

/// The workstreams of one priority.
struct WorkstreamGroupView {
  std::string id, heading;
  LinkView priority;
  std::string standing;
  std::vector<WorkstreamView> items;
};
VIEW_FIELDS(WorkstreamGroupView, id, heading, priority, standing, items);

struct WorkstreamListView {
  Frame frame;
  std::vector<std::string> sentences;
  std::optional<FigureView> figure;
  bool has_key = false;
  std::vector<StatusKeyView> status_key;
  std::vector<WorkstreamGroupView> groups;
};
VIEW_FIELDS(WorkstreamListView, frame, sentences, figure, has_key, status_key, groups);

namespace {

WorkstreamView workstream_view(const Site &site, const WorkstreamFacts &facts) {
  const Workstream &record = *facts.record;
  WorkstreamView view;
  view.id = record.head.id;
  view.name = workstream_name(site, record);
  view.standing = stated_sentence(site, stated_figures(site.settings(), record.stated));
  if (record.stated.date.given)
    view.date = site.words.say("stated.date", {{"date", site.words.date(*record.stated.date)}});
  view.text = prose_of(site, record.head, record.head.text);
  view.meaning = prose_of(site, record.head, record.head.meaning);
  view.note = prose_of(site, record.head, record.stated.note);
  view.discrepancy = prose_of(site, record.head, record.head.discrepancy);
  view.milestones = milestone_items(site, facts.milestones);
  view.has_milestones = !view.milestones.empty();
  for (const auto *barrier : facts.moved_by)
    view.moved_by.push_back(
        {*barrier->head.title, site.href(site.addresses.barriers() + "#" + barrier->head.id)});
  view.has_moved = !view.moved_by.empty();
  return view;
}

/// A row for each workstream whose numbers can be used: one column for each status that any of them has a
/// number for.
DataTableView stated_table(const Site &site, const std::vector<StatedFigures> &figures,
                           const StatedFigures &sum) {
  const auto &statuses = site.settings().statuses;
  DataTableView table;
  table.id = "stated-table";
  table.caption = site.words.say("workstream.table_caption", {{"things", site.noun("milestone", 2)},
                                                              {"streams", site.noun("workstream", 1)}});
  table.columns.push_back({site.words.sentence_case(site.noun("workstream", 1)), false});
  for (std::size_t i = 0; i < statuses.size(); ++i)
    if (sum.by_status[i]) table.columns.push_back({*statuses[i].label, true});
  if (sum.unexplained > 0) table.columns.push_back({site.words.say("stated.unexplained"), true});
  table.columns.push_back({site.words.say("stated.total_column"), true});

  const auto add_row = [&](std::string header, const StatedFigures &one) {
    TableRowView row{std::move(header), {}};
    for (std::size_t i = 0; i < statuses.size(); ++i)
      if (sum.by_status[i])
        row.cells.push_back(
            {one.by_status[i] ? site.words.number(*one.by_status[i]) : site.words.say("stated.not_given"),
             true});
    if (sum.unexplained > 0) row.cells.push_back({site.words.number(one.unexplained), true});
    row.cells.push_back({site.words.number(one.total), true});
    table.rows.push_back(std::move(row));
  };
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (figures[i].usable) add_row(workstream_name(site, *site.programme.workstreams[i].record), figures[i]);
  add_row(site.words.say("stated.all_together"), sum);
  return table;
}

/// The same numbers as one bar: what is under no status is a part of its own.
Chart stated_chart(const Site &site, const StatedFigures &sum, const std::string &message) {
  Chart chart;
  chart.id = "stated";
  chart.message = message;
  for (std::size_t i = 0; i < sum.by_status.size(); ++i) {
    const Status &status = site.settings().statuses[i];
    if (sum.by_status[i])
      chart.bar.parts.push_back({*status.label, static_cast<double>(*sum.by_status[i]),
                                 site.words.number(*sum.by_status[i]), *status.role, *status.shape});
  }
  if (sum.unexplained > 0)
    chart.bar.parts.push_back({site.words.say("stated.unexplained"), static_cast<double>(sum.unexplained),
                               site.words.number(sum.unexplained), "neutral", "cross"});
  return chart;
}

void tell_sums(const Site &site, WorkstreamListView &view) {
  std::vector<StatedFigures> figures;
  for (const auto &facts : site.programme.workstreams)
    figures.push_back(stated_figures(site.settings(), facts.record->stated));
  const StatedFigures sum = sum_of(site.settings(), figures);
  const auto total = static_cast<long>(figures.size());
  const auto usable = static_cast<long>(
      std::count_if(figures.begin(), figures.end(), [](const auto &one) { return one.usable; }));
  view.sentences.push_back(
      site.words.say("workstream.how_many",
                     {{"counted", site.counted("workstream", total)}, {"part", site.noun("priority", 1)}}));
  view.sentences.push_back(site.words.say(
      "workstream.usable", {{"count", usable}, {"total", total}, {"things", site.noun("milestone", 2)}}));
  view.status_key = status_key(site, counts_of(site.settings(), sum));
  view.has_key = !view.status_key.empty();
  if (!sum.usable) return;
  const std::string message = stated_sentence(site, sum);
  view.figure = FigureView{stated_chart(site, sum, message), message, stated_table(site, figures, sum)};
}

} // namespace

void add_workstreams(const Site &site, std::vector<View> &views) {
  if (site.programme.workstreams.empty()) return;
  WorkstreamListView view;
  PageInfo info;
  info.route = site.addresses.workstreams();
  info.section = site.addresses.priorities();
  info.heading = site.words.sentence_case(site.noun("workstream", 2));
  info.breadcrumbs = {
      {site.words.sentence_case(site.noun("priority", 2)), site.href(site.addresses.priorities())}};
  for (const auto &priority : site.programme.priorities) {
    if (priority.workstreams.empty()) continue;
    const Priority &record = *priority.record;
    WorkstreamGroupView group;
    group.id = "priority-" + record.head.id;
    group.heading = priority_name(site, record);
    group.priority = {*record.head.title, site.href(site.addresses.priority(record))};
    group.standing = standing_sentence(site, priority);
    for (const std::size_t index : priority.workstreams) {
      group.items.push_back(workstream_view(site, site.programme.workstreams[index]));
      info.records.push_back(&site.programme.workstreams[index].record->head);
    }
    info.on_this_page.push_back({group.heading, "#" + group.id});
    view.groups.push_back(std::move(group));
  }
  tell_sums(site, view);
  info.description = view.sentences.front();
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.workstreams(), "workstream-list", std::move(view)));
}

void list_workstream_templates(PageTemplates &templates) {
  templates.emplace_back("workstream-list", &view_type<WorkstreamListView>());
}

} // namespace localoffer
