#pragma once

#include "base/colour.hpp"
#include "content/records.hpp"

#include <map>

namespace localoffer {

/// One status of the site's scale. Two axes lie under it; a status of a report may merge several lifecycles.
struct Status {
  Place place;
  Authored<std::string> key;     ///< "off-track"
  Authored<std::string> label;   ///< "Off track"
  Authored<std::string> meaning; ///< in plain English, for families
  std::vector<Authored<std::string>>
      lifecycle; ///< not-started, in-progress, complete, embedded, replaced, stopped
  std::vector<Authored<std::string>> confidence; ///< on-track, at-risk, off-track; may be empty
  Authored<std::string> role;        ///< colour role: good, progress, warning, bad, neutral, muted
  Authored<std::string> shape;       ///< circle, triangle, square, diamond, ring, cross, tick
  Authored<std::string> report_word; ///< what the report itself calls it: "Amber"
  Authored<Date> from, until;        ///< when the scale had it, if not always

  bool merged() const { return lifecycle.size() > 1; }
};

/// Another name from some day on: "integrated care board" since July 2022.
struct NamingChange {
  Place place;
  Authored<Date> from;
  Authored<std::string> one, many;
};

/// What one kind of thing is called on this site: "action", "actions".
struct Naming {
  Authored<std::string> one, many;
  std::vector<NamingChange> changes; ///< oldest first
};

struct RuleSetting {
  Place place;
  Authored<std::string> severity; ///< "error", "warning", "notice" or "off"
  Authored<std::string> reason;   ///< must be given when a rule is lowered
};

struct Redirect {
  Authored<std::string> from, to;
};

struct ContactWay {
  Place place;
  Authored<std::string> kind; ///< "email", "telephone", "post", "web"
  Authored<std::string> label;
  Authored<std::string> value;
};

/// What the accessibility statement needs besides the model's fixed wording.
struct Accessibility {
  Place place;
  bool given = false;
  Authored<std::string> compliance; ///< "full", "partial" or "none"
  Authored<Date> prepared, reviewed, tested;
  Authored<Prose> how_tested;
  std::vector<Authored<Prose>> problems; ///< content that is not accessible, and why
};

/// The site's colours; contrast between them is checked when the site is built.
struct Colours {
  Place place;
  bool given = false;
  Authored<Rgb> brand;      ///< the header's background
  Authored<Rgb> brand_text; ///< text on it
  Authored<Rgb> link;       ///< links on the page
};

/// One entry of a baseline file: a problem that was there before its rule was, `count` times.
struct KnownProblem {
  Place place;
  Authored<std::string> code, file, message;
  Authored<int> count;
};

/// What one kind of plan is called and means: the words change with the years.
struct PlanKind {
  Place place;
  Authored<std::string> key, label, meaning;
};

/// What the site tells of its own history.
struct HistorySettings {
  Place place;
  bool given = false;
  Authored<bool> show{true, {}, false}; ///< false: no page tells of changes
  Authored<bool> notes{
      true, {}, false}; ///< tell the first line of a commit's message where no reason is given
  std::vector<Authored<std::string>>
      roles; ///< names in .mailmap that are roles and may be shown: "SEND team"
  /// A file in the format of git's blame.ignoreRevsFile.
  Authored<std::string> ignore_revs{".git-blame-ignore-revs", {}, false};
};

/// What the privacy page cannot know of itself. It says of each that is not given that nobody has said it.
struct PrivacySettings {
  Place place;
  bool given = false;
  Authored<std::string> hosting;  ///< who keeps the web server, and where: "Example Hosting Ltd, in the UK"
  Authored<int> server_logs_days; ///< how long its logs are kept; 0: it keeps none
  Authored<int> mail_kept_months; ///< how long mail from readers is kept
  Authored<std::string> legal_basis;             ///< why personal data may be used: "public task"
  Authored<std::string> data_protection_contact; ///< an address for mail
};

/// One site: site/AREA.yaml.
struct Settings {
  SourceFilePtr file;
  Authored<std::string> title;   ///< "Somerset SEND progress"
  Authored<std::string> area;    ///< "Somerset"
  Authored<std::string> content; ///< folder from the repository's top: "content/somerset"
  Authored<std::string> theme{"clear", {}, false};
  Authored<std::string> language{"en", {}, false}; ///< BCP 47
  std::vector<Authored<std::string>> languages;    ///< others that the site can be read in
  Authored<std::string> url;           ///< where the site will stand: "https://progress.example.org/"
  Authored<Date> as_of;                ///< "today" for this site; without it, the date of the commit
  Authored<Prose> introduction;        ///< the home page's first paragraphs
  Authored<Prose> notice;              ///< on every page: what this site is and is not
  Authored<std::string> publisher;     ///< who runs the site
  Authored<std::string> problem_email; ///< for "is something wrong with this page?"
  Authored<Prose> other_formats;       ///< how to get the information another way
  std::vector<ContactWay> contacts;
  Colours colours;
  std::vector<PlanKind> plan_kinds;
  std::vector<Status> statuses;        ///< in the order of the scale, worst first
  Authored<Prose> statuses_note;       ///< what has to be known about the scale
  std::map<std::string, Naming> names; ///< "milestone" -> action, actions
  std::map<std::string, RuleSetting> rules;
  Authored<std::string> baseline; ///< file of the problems that were there before the rules were
  std::vector<Authored<std::string>> email_domains; ///< whose addresses may stand in the content
  std::vector<Redirect> redirects;
  Accessibility accessibility;
  HistorySettings history;
  PrivacySettings privacy;
  Authored<std::string> feedback_form; ///< address of the publisher's own form, with {address} in it
  Authored<std::string> reviewed_by;   ///< who reads a change before it is published

  const Status *status(std::string_view key) const {
    for (const auto &status : statuses)
      if (*status.key == key) return &status;
    return nullptr;
  }
};

} // namespace localoffer
