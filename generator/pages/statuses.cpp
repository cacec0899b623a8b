#include "pages/common_views.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"

namespace localoffer {

struct StatusMeaningView {
  std::string id;
  StatusView status;
  std::string meaning, report_word;
  std::string counting; ///< how this site counts it
};
VIEW_FIELDS(StatusMeaningView, id, status, meaning, report_word, counting);

struct StatusesView {
  Frame frame;
  std::string introduction;
  std::vector<StatusMeaningView> statuses;
  Html note;
};
VIEW_FIELDS(StatusesView, frame, introduction, statuses, note);

namespace {

std::string counting(const Site &site, const Status &status) {
  if (is_complete(status)) return site.words.say("statuses.counted_complete");
  if (status.merged() && may_be_complete(status)) return site.words.say("statuses.counted_merged");
  if (is_done(status)) return site.words.say("statuses.counted_over");
  return site.words.say("statuses.counted_open");
}

} // namespace

void add_statuses(const Site &site, std::vector<View> &views) {
  const Settings &settings = site.settings();
  PageInfo info;
  info.route = site.addresses.statuses();
  info.heading = site.words.say("footer.statuses");
  info.description = site.words.say("statuses.description", {{"things", site.noun("milestone", 2)}});
  info.section = site.addresses.about();
  info.breadcrumbs = {{site.words.say("nav.about"), site.href(site.addresses.about())}};

  StatusesView view;
  view.introduction = site.words.say("statuses.introduction", {{"thing", site.noun("milestone", 1)}});
  for (const auto &status : settings.statuses)
    view.statuses.push_back({*status.key, status_view(site, status), *status.meaning, *status.report_word,
                             counting(site, status)});
  if (settings.statuses_note.given)
    view.note = prose_html(site, *settings.statuses_note, settings.file, {3, "note-"});
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.statuses(), "statuses", std::move(view)));
}

void list_status_templates(PageTemplates &templates) {
  templates.emplace_back("statuses", &view_type<StatusesView>());
}

} // namespace localoffer
