#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/period_words.hpp"
#include "pages/priority_items.hpp"
#include "pages/scrutiny_items.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>

namespace localoffer {

struct PeriodItemView {
  std::string title, href, when, standing;
};
VIEW_FIELDS(PeriodItemView, title, href, when, standing);

struct PeriodListView {
  Frame frame;
  std::vector<PeriodItemView> items;
};
VIEW_FIELDS(PeriodListView, frame, items);

/// The milestones of one status, of one priority.
struct PeriodStatusView {
  StatusView status;
  std::string count; ///< "0 milestones"
  bool has_items = false;
  std::vector<MilestoneItemView> items;
};
VIEW_FIELDS(PeriodStatusView, status, count, has_items, items);

/// What the report says of one priority.
struct PeriodPriorityView {
  std::string id, heading, standing, showing, stated;
  std::optional<LinkView> link; ///< nothing for milestones outside all priorities
  Html text, note;
  std::vector<PeriodStatusView> statuses;
};
VIEW_FIELDS(PeriodPriorityView, id, heading, standing, showing, stated, link, text, note, statuses);

/// A step of the roll-out, with its month; the last group has none.
struct RollOutView {
  std::string id, heading;
  std::vector<StepView> items;
};
VIEW_FIELDS(RollOutView, id, heading, items);

struct AskedView {
  Html asked, decided;
};
VIEW_FIELDS(AskedView, asked, decided);

struct PeriodView {
  Frame frame;
  std::vector<FactView> facts;
  Html text, meaning, discrepancy, adviser_said, note;
  std::string showing, standing;
  std::optional<LinkView> pack; ///< its meeting pack
  std::optional<LinkView> kept; ///< the site as it was when its report came out
  bool has_headlines = false, has_adviser = false, has_roll_out = false, has_decisions = false,
       has_meetings = false, has_numbers = false, has_key = false;
  std::vector<TextView> headlines;
  std::string adviser_sentence;
  std::optional<FigureView> figure;
  std::optional<DataTableView> compared, by_priority;
  std::vector<std::string> numbers;
  std::vector<PeriodPriorityView> priorities;
  std::vector<RollOutView> roll_out;
  std::optional<FigureView> roll_out_figure;
  std::vector<AskedView> decisions;
  std::vector<LinkView> meetings;
  std::vector<StatusKeyView> status_key;
};
VIEW_FIELDS(PeriodView, frame, facts, text, meaning, discrepancy, adviser_said, note, showing, standing, pack,
            kept, has_headlines, has_adviser, has_roll_out, has_decisions, has_meetings, has_numbers, has_key,
            headlines, adviser_sentence, figure, compared, by_priority, numbers, priorities, roll_out,
            roll_out_figure, decisions, meetings, status_key);

namespace {

/// In the scale's order: what the report counts, or what it lists where it counts nothing.
std::string standing_of_period(const Site &site, const PeriodFacts &facts) {
  const StatedFigures stated = stated_figures(site.settings(), facts.record->stated);
  return stated.usable ? stated_sentence(site, stated) : listed_sentence(site, facts.counts);
}

class PeriodPage {
public:
  PeriodPage(const Site &site, const PeriodFacts &facts)
      : site_(site), words_(site.words), facts_(facts), period_(*facts.record), head_(period_.head) {}

