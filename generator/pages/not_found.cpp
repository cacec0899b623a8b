#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

namespace localoffer {

struct NotFoundView {
  Frame frame;
  SearchBoxView search;
  std::vector<LinkView> links; ///< where a visitor may have wanted to go
};
VIEW_FIELDS(NotFoundView, frame, search, links);

void add_not_found(const Site &site, std::vector<View> &views) {
  PageInfo info;
  info.route = site.addresses.not_found();
  info.heading = site.words.say("not_found.heading");
  info.description = site.words.say("not_found.description");
  NotFoundView view;
  view.frame = make_frame(site, std::move(info));
  view.search = search_box(site);
  view.links = view.frame.navigation;
  view.links.push_back({site.words.say("a_to_z.heading"), site.href(site.addresses.a_to_z())});
  views.push_back(make_view(site.addresses.not_found(), "not-found", std::move(view)));
}

void list_not_found_templates(PageTemplates &templates) {
  templates.emplace_back("not-found", &view_type<NotFoundView>());
}

} // namespace localoffer
