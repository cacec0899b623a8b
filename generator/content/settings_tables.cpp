#include "content/constraints.hpp"
#include "content/tables.hpp"

// Tables of a site's settings: site/AREA.yaml.

namespace localoffer {
template <>
const Fields<Status> &fields_of() {
  static const auto table =
      Fields<Status>("status", "One status of the site's scale.")
          .required("key", &Status::key, "The word that records use.", not_wording())
          .required("label", &Status::label, "What families read.")
          .required("meaning", &Status::meaning, "What it means, in plain English.")
          .required("lifecycle", &Status::lifecycle,
                    "How far the work is. Two values where a report's status merges two meanings.",
                    one_of({"not-started", "in-progress", "complete", "embedded", "replaced", "stopped"}))
          .optional("confidence", &Status::confidence, "How sure it is that the work will be done in time.",
                    one_of({"on-track", "at-risk", "off-track"}))
          .required("role", &Status::role, "Its colour role.",
                    one_of({"good", "progress", "warning", "bad", "neutral", "muted"}))
          .required("shape", &Status::shape, "Its mark, so that colour is never alone.",
                    one_of({"circle", "triangle", "square", "diamond", "ring", "cross", "tick"}))
          .optional("report_word", &Status::report_word, "What the report itself calls it: Amber.",
                    words_of_others())
          .optional("from", &Status::from, "The first day on which the scale has it.")
          .optional("until", &Status::until, "The last day on which the scale has it.");
  return table;
}

template <>
const Fields<NamingChange> &fields_of() {
  static const auto table = Fields<NamingChange>("change of name", "Another name from some day on.")
                                .required("from", &NamingChange::from, "The first day of the new name.")
                                .required("one", &NamingChange::one, "For one.")
                                .required("many", &NamingChange::many, "For several.");
  return table;
}

template <>
const Fields<Naming> &fields_of() {
  static const auto table = Fields<Naming>("name", "What one kind of thing is called on this site.")
                                .required("one", &Naming::one, "For one: action.")
                                .required("many", &Naming::many, "For several: actions.")
                                .optional("changes", &Naming::changes,
                                          "Later names, oldest first, each from the day that it began.");
  return table;
}

template <>
const Fields<RuleSetting> &fields_of() {
  static const auto table =
      Fields<RuleSetting>("rule setting", "How serious a rule is on this site.")
          .required("severity", &RuleSetting::severity, "How serious.",
                    one_of({"error", "warning", "notice", "off"}))
          .optional("reason", &RuleSetting::reason, "Why. Needed when a rule is made less serious.");
  return table;
}

template <>
const Fields<KnownProblem> &fields_of() {
  static const auto table =
      Fields<KnownProblem>("known problem", "One problem that the baseline file lets pass.")
          .required("code", &KnownProblem::code, "Its code.")
          .required("file", &KnownProblem::file, "The file that it is in.")
          .required("message", &KnownProblem::message, "What check says of it.")
          .optional("count", &KnownProblem::count, "How often it is there. Without it: once.");
  return table;
}

template <>
const Fields<Redirect> &fields_of() {
  static const auto table =
      Fields<Redirect>("redirect", "An old address that leads to a new one.")
          .required("from", &Redirect::from, "The old address on this site: /old-page/.", not_wording())
          .required("to", &Redirect::to, "The new address on this site: /priorities/.", not_wording());
  return table;
}

template <>
const Fields<ContactWay> &fields_of() {
  static const auto table =
      Fields<ContactWay>("contact", "One way to get in touch.")
          .required("kind", &ContactWay::kind, "Which way.", one_of({"email", "telephone", "post", "web"}))
          .required("label", &ContactWay::label, "Who answers, or what it is for.")
          .required("value", &ContactWay::value, "The address or the number.", not_wording());
  return table;
}

template <>
const Fields<Accessibility> &fields_of() {
  static const auto table =
      Fields<Accessibility>("accessibility statement",
                            "What the statement needs besides the fixed wording of the regulations' model.")
          .required("compliance", &Accessibility::compliance,
                    "How far the site meets the Web Content Accessibility Guidelines.",
                    one_of({"full", "partial", "none"}))
          .required("prepared", &Accessibility::prepared, "When the statement was first prepared.")
          .required("reviewed", &Accessibility::reviewed, "When it was last reviewed.")
          .required("tested", &Accessibility::tested, "When the site was last tested.")
          .required("how_tested", &Accessibility::how_tested, "How, and by whom.")
          .optional("problems", &Accessibility::problems, "What is not accessible, and why.");
  return table;
}

template <>
const Fields<Colours> &fields_of() {
  static const auto table =
      Fields<Colours>("colours", "The site's own colours.")
          .required("brand", &Colours::brand, "Behind the name at the top of each page.")
          .required("brand_text", &Colours::brand_text, "The name's own colour.")
          .required("link", &Colours::link, "Of links, on white.");
  return table;
}

template <>
const Fields<PlanKind> &fields_of() {
  static const auto table = Fields<PlanKind>("kind of plan", "What a kind of plan is called and means.")
                                .required("key", &PlanKind::key, "The word that plan.md uses.", not_wording())
                                .required("label", &PlanKind::label, "What families read.")
                                .required("meaning", &PlanKind::meaning, "What it means, in plain English.");
  return table;
}

template <>
const Fields<HistorySettings> &fields_of() {
  static const auto table =
      Fields<HistorySettings>("history",
                              "What the site tells of its own changes, from the commits of its content.")
          .optional("show", &HistorySettings::show,
                    "false leaves out every page about changes. Without it: true.")
          .optional("notes", &HistorySettings::notes,
                    "false leaves out the first lines of commit messages, which stand where a change has no "
                    "reason of "
                    "its own. Without it: true.")
          .optional(
              "roles", &HistorySettings::roles,
              "Names from the repository's .mailmap that are roles: SEND team. Only they are shown beside a "
              "change; without them nobody is.",
              not_wording())
          .optional("ignore_revs", &HistorySettings::ignore_revs,
                    "A file that lists the commits of mass edits, one id a line, as git's "
                    "blame.ignoreRevsFile. Their "
                    "wording is not told as changed; facts always are. Without it: .git-blame-ignore-revs.",
                    not_wording());
  return table;
}

template <>
const Fields<PrivacySettings> &fields_of() {
  static const auto table =
      Fields<PrivacySettings>("privacy", "What the privacy page cannot know of itself. Of what is not given, "
                                         "it says that nobody has said it.")
          .optional("hosting", &PrivacySettings::hosting,
                    "Who keeps the web server, and in which country: Example Hosting Ltd, in the United "
                    "Kingdom.",
                    not_wording())
          .optional("server_logs_days", &PrivacySettings::server_logs_days,
                    "For how many days the web server's logs are kept. 0: it keeps none.")
          .optional("mail_kept_months", &PrivacySettings::mail_kept_months,
                    "For how many months mail from readers is kept.")
          .optional("legal_basis", &PrivacySettings::legal_basis,
                    "Why the law lets the publisher use personal data: public task.", not_wording())
          .optional("data_protection_contact", &PrivacySettings::data_protection_contact,
                    "Where mail to the data protection officer goes.", not_wording());
  return table;
}

template <>
const Fields<Settings> &fields_of() {
  static const auto table =
      Fields<Settings>("site", "The settings of one site: site/AREA.yaml.")
          .required("title", &Settings::title, "The site's name, on every page.")
          .required("area", &Settings::area, "The local area.")
          .required("content", &Settings::content,
                    "The folder of its content, from the repository's top: content/somerset.", not_wording())
          .optional("theme", &Settings::theme, "The theme. Without it: clear.", not_wording())
          .optional("language", &Settings::language, "The language of the words. Without it: en.",
                    not_wording())
          .optional(
              "languages", &Settings::languages,
              "Other languages that the site can be read in, such as cy or pl. The theme has words for each; "
              "translations of the content stand beside it.",
              not_wording())
          .required("url", &Settings::url, "The address where the site will stand, with a slash at the end.",
                    not_wording())
          .optional("as_of", &Settings::as_of,
                    "The day that the site describes. Without it, the date of the commit.")
          .required("introduction", &Settings::introduction, "The first words of the home page.")
          .optional("notice", &Settings::notice, "On every page: what this site is and what it is not.")
          .required("publisher", &Settings::publisher, "Who runs the site.")
          .required("problem_email", &Settings::problem_email, "Where mail about a wrong page goes.",
                    not_wording())
          .required("other_formats", &Settings::other_formats, "How to get the information another way.")
          .optional("contacts", &Settings::contacts, "Ways to get in touch.")
          .optional("colours", &Settings::colours, "The site's own colours.")
          .optional("plan_kinds", &Settings::plan_kinds, "The kinds of plan that the content names.")
          .required("statuses", &Settings::statuses, "The scale, worst first.")
          .optional("statuses_note", &Settings::statuses_note, "What people should know about the scale.")
          .optional(
              "names", &Settings::names,
              "What things are called here: milestone, measure, priority, workstream, theme, plan, barrier.")
          .optional("rules", &Settings::rules, "Rules that are more or less serious here.")
          .optional(
              "baseline", &Settings::baseline,
              "A file of known problems, from 'localoffer check --write-baseline'. Only others then count.",
              not_wording())
          .optional("email_domains", &Settings::email_domains,
                    "The part behind the @ of addresses that may stand in the content: somerset.gov.uk.",
                    not_wording())
          .optional("redirects", &Settings::redirects, "Old addresses that lead to new ones.")
          .required("accessibility", &Settings::accessibility, "For the accessibility statement.")
          .optional("history", &Settings::history, "What the site tells of its own changes.")
          .optional("privacy", &Settings::privacy, "For the privacy page.")
          .optional("feedback_form", &Settings::feedback_form,
                    "The publisher's own form for \"Is this page useful?\", which begins with https://. "
                    "{address} in it becomes the page's address. Without it, readers are offered a mail.",
                    not_wording())
          .optional("reviewed_by", &Settings::reviewed_by,
                    "Who reads a change before it is published: the council's SEND team.");
  return table;
}

} // namespace localoffer
