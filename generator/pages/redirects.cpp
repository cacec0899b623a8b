#include "base/text.hpp"
#include "content/codes.hpp"
#include "pages/frame.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {

/// A page that takes its visitor on to where a page now stands. It has no frame: it is seen for an instant,
/// if at all.
struct RedirectView {
  std::string language, direction, title, sentence;
  std::string href;      ///< on this site
  std::string canonical; ///< the whole address
};
VIEW_FIELDS(RedirectView, language, direction, title, sentence, href, canonical);

namespace {

/// "wsoa" and "/wsoa" are "/wsoa/"; what has an ending stays a file.
std::string as_route(std::string text) {
  if (text.empty() || text.front() != '/') text.insert(text.begin(), '/');
  const bool is_file = text.find('.', text.rfind('/')) != std::string::npos;
  if (text.back() != '/' && !is_file) text += '/';
  return text;
}

bool is_page(const std::vector<View> &views, const std::string &route) {
  return std::any_of(views.begin(), views.end(), [&](const View &view) { return view.route == route; });
}

std::vector<std::string> routes_of(const std::vector<View> &views) {
  std::vector<std::string> routes;
  for (const auto &view : views)
    routes.push_back(view.route);
  return routes;
}

View redirect(const Site &site, const std::string &from, const std::string &to) {
  RedirectView view;
  view.language = site.words.language();
  view.direction = site.words.say("direction");
  view.title = site.words.say("redirect.title", {{"site", *site.settings().title}});
  view.sentence = site.words.say("redirect.sentence");
  view.href = site.href(to);
  view.canonical = site.addresses.absolute(to);
  return make_view(from, "redirect", std::move(view));
}

} // namespace

void add_redirects(const Site &site, std::vector<View> &views, std::vector<Diagnostic> &diagnostics) {
  const Settings &settings = site.settings();
  std::vector<View> redirects;
  for (const auto &setting : settings.redirects) {
    const std::string from = as_route(*setting.from);
    const auto fragment = setting.to->find('#');
    const std::string to = as_route(setting.to->substr(0, fragment));
    const std::string part = fragment == std::string::npos ? "" : setting.to->substr(fragment);
    if (is_page(views, from)) {
      diagnostics.push_back(diagnose("bad-redirect", {settings.file, setting.from.place},
                                     fmt::format("there is a page at {}, so it cannot lead to another", from),
                                     "Take the redirect out, or give the page another address."));
    } else if (!is_page(views, to)) {
      const auto meant = did_you_mean(to, routes_of(views));
      diagnostics.push_back(diagnose(
          "bad-redirect", {settings.file, setting.to.place},
          fmt::format("the redirect from {} leads to {}, and there is no such page", from, to),
          meant ? fmt::format("Did you mean {}?", *meant) : "Write the address of a page of this site."));
    } else {
      redirects.push_back(redirect(site, from, to + part));
    }
  }
  views.insert(views.end(), redirects.begin(), redirects.end());
}

void list_redirect_templates(PageTemplates &templates) {
  templates.emplace_back("redirect", &view_type<RedirectView>());
}

} // namespace localoffer
