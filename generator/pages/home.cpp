#include "pages/change_items.hpp"
#include "pages/family_items.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"
#include "pages/scrutiny_items.hpp"
#include "pages/standing.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>

namespace localoffer {

/// A priority, or a theme where the plan has no priorities.
struct HomePartView {
  std::string title, href;
  Html headline;
  std::string standing;
};
VIEW_FIELDS(HomePartView, title, href, headline, standing);

/// Something that is to come, with its date.
struct ComingView {
  std::string when;
  Html text;
  LinkView about; ///< the priority that a step belongs to, or the milestone itself
};
VIEW_FIELDS(ComingView, when, text, about);

struct HomeView {
  Frame frame;
  Html introduction;
  SearchBoxView search;
  bool has_questions = false;
  std::vector<LinkView> questions; ///< the first, and a link to all where there are more
  bool has_topics = false;
  std::vector<TopicItemView> topics;
  std::string standing_heading;
  Standing standing;
  std::string parts_heading;
  bool has_parts = false;
  std::vector<HomePartView> parts;
  std::string late_heading, late_sentence;
  bool has_late = false, has_late_more = false;
  std::vector<MilestoneItemView> late;
  std::vector<LinkView> late_more;
  bool has_coming = false;
  std::string coming_sentence, next_steps_href;
  std::vector<ComingView> coming;
  bool has_improvements = false;
  std::vector<TextView> improvements;
  std::string improvements_href;
  bool has_news = false;
  std::vector<NewsItemView> news;
  std::string news_href;
  std::string changes_heading; ///< of the newest month with changes; empty without any
  std::vector<std::string> changes;
  std::optional<LinkView> changes_link;
  std::vector<LinkView> reading;
};
VIEW_FIELDS(Standing, sentences, figure, has_key, key);
VIEW_FIELDS(HomeView, frame, introduction, search, has_questions, questions, has_topics, topics,
            standing_heading, standing, parts_heading, has_parts, parts, late_heading, late_sentence,
            has_late, has_late_more, late, late_more, has_coming, coming_sentence, next_steps_href, coming,
            has_improvements, improvements, improvements_href, has_news, news, news_href, changes_heading,
            changes, changes_link, reading);

namespace {

constexpr std::size_t few = 5; // of a long list: enough to see what it holds, with a link to all of it
constexpr std::size_t few_news = 3;
constexpr std::size_t few_questions = 10;

class HomePage {
public:
  explicit HomePage(const Site &site) : site_(site), words_(site.words), programme_(site.programme) {}

  View make() {
    const Settings &settings = site_.settings();
    view_.introduction = prose_html(site_, *settings.introduction, settings.file, {3, "introduction-"});
    view_.standing_heading = words_.say("home.standing", {{"date", words_.date(programme_.today)}});
    view_.standing = standing_of(site_);
    view_.search = search_box(site_);
    list_questions();
    view_.topics = topic_items(site_);
    view_.has_topics = !view_.topics.empty();
    list_news();
    list_parts();
    list_late();
    list_coming();
    list_improvements();
    list_changes();
    list_reading();

    PageInfo info;
    info.route = site_.addresses.home();
    info.heading = *settings.title;
    if (programme_.plan) info.records = {&programme_.plan->head};
    for (const auto &[path, date] : site_.changes.dates)
      if (!info.changed || *info.changed < date) info.changed = date;
    view_.frame = make_frame(site_, std::move(info));
    return make_view(site_.addresses.home(), "home", std::move(view_));
  }

private:
  void list_questions() {
    const auto questions = questions_in_order(site_);
    const std::string route = site_.addresses.questions();
    for (const auto *question : questions) {
      if (view_.questions.size() == few_questions) break;
      view_.questions.push_back({*question->head.title, site_.href(route + "#" + question->head.id)});
    }
    view_.has_questions = !questions.empty();
    if (questions.size() > few_questions)
      view_.questions.push_back({words_.say("home.questions_all"), site_.href(route)});
  }

  void list_parts() {
    list_priorities_or_themes();
    if (view_.parts.empty()) list_recommendations();
    view_.has_parts = !view_.parts.empty();
  }

