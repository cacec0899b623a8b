#include "cli/history_json.hpp"

#include "pages/change_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace localoffer {
namespace {

using Json = nlohmann::ordered_json;

Json commit_json(const CommitInfo &commit) {
  Json json{{"id", commit.id}, {"date", to_iso(commit.date)}, {"message", commit.subject}};
  if (!commit.author_name.empty()) json["role"] = commit.author_name;
  return json;
}

Json event_json(const Event &event, const CommitInfo &commit) {
  return {{"commit", commit.id},       {"date", to_iso(commit.date)}, {"what", to_string(event.what)},
          {"kind", event.record.kind}, {"id", event.record.id},       {"field", event.field},
          {"item", event.item},        {"before", event.before},      {"after", event.after},
          {"message", commit.subject}};
}

} // namespace

std::string history_json(const History &history, std::optional<Date> since) {
  const auto wanted = [&](const CommitInfo &commit) { return !since || *since <= commit.date; };
  // Put together piece by piece: a long history as one tree would take many times its own size.
  std::string out = "{\n \"commits\": [";
  const auto add = [&, first = true](const Json &json) mutable {
    out += (first ? "\n  " : ",\n  ") + json.dump();
    first = false;
  };
  auto add_commit = add, add_event = add;
  for (const auto &commit : history.commits)
    if (wanted(commit)) add_commit(commit_json(commit));
  out += fmt::format("\n ],\n \"unreadable\": {},\n \"begins\": {},\n \"events\": [", history.unreadable,
                     history.begins ? Json(to_iso(*history.begins)).dump() : "null");
  for (const auto &event : history.events)
    if (is_shown(event) && wanted(history.commit_of(event)))
      add_event(event_json(event, history.commit_of(event)));
  return out + "\n ]\n}\n";
}

std::string changes_json(const Timelines &past, const std::vector<const Change *> &changes,
                         const std::vector<std::string> &summary, const CommitInfo &before,
                         const CommitInfo &after,
                         const std::function<std::string(const Change &)> &sentence) {
  Json json{{"from", commit_json(before)}, {"to", commit_json(after)}, {"summary", summary}};
  json["unreadable"] = past.history.unreadable;
  json["changes"] = Json::array();
  for (const auto *change : changes)
    json["changes"].push_back({{"change", key_of(change->kind)},
                               {"kind", change->record.kind},
                               {"id", change->record.id},
                               {"title", change->title},
                               {"field", change->field},
                               {"item", change->item},
                               {"before", change->before},
                               {"after", change->after},
                               {"days", change->days},
                               {"why", change->why},
                               {"sentence", sentence(*change)}});
  return json.dump(1) + "\n";
}

} // namespace localoffer
