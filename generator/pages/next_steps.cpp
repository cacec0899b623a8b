#include "pages/common_views.hpp"
#include "pages/feeds.hpp"
#include "pages/measure_words.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>
#include <map>

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
  std::string undated_sentence;
  std::vector<UndatedGroupView> undated;
  bool has_key = false;
  std::vector<StatusKeyView> status_key;
  std::optional<LinkView> calendar; ///< the dates as a file for calendars
};
VIEW_FIELDS(NextStepsView, frame, sentence, late, late_link, figure, has_months, has_undated, months,
            undated_sentence, undated, has_key, status_key, calendar);

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

class NextStepsPage {
public:
  explicit NextStepsPage(const Site &site) : site_(site), shown_(no_counts(site.settings())) {}

  bool is_empty() const {
    return months_.empty() && view_.undated.empty() && site_.programme.milestones.empty();
  }

  void gather() {
    for (const auto &priority : site_.programme.priorities)
      gather_steps(*priority.record);
    for (const auto &milestone : site_.programme.milestones)
      gather_milestone(milestone);
    for (const auto &measure : site_.programme.measures)
      gather_target(measure);
  }

  View make() {
    info_.route = info_.section = site_.addresses.next_steps();
    info_.heading = site_.words.say("nav.next_steps");
    tell_months();
    tell_undated();
    tell_late();
    view_.status_key = status_key(site_, shown_);
    view_.has_key = !view_.status_key.empty();
    if (has_calendar(site_))
      view_.calendar =
          LinkView{site_.words.say("changes.calendar_link"), site_.href(site_.addresses.calendar())};
    info_.description = view_.sentence;
    view_.frame = make_frame(site_, std::move(info_));
    return make_view(site_.addresses.next_steps(), "next-steps", std::move(view_));
  }

private:
  void add(const Date &due, UpcomingView view) {
    months_[Month{{due.year, due.month, 0}}].push_back({due, std::move(view)});
  }

  void gather_steps(const Priority &priority) {
    const LinkView link{priority_name(site_, priority), site_.href(site_.addresses.priority(priority))};
    UndatedGroupView undated{priority_name(site_, priority), link, {}};
    for (const auto &step : priority.next_steps) {
      StepView view = step_view(site_, step, priority.head.file);
      if (const Status *status = step.status.given ? site_.settings().status(*step.status) : nullptr)
        add_to(shown_, *status, 1);
      if (!step.due.given) {
        undated.items.push_back(std::move(view));
        continue;
      }
      view.from = link;
      add(*step.due, {site_.words.say("step.kind_step"), std::move(view)});
    }
    if (!undated.items.empty()) view_.undated.push_back(std::move(undated));
    if (!priority.next_steps.empty()) info_.records.push_back(&priority.head);
  }

  void gather_milestone(const MilestoneFacts &milestone) {
    if (!is_awaited(milestone) || milestone.lateness.overdue) return;
    StepView view;
    view.due = site_.words.date(*milestone.due);
    view.status = status_view(site_, *milestone.status);
    view.from = LinkView{full_name(milestone), site_.href(site_.addresses.milestone(milestone))};
    add_to(shown_, *milestone.status, 1);
    info_.records.push_back(&milestone.record->head);
    add(*milestone.due, {site_.words.sentence_case(site_.noun("milestone", 1)), std::move(view)});
  }

  void gather_target(const MeasureFacts &measure) {
    const Measure &record = *measure.record;
    if (!record.target.value.given || !record.target.date.given ||
        has_passed(*record.target.date, site_.programme.today))
      return;
    StepView view;
    view.due = site_.words.date(*record.target.date);
    view.from = LinkView{*record.head.title, site_.href(site_.addresses.measure(record))};
    info_.records.push_back(&record.head);
    add(*record.target.date,
        {site_.words.say("step.kind_target",
                         {{"figure", measure_value(site_, record, *record.target.value)}}),
         std::move(view)});
  }

