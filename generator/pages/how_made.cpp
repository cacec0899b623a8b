#include "content/codes.hpp"
#include "pages/change_words.hpp"
#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <string_view>

namespace localoffer {

/// Every sentence of this page follows from the site's own records, settings and history.
struct HowMadeView {
  Frame frame;
  std::string as_of;
  std::string introduction; ///< to the sources
  std::vector<SourceView> sources;
  std::vector<std::string> facts; ///< how many records name theirs
  std::vector<std::string> worked_out;
  std::vector<std::string> history;
  std::vector<std::string> checks; ///< how many kinds of mistake there are
  std::vector<std::string> looks_for;
  std::string reviewed, program;
  std::vector<LinkView> more;
};
VIEW_FIELDS(HowMadeView, frame, as_of, introduction, sources, facts, worked_out, history, checks, looks_for,
            reviewed, program, more);

namespace {

class HowMadePage {
public:
  explicit HowMadePage(const Site &site) : site_(site), words_(site.words) {}

  View make() {
    const Settings &settings = site_.settings();
    view_.as_of = words_.say("made.as_of", {{"date", words_.date(site_.programme.today)}});
    tell_sources();
    tell_worked_out();
    tell_history();
    tell_checks();
    view_.reviewed = settings.reviewed_by.given
                         ? words_.say("made.reviewed", {{"who", *settings.reviewed_by}})
                         : words_.say("made.not_reviewed");
    view_.program = words_.say("made.program", {{"version", site_.program_version}});
    link_to_more();
    PageInfo info;
    info.route = site_.addresses.how_made();
    info.heading = words_.say("made.heading");
    info.description = words_.say("made.description", {{"site", *settings.title}});
    view_.frame = make_frame(site_, std::move(info));
    return make_view(site_.addresses.how_made(), "how-made", std::move(view_));
  }

private:
  const Programme &programme() const { return site_.programme; }

  void tell_sources() {
    std::vector<const Report *> reports;
    for (const auto &report : programme().content.records.reports)
      reports.push_back(&report);
    std::stable_sort(reports.begin(), reports.end(),
                     [](const Report *a, const Report *b) { return *b->date < *a->date; });
    for (const auto *report : reports)
      view_.sources.push_back({*report->head.title,
                               *report->publisher,
                               words_.date(*report->date),
                               site_.href(site_.addresses.sources() + "#" + report->head.id),
                               {}});
    view_.introduction = words_.say("made.sources", {{"count", static_cast<long>(reports.size())}});
    tell_sourced(site_.noun("milestone", 2), programme().milestones);
    tell_sourced(site_.noun("measure", 2), programme().measures);
  }

  /// How many of them name the report that they come from.
  template <class Facts>
  void tell_sourced(const std::string &things, const std::vector<Facts> &all) {
    if (all.empty()) return;
    const auto sourced = std::count_if(
        all.begin(), all.end(), [](const Facts &facts) { return !facts.record->head.sources.empty(); });
    view_.facts.push_back(words_.say("made.sourced", {{"count", static_cast<long>(sourced)},
                                                      {"total", static_cast<long>(all.size())},
                                                      {"things", things}}));
  }

  void tell_worked_out() {
    const WordArguments milestones{{"things", site_.noun("milestone", 2)}};
    const WordArguments measures{{"things", site_.noun("measure", 2)}};
    const auto add = [&](const char *key, const WordArguments &arguments = {}) {
      view_.worked_out.push_back(words_.say(key, arguments));
    };
    if (!programme().milestones.empty()) {
      add("made.works_out_counts", milestones);
      add("made.works_out_late", milestones);
    }
    if (!programme().measures.empty()) add("made.works_out_progress", measures);
    if (site_.past) add("made.works_out_changes");
    add("made.works_out_lists");
  }

  void tell_history() {
    const Timelines *past = site_.past;
    if (!past || past->history.commits.empty()) {
      view_.history = {words_.say("made.no_history")};
      return;
    }
    const History &history = past->history;
    view_.history = {
        words_.say("made.history_why"),
        words_.say("made.history", {{"first", words_.date(history.commits.front().date)},
                                    {"last", words_.date(history.commits.back().date)},
                                    {"commits", static_cast<long>(history.commits.size())}}),
        words_.say("made.history_changes", {{"count", static_cast<long>(told_changes(*past).size())}})};
    if (history.begins)
      view_.history.push_back(words_.say("made.history_cut", {{"date", words_.date(*history.begins)}}));
    if (history.unreadable > 0)
      view_.history.push_back(
          words_.say("changes.unreadable", {{"count", static_cast<long>(history.unreadable)}}));
  }

  /// How serious a kind of mistake is on this site.
  std::string severity(const DiagnosticCode &code) const {
    const auto &rules = site_.settings().rules;
    const auto own = rules.find(std::string(code.code));
    return own != rules.end() && own->second.severity.given ? *own->second.severity
                                                            : std::string(to_string(code.severity));
  }

  void tell_checks() {
    long looked_for = 0, stopping = 0;
    for (const auto &code : diagnostic_codes()) {
      const std::string how = severity(code);
      if (how != "off") ++looked_for;
      if (how == "error") ++stopping;
    }
    view_.checks = {words_.say("made.checks", {{"count", looked_for}}),
                    words_.say("made.checks_stop", {{"count", stopping}}),
                    words_.say("made.checks_let_pass")};
    const auto known = static_cast<long>(programme().content.known_problems.size());
    if (known > 0) view_.checks.push_back(words_.say("made.checks_known", {{"count", known}}));
    // Those that readers care about most, each told only while the site looks for it.
    for (const char *code : {"counts-add-up", "stated-differs", "merged-as-complete", "personal-data",
                             "quote-consent", "broken-link", "low-contrast", "long-sentence"}) {
      const DiagnosticCode *found = find_diagnostic_code(code);
      if (!found || severity(*found) == "off") continue;
      std::string key = std::string("made.check_") + code;
      std::replace(key.begin(), key.end(), '-', '_');
      view_.looks_for.push_back(words_.say(key));
    }
  }

  void link_to_more() {
    const Addresses &at = site_.addresses;
    const auto add = [&](const char *key, const std::string &route) {
      view_.more.push_back({words_.say(key), site_.href(route)});
    };
    add("footer.sources", at.sources());
    add("footer.data", at.data());
    add("completeness.heading", at.completeness());
    if (site_.past) add("changes.heading", at.changes());
    add("footer.privacy", at.privacy());
    add("footer.accessibility", at.accessibility());
  }

  const Site &site_;
  const Words &words_;
  HowMadeView view_;
};

} // namespace

void add_how_made(const Site &site, std::vector<View> &views) {
  views.push_back(HowMadePage(site).make());
}

void list_how_made_templates(PageTemplates &templates) {
  templates.emplace_back("how-made", &view_type<HowMadeView>());
}

} // namespace localoffer
