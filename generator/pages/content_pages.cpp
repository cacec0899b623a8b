#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

namespace localoffer {

/// A Markdown page of the content.
struct ContentPageView {
  Frame frame;
  Html text, meaning, discrepancy;
};
VIEW_FIELDS(ContentPageView, frame, text, meaning, discrepancy);

namespace {

constexpr std::size_t long_page = 4; // headings from which a list of them helps more than it delays

std::vector<LinkView> contents(const Prose &prose) {
  std::vector<LinkView> links;
  for (const auto &heading : prose_headings(prose, {}))
    if (heading.level == 2) links.push_back({heading.text, "#" + heading.id});
  if (links.size() < long_page) links.clear();
  return links;
}

} // namespace

void add_content_pages(const Site &site, std::vector<View> &views) {
  for (const auto *page : pages_in_order(site.programme)) {
    const RecordHead &head = page->head;
    PageInfo info;
    info.route = site.addresses.page(*page);
    info.heading = *head.title;
    info.description = plain_text(head.text->first_block());
    info.section = site.addresses.about();
    info.breadcrumbs = {{site.words.say("nav.about"), site.href(site.addresses.about())}};
    info.on_this_page = contents(*head.text);
    info.records = {&head};

    ContentPageView view;
    view.text = prose_of(site, head, head.text);
    view.meaning = prose_of(site, head, head.meaning, {3, "meaning-"});
    view.discrepancy = prose_of(site, head, head.discrepancy, {3, "discrepancy-"});
    view.frame = make_frame(site, std::move(info));
    views.push_back(make_view(site.addresses.page(*page), "content-page", std::move(view)));
  }
}

void list_content_page_templates(PageTemplates &templates) {
  templates.emplace_back("content-page", &view_type<ContentPageView>());
}

} // namespace localoffer