  void list_priorities_or_themes() {
    const bool by_priority = !programme_.priorities.empty();
    view_.parts_heading = words_.sentence_case(site_.noun(by_priority ? "priority" : "theme", 2));
    for (const auto &facts : programme_.priorities)
      view_.parts.push_back(
          {priority_name(site_, *facts.record), site_.href(site_.addresses.priority(*facts.record)),
           facts.record->headline.given ? inline_html(site_, *facts.record->headline, facts.record->head.file)
                                        : Html{},
           facts.counts.total > 0 ? listed_sentence(site_, facts.counts)
                                  : recommended_sentence(site_, *facts.record)});
    if (by_priority) return;
    for (const auto &facts : programme_.themes)
      if (!facts.milestones.empty())
        view_.parts.push_back({*facts.record->head.title,
                               site_.href(site_.addresses.milestones_by_theme(*facts.record)),
                               {},
                               listed_sentence(site_, facts.counts)});
  }

  /// Where there is no plan with priorities, a review's recommendations are what there is to follow.
  void list_recommendations() {
    view_.parts_heading = words_.sentence_case(site_.noun("recommendation", 2));
    for (const Review *review : reviews_in_order(programme_))
      for (const Recommendation *recommendation : recommendations_of(programme_, *review)) {
        const LinkView link = recommendation_link(site_, *recommendation);
        view_.parts.push_back(
            {link.text, link.href, {}, words_.say("response." + response_key(*recommendation))});
      }
  }

  void list_changes() {
    const auto newest = newest_changes(site_);
    if (!newest) return;
    view_.changes_heading = words_.say("changes.home_heading", {{"month", newest->name}});
    view_.changes = newest->sentences;
    view_.changes_link =
        LinkView{words_.say("changes.home_link", {{"month", newest->name}}), site_.href(newest->route)};
  }

  void list_late() {
    const std::string things = site_.noun("milestone", 2);
    view_.late_heading = words_.say("home.late");
    if (programme_.milestones.empty()) {
      const bool by_review =
          programme_.workstreams.empty() && !programme_.content.records.recommendations.empty();
      view_.late_sentence =
          by_review ? words_.say("home.late_recommendations", {{"things", site_.noun("recommendation", 2)}})
                    : words_.say("home.late_unknown", {{"thing", site_.noun("milestone", 1)}});
      return;
    }
    const std::vector<const MilestoneFacts *> late = late_milestones(programme_);
    const long count = late_count(programme_);
    view_.late_sentence =
        words_.say("home.late_count",
                   {{"count", count}, {"listed", site_.counted("milestone", programme_.counts.total)}});
    if (count == 0 && says_some_are_late())
      view_.late_sentence =
          words_.say("home.late_none_dated", {{"standing", listed_sentence(site_, programme_.counts)}});
    for (const auto *milestone : worst_first(late)) {
      if (view_.late.size() == few) break;
      view_.late.push_back(milestone_item(site_, *milestone));
    }
    view_.has_late = !view_.late.empty();
    link_to_dates(count);
    for (const auto &entry : programme_.counts.entries)
      if (entry.count > 0)
        view_.late_more.push_back(
            {words_.say(is_adjective(*entry.status) ? "home.late_more" : "home.late_more_marked",
                        {{"count", long{entry.count}},
                         {"things", site_.noun("milestone", entry.count)},
                         {"status", status_in_sentence(*entry.status)}}),
             site_.href(site_.addresses.milestones_by_status(*entry.status))});
    view_.has_late_more = !view_.late_more.empty();
  }

  /// True when the report's own statuses say what no date does.
  bool says_some_are_late() const {
    const auto &entries = programme_.counts.entries;
    return std::any_of(entries.begin(), entries.end(), [](const Counts::Entry &entry) {
      return entry.count > 0 && (*entry.status->role == "bad" || *entry.status->role == "warning");
    });
  }

