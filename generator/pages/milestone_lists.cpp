#include "pages/common_views.hpp"
#include "pages/list_pages.hpp"
#include "pages/milestone_inputs.hpp"
#include "pages/milestone_list_parts.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>

namespace localoffer {

/// Milestones under one heading.
struct MilestoneGroupView {
  std::string id, heading;
  std::vector<MilestoneItemView> items;
};
VIEW_FIELDS(MilestoneGroupView, id, heading, items);

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
  std::optional<LinkView> previous, next; ///< pages of the same list
  bool has_neighbours = false;
  std::string ways_heading;
  LinkView all;
  std::vector<MilestoneWayView> ways;
  std::optional<LinkView> more_ways; ///< to all of them, where this page shows one
};
VIEW_FIELDS(MilestoneListView, frame, status_meaning, introduction, meaning, discrepancy, note, sentences,
            figure, has_key, has_sentences, status_key, groups, previous, next, has_neighbours, ways_heading,
            all, ways, more_ways);

/// A page of a long list, but for the first.
struct MilestoneListPartView {
  Frame frame;
  std::vector<MilestoneGroupView> groups;
  std::optional<LinkView> previous, next;
  bool has_neighbours = true;
  LinkView ways; ///< on the first page
};
VIEW_FIELDS(MilestoneListPartView, frame, groups, previous, next, has_neighbours, ways);

