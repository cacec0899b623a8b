#include "pages/change_items.hpp"
#include "pages/common_views.hpp"
#include "pages/measure_words.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>

namespace localoffer {

/// The measures of one priority, in the list.
struct MeasureGroupView {
  std::string id, heading;
  std::optional<LinkView> priority, review;
  std::vector<MeasureItemView> items;
};
VIEW_FIELDS(MeasureGroupView, id, heading, priority, review, items);

struct MeasureListView {
  Frame frame;
  std::vector<std::string> sentences;
  LinkView data;
  std::vector<MeasureGroupView> groups;
};
VIEW_FIELDS(MeasureListView, frame, sentences, data, groups);

struct MeasureView {
  Frame frame;
  std::string newest, target, baseline, direction, who;
  Html text, meaning, claim, discrepancy;
  bool claims_unknown_target = false;
  std::string message;
  std::optional<FigureView> figure;
  std::optional<DataTableView> table; ///< where there is no chart
  std::vector<std::string> progress;
  std::string missing;
  std::optional<DataTableView> comparators;
  std::string corrected; ///< that a figure was corrected after it came out
  std::optional<RecordPastView> past;
  std::optional<LinkView> data, priority, review, previous, next;
  bool has_neighbours = false;
  std::string priority_label; ///< what this site calls a priority
};
VIEW_FIELDS(MeasureView, frame, newest, target, baseline, direction, who, text, meaning, claim, discrepancy,
            claims_unknown_target, message, figure, table, progress, missing, comparators, data, priority,
            priority_label, review, corrected, past, previous, next, has_neighbours);

namespace {

LinkView measure_link(const Site &site, const MeasureFacts &measure) {
  return {*measure.record->head.title, site.href(site.addresses.measure(*measure.record))};
}

const Review *review_of(const Site &site, const Measure &measure) {
  for (const auto &review : site.programme.content.records.reviews)
    if (measure.review.given && review.head.id == measure.review->id) return &review;
  return nullptr;
}

/// Where a measure stands in the list: under its priority, else under the review that gives its figures.
MeasureGroupView group_of(const Site &site, const MeasureFacts &measure) {
  if (measure.priority)
    return {measure.priority->head.id,
            priority_name(site, *measure.priority),
            LinkView{*measure.priority->head.title, site.href(site.addresses.priority(*measure.priority))},
            {},
            {}};
  if (const Review *review = review_of(site, *measure.record))
    return {"review-" + review->head.id,
            *review->head.title,
            {},
            LinkView{*review->head.title, site.href(site.addresses.review(review->head.id))},
            {}};
  return {"whole-plan", site.words.say("measure.no_priority"), {}, {}, {}};
}

View measure_list(const Site &site) {
  MeasureListView view;
  PageInfo info;
  info.route = info.section = site.addresses.measures();
  info.heading = site.words.sentence_case(site.noun("measure", 2));
  long with_figure = 0, with_target = 0;
  for (const auto &measure : site.programme.measures) {
    MeasureGroupView group = group_of(site, measure);
    auto same = std::find_if(view.groups.begin(), view.groups.end(),
                             [&](const MeasureGroupView &one) { return one.id == group.id; });
    if (same == view.groups.end()) {
      info.on_this_page.push_back({group.heading, "#" + group.id});
      same = view.groups.insert(view.groups.end(), std::move(group));
    }
    same->items.push_back(measure_item(site, measure));
    info.records.push_back(&measure.record->head);
    with_figure += measure.completeness.has_figure ? 1 : 0;
    with_target += measure.record->target.value.given ? 1 : 0;
  }
  const auto total = static_cast<long>(site.programme.measures.size());
  const std::string things = site.noun("measure", total);
  view.sentences = {site.words.say("measure.how_many_figures",
                                   {{"total", total}, {"things", things}, {"count", with_figure}}),
                    site.words.say("measure.how_many_targets", {{"count", with_target}})};
  view.data = {site.words.say("measure.all_data"), site.href(site.addresses.data())};
  info.description = view.sentences.front();
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.measures(), "measure-list", std::move(view));
}

/// This area's newest figure first, and then those of others.
DataTableView comparator_table(const Site &site, const MeasureFacts &measure) {
  const Measure &record = *measure.record;
  DataTableView table;
  table.id = "comparator-table";
  table.caption = site.words.say("measure.comparators_caption", {{"measure", *record.head.title}});
  table.columns = {{site.words.say("measure.column_area"), false},
                   {site.words.say("measure.column_figure"), true},
                   {site.words.say("measure.column_date"), false}};
  const auto date = [&](const Authored<Date> &one) {
    return one.given ? site.words.date(*one) : site.words.say("about.not_given");
  };
  if (const Observation *own = measure.newest)
    table.rows.push_back(
        {*site.settings().area, {{observation_value(site, record, *own), true}, {date(own->date), false}}});
  for (const auto &other : record.comparators)
    table.rows.push_back(
        {*other.name, {{measure_value(site, record, *other.value), true}, {date(other.date), false}}});
  return table;
}

void tell_figures(const Site &site, const MeasureFacts &measure, MeasureView &view) {
  const Measure &record = *measure.record;
  view.newest = newest_text(site, measure);
  view.target = target_text(site, record);
  if (record.baseline.value.given) {
    const std::string value = measure_value(site, record, *record.baseline.value);
    view.baseline = record.baseline.date.given
                        ? site.words.say("measure.newest", {{"figure", value},
                                                            {"date", site.words.date(*record.baseline.date)}})
                        : value;
  } else {
    view.baseline = site.words.say("measure.no_baseline");
  }
  view.direction = direction_text(site, record);
  view.message = figures_sentence(site, measure);
  DataTableView table = figures_table(site, measure);
  if (auto chart = measure_chart(site, measure))
    view.figure = FigureView{std::move(*chart), view.message, std::move(table)};
  else if (!table.rows.empty())
    view.table = std::move(table);
  view.progress = progress_sentences(site, measure);
  // With a target and a figure, only the starting point can be missing, and the progress has said so.
  if (view.progress.empty()) view.missing = missing_text(site, measure);
  if (!record.comparators.empty()) view.comparators = comparator_table(site, measure);
  if (!measure.observations.empty())
    view.data = LinkView{site.words.say("measure.data", {{"measure", *record.head.title}}),
                         site.href(site.addresses.measure_data(record))};
}

View measure_page(const Site &site, std::size_t index) {
  const auto &all = site.programme.measures;
  const MeasureFacts &measure = all[index];
  const Measure &record = *measure.record;
  MeasureView view;
  tell_figures(site, measure, view);
  view.who = *record.who;
  view.text = prose_of(site, record.head, record.head.text);
  view.meaning = prose_of(site, record.head, record.head.meaning);
  view.claim = prose_of(site, record.head, record.claim);
  view.claims_unknown_target = *record.claims_target && !measure.completeness.has_target;
  view.discrepancy = prose_of(site, record.head, record.head.discrepancy);
  view.priority_label = site.words.sentence_case(site.noun("priority", 1));
  if (measure.priority)
    view.priority =
        LinkView{*measure.priority->head.title, site.href(site.addresses.priority(*measure.priority))};
  if (const Review *review = review_of(site, record))
    view.review = LinkView{*review->head.title, site.href(site.addresses.review(review->head.id))};
  view.corrected = corrected_sentence(site, measure);
  view.past = measure_past(site, measure);
  if (index > 0) view.previous = measure_link(site, all[index - 1]);
  if (index + 1 < all.size()) view.next = measure_link(site, all[index + 1]);
  view.has_neighbours = view.previous || view.next;

  PageInfo info;
  info.route = site.addresses.measure(record);
  info.section = site.addresses.measures();
  info.caption = site.words.sentence_case(site.noun("measure", 1));
  info.heading = *record.head.title;
  info.title = info.caption + ": " + *record.head.title;
  info.description = view.message;
  info.breadcrumbs = {
      {site.words.sentence_case(site.noun("measure", 2)), site.href(site.addresses.measures())}};
  info.records.push_back(&record.head);
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.measure(record), "measure", std::move(view));
}

} // namespace

void add_measures(const Site &site, std::vector<View> &views) {
  if (site.programme.measures.empty()) return;
  views.push_back(measure_list(site));
  for (std::size_t i = 0; i < site.programme.measures.size(); ++i)
    views.push_back(measure_page(site, i));
}

void list_measure_templates(PageTemplates &templates) {
  templates.emplace_back("measure-list", &view_type<MeasureListView>());
  templates.emplace_back("measure", &view_type<MeasureView>());
}

} // namespace localoffer
