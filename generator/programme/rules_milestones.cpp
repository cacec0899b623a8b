#include "content/codes.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"

#include <algorithm>
#include <fmt/format.h>

// What has to be said about a milestone that is late, replaced, stopped, or leans on another one.

namespace localoffer::rules {
namespace {

bool has_lifecycle(const Status &status, std::string_view lifecycle) {
  return status.lifecycle.size() == 1 && *status.lifecycle.front() == lifecycle;
}

void check_new_date(const MilestoneFacts &milestone, const Date &today, Found &found) {
  const Milestone &record = *milestone.record;
  if (is_done(*milestone.status) || record.ended) return;
  const auto report = [&](Place place, std::string message, std::string help) {
    found.push_back(
        diagnose("overdue-without-new-date", {record.head.file, place}, std::move(message), std::move(help)));
  };
  if (milestone.lateness.overdue)
    return report(record.due ? record.due.place : record.first_due.place,
                  fmt::format("'{}' was due by {}, is not done on {}, and has no new date", name_of(record),
                              to_iso(*milestone.due), to_iso(today)),
                  "Write the new date under 'due:' and the reason under 'why:', or give it the status that "
                  "it has now.");
  const bool moved_past = record.first_due && record.due && has_passed(*record.first_due, today);
  if (moved_past && !record.why)
    report(record.due.place,
           fmt::format("the date of '{}' moved from {} to {}, and nothing says why", name_of(record),
                       to_iso(*record.first_due), to_iso(*record.due)),
           "Write the reason under 'why:'.");
}

void check_successor(const MilestoneFacts &milestone, Found &found) {
  const Milestone &record = *milestone.record;
  const Status &status = *milestone.status;
  const auto report = [&](std::string message, std::string help) {
    found.push_back(diagnose("replaced-without-successor", {record.head.file, record.status.place},
                             std::move(message), std::move(help)));
  };
  const bool replaced = has_lifecycle(status, "replaced") || *record.ended == "replaced";
  const bool stopped = has_lifecycle(status, "stopped") || *record.ended == "stopped";
  if (replaced && record.replaced_by.empty())
    report(fmt::format("'{}' was replaced, and nothing says by what", name_of(record)),
           "Write the ref of what took its place under 'replaced_by:'.");
  if (stopped && !record.why)
    report(fmt::format("'{}' was stopped, and nothing says why", name_of(record)),
           "Write the reason under 'why:'.");
  if (!record.replaced_by.empty() && !replaced && !is_done(status))
    report(fmt::format("'{}' was replaced by other work, and its status '{}' does not say so",
                       name_of(record), *status.key),
           "Give it a status whose lifecycle is 'replaced'. If the report keeps its old status, write "
           "'ended: replaced' below the status; the page then says both.");
}

void check_next_step(const NextStep &step, const RecordHead &head, const Settings &settings, Found &found) {
  const Status *status = step.status ? settings.status(*step.status) : nullptr;
  if (!status || step.why) return;
  if (has_lifecycle(*status, "replaced") || has_lifecycle(*status, "stopped"))
    found.push_back(
        diagnose("replaced-without-successor", {head.file, step.status.place},
                 fmt::format("this next step has the status '{}', and nothing says why", *status->key),
                 "Write the reason under 'why:'."));
}

} // namespace

void overdue_has_new_date(const Programme &programme, Found &found) {
  for (const auto &milestone : programme.milestones)
    check_new_date(milestone, programme.today, found);
}

void replaced_has_successor(const Programme &programme, Found &found) {
  for (const auto &milestone : programme.milestones)
    check_successor(milestone, found);
  for (const auto &priority : programme.content.records.priorities)
    for (const auto &step : priority.next_steps)
      check_next_step(step, priority.head, programme.settings(), found);
}

void promises_have_a_status(const Programme &programme, Found &found) {
  for (const auto &priority : programme.content.records.priorities)
    for (const auto &step : priority.next_steps)
      if (step.due && !step.status && has_passed(*step.due, programme.today))
        found.push_back(
            diagnose("promise-passed", {priority.head.file, step.due.place},
                     fmt::format("this was to happen by {}, and nothing says on {} what has become of it",
                                 to_iso(*step.due), to_iso(programme.today)),
                     "Move it to 'done:', or give it a 'status:', or a new date under 'due:' and the reason "
                     "under 'why:'."));
}

void same_comment_exists(const Programme &programme, Found &found) {
  for (std::size_t i = 0; i < programme.milestones.size(); ++i) {
    const MilestoneFacts &milestone = programme.milestones[i];
    if (!milestone.same_comment_as || *milestone.same_comment_as == i) continue;
    const MilestoneFacts &other = programme.milestones[*milestone.same_comment_as];
    if (!other.record->comments.empty()) continue;
    const auto &further = other.record->same_comment_as;
    found.push_back(diagnose(
        "unknown-ref", milestone.record->head.span_of(milestone.record->same_comment_as),
        fmt::format("'{}' has no comment of its own", name_of(*other.record)),
        further ? fmt::format("did you mean '{}', whose comment it shares?", normalised_ref(*further))
                : "Name the ref whose record holds the comment."));
  }
}

void nothing_names_itself(const Programme &programme, Found &found) {
  for (const auto &milestone : programme.milestones) {
    const Milestone &record = *milestone.record;
    const auto check = [&](const Authored<std::string> &name) {
      const auto named = expanded_refs(*name);
      const bool itself = std::any_of(named.begin(), named.end(), [&](const std::string &ref) {
        return std::find(milestone.refs.begin(), milestone.refs.end(), ref) != milestone.refs.end();
      });
      if (name.given && itself)
        found.push_back(diagnose("unknown-ref", {record.head.file, name.place},
                                 fmt::format("'{}' names itself here", *name),
                                 "Name another ref, or remove the line."));
    };
    check(record.same_comment_as);
    for (const auto &name : record.depends_on)
      check(name);
    for (const auto &name : record.replaced_by)
      check(name);
  }
}

} // namespace localoffer::rules
