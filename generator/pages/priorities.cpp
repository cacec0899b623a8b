#include "base/text.hpp"
#include "pages/change_items.hpp"
#include "pages/common_views.hpp"
#include "pages/family_items.hpp"
#include "pages/measure_words.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/period_words.hpp"
#include "pages/priority_items.hpp"
#include "pages/scrutiny_items.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>

namespace localoffer {

/// A priority in the list.
struct PriorityItemView {
  std::string caption, title, href;
  Html concern, headline;
  std::string standing, measures;
};
VIEW_FIELDS(PriorityItemView, caption, title, href, concern, headline, standing, measures);

struct PriorityThemeView {
  std::string id, title;
  Html text, discrepancy;
  std::vector<PriorityItemView> items;
};
VIEW_FIELDS(PriorityThemeView, id, title, text, discrepancy, items);

struct PriorityListView {
  Frame frame;
  std::string sentence;
  std::vector<PriorityThemeView> themes;
  std::optional<LinkView> workstreams;
};
VIEW_FIELDS(PriorityListView, frame, sentence, themes, workstreams);

struct DoneView {
  Html text;
  std::string date;
};
VIEW_FIELDS(DoneView, text, date);

struct OutsideHelpView {
  std::string who, when;
  Html what;
};
VIEW_FIELDS(OutsideHelpView, who, when, what);

struct PriorityWorkstreamView {
  LinkView link;
  std::string
      numbers; ///< empty when the report gives none that can be used: the workstream's own part says why
};
VIEW_FIELDS(PriorityWorkstreamView, link, numbers);

struct PriorityView {
  Frame frame;
  std::optional<LinkView> theme;
  std::string lead, no_lead;
  Html headline, concern, text, meaning, difference, discrepancy;
  std::string concern_formal, too_early, no_difference;
  bool has_done = false, has_help = false, has_barriers = false, has_measures = false,
       has_workstreams = false, has_steps = false, has_milestones = false, has_linked = false,
       has_key = false;
  std::string measures_heading, workstreams_heading, milestones_heading;
  std::vector<DoneView> done;
  std::vector<OutsideHelpView> help;
  std::vector<BarrierView> barriers;
  std::vector<MeasureItemView> measures;
  std::string standing, showing;
  std::optional<FigureView> figure;
  std::vector<StatusKeyView> status_key;
  bool has_origins = false, has_recommendations = false;
  std::vector<LinkView> origins; ///< the concerns and findings that it takes up
  std::string recommendations_heading;
  std::vector<AnsweredView> recommendations;
  std::vector<PriorityWorkstreamView> workstreams;
  std::vector<MilestoneItemView> milestones;
  std::vector<StepView> steps;
  bool has_quotes = false;
  std::vector<QuoteView> quotes;
  std::vector<LinkView> linked;
  std::optional<FigureView> over_time;
  std::optional<RecordPastView> past;
  std::optional<LinkView> feed;
  std::optional<LinkView> previous, next;
  bool has_neighbours = false;
};
VIEW_FIELDS(PriorityView, frame, theme, lead, no_lead, headline, concern, text, meaning, difference,
            discrepancy, concern_formal, too_early, no_difference, has_done, has_help, has_barriers,
            has_measures, has_workstreams, has_steps, has_milestones, has_linked, has_key, measures_heading,
            workstreams_heading, milestones_heading, done, help, barriers, measures, standing, figure,
            status_key, workstreams, milestones, steps, has_quotes, quotes, linked, previous, next,
            has_neighbours, showing, has_origins, has_recommendations, origins, recommendations_heading,
            recommendations, over_time, past, feed);

namespace {

std::string caption_of(const Site &site, const Priority &priority) {
  const std::string word = site.words.sentence_case(site.noun("priority", 1));
  return priority.number.given ? word + " " + site.words.number(*priority.number) : word;
}

LinkView priority_link(const Site &site, const Priority &priority) {
  return {priority_name(site, priority), site.href(site.addresses.priority(priority))};
}

PriorityItemView list_item(const Site &site, const PriorityFacts &priority) {
  const Priority &record = *priority.record;
  const auto with_figure =
      std::count_if(priority.measures.begin(), priority.measures.end(), [&](std::size_t index) {
        return site.programme.measures[index].completeness.has_figure;
      });
  PriorityItemView item;
  item.caption = caption_of(site, record);
  item.title = *record.head.title;
  item.href = site.href(site.addresses.priority(record));
  if (record.concern.given) item.concern = inline_html(site, *record.concern, record.head.file);
  item.headline = prose_of(site, record.head, record.headline);
  item.standing = standing_sentence(site, priority);
  if (!priority.measures.empty())
    item.measures =
        site.words.say("priority.measures_with_figure",
                       {{"total", static_cast<long>(priority.measures.size())},
                        {"things", site.noun("measure", static_cast<long>(priority.measures.size()))},
                        {"count", static_cast<long>(with_figure)}});
  return item;
}

View priority_list(const Site &site) {
  PriorityListView view;
  PageInfo info;
  info.route = info.section = site.addresses.priorities();
  info.heading = site.words.sentence_case(site.noun("priority", 2));
  PriorityThemeView rest{
      "no-theme", site.words.say("priority.no_theme", {{"things", site.noun("priority", 2)}}), {}, {}, {}};
  for (const auto &theme : site.programme.themes) {
    const RecordHead &head = theme.record->head;
    if (theme.priorities.empty()) continue;
    view.themes.push_back(
        {head.id, *head.title, prose_of(site, head, head.text), prose_of(site, head, head.discrepancy), {}});
    for (const std::size_t index : theme.priorities)
      view.themes.back().items.push_back(list_item(site, site.programme.priorities[index]));
    info.records.push_back(&head);
  }
  for (const auto &priority : site.programme.priorities) {
    if (!priority.theme) rest.items.push_back(list_item(site, priority));
    info.records.push_back(&priority.record->head);
  }
  if (view.themes.empty())
    rest.title = site.words.say("priority.all", {{"things", site.noun("priority", 2)}});
  if (!rest.items.empty()) view.themes.push_back(std::move(rest));
  for (const auto &theme : view.themes)
    info.on_this_page.push_back({theme.title, "#" + theme.id});

  view.sentence = site.words.say(
      "priority.how_many",
      {{"counted", site.counted("priority", static_cast<long>(site.programme.priorities.size()))}});
  info.description = view.sentence;
  if (!site.programme.workstreams.empty())
    view.workstreams =
        LinkView{site.words.say("priority.all_workstreams", {{"things", site.noun("workstream", 2)}}),
                 site.href(site.addresses.workstreams())};
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.priorities(), "priority-list", std::move(view));
}

class PriorityPage {
public:
  PriorityPage(const Site &site, std::size_t index)
      : site_(site), index_(index), facts_(site.programme.priorities[index]), record_(*facts_.record),
        head_(record_.head) {}

