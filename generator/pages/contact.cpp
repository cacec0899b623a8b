#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

namespace localoffer {

struct ContactWayView {
  std::string label, value;
  std::string href; ///< empty for a postal address
};
VIEW_FIELDS(ContactWayView, label, value, href);

struct ContactView {
  Frame frame;
  Html other_formats;
  std::vector<ContactWayView> ways;
  std::string problem_email, accessibility_href;
};
VIEW_FIELDS(ContactView, frame, other_formats, ways, problem_email, accessibility_href);

namespace {

std::string href_of(const ContactWay &way) {
  if (*way.kind == "email") return "mailto:" + *way.value;
  if (*way.kind == "web") return *way.value;
  if (*way.kind != "telephone") return {};
  std::string digits = "tel:";
  for (const char c : *way.value)
    if ((c >= '0' && c <= '9') || c == '+') digits += c;
  return digits;
}

} // namespace

void add_contact(const Site &site, std::vector<View> &views) {
  const Settings &settings = site.settings();
  PageInfo info;
  info.route = site.addresses.contact();
  info.heading = site.words.say("footer.contact");
  info.description = site.words.say("contact.description");
  ContactView view;
  view.other_formats = prose_html(site, *settings.other_formats, settings.file, {3, "formats-"});
  for (const auto &way : settings.contacts)
    view.ways.push_back({*way.label, *way.value, href_of(way)});
  view.problem_email = *settings.problem_email;
  view.accessibility_href = site.href(site.addresses.accessibility());
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.contact(), "contact", std::move(view)));
}

void list_contact_templates(PageTemplates &templates) {
  templates.emplace_back("contact", &view_type<ContactView>());
}

} // namespace localoffer
