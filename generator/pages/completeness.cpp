#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>
#include <array>

namespace localoffer {

/// Whether one thing is there: a word, with a mark of its own shape.
struct HaveView {
  std::string text, shape;
};
VIEW_FIELDS(HaveView, text, shape);

struct CompletenessRowView {
  LinkView measure;
  std::vector<HaveView> cells;
};
VIEW_FIELDS(CompletenessRowView, measure, cells);

/// Records that lack something, with what they lack.
struct LackView {
  std::string text, href, lacks;
};
VIEW_FIELDS(LackView, text, href, lacks);

struct LackGroupView {
  std::string id, heading, sentence;
  bool has_items = false;
  std::vector<LackView> items;
};
VIEW_FIELDS(LackGroupView, id, heading, sentence, has_items, items);

struct CompletenessView {
  Frame frame;
  std::string measures_heading, measures_sentence;
  bool has_table = false;
  std::string caption, column_measure;
  std::vector<std::string> columns;
  std::vector<CompletenessRowView> rows;
  std::vector<std::string> totals; ///< "Target: 1 of 21."
  std::vector<LackGroupView> groups;
};
VIEW_FIELDS(CompletenessView, frame, measures_heading, measures_sentence, has_table, caption, column_measure,
            columns, rows, totals, groups);

namespace {

enum class Have { yes, no, not_published, not_counted };

constexpr std::array<const char *, 7> parts{"figure", "baseline", "target",   "date",
                                            "source", "unit",     "direction"};

/// Every number that is there has its date; without a number there is nothing to date.
bool numbers_are_dated(const Measure &measure) {
  const bool has_number =
      !measure.observations.empty() || measure.baseline.value.given || measure.target.value.given;
  const auto is_dated = [](const DatedValue &value) { return !value.value.given || value.date.given; };
  return has_number && is_dated(measure.baseline) && is_dated(measure.target) &&
         std::all_of(measure.observations.begin(), measure.observations.end(),
                     [](const Observation &one) { return one.date.given; });
}

bool has_part(const Measure &measure, std::size_t part) {
  switch (part) {
  case 0:
    return std::any_of(measure.observations.begin(), measure.observations.end(),
                       [](const Observation &one) { return one.value.given || one.hidden.given; });
  case 1:
    return measure.baseline.value.given;
  case 2:
    return measure.target.value.given;
  case 3:
    return numbers_are_dated(measure);
  case 4:
    return !measure.head.sources.empty();
  case 5:
    return measure.unit.given;
  default:
    return measure.direction.given;
  }
}

Have state_of(const Measure &measure, std::size_t part) {
  if (has_part(measure, part)) return Have::yes;
  // What is told in words only has no numbers to lack.
  if (part < 4 && *measure.unit == "words") return Have::not_counted;
  const bool known_to_be_missing =
      std::any_of(measure.not_published.begin(), measure.not_published.end(),
                  [&](const Authored<std::string> &missing) { return *missing == parts[part]; });
  return known_to_be_missing ? Have::not_published : Have::no;
}

HaveView have_view(const Site &site, Have state) {
  switch (state) {
  case Have::yes:
    return {site.words.say("completeness.yes"), "tick"};
  case Have::no:
    return {site.words.say("completeness.no"), "cross"};
  case Have::not_published:
    return {site.words.say("completeness.not_published"), "diamond"};
  default:
    return {site.words.say("completeness.not_counted"), "ring"};
  }
}

/// A figure, a starting point and a target, each with its date: what it takes to tell if things get better.
bool can_be_judged(const Measure &measure) {
  return has_part(measure, 0) && has_part(measure, 1) && has_part(measure, 2) && has_part(measure, 3);
}

void tell_measures(const Site &site, CompletenessView &view) {
  const auto &measures = site.programme.measures;
  const auto total = static_cast<long>(measures.size());
  view.measures_heading = site.words.sentence_case(site.noun("measure", 2));
  const auto lacking = std::count_if(measures.begin(), measures.end(),
                                     [](const MeasureFacts &one) { return !can_be_judged(*one.record); });
  view.measures_sentence = site.words.say(
      "completeness.measures",
      {{"count", static_cast<long>(lacking)}, {"total", total}, {"things", site.noun("measure", total)}});
  view.has_table = total > 0;
  if (!view.has_table) return;
  view.caption = site.words.say("completeness.caption", {{"things", site.noun("measure", 2)}});
  view.column_measure = site.words.sentence_case(site.noun("measure", 1));
  std::array<long, parts.size()> have{};
  for (const auto &facts : measures) {
    const Measure &measure = *facts.record;
    CompletenessRowView row{{*measure.head.title, site.href(site.addresses.measure(measure))}, {}};
    for (std::size_t part = 0; part < parts.size(); ++part) {
      const Have state = state_of(measure, part);
      if (state == Have::yes) ++have[part];
      row.cells.push_back(have_view(site, state));
    }
    view.rows.push_back(std::move(row));
  }
  for (std::size_t part = 0; part < parts.size(); ++part) {
    view.columns.push_back(site.words.say(std::string("completeness.part_") + parts[part]));
    view.totals.push_back(site.words.say(
        "completeness.part_total", {{"part", view.columns.back()}, {"count", have[part]}, {"total", total}}));
  }
}

LackGroupView finished(LackGroupView group) {
  group.has_items = !group.items.empty();
  return group;
}

std::string lacks_text(const Site &site, const std::vector<std::pair<const char *, bool>> &needs) {
  std::vector<std::string> lacking;
  for (const auto &[key, there] : needs)
    if (!there) lacking.push_back(site.words.say(std::string("completeness.no_") + key));
  return lacking.empty() ? std::string{} : site.words.list(lacking);
}

LackGroupView priorities_without_words(const Site &site) {
  LackGroupView group;
  group.id = "part:priorities";
  group.heading = site.words.sentence_case(site.noun("priority", 2));
  for (const auto &facts : site.programme.priorities) {
    const Priority &priority = *facts.record;
    const std::string lacks = lacks_text(site, {{"text", priority.head.text.given},
                                                {"meaning", priority.head.meaning.given},
                                                {"headline", priority.headline.given}});
    if (!lacks.empty())
      group.items.push_back(
          {priority_name(site, priority), site.href(site.addresses.priority(priority)), lacks});
  }
  const auto total = static_cast<long>(site.programme.priorities.size());
  group.sentence =
      site.words.say("completeness.priorities", {{"count", static_cast<long>(group.items.size())},
                                                 {"total", total},
                                                 {"things", site.noun("priority", total)}});
  return finished(std::move(group));
}

LackGroupView milestones_without_facts(const Site &site) {
  LackGroupView group;
  group.id = "part:milestones";
  group.heading = site.words.sentence_case(site.noun("milestone", 2));
  std::vector<const MilestoneFacts *> all, lacking;
  for (const auto &facts : site.programme.milestones) {
    const bool has_lead = facts.lead || facts.record->lead_role.given;
    const std::string lacks = lacks_text(site, {{"due", facts.due.has_value()}, {"lead", has_lead}});
    all.push_back(&facts);
    if (lacks.empty()) continue;
    lacking.push_back(&facts);
    group.items.push_back({full_name(facts), site.href(site.addresses.milestone(facts)), lacks});
  }
  const long total = ref_count(all);
  group.sentence = site.words.say(
      "completeness.milestones",
      {{"count", long{ref_count(lacking)}}, {"total", total}, {"things", site.noun("milestone", total)}});
  return finished(std::move(group));
}

} // namespace

void add_completeness(const Site &site, std::vector<View> &views) {
  CompletenessView view;
  tell_measures(site, view);
  if (!site.programme.priorities.empty()) view.groups.push_back(priorities_without_words(site));
  if (!site.programme.milestones.empty()) view.groups.push_back(milestones_without_facts(site));

  PageInfo info;
  info.route = site.addresses.completeness();
  info.heading = site.words.say("completeness.heading");
  info.description = site.words.say("completeness.description");
  info.section = site.addresses.about();
  info.breadcrumbs = {{site.words.say("nav.about"), site.href(site.addresses.about())},
                      {site.words.say("footer.data"), site.href(site.addresses.data())}};
  info.on_this_page.push_back({view.measures_heading, "#part:measures"});
  for (const auto &group : view.groups)
    info.on_this_page.push_back({group.heading, "#" + group.id});
  if (site.programme.plan) info.records = {&site.programme.plan->head};
  view.frame = make_frame(site, std::move(info));
  view.frame.sources.clear(); // it tells of the content, and not of what a report says
  view.frame.has_sources = false;
  views.push_back(make_view(site.addresses.completeness(), "completeness", std::move(view)));
}

void list_completeness_templates(PageTemplates &templates) {
  templates.emplace_back("completeness", &view_type<CompletenessView>());
}

} // namespace localoffer
