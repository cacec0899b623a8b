#include "pages/page_list.hpp"
#include "pages/record_links.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>

namespace localoffer {

/// A concern of an earlier plan, and the concerns that go on with it.
struct EarlierConcernView {
  LinkView concern; ///< without an address where it has no page
  bool has_goes_on = false;
  std::vector<LinkView> goes_on;
};
VIEW_FIELDS(EarlierConcernView, concern, has_goes_on, goes_on);

struct EarlierPlanView {
  std::string id, title;
  std::vector<FactView> facts;
  RecordTextView about;
  std::string numbers, numbers_date;
  Html numbers_note;
  LinkView followed_by;
  bool has_concerns = false;
  std::vector<EarlierConcernView> concerns;
};
VIEW_FIELDS(EarlierPlanView, id, title, facts, about, numbers, numbers_date, numbers_note, followed_by,
            has_concerns, concerns);

struct EarlierPlanListView {
  Frame frame;
  std::vector<EarlierPlanView> plans;
};
VIEW_FIELDS(EarlierPlanListView, frame, plans);

namespace {

LinkView concern_link(const Site &site, const Concern &concern) {
  const std::string route = site.addresses.of({"concern", concern.head.id, {}});
  return {record_name(concern.head), route.empty() ? "" : site.href(route)};
}

std::vector<EarlierConcernView> concerns_of(const Site &site, const EarlierPlan &plan) {
  std::vector<EarlierConcernView> views;
  const auto &concerns = site.programme.content.records.concerns;
  for (const auto &concern : concerns) {
    if (concern.plan->id != plan.head.id) continue;
    EarlierConcernView view;
    view.concern = concern_link(site, concern);
    for (const auto &later : concerns)
      for (const auto &older : later.continues)
        if (older->id == concern.head.id) view.goes_on.push_back(concern_link(site, later));
    view.has_goes_on = !view.goes_on.empty();
    views.push_back(std::move(view));
  }
  return views;
}

/// What took the plan's place: another earlier one, or the present plan.
LinkView what_followed(const Site &site, const EarlierPlan &plan) {
  for (const auto &other : site.programme.content.records.earlier_plans)
    if (other.head.id == plan.successor->id) return {*other.head.title, "#" + other.head.id};
  const Plan *present = site.programme.plan;
  return {present ? *present->head.title : site.words.say("nav.about"), site.href(site.addresses.about())};
}

std::vector<FactView> facts_of(const Site &site, const EarlierPlan &plan) {
  std::vector<FactView> facts;
  for (const auto &kind : site.settings().plan_kinds)
    if (*kind.key == *plan.kind)
      facts.push_back({site.words.say("about.kind"), site.words.sentence_case(*kind.label), {}});
  const auto date = [&](const char *key, const Authored<Date> &value) {
    facts.push_back(
        {site.words.say(key), value.given ? site.words.date(*value) : site.words.say("about.not_given"), {}});
  };
  date("about.published", plan.published);
  date("earlier_plan.ended", plan.ended);
  return facts;
}

EarlierPlanView plan_view(const Site &site, const EarlierPlan &plan) {
  EarlierPlanView view;
  view.id = plan.head.id;
  view.title = *plan.head.title;
  view.facts = facts_of(site, plan);
  view.about = record_text(site, plan.head, 3);
  if (plan.stated.given) {
    view.numbers = stated_sentence(site, stated_figures(site.settings(), plan.stated));
    if (plan.stated.date.given)
      view.numbers_date =
          site.words.say("earlier_plan.counted", {{"date", site.words.date(*plan.stated.date)}});
    view.numbers_note = prose_of(site, plan.head, plan.stated.note, {4, view.id + "-note-"});
  }
  view.followed_by = what_followed(site, plan);
  view.concerns = concerns_of(site, plan);
  view.has_concerns = !view.concerns.empty();
  return view;
}

} // namespace

void add_earlier_plans(const Site &site, std::vector<View> &views) {
  std::vector<const EarlierPlan *> plans;
  for (const auto &plan : site.programme.content.records.earlier_plans)
    plans.push_back(&plan);
  if (plans.empty()) return;
  std::stable_sort(plans.begin(), plans.end(),
                   [](const EarlierPlan *a, const EarlierPlan *b) { return *b->published < *a->published; });

  EarlierPlanListView view;
  PageInfo info;
  info.route = site.addresses.earlier_plans();
  info.heading = site.words.say("earlier_plan.heading");
  info.description = site.words.say("earlier_plan.introduction");
  info.section = site.addresses.about();
  info.breadcrumbs = {{site.words.say("nav.about"), site.href(site.addresses.about())}};
  for (const auto *plan : plans) {
    view.plans.push_back(plan_view(site, *plan));
    info.on_this_page.push_back({*plan->head.title, "#" + plan->head.id});
    info.records.push_back(&plan->head);
  }
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.earlier_plans(), "earlier-plan-list", std::move(view)));
}

void list_earlier_plan_templates(PageTemplates &templates) {
  templates.emplace_back("earlier-plan-list", &view_type<EarlierPlanListView>());
}

} // namespace localoffer
