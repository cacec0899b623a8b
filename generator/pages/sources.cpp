#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>

namespace localoffer {

struct ReportView {
  std::string id, title, publisher, date, url;
  Html text, meaning, discrepancy;
};
VIEW_FIELDS(ReportView, id, title, publisher, date, url, text, meaning, discrepancy);

struct SourcesView {
  Frame frame;
  std::string introduction;
  std::vector<ReportView> reports;
};
VIEW_FIELDS(SourcesView, frame, introduction, reports);

void add_sources(const Site &site, std::vector<View> &views) {
  PageInfo info;
  info.route = site.addresses.sources();
  info.heading = site.words.say("footer.sources");
  info.description = site.words.say("sources.description");
  info.section = site.addresses.about();
  info.breadcrumbs = {{site.words.say("nav.about"), site.href(site.addresses.about())}};

  std::vector<const Report *> reports;
  for (const auto &report : site.programme.content.records.reports)
    reports.push_back(&report);
  std::stable_sort(reports.begin(), reports.end(),
                   [](const Report *a, const Report *b) { return *b->date < *a->date; });

  SourcesView view;
  view.introduction = site.words.say("sources.introduction", {{"count", static_cast<long>(reports.size())}});
  for (const auto *report : reports) {
    const RecordHead &head = report->head;
    view.reports.push_back({head.id, *head.title, *report->publisher, site.words.date(*report->date),
                            *report->url, prose_of(site, head, head.text, {3, head.id + "-"}),
                            prose_of(site, head, head.meaning, {3, head.id + "-meaning-"}),
                            prose_of(site, head, head.discrepancy, {3, head.id + "-discrepancy-"})});
    info.records.push_back(&head);
  }
  view.frame = make_frame(site, std::move(info));
  view.frame.sources.clear(); // they would lead back to this page
  view.frame.has_sources = false;
  views.push_back(make_view(site.addresses.sources(), "sources", std::move(view)));
}

void list_source_templates(PageTemplates &templates) {
  templates.emplace_back("sources", &view_type<SourcesView>());
}

} // namespace localoffer
