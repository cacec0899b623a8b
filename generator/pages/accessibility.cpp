#include "content/codes.hpp"
#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>

namespace localoffer {

/// The model accessibility statement of the Public Sector Bodies Accessibility Regulations 2018, as the
/// government publishes it. The headings and the enforcement part are the model's.
struct AccessibilityView {
  Frame frame;
  std::string applies_to, run_by;
  std::string how_accessible;
  bool has_problems = false;
  std::vector<TextView> problems;
  std::string contact_href, problem_email, problem_href;
  std::string commitment, compliance, non_accessible;
  std::string prepared, tested;
  Html how_tested;
};
VIEW_FIELDS(AccessibilityView, frame, applies_to, run_by, how_accessible, has_problems, problems,
            contact_href, problem_email, problem_href, commitment, compliance, non_accessible, prepared,
            tested, how_tested);

namespace {

constexpr int good_for_months = 12;

/// There is no clock: the newest date that the commit knows is the nearest to now.
Date newest_known_date(const Site &site) {
  Date newest = site.programme.today;
  for (const auto &[path, date] : site.changes.dates)
    newest = std::max(newest, date);
  return newest;
}

void warn_when_old(const Site &site, std::vector<Diagnostic> &diagnostics) {
  const Settings &settings = site.settings();
  const Authored<Date> &reviewed = settings.accessibility.reviewed;
  if (!reviewed.given) return;
  Date until = last_day(*reviewed);
  until.year += good_for_months / 12;
  if (newest_known_date(site) <= until) return;
  diagnostics.push_back(
      diagnose("statement-too-old", {settings.file, reviewed.place},
               "the accessibility statement was last reviewed more than 12 months ago",
               "Test the site again, bring the statement up to date, and write the month here."));
}

std::string key_of(const Accessibility &accessibility, const char *prefix) {
  return prefix + (accessibility.given ? *accessibility.compliance : std::string("none"));
}

} // namespace

void add_accessibility(const Site &site, std::vector<View> &views, std::vector<Diagnostic> &diagnostics) {
  const Settings &settings = site.settings();
  const Accessibility &accessibility = settings.accessibility;
  const Words &words = site.words;
  const WordArguments site_name{{"site", *settings.title}};
  PageInfo info;
  info.route = site.addresses.accessibility();
  info.heading = words.say("accessibility.heading", site_name);
  info.title = words.say("footer.accessibility");
  info.description = words.say("accessibility.description", site_name);
  info.explains_words = false; // its words are fixed

  AccessibilityView view;
  view.applies_to = words.say("accessibility.applies_to",
                              {{"site", *settings.title}, {"address", site.addresses.absolute("/")}});
  view.run_by = words.say("accessibility.run_by", {{"publisher", *settings.publisher}});
  view.has_problems = !accessibility.problems.empty();
  for (const auto &problem : accessibility.problems)
    view.problems.push_back({inline_html(site, *problem, settings.file)});
  view.how_accessible = words.say(view.has_problems ? "accessibility.some_parts" : "accessibility.no_parts");
  view.commitment =
      words.say("accessibility.commitment", {{"publisher", words.sentence_case(*settings.publisher)}});
  view.compliance = words.say(key_of(accessibility, "accessibility.compliance_"));
  view.non_accessible =
      words.say(view.has_problems ? "accessibility.non_accessible" : "accessibility.nothing_known");
  if (accessibility.given) {
    view.prepared = words.say("accessibility.prepared", {{"prepared", words.date(*accessibility.prepared)},
                                                         {"reviewed", words.date(*accessibility.reviewed)}});
    view.tested = words.say("accessibility.tested", {{"date", words.date(*accessibility.tested)}});
    view.how_tested = prose_html(site, *accessibility.how_tested, settings.file, {3, "tested-"});
  }
  view.frame = make_frame(site, std::move(info));
  view.contact_href = view.frame.contact_href;
  view.problem_email = view.frame.problem_email;
  view.problem_href = view.frame.problem_href;
  views.push_back(make_view(site.addresses.accessibility(), "accessibility", std::move(view)));
  warn_when_old(site, diagnostics);
}

void list_accessibility_templates(PageTemplates &templates) {
  templates.emplace_back("accessibility", &view_type<AccessibilityView>());
}

} // namespace localoffer
