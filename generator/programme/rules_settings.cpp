#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/rule_list.hpp"

#include <algorithm>
#include <fmt/format.h>

// The plan's own dates, and what the settings have to fit.

namespace localoffer::rules {
namespace {

struct NamedDate {
  std::string_view key;
  const Authored<Date> &date;
};

/// Reports each date that is certainly before the one that it must follow; of vague dates, only where no day
/// fits.
void check_order(const SourceFilePtr &file, const std::vector<NamedDate> &dates, Found &found) {
  const NamedDate *last = nullptr;
  for (const auto &one : dates) {
    if (!one.date) continue;
    if (last && has_passed(*one.date, *last->date)) {
      found.push_back(
          diagnose("date-order", {file, one.date.place},
                   fmt::format("'{}' is {}, which is before '{}'", one.key, to_iso(*one.date), last->key),
                   "Check both dates."));
      found.back().notes.push_back(
          {{file, last->date.place}, fmt::format("'{}' is {}", last->key, to_iso(*last->date))});
    }
    last = &one;
  }
}

void check_records_order(const Records &records, Found &found) {
  for (const auto &plan : records.earlier_plans)
    check_order(plan.head.file, {{"published", plan.published}, {"ended", plan.ended}}, found);
  for (const auto &inspection : records.inspections)
    check_order(inspection.head.file,
                {{"from", inspection.when.from},
                 {"to", inspection.when.to},
                 {"report_published", inspection.report_published}},
                found);
  for (const auto &review : records.reviews)
    check_order(review.head.file, {{"from", review.when.from}, {"to", review.when.to}}, found);
  for (const auto &period : records.periods) {
    check_order(period.head.file, {{"start", period.start}, {"end", period.end}}, found);
    for (const auto &window : period.windows)
      check_order(period.head.file, {{"from", window.from}, {"to", window.to}}, found);
  }
  for (const auto &one : records.you_said)
    check_order(one.head.file, {{"when", one.when}, {"answered", one.answered}}, found);
}

void check_plan_kind(const Programme &programme, Found &found) {
  if (!programme.plan || !programme.plan->kind) return;
  std::vector<std::string> keys;
  for (const auto &kind : programme.settings().plan_kinds) {
    if (*kind.key == *programme.plan->kind) return;
    keys.push_back(*kind.key);
  }
  const auto near = did_you_mean(*programme.plan->kind, keys);
  found.push_back(diagnose(
      "unknown-value", programme.plan->head.span_of(programme.plan->kind),
      fmt::format("'{}' is not a kind of plan that this site knows", *programme.plan->kind),
      (near ? fmt::format("did you mean '{}'? ", *near) : "") +
          fmt::format("Kinds of plan stand under 'plan_kinds:' in {}.", programme.settings().file->path)));
}

void check_names(const Programme &programme, Found &found) {
  const std::vector<std::string> kinds{"milestone", "measure", "priority", "workstream", "theme",
                                       "plan",      "barrier", "risk",     "body",       "meeting"};
  for (const auto &[kind, naming] : programme.settings().names) {
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) continue;
    const auto near = did_you_mean(kind, kinds);
    found.push_back(diagnose("unknown-key", {programme.settings().file, naming.one.place},
                             fmt::format("'{}' is not a kind of thing that has a name here", kind),
                             near ? fmt::format("did you mean '{}'?", *near)
                                  : fmt::format("It is one of: {}.", joined(kinds))));
  }
}

void check_address(const Programme &programme, Found &found) {
  const auto &url = programme.settings().url;
  const bool web = url->rfind("https://", 0) == 0 || url->rfind("http://", 0) == 0;
  // It goes into every page, into robots.txt and into feeds.
  const std::string rest = web ? url->substr(url->find("://") + 3) : "";
  const bool plain = std::all_of(rest.begin(), rest.end(), [](char c) {
    return c > ' ' && c < '\x7f' && std::string_view("\"'<>\\^`{|}?#@%").find(c) == std::string_view::npos;
  });
  const bool climbs = rest.find("//") != std::string::npos || rest.find("/.") != std::string::npos;
  if (!url || (web && plain && !climbs && rest.size() > 1 && rest.front() != '/' && rest.back() == '/'))
    return;
  found.push_back(diagnose("unknown-value", {programme.settings().file, url.place},
                           fmt::format("'{}' is not the address of a site", *url),
                           "Write all of it, with a slash at the end: https://progress.example.org/."));
}

/// Pages and old addresses that the authors choose become folders: each part is a plain name.
bool is_plain_route(std::string_view route) {
  const bool odd = std::any_of(route.begin(), route.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 ||
           std::string_view("\x7f\"<>\\|*:?#%").find(c) != std::string_view::npos;
  });
  return !odd && route.find("..") == std::string_view::npos && route.find("//") == std::string_view::npos &&
         route.find("/./") == std::string_view::npos && route != "/";
}

