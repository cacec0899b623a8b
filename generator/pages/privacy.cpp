#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <optional>

namespace localoffer {

/// Says what holds of every site of this program as it is built (tests/browser/trust.mjs looks for it in the
/// browser), and of the rest only what the settings say.
struct PrivacyView {
  Frame frame;
  std::string who;
  std::string form; ///< that the publisher's own form stands elsewhere; empty where there is none
  std::string hosting, logs, mail_kept, legal_basis;
  bool names_contact = false; ///< somebody for data protection is named
  std::string contact_email;  ///< theirs, or the site's own
};
VIEW_FIELDS(PrivacyView, frame, who, form, hosting, logs, mail_kept, legal_basis, names_contact,
            contact_email);

namespace {

/// What the settings say, or that they do not.
std::string told(const Site &site, const std::string &key, bool given, const WordArgument &value) {
  return given ? site.words.say("privacy." + key, {{"value", value}}) : site.words.say("privacy.no_" + key);
}

std::string host_of(const std::string &address) {
  const auto begin = address.find("//") + 2;
  return address.substr(begin, address.find_first_of("/?#", begin) - begin);
}

} // namespace

void add_privacy(const Site &site, std::vector<View> &views) {
  const Settings &settings = site.settings();
  const PrivacySettings &privacy = settings.privacy;
  PageInfo info;
  info.route = site.addresses.privacy();
  info.heading = site.words.say("privacy.heading");
  info.description = site.words.say("privacy.description", {{"site", *settings.title}});
  PrivacyView view;
  view.who = site.words.say("privacy.who",
                            {{"publisher", *settings.publisher}, {"address", site.addresses.absolute("/")}});
  if (settings.feedback_form.given)
    view.form = site.words.say("privacy.form", {{"host", host_of(*settings.feedback_form)}});
  view.hosting = told(site, "hosting", privacy.hosting.given, *privacy.hosting);
  view.logs = told(site, "logs", privacy.server_logs_days.given, long{*privacy.server_logs_days});
  view.mail_kept = told(site, "mail_kept", privacy.mail_kept_months.given, long{*privacy.mail_kept_months});
  view.legal_basis = told(site, "legal_basis", privacy.legal_basis.given, *privacy.legal_basis);
  view.names_contact = privacy.data_protection_contact.given;
  view.contact_email = view.names_contact ? *privacy.data_protection_contact : *settings.problem_email;
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.privacy(), "privacy", std::move(view)));
}

void list_privacy_templates(PageTemplates &templates) {
  templates.emplace_back("privacy", &view_type<PrivacyView>());
}

} // namespace localoffer
