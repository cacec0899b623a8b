#include "pages/measure_words.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/period_words.hpp"
#include "pages/priority_items.hpp"
#include "pages/risk_words.hpp"
#include "pages/scrutiny_items.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>

namespace localoffer {

struct PackDecisionView {
  Html asked, decided;
};
VIEW_FIELDS(PackDecisionView, asked, decided);

/// A row of what is off track or late.
struct ExceptionView {
  std::string name, priority, due, late;
  StatusView status;
  Html why;
};
VIEW_FIELDS(ExceptionView, name, priority, due, late, status, why);

/// All that a meeting needs of one period, to be printed on A4.
struct MeetingPackView {
  Frame frame;
  LinkView period;
  std::vector<FactView> facts;
  std::vector<std::string> totals;
  std::string no_decisions, exceptions_sentence, no_risks, no_measures, things_column, priority_column;
  bool has_decisions = false, has_exceptions = false, has_key = false;
  std::vector<PackDecisionView> decisions;
  std::vector<ExceptionView> exceptions;
  std::optional<DataTableView> counts, risks, measures;
  std::vector<StatusKeyView> status_key;
};
VIEW_FIELDS(MeetingPackView, frame, period, facts, totals, no_decisions, exceptions_sentence, no_risks,
            no_measures, things_column, priority_column, has_decisions, has_exceptions, has_key, decisions,
            exceptions, counts, risks, measures, status_key);

namespace {

/// What a meeting has to look at: what is late, what its status calls off track or at risk, and what the
/// scale shows as a worry.
bool is_exception(const MilestoneFacts &milestone) {
  if (is_late(milestone)) return true;
  if (is_done(*milestone.status) || ending_of(milestone) != Ending::none) return false;
  const std::string &role = *milestone.status->role;
  if (role == "bad" || role == "warning") return true;
  const auto &confidence = milestone.status->confidence;
  return std::any_of(confidence.begin(), confidence.end(), [](const Authored<std::string> &one) {
    return *one == "off-track" || *one == "at-risk";
  });
}

class MeetingPack {
public:
  MeetingPack(const Site &site, const PeriodFacts &facts)
      : site_(site), words_(site.words), programme_(site.programme), facts_(facts), period_(*facts.record),
        head_(period_.head) {}

  View make() {
    info_.records.push_back(&head_);
    view_.period = {*head_.title, site_.href(site_.addresses.period(head_.id))};
    view_.things_column = words_.sentence_case(site_.noun("milestone", 1));
    view_.priority_column = words_.sentence_case(site_.noun("priority", 1));
    tell_cover();
    tell_decisions();
    tell_exceptions();
    tell_risks();
    tell_measures();
    view_.status_key = status_key(site_);
    view_.has_key = !view_.status_key.empty();
    tell_frame();
    return make_view(site_.addresses.meeting_pack(period_), "meeting-pack", std::move(view_));
  }

private:
  void tell_cover() {
    view_.facts = {{words_.say("about.area"), *site_.settings().area, {}},
                   {words_.say("pack.period"), period_span(site_, period_), {}}};
    if (programme_.plan) view_.facts.push_back({words_.say("pack.plan"), *programme_.plan->head.title, {}});
    view_.facts.push_back({words_.say("pack.date"), words_.date(programme_.today), {}});
    const StatedFigures stated = stated_figures(site_.settings(), period_.stated);
    if (stated.usable) view_.totals.push_back(stated_sentence(site_, stated));
    if (auto showing = showing_sentence(site_, period_.stated, facts_.counts.total); !showing.empty())
      view_.totals.push_back(std::move(showing));
    if (!facts_.priorities.empty() && facts_.counts.total > 0)
      view_.counts = priorities_table(site_, facts_, "counts-table");
    if (facts_.counts.total > 0) view_.totals.push_back(listed_sentence(site_, facts_.counts));
  }

  void tell_decisions() {
    for (const auto &decision : period_.decisions)
      view_.decisions.push_back(
          {prose_of(site_, head_, decision.asked), prose_of(site_, head_, decision.decided)});
    view_.has_decisions = !view_.decisions.empty();
    if (!view_.has_decisions) view_.no_decisions = words_.say("pack.no_decisions");
  }

