#include "base/hash.hpp"
#include "pages/feeds.hpp"
#include "pages/milestone_words.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace localoffer {
namespace {

bool has_date(const Site &site, const NextStep &step) {
  const Status *status = step.status.given ? site.settings().status(*step.status) : nullptr;
  return step.due.given && !(status && is_done(*status));
}

/// A meeting of which only the month is known has no day to go to.
bool has_date(const Meeting &meeting) {
  return meeting.date.given && meeting.date->day != 0;
}

class DatesCalendar {
public:
  explicit DatesCalendar(const Site &site) : site_(site), words_(site.words) {}

  Calendar make() {
    for (const auto &milestone : site_.programme.milestones)
      add_milestone(milestone);
    for (const auto &priority : site_.programme.priorities)
      for (const auto &step : priority.record->next_steps)
        add_step(*priority.record, step);
    for (const auto &meeting : site_.programme.content.records.meetings)
      add_meeting(meeting);
    std::stable_sort(calendar_.entries.begin(), calendar_.entries.end(),
                     [](const CalendarEntry &a, const CalendarEntry &b) { return a.day < b.day; });
    calendar_.name = words_.say("calendar.name", {{"site", *site_.settings().title}});
    calendar_.description = words_.say("calendar.about");
    calendar_.language = words_.language();
    return std::move(calendar_);
  }

private:
  /// The day on which what is said of a record was last changed; before there is a history, today.
  Date stamp_of(const RecordHead &head) const {
    const auto changed = site_.changes.dates.find(head.file ? head.file->path : "");
    return changed == site_.changes.dates.end() ? site_.programme.today : changed->second;
  }

  void add(const RecordHead &head, const std::string &uid, const Date &day, std::string summary,
           std::string description, const std::string &route) {
    const std::string address = site_.addresses.absolute(route);
    const auto host = address.find("://") + 3;
    const std::string whole_uid =
        fmt::format("{}@{}", uid, address.substr(host, address.find_first_of(":/", host) - host));
    if (!uids_.insert(whole_uid).second) return; // a step that a report gives twice
    calendar_.entries.push_back(
        {whole_uid, day, std::move(summary), std::move(description), address, stamp_of(head), false});
  }

  /// A promise for a month is kept until the month's last day. Work that is over has no date to keep.
  void add_milestone(const MilestoneFacts &milestone) {
    if (!is_awaited(milestone)) return;
    const Milestone &record = *milestone.record;
    add(record.head, "milestone-" + record.head.id, last_day(*milestone.due),
        words_.say("calendar.due", {{"what", full_name(milestone)}}),
        words_.say("calendar.due_about",
                   {{"date", words_.date(*milestone.due)}, {"status", *milestone.status->label}}),
        site_.addresses.milestone(milestone));
  }

  void add_step(const Priority &priority, const NextStep &step) {
    if (!has_date(site_, step)) return;
    const std::string text = plain_text(*step.text);
    add(priority.head, fmt::format("step-{}-{}", priority.head.id, content_hash(text).substr(0, 12)),
        last_day(*step.due), words_.say("calendar.due", {{"what", text}}),
        words_.say("calendar.step_about",
                   {{"date", words_.date(*step.due)}, {"priority", priority_name(site_, priority)}}),
        site_.addresses.priority(priority));
  }

  void add_meeting(const Meeting &meeting) {
    if (!has_date(meeting)) return;
    add(meeting.head, "meeting-" + meeting.head.id, *meeting.date, *meeting.head.title,
        plain_text(*meeting.head.text), site_.addresses.of({"meeting", meeting.head.id, {}}));
  }

  const Site &site_;
  const Words &words_;
  Calendar calendar_;
  std::unordered_set<std::string> uids_;
};

} // namespace

bool has_calendar(const Site &site) {
  if (site.kept_as) return false;
  const auto &programme = site.programme;
  const auto &meetings = programme.content.records.meetings;
  return std::any_of(programme.milestones.begin(), programme.milestones.end(), is_awaited) ||
         std::any_of(meetings.begin(), meetings.end(),
                     [](const auto &meeting) { return has_date(meeting); }) ||
         std::any_of(programme.priorities.begin(), programme.priorities.end(), [&](const auto &priority) {
           const auto &steps = priority.record->next_steps;
           return std::any_of(steps.begin(), steps.end(),
                              [&](const auto &step) { return has_date(site, step); });
         });
}

std::vector<PublishedCalendar> make_calendars(const Site &site) {
  if (!has_calendar(site)) return {};
  return {{site.addresses.calendar(), [&site] { return DatesCalendar(site).make(); }}};
}

} // namespace localoffer
