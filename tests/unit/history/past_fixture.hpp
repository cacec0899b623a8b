#pragma once

#include "history/timelines.hpp"
#include "support/temp_repository.hpp"

#include <map>
#include <string>
#include <vector>

namespace localoffer::testing {

using Texts = std::vector<std::string>;

/// Settings with a scale that has a status of each meaning.
inline const std::string scale_settings = R"(title: Site
content: content
statuses:
  - {key: planned, label: Planned, lifecycle: [not-started]}
  - {key: late, label: Off track, lifecycle: [in-progress], confidence: [off-track]}
  - {key: at-risk, label: At risk, lifecycle: [in-progress], confidence: [at-risk]}
  - {key: on-track, label: On track, lifecycle: [in-progress], confidence: [on-track]}
  - {key: behind, label: Behind, lifecycle: [in-progress], confidence: [off-track]}
  - {key: complete, label: Complete, lifecycle: [complete]}
  - {key: stopped, label: Stopped, lifecycle: [stopped]}
)";

/// A site's past, made commit by commit.
struct Past {
  TempRepository repository;

  Past() { write("site.yaml", scale_settings); }

  Past &write(const std::string &path, const std::string &text) {
    repository.write(path, text);
    return *this;
  }
  Past &remove(const std::string &path) {
    std::filesystem::remove_all(repository.path() / path);
    return *this;
  }
  Past &move(const std::string &from, const std::string &to) {
    std::filesystem::create_directories((repository.path() / to).parent_path());
    std::filesystem::rename(repository.path() / from, repository.path() / to);
    return *this;
  }
  Past &milestone(const std::string &id, const std::string &fields) {
    return write("content/milestones/" + id + ".yaml", fields);
  }
  Past &measure(const std::string &id, const std::string &fields) {
    return write("content/measures/" + id + ".yaml", fields);
  }
  std::string commit(const std::string &day) { return repository.commit("On " + day, day + "T12:00:00Z"); }

  History history(Store *store = nullptr, unsigned threads = 1, const std::string &commit = {}) const {
    const CommitLog log(repository.path(), commit.empty() ? repository.head() : commit);
    return read_history({log, "site.yaml", store, threads});
  }
  CommitPair compare(const std::string &before, const std::string &after) const {
    const CommitLog log(repository.path(), after);
    return compare_commits({log, "site.yaml", nullptr, 1}, before, after);
  }
  Timelines told() const { return timelines_of(history()); }
};

/// "milestone a: status: planned -> late", "added milestone a (Title)".
inline std::string in_words(const Event &event) {
  const std::string name = event.record.kind + " " + event.record.id;
  switch (event.what) {
  case Event::What::added:
    return "added " + name + " (" + event.after + ")";
  case Event::What::removed:
    return "removed " + name + " (" + event.before + ")";
  case Event::What::renamed:
    return "renamed " + name + " from " + event.before;
  case Event::What::changed:
    break;
  }
  return name + ": " + event.field + (event.item.empty() ? "" : " [" + event.item + "]") + ": " +
         event.before + " -> " + event.after;
}

/// All events, or those of one commit by its place.
inline Texts in_words(const History &history, int commit = -1) {
  Texts all;
  for (const auto &event : history.events)
    if (commit < 0 || event.commit == static_cast<std::uint32_t>(commit)) all.push_back(in_words(event));
  return all;
}

/// Everything that two histories can differ in.
inline Texts everything(const History &history) {
  Texts all;
  for (const auto &commit : history.commits)
    all.push_back(commit.id + to_iso(commit.date) + commit.author_name + commit.author_email +
                  commit.subject);
  for (const auto &event : history.events) {
    std::string text = std::to_string(event.commit) + " " + in_words(event);
    if (event.state) {
      PackedWriter out;
      pack(out, *event.state);
      text += out.take();
    }
    all.push_back(text);
  }
  all.push_back(std::to_string(history.unreadable) + (history.begins ? to_iso(*history.begins) : ""));
  return all;
}

inline std::string in_words(Change::Kind kind) {
  static const std::map<Change::Kind, std::string> words{
      {Change::Kind::withdrawn, "withdrawn"},
      {Change::Kind::fell, "fell"},
      {Change::Kind::reopened, "reopened"},
      {Change::Kind::promise_rewritten, "promise rewritten"},
      {Change::Kind::moved_later, "moved later"},
      {Change::Kind::date_dropped, "date dropped"},
      {Change::Kind::stopped, "stopped"},
      {Change::Kind::replaced, "replaced"},
      {Change::Kind::figure_corrected, "figure corrected"},
      {Change::Kind::figure_withdrawn, "figure withdrawn"},
      {Change::Kind::target_changed, "target changed"},
      {Change::Kind::status_changed, "status changed"},
      {Change::Kind::fact_changed, "fact changed"},
      {Change::Kind::moved_earlier, "moved earlier"},
      {Change::Kind::date_set, "date set"},
      {Change::Kind::rose, "rose"},
      {Change::Kind::completed, "completed"},
      {Change::Kind::figure_added, "figure added"},
      {Change::Kind::added, "added"},
      {Change::Kind::renamed, "renamed"},
      {Change::Kind::wording, "wording"}};
  return words.at(kind);
}

/// "fell milestone a: On track -> Off track (Few staff.)".
inline std::string in_words(const Change &change) {
  return in_words(change.kind) + " " + change.record.kind + " " + change.record.id +
         (change.item.empty() ? "" : " [" + change.item + "]") +
         (change.before.empty() && change.after.empty() ? "" : ": " + change.before + " -> " + change.after) +
         (change.why.empty() ? "" : " (" + change.why + ")");
}

/// The changes after the first commit.
inline Texts changes_in_words(const Timelines &told) {
  Texts all;
  for (const auto &change : told.changes)
    if (change.commit > 0) all.push_back(in_words(change));
  return all;
}

} // namespace localoffer::testing
