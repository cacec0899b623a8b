#include "pages/page_list.hpp"
#include "pages/scrutiny_items.hpp"

namespace localoffer {

/// An inspection or a review in a list.
struct InspectionItemView {
  std::string title, href, when, sentence;
};
VIEW_FIELDS(InspectionItemView, title, href, when, sentence);

struct InspectionListView {
  Frame frame;
  std::vector<InspectionItemView> items;
};
VIEW_FIELDS(InspectionListView, frame, items);

struct ConcernView {
  std::string id, name, formal;
  Html text, meaning, discrepancy;
  FollowUpView follow_up;
  bool has_older = false;
  std::vector<LinkView> older; ///< concerns that it goes on with
  std::optional<LinkView> earlier_plan;
};
VIEW_FIELDS(ConcernView, id, name, formal, text, meaning, discrepancy, follow_up, has_older, older,
            earlier_plan);

struct InspectionView {
  Frame frame;
  std::vector<FactView> facts;
  Html text, meaning, discrepancy;
  std::vector<std::string> sentences;
  std::string concerns_heading;
  bool has_concerns = false;
  std::vector<ConcernView> concerns;
  std::vector<AspectGroupView> groups;
  std::optional<LinkView> trace;
};
VIEW_FIELDS(InspectionView, frame, facts, text, meaning, discrepancy, sentences, concerns_heading,
            has_concerns, concerns, groups, trace);

namespace {

ConcernView concern_view(const Site &site, const ConcernTrace &trace) {
  const Concern &concern = *trace.concern;
  const RecordHead &head = concern.head;
  ConcernView view;
  view.id = "concern-" + head.id;
  view.name = concern_name(site, concern);
  view.formal = *concern.formal;
  view.text = prose_of(site, head, head.text, {4, view.id + "-"});
  view.meaning = prose_of(site, head, head.meaning, {4, view.id + "-meaning-"});
  view.discrepancy = prose_of(site, head, head.discrepancy, {4, view.id + "-discrepancy-"});
  view.follow_up = follow_up(site, trace);
  for (const Concern *older : trace.continues)
    view.older.push_back(concern_link(site, *older));
  view.has_older = !view.older.empty();
  for (const auto &plan : site.programme.content.records.earlier_plans)
    if (concern.plan.given && plan.head.id == concern.plan->id)
      view.earlier_plan =
          LinkView{*plan.head.title, site.href(site.addresses.of({"earlier plan", plan.head.id, ""}))};
  return view;
}

class InspectionPage {
public:
  InspectionPage(const Site &site, const Inspection &inspection, const Trace &trace)
      : site_(site), words_(site.words), inspection_(inspection), trace_(trace) {}

  View make() {
    const RecordHead &head = inspection_.head;
    info_.records.push_back(&head);
    view_.text = prose_of(site_, head, head.text);
    view_.meaning = prose_of(site_, head, head.meaning, {3, "meaning-"});
    view_.discrepancy = prose_of(site_, head, head.discrepancy, {3, "discrepancy-"});
    tell_facts();
    tell_concerns();
    tell_findings();
    if (!trace_.is_empty())
      view_.trace = LinkView{words_.say("trace.heading"), site_.href(site_.addresses.trace())};
    tell_frame();
    return make_view(site_.addresses.inspection(head.id), "inspection", std::move(view_));
  }

private:
  void tell_facts() {
    view_.facts.push_back({words_.say("scrutiny.when"), when_text(site_, inspection_.when), {}});
    view_.facts.push_back(
        {words_.say("inspection.inspectors"), "", body_links(site_, inspection_.inspectors)});
    view_.facts.push_back({words_.say("inspection.report_published"),
                           inspection_.report_published.given ? words_.date(*inspection_.report_published)
                                                              : words_.say("about.not_given"),
                           {}});
  }

  void tell_concerns() {
    for (const auto &trace : trace_.concerns) {
      if (trace.concern->inspection->id != inspection_.head.id) continue;
      view_.concerns.push_back(concern_view(site_, trace));
      info_.records.push_back(&trace.concern->head);
    }
    view_.has_concerns = !view_.concerns.empty();
    const auto count = static_cast<long>(view_.concerns.size());
    view_.concerns_heading = words_.sentence_case(site_.noun("concern", 2));
    view_.sentences.push_back(
        words_.say("inspection.concerns", {{"count", count}, {"counted", site_.counted("concern", count)}}));
    if (view_.has_concerns) info_.on_this_page.push_back({view_.concerns_heading, "#concerns"});
  }

  void tell_findings() {
    const auto findings = findings_of(site_, inspection_);
    for (const Finding *finding : findings)
      info_.records.push_back(&finding->head);
    if (findings.empty() && inspection_.aspects.empty()) return;
    view_.sentences.push_back(findings_count(site_, findings));
    view_.groups =
        findings_by_aspect(site_, inspection_.aspects, findings, trace_, words_.say("priority.concern"));
    for (const auto &group : view_.groups)
      info_.on_this_page.push_back({group.heading, "#" + group.id});
  }

  void tell_frame() {
    const bool several = site_.programme.content.records.inspections.size() > 1;
    info_.route = site_.addresses.inspection(inspection_.head.id);
    info_.section = several ? site_.addresses.inspections() : info_.route;
    info_.heading = *inspection_.head.title;
    info_.description = view_.sentences.front();
    if (several)
      info_.breadcrumbs = {
          {words_.sentence_case(site_.noun("inspection", 2)), site_.href(site_.addresses.inspections())}};
    view_.frame = make_frame(site_, std::move(info_));
  }

  const Site &site_;
  const Words &words_;
  const Inspection &inspection_;
  const Trace &trace_;
  PageInfo info_;
  InspectionView view_;
};

View inspection_list(const Site &site, const std::vector<const Inspection *> &inspections) {
  InspectionListView view;
  PageInfo info;
  info.route = info.section = site.addresses.inspections();
  info.heading = site.words.sentence_case(site.noun("inspection", 2));
  info.description = site.words.say("inspection.list_description");
  for (const Inspection *inspection : inspections) {
    view.items.push_back({*inspection->head.title, site.href(site.addresses.inspection(inspection->head.id)),
                          when_text(site, inspection->when),
                          findings_count(site, findings_of(site, *inspection))});
    info.records.push_back(&inspection->head);
  }
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.inspections(), "inspection-list", std::move(view));
}

} // namespace

void add_inspections(const Site &site, std::vector<View> &views) {
  const auto inspections = inspections_in_order(site.programme);
  const Trace found = trace(site.programme);
  for (const Inspection *inspection : inspections)
    views.push_back(InspectionPage(site, *inspection, found).make());
  if (inspections.size() > 1) views.push_back(inspection_list(site, inspections));
}

void list_inspection_templates(PageTemplates &templates) {
  templates.emplace_back("inspection-list", &view_type<InspectionListView>());
  templates.emplace_back("inspection", &view_type<InspectionView>());
}

} // namespace localoffer