void check_route(const Span &span, const std::string &route, Found &found) {
  if (is_plain_route(route)) return;
  found.push_back(diagnose("unknown-value", span,
                           fmt::format("'{}' cannot be an address on this site", route),
                           "Write letters, digits and hyphens between slashes: /old-page/."));
}

/// What stands behind "mailto:" may carry more recipients and a whole message.
void check_mail(const SourceFilePtr &file, const Authored<std::string> &mail, Found &found) {
  const bool plain = std::all_of(mail->begin(), mail->end(), [](char c) {
    return c > ' ' && c != '\x7f' && std::string_view("\"'<>\\?&%,;:/").find(c) == std::string_view::npos;
  });
  const auto at = mail->find('@');
  if (plain && at != std::string::npos && at > 0 && mail->find('@', at + 1) == std::string::npos) return;
  found.push_back(diagnose("unknown-value", {file, mail.place},
                           fmt::format("'{}' is not one address for mail", *mail),
                           "Write the address and nothing else: send@example.gov.uk."));
}

/// A form that readers are sent to is on a site that nobody on the way can change.
void check_form(const SourceFilePtr &file, const Authored<std::string> &form, Found &found) {
  constexpr std::string_view scheme = "https://";
  const bool plain = std::none_of(form->begin(), form->end(), [](char c) {
    return c <= ' ' || c == '\x7f' || std::string_view("\"'<>\\").find(c) != std::string_view::npos;
  });
  if (plain && form->starts_with(scheme) && form->find_first_of("/?#{", scheme.size()) > scheme.size())
    return;
  found.push_back(diagnose("unknown-value", {file, form.place},
                           fmt::format("'{}' is not the address of a form", *form),
                           "Write a whole address: https://www.example.gov.uk/feedback?page={address}."));
}

void check_not_negative(const SourceFilePtr &file, const Authored<int> &number, std::string_view key,
                        Found &found) {
  if (*number >= 0) return;
  found.push_back(diagnose("unknown-value", {file, number.place},
                           fmt::format("'{}:' cannot be {}", key, *number),
                           "Write 0 or more, or leave the line out where nobody has said it."));
}

void check_privacy(const Settings &settings, Found &found) {
  const PrivacySettings &privacy = settings.privacy;
  if (privacy.data_protection_contact) check_mail(settings.file, privacy.data_protection_contact, found);
  if (settings.feedback_form) check_form(settings.file, settings.feedback_form, found);
  check_not_negative(settings.file, privacy.server_logs_days, "server_logs_days", found);
  check_not_negative(settings.file, privacy.mail_kept_months, "mail_kept_months", found);
}

void check_routes_and_mail(const Programme &programme, Found &found) {
  const Settings &settings = programme.settings();
  for (const auto &redirect : settings.redirects)
    if (redirect.from) check_route({settings.file, redirect.from.place}, *redirect.from, found);
  for (const auto &page : programme.content.records.pages)
    if (page.route) check_route(page.head.span_of(page.route), *page.route, found);
  if (settings.problem_email) check_mail(settings.file, settings.problem_email, found);
  for (const auto &way : settings.contacts)
    if (way.kind && *way.kind == "email" && way.value) check_mail(settings.file, way.value, found);
}

} // namespace

void dates_are_in_order(const Programme &programme, Found &found) {
  for (const auto &plan : programme.content.records.plans)
    check_order(plan.head.file,
                {{"inspected", plan.inspected},
                 {"report_published", plan.report_published},
                 {"approved", plan.approved},
                 {"published", plan.published}},
                found);
  check_records_order(programme.content.records, found);
  for (const auto &status : programme.settings().statuses)
    check_order(programme.settings().file, {{"from", status.from}, {"until", status.until}}, found);
  const Accessibility &statement = programme.settings().accessibility;
  check_order(programme.settings().file, {{"prepared", statement.prepared}, {"reviewed", statement.reviewed}},
              found);
  for (const auto &milestone : programme.content.records.milestones)
    if (milestone.completed && has_passed(programme.today, first_day(*milestone.completed)))
      found.push_back(
          diagnose("date-order", {milestone.head.file, milestone.completed.place},
                   fmt::format("this was completed on {}, which is after {}, the day that the site describes",
                               to_iso(*milestone.completed), to_iso(programme.today)),
                   "Check the date, or 'as_of:' in the site's settings."));
}

void settings_fit_content(const Programme &programme, Found &found) {
  check_plan_kind(programme, found);
  check_names(programme, found);
  check_address(programme, found);
  check_routes_and_mail(programme, found);
  check_privacy(programme.settings(), found);
}

} // namespace localoffer::rules
