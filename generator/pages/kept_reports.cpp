#include "pages/common_views.hpp"
#include "pages/page_list.hpp"
#include "pages/period_words.hpp"

namespace localoffer {

struct KeptReportView {
  LinkView link;
  std::string span, built_from;
};
VIEW_FIELDS(KeptReportView, link, span, built_from);

struct KeptReportListView {
  Frame frame;
  std::vector<KeptReportView> items;
};
VIEW_FIELDS(KeptReportListView, frame, items);

void add_kept_reports(const Site &site, std::vector<View> &views) {
  if (site.kept.empty()) return;
  const Words &words = site.words;
  KeptReportListView view;
  PageInfo info;
  for (const auto &report : site.kept) {
    const RecordHead &head = report.period->head;
    view.items.push_back({{*head.title, site.href(report.route)},
                          period_span(site, *report.period),
                          words.say("kept.built_from", {{"date", words.date(report.date)},
                                                        {"commit", report.commit.substr(0, 10)}})});
    info.records.push_back(&head);
  }
  info.route = site.addresses.reports();
  info.section = site.addresses.periods();
  info.heading = words.say("kept.heading");
  info.description = words.say("kept.about");
  info.breadcrumbs = {{words.say("nav.periods"), site.href(site.addresses.periods())}};
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.reports(), "kept-report-list", std::move(view)));
}

void list_kept_report_templates(PageTemplates &templates) {
  templates.emplace_back("kept-report-list", &view_type<KeptReportListView>());
}

} // namespace localoffer