  View make() {
    info_.records.push_back(&head_);
    view_.text = prose_of(site_, head_, head_.text);
    view_.meaning = prose_of(site_, head_, head_.meaning, {3, "meaning-"});
    view_.discrepancy = prose_of(site_, head_, head_.discrepancy, {3, "discrepancy-"});
    view_.standing = standing_of_period(site_, facts_);
    view_.showing = showing_sentence(site_, period_.stated, facts_.counts.total);
    if (facts_.is_reported())
      view_.pack = LinkView{words_.say("pack.link"), site_.href(site_.addresses.meeting_pack(period_))};
    for (const auto &report : site_.kept)
      if (report.period == &period_)
        view_.kept =
            LinkView{words_.say("kept.link", {{"date", words_.date(report.date)}}), site_.href(report.route)};
    tell_facts();
    tell_headlines();
    tell_numbers();
    tell_priorities();
    tell_roll_out();
    tell_decisions();
    view_.status_key = status_key(site_);
    view_.has_key = !view_.status_key.empty();
    tell_frame();
    return make_view(site_.addresses.period(head_.id), "period", std::move(view_));
  }

private:
  void contents(const std::string &text, const std::string &id) {
    info_.on_this_page.push_back({text, "#" + id});
  }

  void tell_facts() {
    view_.facts = {{words_.say("period.start"), words_.date(*period_.start), {}},
                   {words_.say("period.end"), words_.date(*period_.end), {}}};
    if (const Report *report = site_.programme.report(period_.report->id))
      view_.facts.push_back(
          {words_.say("period.report"),
           "",
           {{*report->head.title, site_.href(site_.addresses.sources() + "#" + report->head.id)}}});
  }

  void tell_headlines() {
    for (const auto &headline : period_.headlines)
      view_.headlines.push_back({inline_html(site_, *headline.text, head_.file)});
    view_.has_headlines = !view_.headlines.empty();
    if (view_.has_headlines) contents(words_.say("period.headlines"), "headlines");
    const AdviserMeeting &meeting = period_.adviser_meeting;
    view_.has_adviser = meeting.given;
    if (!meeting.given) return;
    std::vector<std::string> bodies;
    for (const auto &link : body_links(site_, meeting.bodies))
      bodies.push_back(link.text);
    view_.adviser_sentence = words_.say(
        "period.adviser_sentence",
        {{"date", meeting.date.given ? words_.date(*meeting.date) : words_.say("period.date_not_given")},
         {"bodies", bodies.empty() ? words_.say("period.advisers") : words_.list(bodies)}});
    view_.adviser_said = prose_of(site_, head_, meeting.said, {3, "adviser-"});
    contents(words_.say("period.adviser"), "adviser");
  }

  void tell_numbers() {
    const auto compared = compared_counts(site_.settings(), period_.stated, facts_.counts);
    if (facts_.counts.total > 0)
      view_.figure =
          counts_figure(site_, facts_.counts, "listed", listed_sentence(site_, facts_.counts),
                        words_.say("milestones.counts_caption", {{"things", site_.noun("milestone", 2)}}));
    if (!compared.empty()) {
      view_.compared = compared_table(site_, period_.stated, facts_.counts, "compared-table");
      view_.numbers.push_back(
          words_.say(any_differs(compared, facts_.listed_in_part()) ? "period.differs" : "period.agrees"));
    }
    for (auto &sentence : window_sentences(site_, period_))
      view_.numbers.push_back(std::move(sentence));
    if (period_.stated.date.given)
      view_.numbers.push_back(words_.say("stated.date", {{"date", words_.date(*period_.stated.date)}}));
    view_.note = prose_of(site_, head_, period_.stated.note, {3, "note-"});
    view_.has_numbers = view_.figure || view_.compared || !view_.numbers.empty();
    if (view_.has_numbers) contents(words_.say("about.numbers"), "numbers");
  }

  std::vector<PeriodStatusView> by_status(const std::vector<std::size_t> &milestones,
                                          const PriorityPeriod *said) const {
    std::vector<PeriodStatusView> groups;
    for (const auto &status : site_.settings().statuses) {
      std::vector<const MilestoneFacts *> of_status;
      for (const std::size_t index : milestones)
        if (site_.programme.milestones[index].status == &status)
          of_status.push_back(&site_.programme.milestones[index]);
      const bool told_as_none = said && std::any_of(said->nothing_listed.begin(), said->nothing_listed.end(),
                                                    [&](const auto &key) { return *key == *status.key; });
      if (of_status.empty() && milestones.empty() && !told_as_none) continue;
      PeriodStatusView group{status_view(site_, status),
                             site_.counted("milestone", ref_count(of_status)),
                             !of_status.empty(),
                             {}};
      for (const auto *milestone : worst_first(std::move(of_status)))
        group.items.push_back(milestone_item(site_, *milestone));
      groups.push_back(std::move(group));
    }
    return groups;
  }