  void tell_exceptions() {
    std::vector<const MilestoneFacts *> exceptions;
    for (const std::size_t index : facts_.milestones)
      if (is_exception(programme_.milestones[index])) exceptions.push_back(&programme_.milestones[index]);
    if (facts_.counts.total == 0) {
      view_.exceptions_sentence =
          words_.say("pack.exceptions_unknown", {{"things", site_.noun("milestone", 2)}});
      return;
    }
    const long count = ref_count(exceptions);
    view_.exceptions_sentence =
        words_.say("pack.exceptions_sentence",
                   {{"count", count}, {"listed", site_.counted("milestone", facts_.counts.total)}});
    for (const auto *milestone : worst_first(std::move(exceptions))) {
      const Milestone &record = *milestone->record;
      ExceptionView row;
      row.name = full_name(*milestone);
      row.priority = milestone->priority ? priority_name(site_, *milestone->priority) : "";
      row.due = due_text(site_, *milestone);
      if (row.due.empty()) row.due = words_.say("milestones.no_date");
      row.late = is_late(*milestone) ? late_text(site_, milestone->lateness) : "";
      row.status = status_view(site_, *milestone->status);
      if (record.why.given) row.why = inline_html(site_, *record.why, record.head.file);
      info_.records.push_back(&record.head);
      view_.exceptions.push_back(std::move(row));
    }
    view_.has_exceptions = !view_.exceptions.empty();
  }

  /// Up or down since the register was last published.
  std::string movement(const Risk &risk) const {
    const int now = score_of(risk), before = *risk.previous_score;
    if (now == 0 || !risk.previous_score.given) return words_.say("pack.movement_unknown");
    if (now == before) return words_.say("pack.movement_same");
    return words_.say(now > before ? "pack.movement_up" : "pack.movement_down", {{"before", long{before}}});
  }

  TableCellView number(bool given, int value) const {
    return {given ? words_.number(value) : words_.say("stated.not_given"), true};
  }

  void tell_risks() {
    DataTableView table;
    table.id = "risks-table";
    table.caption = words_.say("pack.risks_caption");
    table.columns = {
        {words_.say("pack.column_ref"), false},        {words_.sentence_case(site_.noun("risk", 1)), false},
        {words_.say("pack.column_consequence"), true}, {words_.say("pack.column_likelihood"), true},
        {words_.say("pack.column_score"), true},       {words_.say("pack.column_movement"), false}};
    for (const Risk *risk : risks_worst_first(site_)) {
      table.rows.push_back({risk->ref.given ? *risk->ref : words_.say("stated.not_given"),
                            {{*risk->head.title, false},
                             number(risk->consequence.given, *risk->consequence),
                             number(risk->likelihood.given, *risk->likelihood),
                             number(score_of(*risk) > 0, score_of(*risk)),
                             {movement(*risk), false}}});
      info_.records.push_back(&risk->head);
    }
    if (table.rows.empty())
      view_.no_risks = words_.say("pack.no_risks");
    else
      view_.risks = std::move(table);
  }

  /// The measure with its newest figure from before the period's end.
  MeasureFacts as_of_period(const MeasureFacts &measure) const {
    MeasureFacts then = measure;
    then.newest = nullptr;
    for (const Observation *one : measure.observations)
      if (measure.newest && *one->area == *measure.newest->area &&
          first_day(*one->date) <= last_day(*period_.end))
        then.newest = one;
    return then;
  }

  void tell_measures() {
    const std::string things = site_.noun("measure", 2);
    DataTableView table;
    table.id = "measures-table";
    table.caption = words_.say("pack.measures_caption", {{"things", words_.sentence_case(things)}});
    table.columns = {{words_.sentence_case(site_.noun("measure", 1)), false},
                     {words_.say("measure.newest_label"), false},
                     {words_.say("measure.target_label"), false}};
    for (const auto &measure : programme_.measures) {
      const Measure &record = *measure.record;
      table.rows.push_back(
          {*record.head.title,
           {{newest_text(site_, as_of_period(measure)), false}, {target_text(site_, record), false}}});
      info_.records.push_back(&record.head);
    }
    if (table.rows.empty())
      view_.no_measures = words_.say("pack.no_measures", {{"things", things}});
    else
      view_.measures = std::move(table);
  }

  void tell_frame() {
    info_.route = site_.addresses.meeting_pack(period_);
    info_.section = site_.addresses.periods();
    info_.heading = words_.say("pack.heading", {{"period", *head_.title}});
    info_.description = words_.say("pack.description", {{"period", *head_.title}});
    info_.breadcrumbs = {{words_.say("nav.periods"), site_.href(site_.addresses.periods())}, view_.period};
    view_.frame = make_frame(site_, std::move(info_));
  }

  const Site &site_;
  const Words &words_;
  const Programme &programme_;
  const PeriodFacts &facts_;
  const Period &period_;
  const RecordHead &head_;
  PageInfo info_;
  MeetingPackView view_;
};

} // namespace

void add_meeting_packs(const Site &site, std::vector<View> &views) {
  for (const auto &facts : periods(site.programme))
    if (facts.is_reported()) views.push_back(MeetingPack(site, facts).make());
}

void list_meeting_pack_templates(PageTemplates &templates) {
  templates.emplace_back("meeting-pack", &view_type<MeetingPackView>());
}

} // namespace localoffer
