#include "pages/page_use.hpp"

#include "pages/frame.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

std::string mail(const std::string &to, const std::string &subject, const std::string &body) {
  return fmt::format("mailto:{}?subject={}&body={}", to, percent_encoded(subject), percent_encoded(body));
}

/// The publisher's form, told which page it is about.
std::string form_for(std::string form, const std::string &address) {
  constexpr std::string_view mark = "{address}";
  const std::string encoded = percent_encoded(address);
  for (auto at = form.find(mark); at != std::string::npos; at = form.find(mark, at + encoded.size()))
    form.replace(at, mark.size(), encoded);
  return form;
}

} // namespace

PageUseView page_use(const Site &site, const std::string &route, const std::string &heading) {
  PageUseView view;
  view.aloud_script = site.page_scripts.aloud;
  view.send_script = site.page_scripts.send;
  if (site.draft || route == site.addresses.not_found()) return view;
  const Settings &settings = site.settings();
  const std::string address = site.addresses.absolute(route);
  view.send_href = mail("", heading, address);
  if (settings.feedback_form.given) {
    view.form_href = form_for(*settings.feedback_form, address);
  } else {
    const auto answer = [&](const char *key) {
      return mail(*settings.problem_email, site.words.say(key, {{"page", heading}}), address);
    };
    view.yes_href = answer("useful.yes_subject");
    view.no_href = answer("useful.no_subject");
  }
  return view;
}

} // namespace localoffer
