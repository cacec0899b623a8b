#include "pages/change_items.hpp"
#include "pages/feeds.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <map>

namespace localoffer {

struct ChangeMonthItemView {
  LinkView link;
  std::vector<std::string> sentences;
};
VIEW_FIELDS(ChangeMonthItemView, link, sentences);

struct ChangeListView {
  Frame frame;
  std::vector<std::string> sentences;
  std::optional<FigureView> figure;
  bool has_months = false;
  std::vector<ChangeMonthItemView> months;
  std::vector<LinkView> lists, feeds;
};
VIEW_FIELDS(ChangeListView, frame, sentences, figure, has_months, months, lists, feeds);

/// What the commits say of themselves, where they gave no reason.
struct CommitNotesView {
  std::vector<std::string> lines;
};
VIEW_FIELDS(CommitNotesView, lines);

struct ChangeMonthView {
  Frame frame;
  std::vector<std::string> sentences;
  std::vector<ChangeGroupView> groups;
  std::optional<CommitNotesView> notes;
  LinkView data;
  std::optional<LinkView> previous, next;
  bool has_neighbours = false;
};
VIEW_FIELDS(ChangeMonthView, frame, sentences, groups, notes, data, previous, next, has_neighbours);

namespace {

constexpr std::size_t most_in_group = 60; ///< so that a month's page stays light; the data has all

/// Month -> its changes, newest month first.
using Months = std::map<Date, std::vector<const Change *>, std::greater<>>;

Months months_of(const Timelines &past) {
  Months months;
  for (const auto *change : told_changes(past)) {
    const Date &day = past.history.commits[change->commit].date;
    months[{day.year, day.month, 0}].push_back(change);
  }
  return months;
}

std::string month_route(const Site &site, const Date &month) {
  return site.addresses.changes_in(to_iso(month));
}

LinkView month_link(const Site &site, const Date &month) {
  return {site.words.date(month), site.href(month_route(site, month))};
}

/// Where the record begins, and with how many milestones where it began with any.
std::string first_sentence(const Site &site) {
  const CountsOverTime &counts = site.past->counts;
  const Date first = site.past->history.commits.front().date;
  long with = 0;
  if (!counts.empty() && counts.front().from == first)
    for (const auto &[status, count] : counts.front().counts)
      with += count;
  const WordArguments arguments{{"date", site.words.date(first)},
                                {"counted", site.counted("milestone", with)}};
  return site.words.say(with > 0 ? "changes.begins_with" : "changes.begins", arguments);
}

/// What the record of changes holds and what it lacks.
std::vector<std::string> about_the_record(const Site &site) {
  const History &history = site.past->history;
  const Words &words = site.words;
  std::vector<std::string> sentences{words.say("changes.how")};
  if (history.begins)
    sentences.push_back(words.say("changes.shallow", {{"date", words.date(*history.begins)}}));
  else if (!history.commits.empty())
    sentences.push_back(first_sentence(site));
  if (history.unreadable > 0)
    sentences.push_back(words.say("changes.unreadable", {{"count", static_cast<long>(history.unreadable)}}));
  return sentences;
}

/// The day of the last of these changes, which are in the order of the commits.
Date last_day_of(const Site &site, const std::vector<const Change *> &changes) {
  return site.past->history.commits[changes.back()->commit].date;
}

View change_list(const Site &site, const Months &months) {
  ChangeListView view;
  const Words &words = site.words;
  PageInfo info;
  info.route = info.section = site.addresses.changes();
  info.heading = words.say("changes.heading");
  info.description = words.say("changes.description", {{"site", *site.settings().title}});
  view.sentences = about_the_record(site);
  view.figure = counts_over_time(
      site, site.past->counts, "over-time",
      words.say("changes.over_time_caption", {{"things", words.sentence_case(site.noun("milestone", 2))}}));
  for (const auto &[month, changes] : months)
    view.months.push_back({month_link(site, month), summary_of(site, changes)});
  view.has_months = !view.months.empty();
  view.lists = change_lists(site);
  view.feeds = feed_links(site);
  if (!months.empty()) info.changed = last_day_of(site, months.begin()->second);
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.changes(), "change-list", std::move(view));
}

/// Each once, newest first.
std::optional<CommitNotesView> notes_of(const Site &site, const std::vector<const Change *> &changes) {
  CommitNotesView notes;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    const std::string note = change_text(site, **change).note;
    const CommitInfo &commit = site.past->history.commits[(*change)->commit];
    const std::string line = site.words.date(commit.date) + ": " + note;
    const bool known = std::find(notes.lines.begin(), notes.lines.end(), line) != notes.lines.end();
    if (!note.empty() && !known) notes.lines.push_back(line);
  }
  return notes.lines.empty() ? std::nullopt : std::optional(std::move(notes));
}

View change_month(const Site &site, const Months &months, Months::const_iterator month) {
  ChangeMonthView view;
  const std::string name = site.words.date(month->first);
  view.sentences = summary_of(site, month->second);
  view.groups = change_groups(site, month->second, most_in_group);
  view.notes = notes_of(site, month->second);
  view.data = {site.words.say("changes.data"), site.href(site.addresses.changes_data())};
  if (month != months.begin()) view.next = month_link(site, std::prev(month)->first);
  if (std::next(month) != months.end()) view.previous = month_link(site, std::next(month)->first);
  view.has_neighbours = view.previous || view.next;
  PageInfo info;
  info.route = month_route(site, month->first);
  info.section = site.addresses.changes();
  info.heading = site.words.say("changes.month_heading", {{"month", name}});
  info.description = site.words.say("changes.month_description", {{"month", name}});
  info.breadcrumbs = {{site.words.say("changes.heading"), site.href(site.addresses.changes())}};
  for (const auto &group : view.groups)
    info.on_this_page.push_back({group.heading, "#" + group.id});
  if (view.notes) info.on_this_page.push_back({site.words.say("changes.notes_heading"), "#notes"});
  info.changed = last_day_of(site, month->second);
  view.frame = make_frame(site, std::move(info));
  return make_view(month_route(site, month->first), "change-month", std::move(view));
}

} // namespace

void add_changes(const Site &site, std::vector<View> &views) {
  if (!site.past) return;
  const Months months = months_of(*site.past);
  views.push_back(change_list(site, months));
  for (auto month = months.begin(); month != months.end(); ++month)
    views.push_back(change_month(site, months, month));
}

std::optional<MonthOfChanges> newest_changes(const Site &site) {
  if (!site.past) return std::nullopt;
  const Months months = months_of(*site.past);
  if (months.empty()) return std::nullopt;
  const auto &[month, changes] = *months.begin();
  return MonthOfChanges{site.words.date(month), month_route(site, month), summary_of(site, changes)};
}

void list_change_templates(PageTemplates &templates) {
  templates.emplace_back("change-list", &view_type<ChangeListView>());
  templates.emplace_back("change-month", &view_type<ChangeMonthView>());
}

} // namespace localoffer
