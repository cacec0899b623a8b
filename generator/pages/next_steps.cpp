#include "pages/common_views.hpp"
#include "pages/feeds.hpp"
#include "pages/list_pages.hpp"
#include "pages/measure_words.hpp"
#include "pages/milestone_inputs.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>
#include <map>
#include <memory>

namespace localoffer {

/// Something that is to happen: a next step, a milestone that is due, a measure's target.
struct UpcomingView {
  std::string kind;
  StepView step;
};
VIEW_FIELDS(UpcomingView, kind, step);

/// All that is to happen in one month, or in a year where a report names no month.
struct UpcomingMonthView {
  std::string id, heading, passed;
  std::vector<UpcomingView> items;
};
VIEW_FIELDS(UpcomingMonthView, id, heading, passed, items);

/// The steps of one priority that have no date.
struct UndatedGroupView {
  std::string heading;
  LinkView priority;
  std::vector<StepView> items;
};
VIEW_FIELDS(UndatedGroupView, heading, priority, items);

struct NextStepsView {
  Frame frame;
  std::string sentence, late;
  std::optional<LinkView> late_link;
  std::optional<FigureView> figure;
  bool has_months = false, has_undated = false;
  std::vector<UpcomingMonthView> months;
  std::optional<LinkView> previous, next; ///< pages of the same list
  bool has_neighbours = false;
  std::string undated_sentence;
  std::vector<UndatedGroupView> undated;
  bool has_key = false;
  std::vector<StatusKeyView> status_key;
  std::optional<LinkView> calendar; ///< the dates as a file for calendars
};
VIEW_FIELDS(NextStepsView, frame, sentence, late, late_link, figure, has_months, has_undated, months,
            previous, next, has_neighbours, undated_sentence, undated, has_key, status_key, calendar);

/// A page of what happens next, but for the first.
struct NextStepsPartView {
  Frame frame;
  bool has_months = true;
  std::vector<UpcomingMonthView> months;
  std::optional<LinkView> previous, next;
  bool has_neighbours = true;
};
VIEW_FIELDS(NextStepsPartView, frame, has_months, months, previous, next, has_neighbours);

namespace {

/// A month, or a year when no month is known. A promise for a year has until the year's end.
struct Month {
  Date date;
  bool operator<(const Month &other) const {
    const auto end = [](const Date &one) { return day_number(last_day(one)); };
    return end(date) != end(other.date) ? end(date) < end(other.date)
                                        : other.date.month == 0 && date.month != 0;
  }
};

/// One thing that is to happen: a step of a priority, or a milestone, or a measure's target.
struct Upcoming {
  Date due;
  const Priority *priority = nullptr;
  const NextStep *step = nullptr;
  const MilestoneFacts *milestone = nullptr;
  const MeasureFacts *measure = nullptr;
};

struct UpcomingMonth {
  Date date;
  bool passed = false;
  std::vector<Upcoming> entries; ///< in the order of their dates
};

/// All that is to happen, and the pages that tell it.
class NextSteps {
public:
  explicit NextSteps(const Site &site) : site_(site) {
    std::map<Month, std::vector<Upcoming>> months;
    const auto add = [&](const Upcoming &entry) {
      all_.push_back(entry);
      months[Month{{entry.due.year, entry.due.month, 0}}].push_back(entry);
    };
    for (const auto &priority : site.programme.priorities)
      for (const auto &step : priority.record->next_steps)
        if (step.due.given) add({*step.due, priority.record, &step});
    for (const auto &milestone : site.programme.milestones)
      if (is_awaited(milestone) && !milestone.lateness.overdue)
        add({*milestone.due, nullptr, nullptr, &milestone});
    for (const auto &measure : site.programme.measures)
      if (has_target_ahead(*measure.record))
        add({*measure.record->target.date, nullptr, nullptr, nullptr, &measure});
    for (auto &[month, entries] : months)
      add_month(month.date, std::move(entries));
    cut();
  }

  bool is_empty() const {
    return months_.empty() && site_.programme.milestones.empty() && !has_undated_steps();
  }

  std::size_t page_count() const { return pages_.size(); }
  const std::string &route(std::size_t page) const { return routes_[page]; }

  std::string sentence() const {
    return site_.words.say("step.how_many_dated", {{"count", count_to_come()}});
  }

  NextStepsView first() const {
    PageInfo info;
    info.route = info.section = route(0);
    info.heading = site_.words.say("nav.next_steps");
    info.description = sentence();
    info.records = records();
    NextStepsView view;
    view.sentence = sentence();
    view.months = months_on(0);
    view.has_months = !view.months.empty();
    add_neighbours(site_, routes_, 0, view);
    if (months_.size() > 1) view.figure = timeline();
    for (std::size_t page = 0; page < pages_.size(); ++page)
      for (const auto &slice : pages_[page])
        if (slice.begin == 0)
          info.on_this_page.push_back(
              {heading_of(months_[slice.group]),
               (page == 0 ? "" : site_.href(route(page))) + "#" + id_of(months_[slice.group])});
    tell_undated(view, info);
    tell_late(view);
    view.status_key = status_key(site_, counts());
    view.has_key = !view.status_key.empty();
    if (has_calendar(site_))
      view.calendar =
          LinkView{site_.words.say("changes.calendar_link"), site_.href(site_.addresses.calendar())};
    view.frame = make_frame(site_, std::move(info));
    return view;
  }