  PriorityView make() {
    info_.records.push_back(&head_);
    tell_promise();
    tell_work();
    tell_figures();
    tell_links();
    tell_past();
    tell_contents();
    tell_frame();
    return std::move(view_);
  }

private:
  void tell_promise() {
    if (facts_.theme)
      view_.theme = LinkView{*facts_.theme->head.title,
                             site_.href(site_.addresses.priorities() + "#" + facts_.theme->head.id)};
    std::vector<std::string> leads;
    if (record_.lead_role.given) leads.push_back(*record_.lead_role);
    if (record_.lead_name.given && !record_.lead_name->empty()) leads.push_back(*record_.lead_name);
    if (facts_.lead) leads.push_back(*facts_.lead->head.title);
    view_.lead = joined(leads);
    if (leads.empty()) view_.no_lead = site_.words.say("priority.no_lead");
    view_.headline = prose_of(site_, head_, record_.headline);
    view_.concern = prose_of(site_, head_, record_.concern);
    view_.concern_formal = *record_.concern_formal;
    view_.text = prose_of(site_, head_, head_.text, {3, "about-"});
    view_.meaning = prose_of(site_, head_, head_.meaning, {3, "meaning-"});
    view_.difference = prose_of(site_, head_, record_.difference, {3, "difference-"});
    if (*record_.too_early) view_.too_early = site_.words.say("priority.too_early");
    if (!record_.difference.given && !*record_.too_early)
      view_.no_difference = site_.words.say("priority.no_difference");
    view_.discrepancy = prose_of(site_, head_, head_.discrepancy, {3, "discrepancy-"});
  }