  void tell_priorities() {
    for (const auto &one : facts_.priorities) {
      if (one.milestones.empty() && !one.said) continue; // nothing to tell of it
      const Priority &priority = *site_.programme.priorities[one.priority].record;
      PeriodPriorityView view;
      view.id = "priority-" + priority.head.id;
      view.heading = priority_name(site_, priority);
      view.link = LinkView{words_.say("measure.priority_more") + " " + *priority.head.title,
                           site_.href(site_.addresses.priority(priority))};
      view.standing = listed_sentence(site_, one.counts);
      if (one.said) {
        view.text = prose_of(site_, head_, one.said->text, {3, view.id + "-"});
        view.note = prose_of(site_, head_, one.said->stated.note, {3, view.id + "-note-"});
        view.showing = showing_sentence(site_, one.said->stated, one.counts.total);
        if (const auto stated = stated_figures(site_.settings(), one.said->stated); stated.usable)
          view.stated = stated_sentence(site_, stated);
      }
      view.statuses = by_status(one.milestones, one.said);
      contents(view.heading, view.id);
      view_.priorities.push_back(std::move(view));
    }
    if (!view_.priorities.empty() && facts_.counts.total > 0)
      view_.by_priority = priorities_table(site_, facts_, "priorities-table");
    tell_rest();
  }

  /// Milestones that belong to no priority.
  void tell_rest() {
    std::vector<std::size_t> rest;
    Counts counts = no_counts(site_.settings());
    for (const std::size_t index : facts_.milestones) {
      const MilestoneFacts &milestone = site_.programme.milestones[index];
      info_.records.push_back(&milestone.record->head);
      if (milestone.priority) continue;
      rest.push_back(index);
      add_to(counts, *milestone.status, static_cast<int>(milestone.refs.size()));
    }
    if (rest.empty()) return;
    PeriodPriorityView view;
    view.id = "no-priority";
    view.heading = view_.priorities.empty() ? words_.sentence_case(site_.noun("milestone", 2))
                                            : words_.say("measure.no_priority");
    view.standing = listed_sentence(site_, counts);
    view.statuses = by_status(rest, nullptr);
    contents(view.heading, view.id);
    view_.priorities.push_back(std::move(view));
  }

  void tell_roll_out() {
    std::vector<const NextStep *> steps;
    for (const auto &step : period_.roll_out)
      steps.push_back(&step);
    // By the end of what was promised; what has no date comes last.
    std::stable_sort(steps.begin(), steps.end(), [](const NextStep *a, const NextStep *b) {
      if (a->due.given != b->due.given) return a->due.given;
      return a->due.given && last_day(*a->due) < last_day(*b->due);
    });
    for (const NextStep *step : steps) {
      const std::string heading = step->due.given ? words_.date(*step->due) : words_.say("step.undated");
      if (view_.roll_out.empty() || view_.roll_out.back().heading != heading)
        view_.roll_out.push_back(
            {step->due.given ? "roll-out-" + to_iso(*step->due) : "roll-out-no-date", heading, {}});
      view_.roll_out.back().items.push_back(step_view(site_, *step, head_.file));
    }
    view_.has_roll_out = !view_.roll_out.empty();
    draw_roll_out(steps);
    if (view_.has_roll_out) contents(words_.say("period.roll_out"), "roll-out");
  }