  NextStepsPartView part(std::size_t page) const {
    PageInfo info;
    info.route = route(page);
    info.section = route(0);
    const std::string whole = site_.words.say("nav.next_steps");
    info.heading = info.description = list_page_heading(site_, whole, page, page_count());
    info.breadcrumbs = {{whole, site_.href(route(0))}};
    NextStepsPartView view;
    view.months = months_on(page);
    add_neighbours(site_, routes_, page, view);
    for (const auto &slice : pages_[page])
      for (std::size_t i = slice.begin; i < slice.end; ++i)
        info.records.push_back(&record_of(months_[slice.group].entries[i]));
    view.frame = make_frame(site_, std::move(info));
    return view;
  }

  /// What a page but the first follows from. Not told where a step's words may lead to any page.
  std::vector<ViewInput> inputs(std::size_t page, const MilestoneInputs &inputs) const {
    std::string told = list_page_heading(site_, site_.words.say("nav.next_steps"), page, page_count()) + "\n";
    std::vector<const MilestoneFacts *> milestones;
    for (const auto &slice : pages_[page]) {
      const UpcomingMonth &month = months_[slice.group];
      told += id_of(month) + (month.passed ? " passed" : "") + "\n";
      for (std::size_t i = slice.begin; i < slice.end; ++i) {
        const Upcoming &entry = month.entries[i];
        if (entry.step != nullptr) return {};
        if (entry.milestone != nullptr) milestones.push_back(entry.milestone);
        told += entry.milestone != nullptr ? "milestone\n" : record_of(entry).id + "\n";
      }
    }
    return inputs.of_list(milestones, told);
  }

private:
  bool has_target_ahead(const Measure &record) const {
    return record.target.value.given && record.target.date.given &&
           !has_passed(*record.target.date, site_.programme.today);
  }

  bool has_undated_steps() const {
    for (const auto &priority : site_.programme.priorities)
      for (const auto &step : priority.record->next_steps)
        if (!step.due.given) return true;
    return false;
  }

  void add_month(const Date &date, std::vector<Upcoming> entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const Upcoming &a, const Upcoming &b) {
      return day_number(last_day(a.due)) < day_number(last_day(b.due));
    });
    months_.push_back({date, has_passed(date, site_.programme.today), std::move(entries)});
  }

  void cut() {
    std::vector<std::size_t> lines;
    for (const auto &month : months_)
      lines.push_back(month.entries.size());
    pages_ = cut_into_pages(lines);
    routes_ = list_page_routes(site_.addresses.next_steps(), pages_.size());
  }

  long count_to_come() const {
    long count = 0;
    for (const auto &month : months_)
      if (!month.passed) count += static_cast<long>(month.entries.size());
    return count;
  }

  std::string heading_of(const UpcomingMonth &month) const { return site_.words.date(month.date); }
  static std::string id_of(const UpcomingMonth &month) { return "month-" + to_iso(month.date); }

  static const RecordHead &record_of(const Upcoming &entry) {
    if (entry.step != nullptr) return entry.priority->head;
    return entry.milestone != nullptr ? entry.milestone->record->head : entry.measure->record->head;
  }

  /// All that the list tells of, also without a date.
  std::vector<const RecordHead *> records() const {
    std::vector<const RecordHead *> records;
    for (const auto &priority : site_.programme.priorities)
      if (!priority.record->next_steps.empty()) records.push_back(&priority.record->head);
    for (const auto &entry : all_)
      if (entry.step == nullptr) records.push_back(&record_of(entry));
    return records;
  }

  Counts counts() const {
    Counts counts = no_counts(site_.settings());
    for (const auto &priority : site_.programme.priorities)
      for (const auto &step : priority.record->next_steps)
        if (const Status *status = step.status.given ? site_.settings().status(*step.status) : nullptr)
          add_to(counts, *status, 1);
    for (const auto &entry : all_)
      if (entry.milestone != nullptr) add_to(counts, *entry.milestone->status, 1);
    return counts;
  }

  LinkView link_to(const Priority &priority) const {
    return {priority_name(site_, priority), site_.href(site_.addresses.priority(priority))};
  }

  UpcomingView view_of(const Upcoming &entry) const {
    if (entry.step != nullptr) {
      UpcomingView view{site_.words.say("step.kind_step"),
                        step_view(site_, *entry.step, entry.priority->head.file)};
      view.step.from = link_to(*entry.priority);
      return view;
    }
    StepView view;
    view.due = site_.words.date(entry.due);
    if (entry.milestone != nullptr) {
      view.status = status_view(site_, *entry.milestone->status);
      view.from =
          LinkView{full_name(*entry.milestone), site_.href(site_.addresses.milestone(*entry.milestone))};
      return {site_.words.sentence_case(site_.noun("milestone", 1)), std::move(view)};
    }
    const Measure &record = *entry.measure->record;
    view.from = LinkView{*record.head.title, site_.href(site_.addresses.measure(record))};
    return {
        site_.words.say("step.kind_target", {{"figure", measure_value(site_, record, *record.target.value)}}),
        std::move(view)};
  }

