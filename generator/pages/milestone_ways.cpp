#include "pages/milestone_ways.hpp"

#include "base/text.hpp"
#include "pages/milestone_words.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace localoffer {
namespace {

MilestoneMembers members_where(const Programme &programme, const auto &matches) {
  MilestoneMembers members;
  for (const auto &milestone : programme.milestones)
    if (matches(milestone)) members.push_back(&milestone);
  return members;
}

/// Those of which the way says nothing come last, if there are any.
void add_rest(std::string route, std::string label, MilestoneMembers rest, MilestoneWay &way) {
  if (!rest.empty()) way.lists.push_back({std::move(route), std::move(label), std::move(rest)});
}

void sort_by_label(const Site &site, MilestoneWay &way) {
  std::sort(way.lists.begin(), way.lists.end(), [&](const MilestoneList &a, const MilestoneList &b) {
    return site.words.comes_before(a.label, b.label);
  });
}

MilestoneWay by_status(const Site &site) {
  const StatedCounts none;
  const StatedCounts &stated = site.programme.plan ? site.programme.plan->stated : none;
  MilestoneWay way{"by_status"};
  for (const auto &status : site.settings().statuses) {
    MilestoneMembers members =
        members_where(site.programme, [&](const MilestoneFacts &one) { return one.status == &status; });
    if (!members.empty()) {
      way.lists.push_back(
          {site.addresses.milestones_by_status(status), *status.label, std::move(members), &status});
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

MilestoneWay by_theme(const Site &site) {
  MilestoneWay way{"by_theme"};
  for (const auto &theme : site.programme.themes) {
    MilestoneMembers members =
        members_where(site.programme, [&](const MilestoneFacts &one) { return one.theme == theme.record; });
    if (members.empty()) continue;
    way.lists.push_back({.route = site.addresses.milestones_by_theme(*theme.record),
                         .label = *theme.record->head.title,
                         .members = std::move(members),
                         .record = &theme.record->head});
  }
  MilestoneMembers rest = members_where(site.programme, [](const MilestoneFacts &one) { return !one.theme; });
  if (!way.lists.empty())
    add_rest(site.addresses.milestones() + "by-theme/not-given/", site.words.say("milestones.no_theme"),
             std::move(rest), way);
  return way;
}

MilestoneWay by_lead(const Site &site) {
  MilestoneWay way{"by_lead"};
  std::map<std::string, MilestoneMembers> by_body;
  MilestoneMembers rest, with_role;
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
    way.lists.push_back({.route = site.addresses.milestones_by_lead(id),
                         .label = *head.title,
                         .members = std::move(members),
                         .record = &head});
  }
  sort_by_label(site, way);
  add_rest(site.addresses.milestones_by_lead("not-given"), site.words.say("milestones.lead_not_given"),
           std::move(rest), way);
  return way;
}

/// The roles of those who lead, each written as the reports first write it. There is no way by role where no
/// report names one.
MilestoneWay by_role(const Site &site) {
  MilestoneWay way{"by_role"};
  MilestoneMembers rest;
  for (const auto &milestone : site.programme.milestones) {
    const std::string &role = *milestone.record->lead_role;
    const std::string route = site.addresses.milestones_by_role(slug(role));
    if (slug(role).empty()) {
      rest.push_back(&milestone);
      continue;
    }
    auto list = std::find_if(way.lists.begin(), way.lists.end(),
                             [&](const MilestoneList &known) { return known.route == route; });
    if (list == way.lists.end()) list = way.lists.insert(way.lists.end(), {route, role, {}});
    list->members.push_back(&milestone);
  }
  sort_by_label(site, way);
  if (!way.lists.empty())
    add_rest(site.addresses.milestones_by_role("not-given"), site.words.say("milestones.role_not_given"),
             std::move(rest), way);
  return way;
}

/// What is late, and what was put off. Where nothing is, that is said and there is no list.
MilestoneWay by_lateness(const Site &site) {
  MilestoneWay way{"by_lateness"};
  const auto add = [&](const char *name, const std::string &route, MilestoneMembers members) {
    const std::string key = std::string("milestones.") + name;
    if (members.empty())
      way.without_list.push_back(
          {site.words.say(key + "_none", {{"things", site.noun("milestone", 2)}}), "", "", false});
    else
      way.lists.push_back({.route = route,
                           .label = site.words.say(key),
                           .members = std::move(members),
                           .worst_first = site.words.say(key + "_order")});
  };
  add("overdue", site.addresses.milestones_overdue(), late_milestones(site.programme));
  add("date_moved", site.addresses.milestones_date_moved(), milestones_with_moved_date(site.programme));
  return way;
}

MilestoneWay by_month(const Site &site) {
  MilestoneWay way{"by_month"};
  std::map<Date, MilestoneMembers> months;
  MilestoneMembers undated;
  for (const auto &milestone : site.programme.milestones) {
    if (milestone.due)
      months[Date{milestone.due->year, milestone.due->month, 0}].push_back(&milestone);
    else
      undated.push_back(&milestone);
  }
  for (auto &[month, members] : months)
    way.lists.push_back({.route = site.addresses.milestones_by_month(to_iso(month)),
                         .label = site.words.say("milestones.due_in", {{"month", site.words.date(month)}}),
                         .members = std::move(members),
                         .due = month});
  add_rest(site.addresses.milestones_by_month("no-date"), site.words.say("milestones.no_date"),
           std::move(undated), way);
  return way;
}

void add_links(const Site &site, MilestoneWay &way) {
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

} // namespace

std::string list_heading(const Site &site, const std::string &label, const MilestoneMembers &members) {
  return site.words.say("milestones.list_heading",
                        {{"label", label}, {"counted", site.counted("milestone", ref_count(members))}});
}

std::string list_name(const Site &site, const std::string &label) {
  return site.words.say("milestones.list_heading",
                        {{"label", label}, {"counted", site.noun("milestone", 2)}});
}

int late_among(const MilestoneMembers &members) {
  MilestoneMembers late;
  std::copy_if(members.begin(), members.end(), std::back_inserter(late),
               [](const auto *one) { return is_late(*one); });
  return ref_count(late);
}

std::vector<MilestoneWay> milestone_ways(const Site &site) {
  std::vector<MilestoneWay> ways{by_status(site), by_lateness(site), by_theme(site),
                                 by_month(site),  by_lead(site),     by_role(site)};
  for (auto &way : ways)
    add_links(site, way);
  return ways;
}

} // namespace localoffer