  /// One mark for each month or day, as on the page of next steps; `steps` are in the order of the groups.
  void draw_roll_out(const std::vector<const NextStep *> &steps) {
    FigureView figure;
    figure.message = figure.chart.message =
        words_.say("period.roll_out_message", {{"count", static_cast<long>(steps.size())}});
    figure.chart.id = "roll-out-timeline";
    figure.chart.timeline.today = static_cast<double>(day_number(last_day(site_.programme.today)));
    figure.chart.timeline.today_text =
        words_.say("step.today", {{"date", words_.date(site_.programme.today)}});
    figure.table.id = "roll-out-table";
    figure.table.caption = words_.say("period.roll_out_caption");
    figure.table.columns = {{words_.say("step.column_month"), false},
                            {words_.say("period.column_steps"), true}};
    std::size_t next = 0;
    for (const auto &group : view_.roll_out) {
      const NextStep &first = *steps[next];
      const auto count = static_cast<long>(group.items.size());
      next += group.items.size();
      figure.table.rows.push_back({group.heading, {{words_.number(static_cast<double>(count)), true}}});
      if (!first.due.given) continue;
      const bool passed = has_passed(*first.due, site_.programme.today);
      figure.chart.timeline.items.push_back({static_cast<double>(day_number(last_day(*first.due))),
                                             group.heading, words_.say("period.steps", {{"count", count}}),
                                             passed ? "warning" : "progress",
                                             passed ? "triangle" : "circle"});
    }
    if (figure.chart.timeline.items.size() > 1) view_.roll_out_figure = std::move(figure);
  }

  void tell_decisions() {
    for (const auto &decision : period_.decisions)
      view_.decisions.push_back(
          {prose_of(site_, head_, decision.asked), prose_of(site_, head_, decision.decided)});
    view_.has_decisions = !view_.decisions.empty();
    if (view_.has_decisions) contents(words_.say("who_decides.asked"), "decisions");
    for (const auto &meeting : site_.programme.content.records.meetings)
      if (meeting.period.given && meeting.period->id == head_.id)
        view_.meetings.push_back(
            {*meeting.head.title, site_.href(site_.addresses.of({"meeting", meeting.head.id, ""}))});
    view_.has_meetings = !view_.meetings.empty();
    if (!view_.discrepancy.markup.empty()) contents(words_.say("part.discrepancy"), "discrepancy");
  }

  void tell_frame() {
    info_.route = site_.addresses.period(head_.id);
    info_.section = site_.addresses.periods();
    info_.caption = period_span(site_, period_);
    info_.heading = *head_.title;
    info_.description = view_.standing;
    info_.breadcrumbs = {{words_.say("nav.periods"), site_.href(site_.addresses.periods())}};
    view_.frame = make_frame(site_, std::move(info_));
  }

  const Site &site_;
  const Words &words_;
  const PeriodFacts &facts_;
  const Period &period_;
  const RecordHead &head_;
  PageInfo info_;
  PeriodView view_;
};

View period_list(const Site &site, const std::vector<PeriodFacts> &all) {
  PeriodListView view;
  PageInfo info;
  info.route = info.section = site.addresses.periods();
  info.heading = site.words.say("period.list_heading");
  info.description = site.words.say("period.list_description");
  for (const auto &facts : all) {
    view.items.push_back({*facts.record->head.title, site.href(site.addresses.period(facts.record->head.id)),
                          period_span(site, *facts.record), standing_of_period(site, facts)});
    info.records.push_back(&facts.record->head);
  }
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.periods(), "period-list", std::move(view));
}

} // namespace

void add_periods(const Site &site, std::vector<View> &views) {
  const auto all = periods(site.programme);
  if (all.empty()) return;
  views.push_back(period_list(site, all));
  for (const auto &facts : all)
    views.push_back(PeriodPage(site, facts).make());
}

void list_period_templates(PageTemplates &templates) {
  templates.emplace_back("period-list", &view_type<PeriodListView>());
  templates.emplace_back("period", &view_type<PeriodView>());
}

} // namespace localoffer