  void tell_work() {
    for (const auto &one : record_.done)
      view_.done.push_back(
          {inline_html(site_, *one.text, head_.file), one.date.given ? site_.words.date(*one.date) : ""});
    for (const auto &one : record_.outside_help)
      view_.help.push_back({*one.who,
                            one.when.given ? site_.words.sentence_case(at_date(site_, *one.when)) : "",
                            prose_of(site_, head_, one.what)});
    for (const auto *barrier : facts_.barriers) {
      view_.barriers.push_back(barrier_view(site_, *barrier));
      info_.records.push_back(&barrier->head);
    }
    for (const auto &step : record_.next_steps)
      view_.steps.push_back(step_view(site_, step, head_.file));
    for (const auto *quote : quotes_on(site_, record_)) {
      view_.quotes.push_back(quote_view(site_, *quote, "quote:"));
      info_.records.push_back(&quote->head);
    }
  }

  /// Not the name alone: the menu's "Measures" leads to all of them.
  std::string heading_of(std::string_view kind) const {
    return site_.words.say("priority.part_heading", {{"things", site_.noun(kind, 2)}});
  }

  void tell_figures() {
    for (const std::size_t index : facts_.measures) {
      view_.measures.push_back(measure_item(site_, site_.programme.measures[index]));
      info_.records.push_back(&site_.programme.measures[index].record->head);
    }
    Counts shown = facts_.counts;
    for (const std::size_t index : facts_.workstreams) {
      const Workstream &workstream = *site_.programme.workstreams[index].record;
      const StatedFigures figures = stated_figures(site_.settings(), workstream.stated);
      for (const auto &entry : counts_of(site_.settings(), figures).entries)
        if (entry.count > 0) add_to(shown, *entry.status, entry.count);
      view_.workstreams.push_back(
          {{workstream_name(site_, workstream), site_.href(site_.addresses.workstream(workstream))},
           figures.usable ? stated_sentence(site_, figures) : std::string{}});
    }
    std::vector<const MilestoneFacts *> milestones;
    for (const std::size_t index : facts_.milestones)
      milestones.push_back(&site_.programme.milestones[index]);
    for (const auto *milestone : worst_first(std::move(milestones)))
      view_.milestones.push_back(milestone_item(site_, *milestone));
    view_.standing = standing_sentence(site_, facts_);
    view_.showing = showing_in_priority(site_, facts_);
    if (facts_.counts.total > 0)
      view_.figure = counts_figure(
          site_, facts_.counts, "milestones-by-status", view_.standing,
          site_.words.say("milestones.counts_caption", {{"things", site_.noun("milestone", 2)}}));
    view_.status_key = status_key(site_, shown);
    view_.has_key = !view_.status_key.empty();
    view_.measures_heading = heading_of("measure");
    view_.workstreams_heading = heading_of("workstream");
    view_.milestones_heading = heading_of("milestone");
  }

  void tell_links() {
    const auto &all = site_.programme.priorities;
    for (const std::size_t index : facts_.linked)
      view_.linked.push_back(priority_link(site_, *all[index].record));
    tell_origins();
    if (index_ > 0) view_.previous = priority_link(site_, *all[index_ - 1].record);
    if (index_ + 1 < all.size()) view_.next = priority_link(site_, *all[index_ + 1].record);
    view_.has_neighbours = view_.previous || view_.next;
  }