  std::vector<UpcomingMonthView> months_on(std::size_t page) const {
    std::vector<UpcomingMonthView> views;
    for (const auto &slice : pages_[page]) {
      const UpcomingMonth &month = months_[slice.group];
      UpcomingMonthView view{
          id_of(month), heading_of(month), month.passed ? site_.words.say("step.month_passed") : "", {}};
      for (std::size_t i = slice.begin; i < slice.end; ++i)
        view.items.push_back(view_of(month.entries[i]));
      views.push_back(std::move(view));
    }
    return views;
  }

  /// When the promises fall due: the first month, the last one and the fullest.
  std::string timeline_message() const {
    std::vector<const UpcomingMonth *> ahead;
    for (const auto &month : months_)
      if (!month.passed) ahead.push_back(&month);
    if (ahead.size() < 2) return sentence();
    const auto *fullest = *std::max_element(ahead.begin(), ahead.end(), [](const auto *a, const auto *b) {
      return a->entries.size() < b->entries.size();
    });
    return site_.words.say("step.chart_message", {{"count", count_to_come()},
                                                  {"first", heading_of(*ahead.front())},
                                                  {"last", heading_of(*ahead.back())},
                                                  {"fullest", heading_of(*fullest)},
                                                  {"most", static_cast<long>(fullest->entries.size())}});
  }

  FigureView timeline() const {
    const Words &words = site_.words;
    FigureView figure;
    figure.message = figure.chart.message = timeline_message();
    figure.chart.id = "timeline";
    figure.chart.timeline.today = static_cast<double>(day_number(last_day(site_.programme.today)));
    figure.chart.timeline.today_text = words.say("step.today", {{"date", words.date(site_.programme.today)}});
    figure.table.id = "timeline-table";
    figure.table.caption = words.say("step.table_caption");
    figure.table.columns = {{words.say("step.column_month"), false}, {words.say("step.column_count"), true}};
    for (const auto &month : months_) {
      const auto count = static_cast<long>(month.entries.size());
      figure.chart.timeline.items.push_back(
          {static_cast<double>(day_number(last_day(month.date))), heading_of(month),
           words.say("step.promises", {{"count", count}}), month.passed ? "warning" : "progress",
           month.passed ? "triangle" : "circle"});
      figure.table.rows.push_back({heading_of(month), {{words.number(static_cast<double>(count)), true}}});
    }
    return figure;
  }

  void tell_undated(NextStepsView &view, PageInfo &info) const {
    long count = 0;
    for (const auto &priority : site_.programme.priorities) {
      const Priority &record = *priority.record;
      UndatedGroupView group{priority_name(site_, record), link_to(record), {}};
      for (const auto &step : record.next_steps)
        if (!step.due.given) group.items.push_back(step_view(site_, step, record.head.file));
      if (group.items.empty()) continue;
      count += static_cast<long>(group.items.size());
      view.undated.push_back(std::move(group));
    }
    view.has_undated = count > 0;
    if (!view.has_undated) return;
    view.undated_sentence = site_.words.say("step.undated_sentence", {{"count", count}});
    info.on_this_page.push_back({site_.words.say("step.undated"), "#no-date"});
  }

  void tell_late(NextStepsView &view) const {
    const int late = late_count(site_.programme);
    if (site_.programme.milestones.empty()) return;
    view.late = site_.words.say("step.late", {{"count", long{late}},
                                              {"things", site_.noun("milestone", late)},
                                              {"date", site_.words.date(site_.programme.today)}});
    if (late > 0)
      view.late_link = LinkView{site_.words.say("step.late_link", {{"things", site_.noun("milestone", 2)}}),
                                site_.href(site_.addresses.milestones_overdue())};
  }

  const Site &site_;
  std::vector<Upcoming> all_;         ///< with a date
  std::vector<UpcomingMonth> months_; ///< in order
  std::vector<ListPage> pages_;       ///< of the months
  std::vector<std::string> routes_;
};

} // namespace

void add_next_steps(const Site &site, std::vector<View> &views) {
  const auto steps = std::make_shared<const NextSteps>(site);
  if (steps->is_empty()) return;
  View first = make_view_later(steps->route(0), "next-steps", [steps] { return steps->first(); });
  first.heading = site.words.say("nav.next_steps");
  first.description = steps->sentence();
  views.push_back(std::move(first));
  for (std::size_t page = 1; page < steps->page_count(); ++page)
    views.push_back(
        make_view_later(steps->route(page), "next-steps-part", [steps, page] { return steps->part(page); }));
}

void list_next_step_templates(PageTemplates &templates) {
  templates.emplace_back("next-steps", &view_type<NextStepsView>());
  templates.emplace_back("next-steps-part", &view_type<NextStepsPartView>());
}

} // namespace localoffer