  void tell_months() {
    const Words &words = site_.words;
    long to_come = 0;
    for (auto &[month, entries] : months_) {
      std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return day_number(last_day(a.due)) < day_number(last_day(b.due));
      });
      const bool passed = has_passed(month.date, site_.programme.today);
      UpcomingMonthView view{"month-" + to_iso(month.date),
                             words.date(month.date),
                             passed ? words.say("step.month_passed") : "",
                             {}};
      for (auto &entry : entries)
        view.items.push_back(std::move(entry.view));
      if (!passed) to_come += static_cast<long>(view.items.size());
      info_.on_this_page.push_back({view.heading, "#" + view.id});
      view_.months.push_back(std::move(view));
    }
    view_.has_months = !view_.months.empty();
    view_.sentence = words.say("step.how_many_dated", {{"count", to_come}});
    if (view_.months.size() > 1) view_.figure = timeline(to_come);
  }

  /// When the promises fall due: the first month, the last one and the fullest.
  std::string timeline_message(long to_come) const {
    std::vector<const UpcomingMonthView *> ahead;
    for (const auto &month : view_.months)
      if (month.passed.empty()) ahead.push_back(&month);
    if (ahead.size() < 2) return view_.sentence;
    const auto fullest = *std::max_element(ahead.begin(), ahead.end(), [](const auto *a, const auto *b) {
      return a->items.size() < b->items.size();
    });
    return site_.words.say("step.chart_message", {{"count", to_come},
                                                  {"first", ahead.front()->heading},
                                                  {"last", ahead.back()->heading},
                                                  {"fullest", fullest->heading},
                                                  {"most", static_cast<long>(fullest->items.size())}});
  }

  FigureView timeline(long to_come) const {
    const Words &words = site_.words;
    FigureView figure;
    figure.message = figure.chart.message = timeline_message(to_come);
    figure.chart.id = "timeline";
    figure.chart.timeline.today = static_cast<double>(day_number(last_day(site_.programme.today)));
    figure.chart.timeline.today_text = words.say("step.today", {{"date", words.date(site_.programme.today)}});
    figure.table.id = "timeline-table";
    figure.table.caption = words.say("step.table_caption");
    figure.table.columns = {{words.say("step.column_month"), false}, {words.say("step.column_count"), true}};
    auto month = months_.begin();
    for (const auto &view : view_.months) {
      const auto count = static_cast<long>(view.items.size());
      const bool passed = !view.passed.empty();
      figure.chart.timeline.items.push_back({static_cast<double>(day_number(last_day(month->first.date))),
                                             view.heading, words.say("step.promises", {{"count", count}}),
                                             passed ? "warning" : "progress",
                                             passed ? "triangle" : "circle"});
      figure.table.rows.push_back({view.heading, {{words.number(static_cast<double>(count)), true}}});
      ++month;
    }
    return figure;
  }

  void tell_undated() {
    long count = 0;
    for (const auto &group : view_.undated)
      count += static_cast<long>(group.items.size());
    view_.has_undated = count > 0;
    if (!view_.has_undated) return;
    view_.undated_sentence = site_.words.say("step.undated_sentence", {{"count", count}});
    info_.on_this_page.push_back({site_.words.say("step.undated"), "#no-date"});
  }

  void tell_late() {
    const int late = late_count(site_.programme);
    if (site_.programme.milestones.empty()) return;
    view_.late = site_.words.say("step.late", {{"count", long{late}},
                                               {"things", site_.noun("milestone", late)},
                                               {"date", site_.words.date(site_.programme.today)}});
    if (late > 0)
      view_.late_link = LinkView{site_.words.say("step.late_link", {{"things", site_.noun("milestone", 2)}}),
                                 site_.href(site_.addresses.milestones_overdue())};
  }

  struct Entry {
    Date due;
    UpcomingView view;
  };

  const Site &site_;
  Counts shown_;
  PageInfo info_;
  NextStepsView view_;
  std::map<Month, std::vector<Entry>> months_;
};

} // namespace

void add_next_steps(const Site &site, std::vector<View> &views) {
  NextStepsPage page(site);
  page.gather();
  if (!page.is_empty()) views.push_back(page.make());
}

void list_next_step_templates(PageTemplates &templates) {
  templates.emplace_back("next-steps", &view_type<NextStepsView>());
}

} // namespace localoffer