  void tell_origins() {
    const auto takes_up = [&](const std::vector<Authored<Ref>> &refs) {
      return std::any_of(refs.begin(), refs.end(), [&](const auto &ref) { return ref->id == head_.id; });
    };
    const Records &records = site_.programme.content.records;
    for (const auto &concern : records.concerns)
      if (takes_up(concern.priorities)) view_.origins.push_back(concern_link(site_, concern));
    for (const auto &finding : records.findings)
      if (takes_up(finding.priorities)) view_.origins.push_back(finding_link(site_, finding));
    view_.has_origins = !view_.origins.empty();
    view_.recommendations = answered(site_, recommendations_for(site_, record_));
    view_.has_recommendations = !view_.recommendations.empty();
    view_.recommendations_heading = heading_of("recommendation");
  }

  void tell_past() {
    view_.past = priority_past(site_, facts_);
    if (!site_.past) return;
    if (const auto counts = site_.past->priorities.find(head_.id); counts != site_.past->priorities.end())
      view_.over_time = counts_over_time(
          site_, counts->second, "over-time",
          site_.words.say("changes.over_time_caption",
                          {{"things", site_.words.sentence_case(site_.noun("milestone", 2))}}));
    if (site_.kept_as) return;
    view_.feed = LinkView{site_.words.say("changes.priority_feed_link", {{"of", *head_.title}}),
                          site_.href(site_.addresses.priority_feed(record_))};
  }

  /// The page's parts in the template's order.
  void tell_contents() {
    view_.has_done = !view_.done.empty();
    view_.has_help = !view_.help.empty();
    view_.has_barriers = !view_.barriers.empty();
    view_.has_measures = !view_.measures.empty();
    view_.has_workstreams = !view_.workstreams.empty();
    view_.has_milestones = !view_.milestones.empty();
    view_.has_steps = !view_.steps.empty();
    view_.has_quotes = !view_.quotes.empty();
    view_.has_linked = !view_.linked.empty();
    const auto add = [&](bool present, const std::string &id, std::string text = {}) {
      if (text.empty()) text = site_.words.say("priority." + id);
      if (present) info_.on_this_page.push_back({std::move(text), "#" + id});
    };
    add(!view_.meaning.markup.empty(), "meaning");
    add(true, "difference");
    add(view_.has_quotes, "quotes", site_.words.say("quote.heading"));
    add(view_.has_done, "done");
    add(view_.has_measures, "measures", view_.measures_heading);
    add(view_.has_workstreams, "workstreams", view_.workstreams_heading);
    add(view_.has_milestones, "milestones", view_.milestones_heading);
    add(view_.has_recommendations, "recommendations", view_.recommendations_heading);
    add(view_.has_steps, "steps");
    add(view_.past.has_value(), "past", site_.words.say("changes.record_heading"));
    add(view_.has_barriers, "barriers");
    add(view_.has_help, "help");
    add(!view_.discrepancy.markup.empty(), "discrepancy");
  }

  void tell_frame() {
    info_.route = site_.addresses.priority(record_);
    info_.section = site_.addresses.priorities();
    info_.caption = caption_of(site_, record_);
    info_.heading = *head_.title;
    info_.title = priority_name(site_, record_);
    info_.description = plain_text(*record_.headline);
    info_.breadcrumbs = {
        {site_.words.sentence_case(site_.noun("priority", 2)), site_.href(site_.addresses.priorities())}};
    view_.frame = make_frame(site_, std::move(info_));
  }

  const Site &site_;
  std::size_t index_;
  const PriorityFacts &facts_;
  const Priority &record_;
  const RecordHead &head_;
  PageInfo info_;
  PriorityView view_;
};

} // namespace

void add_priorities(const Site &site, std::vector<View> &views) {
  if (site.programme.priorities.empty()) return;
  views.push_back(priority_list(site));
  for (std::size_t i = 0; i < site.programme.priorities.size(); ++i) {
    const Priority &record = *site.programme.priorities[i].record;
    views.push_back(make_view_later(site.addresses.priority(record), "priority",
                                    [&site, i] { return PriorityPage(site, i).make(); }));
    views.back().heading = *record.head.title;
  }
}

void list_priority_templates(PageTemplates &templates) {
  templates.emplace_back("priority-list", &view_type<PriorityListView>());
  templates.emplace_back("priority", &view_type<PriorityView>());
}

} // namespace localoffer