namespace {

Counts counts_of(const Site &site, const MilestoneMembers &members) {
  Counts counts = no_counts(site.settings());
  for (const auto *milestone : members)
    add_to(counts, *milestone->status, static_cast<int>(milestone->refs.size()));
  return counts;
}

MilestoneWayView way_view(const Site &site, const MilestoneWay &way, const std::string &current_route) {
  MilestoneWayView view{site.words.say("milestones." + way.name), way.sentence, !way.links.empty(),
                        way.links};
  for (std::size_t i = 0; i < way.lists.size(); ++i)
    view.links[i].current = way.lists[i].route == current_route;
  return view;
}

/// "First promised for December 2018, and put off by 3 months."
std::string moved_text(const Site &site, const MilestoneFacts &milestone) {
  const long days = milestone.lateness.days_moved;
  const std::string first = site.words.date(*milestone.record->first_due);
  if (days == 0) return site.words.say("milestone.first_promised", {{"date", first}});
  return site.words.say(days > 0 ? "milestones.put_off" : "milestones.brought_forward",
                        {{"date", first}, {"time", site.words.duration(std::abs(days))}});
}

std::vector<MilestoneGroupView> group_views(const Site &site, const MilestoneList &list,
                                            const std::vector<MilestoneGroup> &groups) {
  std::vector<MilestoneGroupView> views;
  for (const auto &group : groups) {
    MilestoneGroupView view{group.id, group.heading, {}};
    for (const auto *milestone : group.members) {
      view.items.push_back(milestone_item(site, *milestone));
      if (!list.worst_first.empty() && milestone->lateness.moved)
        view.items.back().moved = moved_text(site, *milestone);
    }
    views.push_back(std::move(view));
  }
  return views;
}

using Parts = std::vector<MilestoneListPart>;

std::vector<std::string> routes_of(const Parts &parts) {
  std::vector<std::string> routes;
  for (const auto &part : parts)
    routes.push_back(part.route);
  return routes;
}

void append_late_sentence(const Site &site, const MilestoneMembers &members,
                          std::vector<std::string> &sentences) {
  const int late = late_among(members), total = ref_count(members);
  const bool all_done = std::all_of(members.begin(), members.end(),
                                    [](const MilestoneFacts *one) { return is_done(*one->status); });
  if (all_done) return;
  sentences.push_back(site.words.say(
      late == total ? "milestones.late_all" : "milestones.late_on",
      {{"count", long{late}}, {"total", long{total}}, {"date", site.words.date(site.programme.today)}}));
}

void append_range_sentences(const Site &site, const MilestoneMembers &members,
                            std::vector<std::string> &sentences) {
  for (auto &sentence : range_sentences(site, members))
    sentences.push_back(std::move(sentence));
}

constexpr std::size_t most_links = 60; ///< to other lists, that each list has

/// Whether each list can link to all others. Of more links than a reader looks through, it has those of its
/// own way; what a change makes new then does not grow with the number of lists.
bool link_to_all_ways(const std::vector<MilestoneWay> &ways) {
  std::size_t links = 0;
  for (const auto &way : ways)
    links += way.links.size();
  return links <= most_links;
}

bool leads_to(const MilestoneWay &way, const std::string &route) {
  return std::any_of(way.lists.begin(), way.lists.end(),
                     [&](const MilestoneList &list) { return list.route == route; });
}

/// What all lists share, with the ways to the others.
MilestoneListView list_view(const Site &site, const std::vector<MilestoneWay> &ways, PageInfo info,
                            const MilestoneMembers &members) {
  MilestoneListView view;
  view.ways_heading = site.words.say("milestones.ways", {{"things", site.noun("milestone", 2)}});
  view.status_key = status_key(site, counts_of(site, members));
  view.has_key = !view.status_key.empty();
  view.all = {
      site.words.say("milestones.all", {{"counted", site.counted("milestone", site.programme.counts.total)}}),
      site.href(site.addresses.milestones()), info.route == site.addresses.milestones()};
  const bool with_all = view.all.current || link_to_all_ways(ways);
  for (const auto &way : ways) {
    const bool says_something = !way.links.empty() || !way.sentence.empty();
    if (says_something && (with_all || leads_to(way, info.route)))
      view.ways.push_back(way_view(site, way, info.route));
  }
  if (!with_all)
    view.more_ways = LinkView{site.words.say("milestones.more_ways", {{"things", site.noun("milestone", 2)}}),
                              site.href(site.addresses.milestones()) + "#ways"};
  view.frame = make_frame(site, std::move(info));
  return view;
}

/// A list with what its pages are made from.
struct CutList {
  MilestoneList list;
  std::string caption; ///< the way that it belongs to; empty for the list of all
  Parts parts;
};

/// Where a group begins, seen from the first page.
std::string group_href(const Site &site, const Parts &parts, const std::string &id) {
  for (const auto &part : parts)
    for (const auto &group : part.groups)
      if (group.id == id) return (&part == &parts.front() ? "" : site.href(part.route)) + "#" + id;
  return "#" + id;
}

MilestoneListView whole_list(const Site &site, const std::vector<MilestoneWay> &ways, const CutList &all) {
  const MilestoneMembers &everything = all.list.members;
  PageInfo info;
  info.route = info.section = site.addresses.milestones();
  info.heading = all.list.label;
  info.description = listed_sentence(site, site.programme.counts);
  if (site.programme.plan) info.records.push_back(&site.programme.plan->head);
  for (const auto *milestone : everything)
    info.records.push_back(&milestone->record->head);
  for (const auto &group : groups_of(site, all.list))
    info.on_this_page.push_back({group.heading, group_href(site, all.parts, group.id)});
  info.on_this_page.push_back(
      {site.words.say("milestones.ways", {{"things", site.noun("milestone", 2)}}), "#ways"});

  MilestoneListView view = list_view(site, ways, info, everything);
  view.groups = group_views(site, all.list, all.parts.front().groups);
  add_neighbours(site, routes_of(all.parts), 0, view);
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

PageInfo list_info(const Site &site, const CutList &cut) {
  const MilestoneList &list = cut.list;
  PageInfo info;
  info.caption = cut.caption;
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
void append_stated(const Site &site, const Status &status, const MilestoneMembers &members,
                   std::vector<std::string> &sentences) {
  if (!site.programme.plan) return;
  for (const auto &[key, count] : site.programme.plan->stated.counts)
    if (*key == *status.key && std::lround(*count) != ref_count(members))
      sentences.push_back(
          site.words.say("milestones.status_differs", {{"stated", std::lround(*count)},
                                                       {"listed", long{ref_count(members)}},
                                                       {"status", status_in_sentence(status)}}));
}

MilestoneListView one_list(const Site &site, const std::vector<MilestoneWay> &ways, const CutList &cut) {
  const MilestoneList &list = cut.list;
  MilestoneListView view = list_view(site, ways, list_info(site, cut), list.members);
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
  view.groups = group_views(site, list, cut.parts.front().groups);
  add_neighbours(site, routes_of(cut.parts), 0, view);
  return view;
}

std::string part_heading(const Site &site, const CutList &cut, std::size_t index) {
  const MilestoneList &list = cut.list;
  return list_page_heading(site,
                           cut.caption.empty() ? list.label : list_heading(site, list.label, list.members),
                           index, cut.parts.size());
}

MilestoneListPartView one_part(const Site &site, const CutList &cut, std::size_t index) {
  const MilestoneList &list = cut.list;
  const MilestoneListPart &part = cut.parts[index];
  PageInfo info;
  info.caption = cut.caption;
  info.route = part.route;
  info.section = site.addresses.milestones();
  info.heading = info.description = part_heading(site, cut, index);
  info.breadcrumbs = {
      {site.words.sentence_case(site.noun("milestone", 2)), site.href(site.addresses.milestones())}};
  if (!cut.caption.empty())
    info.breadcrumbs.push_back({list_heading(site, list.label, list.members), site.href(list.route)});
  for (const auto &group : part.groups)
    for (const auto *milestone : group.members)
      info.records.push_back(&milestone->record->head);

  MilestoneListPartView view;
  view.groups = group_views(site, list, part.groups);
  add_neighbours(site, routes_of(cut.parts), index, view);
  view.ways = {site.words.say("milestones.ways", {{"things", site.noun("milestone", 2)}}),
               site.href(list.route) + "#ways"};
  view.frame = make_frame(site, std::move(info));
  return view;
}

/// All that stands on such a page beside what its milestones say of themselves.
std::string told_of_part(const Site &site, const CutList &cut, std::size_t index) {
  std::string told = part_heading(site, cut, index) + "\n" + cut.caption + "\n";
  for (const auto &group : cut.parts[index].groups)
    told += group.id + "\n" + group.heading + "\n" + std::to_string(group.members.size()) + "\n";
  return told;
}

/// The pages of a list: the first, and those on which it goes on.
template <class MakeFirst>
void add_list(const Site &site, const std::shared_ptr<const CutList> &cut, const MakeFirst &make_first,
              std::string heading, std::optional<MilestoneInputs> &inputs, std::vector<View> &views) {
  View first = make_view_later(cut->list.route, "milestone-list", make_first);
  first.heading = std::move(heading);
  views.push_back(std::move(first));
  if (cut->parts.size() > 1 && !inputs) inputs.emplace(site);
  for (std::size_t i = 1; i < cut->parts.size(); ++i) {
    MilestoneMembers members;
    for (const auto &group : cut->parts[i].groups)
      members.insert(members.end(), group.members.begin(), group.members.end());
    views.push_back(make_view_later(
        cut->parts[i].route, "milestone-list-part", [&site, cut, i] { return one_part(site, *cut, i); },
        inputs->of_list(members, told_of_part(site, *cut, i))));
  }
}

std::shared_ptr<const CutList> cut_list(const Site &site, MilestoneList list, std::string caption) {
  Parts parts = parts_of(list.route, groups_of(site, list));
  return std::make_shared<const CutList>(CutList{std::move(list), std::move(caption), std::move(parts)});
}

} // namespace

void add_milestone_lists(const Site &site, std::vector<View> &views) {
  if (site.programme.milestones.empty()) return;
  const auto ways = std::make_shared<const std::vector<MilestoneWay>>(milestone_ways(site));
  std::optional<MilestoneInputs> inputs; // made where a list has more than one page
  MilestoneList everything{
      site.addresses.milestones(), site.words.sentence_case(site.noun("milestone", 2)), {}};
  for (const auto &milestone : site.programme.milestones)
    everything.members.push_back(&milestone);
  const auto all = cut_list(site, std::move(everything), {});
  add_list(
      site, all, [&site, ways, all] { return whole_list(site, *ways, *all); }, all->list.label, inputs,
      views);
  for (const auto &way : *ways)
    for (const auto &list : way.lists) {
      const auto cut = cut_list(site, list, site.words.say("milestones." + way.name));
      add_list(
          site, cut, [&site, ways, cut] { return one_list(site, *ways, *cut); }, list_name(site, list.label),
          inputs, views);
    }
}

void list_milestone_list_templates(PageTemplates &templates) {
  templates.emplace_back("milestone-list", &view_type<MilestoneListView>());
  templates.emplace_back("milestone-list-part", &view_type<MilestoneListPartView>());
}

} // namespace localoffer
