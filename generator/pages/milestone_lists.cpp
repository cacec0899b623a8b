#include "base/text.hpp"
#include "pages/common_views.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>

namespace localoffer {

/// Milestones under one heading.
struct MilestoneGroupView {
  std::string id, heading;
  std::vector<MilestoneItemView> items;
};
VIEW_FIELDS(MilestoneGroupView, id, heading, items);

/// One of the lists that a way of sorting leads to. Without an address there is nothing to list.
struct MilestoneWayLinkView {
  std::string text, href, note;
  bool current = false;
};
VIEW_FIELDS(MilestoneWayLinkView, text, href, note, current);

/// A way to sort the milestones, and where it leads.
struct MilestoneWayView {
  std::string heading, sentence;
  bool has_links = false;
  std::vector<MilestoneWayLinkView> links;
};
VIEW_FIELDS(MilestoneWayView, heading, sentence, has_links, links);

struct MilestoneListView {
  Frame frame;
  std::string status_meaning;
  Html introduction, meaning, discrepancy, note;
  std::vector<std::string> sentences;
  std::optional<FigureView> figure;
  bool has_key = false, has_sentences = true;
  std::vector<StatusKeyView> status_key;
  std::vector<MilestoneGroupView> groups;
  std::string ways_heading;
  LinkView all;
  std::vector<MilestoneWayView> ways;
};
VIEW_FIELDS(MilestoneListView, frame, status_meaning, introduction, meaning, discrepancy, note, sentences,
            figure, has_key, has_sentences, status_key, groups, ways_heading, all, ways);

namespace {

using Members = std::vector<const MilestoneFacts *>;

/// The milestones that one list shows.
struct List {
  std::string route, label;
  Members members;
  const Status *status = nullptr;
  const RecordHead *record = nullptr; ///< of the theme or the organisation that the list is about
  std::optional<Date> due;
  std::string worst_first =
      {}; ///< the heading of one group, where lateness and not the status sorts the list
};

struct Way {
  std::string name; ///< of the words: "by_status"
  std::string sentence;
  std::vector<List> lists;
  std::vector<MilestoneWayLinkView> without_list; ///< statuses that no listed milestone has
  /// Links to all of these, which stand on each list's page. They are made once.
  std::vector<MilestoneWayLinkView> links = {};
};

Members members_where(const Programme &programme, const auto &matches) {
  Members members;
  for (const auto &milestone : programme.milestones)
    if (matches(milestone)) members.push_back(&milestone);
  return members;
}

std::string list_heading(const Site &site, const std::string &label, const Members &members) {
  return site.words.say("milestones.list_heading",
                        {{"label", label}, {"counted", site.counted("milestone", ref_count(members))}});
}

int late_among(const Members &members) {
  Members late;
  std::copy_if(members.begin(), members.end(), std::back_inserter(late),
               [](const auto *one) { return is_late(*one); });
  return ref_count(late);
}

Counts counts_of(const Site &site, const Members &members) {
  Counts counts = no_counts(site.settings());
  for (const auto *milestone : members)
    add_to(counts, *milestone->status, static_cast<int>(milestone->refs.size()));
  return counts;
}

Way by_status(const Site &site) {
  const StatedCounts none;
  const StatedCounts &stated = site.programme.plan ? site.programme.plan->stated : none;
  Way way{"by_status", {}, {}, {}};
  for (const auto &status : site.settings().statuses) {
    Members members =
        members_where(site.programme, [&](const MilestoneFacts &one) { return one.status == &status; });
    if (!members.empty()) {
      way.lists.push_back({site.addresses.milestones_by_status(status),
                           *status.label,
                           std::move(members),
                           &status,
                           nullptr,
                           {}});
      continue;
    }
    MilestoneWayLinkView entry{list_heading(site, *status.label, {}), "", "", false};
    for (const auto &[key, count] : stated.counts)
      if (*key == *status.key)
        entry = {*status.label + ": ", "",
                 site.words.say("milestones.counted_not_listed", {{"count", std::lround(*count)}}), false};
    way.without_list.push_back(std::move(entry));
  }
  return way;
}

Way by_theme(const Site &site) {
  Way way{"by_theme", {}, {}, {}};
  for (const auto &theme : site.programme.themes) {
    Members members =
        members_where(site.programme, [&](const MilestoneFacts &one) { return one.theme == theme.record; });
    if (members.empty()) continue;
    way.lists.push_back({site.addresses.milestones_by_theme(*theme.record),
                         *theme.record->head.title,
                         std::move(members),
                         nullptr,
                         &theme.record->head,
                         {}});
  }
  Members rest = members_where(site.programme, [](const MilestoneFacts &one) { return !one.theme; });
  if (!rest.empty() && !way.lists.empty())
    way.lists.push_back({site.addresses.milestones() + "by-theme/not-given/",
                         site.words.say("milestones.no_theme"),
                         std::move(rest),
                         nullptr,
                         nullptr,
                         {}});
  return way;
}

Way by_lead(const Site &site) {
  Way way{"by_lead", {}, {}, {}};
  std::map<std::string, Members> by_body;
  Members rest, with_role;
  for (const auto &milestone : site.programme.milestones) {
    if (milestone.lead)
      by_body[milestone.lead->head.id].push_back(&milestone);
    else
      rest.push_back(&milestone);
    if (!milestone.lead && milestone.record->lead_role.given) with_role.push_back(&milestone);
  }
  if (by_body.empty()) {
    way.sentence = site.words.say("milestones.no_lead", {{"things", site.noun("milestone", 1)},
                                                         {"with_role", long{ref_count(with_role)}}});
    return way;
  }
  for (auto &[id, members] : by_body) {
    const RecordHead &head = members.front()->lead->head;
    way.lists.push_back(
        {site.addresses.milestones_by_lead(id), *head.title, std::move(members), nullptr, &head, {}});
  }
  std::sort(way.lists.begin(), way.lists.end(),
            [&](const List &a, const List &b) { return site.words.comes_before(a.label, b.label); });
  if (!rest.empty())
    way.lists.push_back({site.addresses.milestones_by_lead("not-given"),
                         site.words.say("milestones.lead_not_given"),
                         std::move(rest),
                         nullptr,
                         nullptr,
                         {}});
  return way;
}

/// The roles of those who lead, each written as the reports first write it. There is no way by role where no
/// report names one.
Way by_role(const Site &site) {
  Way way{"by_role", {}, {}, {}};
  Members rest;
  for (const auto &milestone : site.programme.milestones) {
    const std::string &role = *milestone.record->lead_role;
    const std::string route = site.addresses.milestones_by_role(slug(role));
    if (slug(role).empty()) {
      rest.push_back(&milestone);
      continue;
    }
    auto list = std::find_if(way.lists.begin(), way.lists.end(),
                             [&](const List &known) { return known.route == route; });
    if (list == way.lists.end())
      list = way.lists.insert(way.lists.end(), {route, role, {}, nullptr, nullptr, {}});
    list->members.push_back(&milestone);
  }
  std::sort(way.lists.begin(), way.lists.end(),
            [&](const List &a, const List &b) { return site.words.comes_before(a.label, b.label); });
  if (!rest.empty() && !way.lists.empty())
    way.lists.push_back({site.addresses.milestones_by_role("not-given"),
                         site.words.say("milestones.role_not_given"),
                         std::move(rest),
                         nullptr,
                         nullptr,
                         {}});
  return way;
}

/// What is late, and what was put off. Where nothing is, that is said and there is no list.
Way by_lateness(const Site &site) {
  Way way{"by_lateness", {}, {}, {}};
  const auto add = [&](const char *name, const std::string &route, Members members) {
    const std::string key = std::string("milestones.") + name;
    if (members.empty())
      way.without_list.push_back(
          {site.words.say(key + "_none", {{"things", site.noun("milestone", 2)}}), "", "", false});
    else
      way.lists.push_back({route,
                           site.words.say(key),
                           std::move(members),
                           nullptr,
                           nullptr,
                           {},
                           site.words.say(key + "_order")});
  };
  add("overdue", site.addresses.milestones_overdue(), late_milestones(site.programme));
  add("date_moved", site.addresses.milestones_date_moved(), milestones_with_moved_date(site.programme));
  return way;
}

Way by_month(const Site &site) {
  Way way{"by_month", {}, {}, {}};
  std::map<Date, Members> months;
  Members undated;
  for (const auto &milestone : site.programme.milestones) {
    if (milestone.due)
      months[Date{milestone.due->year, milestone.due->month, 0}].push_back(&milestone);
    else
      undated.push_back(&milestone);
  }
  for (auto &[month, members] : months)
    way.lists.push_back({site.addresses.milestones_by_month(to_iso(month)),
                         site.words.say("milestones.due_in", {{"month", site.words.date(month)}}),
                         std::move(members), nullptr, nullptr, month});
  if (!undated.empty())
    way.lists.push_back({site.addresses.milestones_by_month("no-date"),
                         site.words.say("milestones.no_date"),
                         std::move(undated),
                         nullptr,
                         nullptr,
                         {}});
  return way;
}

void add_links(const Site &site, Way &way) {
  for (const auto &list : way.lists) {
    MilestoneWayLinkView link{list_heading(site, list.label, list.members), site.href(list.route), "", false};
    // A month's own lateness is what people look for; a status already says how things stand.
    if (list.due)
      if (const int late = late_among(list.members))
        link.note = site.words.say("milestones.late_short", {{"count", long{late}}});
    way.links.push_back(std::move(link));
  }
  way.links.insert(way.links.end(), way.without_list.begin(), way.without_list.end());
}

MilestoneWayView way_view(const Site &site, const Way &way, const std::string &current_route) {
  MilestoneWayView view{site.words.say("milestones." + way.name), way.sentence, !way.links.empty(),
                        way.links};
  for (std::size_t i = 0; i < way.lists.size(); ++i)
    view.links[i].current = way.lists[i].route == current_route;
  return view;
}

std::vector<MilestoneItemView> items_of(const Site &site, const Members &members) {
  std::vector<MilestoneItemView> items;
  for (const auto *milestone : worst_first(members))
    items.push_back(milestone_item(site, *milestone));
  return items;
}

std::vector<MilestoneGroupView> groups_by_status(const Site &site, const Members &members) {
  std::vector<MilestoneGroupView> groups;
  for (const auto &status : site.settings().statuses) {
    Members of_status;
    std::copy_if(members.begin(), members.end(), std::back_inserter(of_status),
                 [&](const auto *one) { return one->status == &status; });
    if (!of_status.empty())
      groups.push_back(
          {*status.key, list_heading(site, *status.label, of_status), items_of(site, of_status)});
  }
  return groups;
}

/// "First promised for December 2018, and put off by 3 months."
std::string moved_text(const Site &site, const MilestoneFacts &milestone) {
  const long days = milestone.lateness.days_moved;
  const std::string first = site.words.date(*milestone.record->first_due);
  if (days == 0) return site.words.say("milestone.first_promised", {{"date", first}});
  return site.words.say(days > 0 ? "milestones.put_off" : "milestones.brought_forward",
                        {{"date", first}, {"time", site.words.duration(std::abs(days))}});
}

/// The members as they stand in the list: the worst comes first, whatever its status.
std::vector<MilestoneGroupView> one_group(const Site &site, const List &list) {
  MilestoneGroupView group{"worst-first", list.worst_first, {}};
  for (const auto *milestone : list.members) {
    group.items.push_back(milestone_item(site, *milestone));
    if (milestone->lateness.moved) group.items.back().moved = moved_text(site, *milestone);
  }
  return {std::move(group)};
}

void append_late_sentence(const Site &site, const Members &members, std::vector<std::string> &sentences) {
  const int late = late_among(members), total = ref_count(members);
  const bool all_done = std::all_of(members.begin(), members.end(),
                                    [](const MilestoneFacts *one) { return is_done(*one->status); });
  if (all_done) return;
  sentences.push_back(site.words.say(
      late == total ? "milestones.late_all" : "milestones.late_on",
      {{"count", long{late}}, {"total", long{total}}, {"date", site.words.date(site.programme.today)}}));
}

void append_range_sentences(const Site &site, const Members &members, std::vector<std::string> &sentences) {
  for (auto &sentence : range_sentences(site, members))
    sentences.push_back(std::move(sentence));
}

/// What all lists share, with the ways to the others.
MilestoneListView list_view(const Site &site, const std::vector<Way> &ways, PageInfo info,
                            const Members &members) {
  MilestoneListView view;
  view.ways_heading = site.words.say("milestones.ways", {{"things", site.noun("milestone", 2)}});
  view.status_key = status_key(site, counts_of(site, members));
  view.has_key = !view.status_key.empty();
  view.all = {
      site.words.say("milestones.all", {{"counted", site.counted("milestone", site.programme.counts.total)}}),
      site.href(site.addresses.milestones()), info.route == site.addresses.milestones()};
  for (const auto &way : ways)
    if (!way.lists.empty() || !way.without_list.empty() || !way.sentence.empty())
      view.ways.push_back(way_view(site, way, info.route));
  view.frame = make_frame(site, std::move(info));
  return view;
}

MilestoneListView whole_list(const Site &site, const std::vector<Way> &ways) {
  const Members everything = members_where(site.programme, [](const MilestoneFacts &) { return true; });
  PageInfo info;
  info.route = info.section = site.addresses.milestones();
  info.heading = site.words.sentence_case(site.noun("milestone", 2));
  info.description = listed_sentence(site, site.programme.counts);
  if (site.programme.plan) info.records.push_back(&site.programme.plan->head);
  for (const auto *milestone : everything)
    info.records.push_back(&milestone->record->head);
  auto groups = groups_by_status(site, everything);
  for (const auto &group : groups)
    info.on_this_page.push_back({group.heading, "#" + group.id});
  info.on_this_page.push_back(
      {site.words.say("milestones.ways", {{"things", site.noun("milestone", 2)}}), "#ways"});

  MilestoneListView view = list_view(site, ways, info, everything);
  view.groups = std::move(groups);
  append_late_sentence(site, everything, view.sentences);
  if (site.programme.plan) {
    const Plan &plan = *site.programme.plan;
    for (auto &sentence : stated_and_listed(site, plan.stated, site.programme.counts))
      view.sentences.push_back(std::move(sentence));
    append_range_sentences(site, everything, view.sentences);
    view.note = prose_of(site, plan.head, plan.stated.note);
  }
  view.figure =
      counts_figure(site, site.programme.counts, "by-status", listed_sentence(site, site.programme.counts),
                    site.words.say("milestones.counts_caption", {{"things", site.noun("milestone", 2)}}));
  return view;
}

PageInfo list_info(const Site &site, const Way &way, const List &list) {
  PageInfo info;
  info.caption = site.words.say("milestones." + way.name);
  info.route = list.route;
  info.section = site.addresses.milestones();
  info.heading = list_heading(site, list.label, list.members);
  info.breadcrumbs = {
      {site.words.sentence_case(site.noun("milestone", 2)), site.href(site.addresses.milestones())}};
  info.description = listed_sentence(site, counts_of(site, list.members));
  if (list.record) info.records.push_back(list.record);
  for (const auto *milestone : list.members)
    info.records.push_back(&milestone->record->head);
  return info;
}

/// The sentences of one status: what the report counts beside what it lists, where the two differ.
void append_stated(const Site &site, const Status &status, const Members &members,
                   std::vector<std::string> &sentences) {
  if (!site.programme.plan) return;
  for (const auto &[key, count] : site.programme.plan->stated.counts)
    if (*key == *status.key && std::lround(*count) != ref_count(members))
      sentences.push_back(
          site.words.say("milestones.status_differs", {{"stated", std::lround(*count)},
                                                       {"listed", long{ref_count(members)}},
                                                       {"status", status_in_sentence(status)}}));
}

MilestoneListView one_list(const Site &site, const std::vector<Way> &ways, const Way &way, const List &list) {
  MilestoneListView view = list_view(site, ways, list_info(site, way, list), list.members);
  if (list.status) {
    view.status_meaning = *list.status->meaning;
    append_stated(site, *list.status, list.members, view.sentences);
  } else {
    view.sentences.push_back(listed_sentence(site, counts_of(site, list.members)));
  }
  if (list.record && site.programme.theme_by_id.count(list.record->id) != 0) {
    view.introduction = prose_of(site, *list.record, list.record->text);
    view.meaning = prose_of(site, *list.record, list.record->meaning);
    view.discrepancy = prose_of(site, *list.record, list.record->discrepancy);
  }
  append_late_sentence(site, list.members, view.sentences);
  append_range_sentences(site, list.members, view.sentences);
  view.groups = list.worst_first.empty() ? groups_by_status(site, list.members) : one_group(site, list);
  return view;
}

} // namespace

void add_milestone_lists(const Site &site, std::vector<View> &views) {
  if (site.programme.milestones.empty()) return;
  std::vector<Way> all{by_status(site), by_lateness(site), by_theme(site),
                       by_month(site),  by_lead(site),     by_role(site)};
  for (auto &way : all)
    add_links(site, way);
  const auto ways = std::make_shared<const std::vector<Way>>(std::move(all));
  View whole = make_view_later(site.addresses.milestones(), "milestone-list",
                               [&site, ways] { return whole_list(site, *ways); });
  whole.heading = site.words.sentence_case(site.noun("milestone", 2));
  views.push_back(std::move(whole));
  for (const auto &way : *ways)
    for (const auto &list : way.lists) {
      View view = make_view_later(list.route, "milestone-list",
                                  [&site, &way, &list, ways] { return one_list(site, *ways, way, list); });
      view.heading = list_heading(site, list.label, list.members);
      views.push_back(std::move(view));
    }
}

void list_milestone_list_templates(PageTemplates &templates) {
  templates.emplace_back("milestone-list", &view_type<MilestoneListView>());
}

} // namespace localoffer