  void link_to_dates(long late) {
    const long moved = ref_count(milestones_with_moved_date(programme_));
    const auto add = [&](const char *key, long count, const std::string &route) {
      if (count > 0)
        view_.late_more.push_back(
            {words_.say(key, {{"count", count}, {"things", site_.noun("milestone", count)}}),
             site_.href(route)});
    };
    add("home.late_all", late, site_.addresses.milestones_overdue());
    add("home.late_moved", moved, site_.addresses.milestones_date_moved());
  }

  struct Coming {
    Date due;
    ComingView view;
  };

  void list_coming() {
    std::vector<Coming> coming;
    for (const auto &facts : programme_.priorities)
      for (const auto &step : facts.record->next_steps)
        if (step.due.given && !has_passed(*step.due, programme_.today))
          coming.push_back(step_coming(*facts.record, step));
    for (const auto &milestone : programme_.milestones)
      if (is_awaited(milestone) && !has_passed(*milestone.due, programme_.today))
        coming.push_back({*milestone.due, {words_.date(*milestone.due), {}, milestone_link(milestone)}});
    // By the end of what was promised: "in 2021" can still be kept after "by March 2021".
    std::stable_sort(coming.begin(), coming.end(),
                     [](const Coming &a, const Coming &b) { return last_day(a.due) < last_day(b.due); });

    view_.has_coming = !coming.empty();
    const bool has_page = view_.has_coming || has_steps() || !programme_.milestones.empty();
    view_.coming_sentence = words_.say(coming.size() > few ? "home.coming_first"
                                       : view_.has_coming  ? "home.coming"
                                                           : "home.coming_none");
    if (has_page) view_.next_steps_href = site_.href(site_.addresses.next_steps());
    for (auto &one : coming) {
      if (view_.coming.size() == few) break;
      view_.coming.push_back(std::move(one.view));
    }
  }

  Coming step_coming(const Priority &priority, const NextStep &step) const {
    return {*step.due,
            {words_.date(*step.due),
             inline_html(site_, *step.text, priority.head.file),
             {priority_name(site_, priority), site_.href(site_.addresses.priority(priority))}}};
  }

  LinkView milestone_link(const MilestoneFacts &milestone) const {
    return {full_name(milestone), site_.href(site_.addresses.milestone(milestone))};
  }

  bool has_steps() const {
    return std::any_of(programme_.priorities.begin(), programme_.priorities.end(),
                       [](const PriorityFacts &facts) { return !facts.record->next_steps.empty(); });
  }

  void list_improvements() {
    if (!programme_.plan) return;
    for (const auto &improvement : programme_.plan->improvements) {
      if (view_.improvements.size() == few) break;
      view_.improvements.push_back({inline_html(site_, *improvement.text, programme_.plan->head.file)});
    }
    view_.has_improvements = !view_.improvements.empty();
    view_.improvements_href = site_.href(site_.addresses.about() + "#improvements");
  }

  void list_news() {
    for (const auto *update : newest_news(site_)) {
      if (view_.news.size() == few_news) break;
      view_.news.push_back(news_item(site_, *update));
    }
    view_.has_news = !view_.news.empty();
    view_.news_href = site_.href(site_.addresses.news());
  }

  void list_reading() {
    for (const auto *page : pages_in_order(programme_))
      view_.reading.push_back({*page->head.title, site_.href(site_.addresses.page(*page))});
    view_.reading.push_back({words_.say("nav.about"), site_.href(site_.addresses.about())});
    view_.reading.push_back({words_.say("who_decides.heading"), site_.href(site_.addresses.who_decides())});
    view_.reading.push_back({words_.say("footer.statuses"), site_.href(site_.addresses.statuses())});
    view_.reading.push_back({words_.say("footer.glossary"), site_.href(site_.addresses.glossary())});
  }

  const Site &site_;
  const Words &words_;
  const Programme &programme_;
  HomeView view_;
};

} // namespace

void add_home(const Site &site, std::vector<View> &views) {
  views.push_back(HomePage(site).make());
}

void list_home_templates(PageTemplates &templates) {
  templates.emplace_back("home", &view_type<HomeView>());
}

} // namespace localoffer
