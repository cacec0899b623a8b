#include "history/remembered.hpp"

#include "content/record_schema.hpp"

#include <algorithm>
#include <iterator>

namespace localoffer {
namespace {

/// To be raised whenever the same bytes are read or compared in another way.
constexpr auto reader_version = "6";

constexpr std::size_t most_kept = 12;     ///< histories of one site: branches that are built in turn
constexpr std::size_t most_behind = 1000; ///< events that are kept behind a whole history

std::string version() {
  return std::string(reader_version) + "/" + schema_version();
}

std::string key_of(const FileVersion &file) {
  return "file/" + version() + "/" + file.kind + "/" + file.name + "/" + file.blob;
}

/// What a history has beyond the one that it went on from, and what is needed to go on.
std::string pack(const RememberedHistory &remembered) {
  PackedWriter out;
  const History &history = remembered.history;
  out.text(remembered.whole_at);
  out.number(remembered.whole_commits);
  out.number(remembered.whole_events);
  out.number(history.commits.size() - remembered.whole_commits);
  for (std::size_t i = remembered.whole_commits; i < history.commits.size(); ++i) {
    const CommitInfo &commit = history.commits[i];
    for (const auto *text : {&commit.id, &commit.author_name, &commit.author_email, &commit.subject})
      out.text(*text);
    out.text(to_iso(commit.date));
  }
  out.number(history.events.size() - remembered.whole_events);
  for (std::size_t i = remembered.whole_events; i < history.events.size(); ++i)
    pack(out, history.events[i]);
  out.number(history.unreadable);
  out.text(history.begins ? to_iso(*history.begins) : "");
  out.text(remembered.tail);
  out.text(remembered.folder);
  out.number(remembered.stale.size());
  for (const auto &[path, file] : remembered.stale)
    for (const auto *text : {&path, &file.kind, &file.name, &file.blob})
      out.text(*text);
  return out.take();
}

std::optional<RememberedHistory> unpack(const std::string &bytes) {
  PackedReader in(bytes);
  RememberedHistory remembered;
  History &history = remembered.history;
  remembered.whole_at = in.text();
  remembered.whole_commits = in.number();
  remembered.whole_events = in.number();
  history.commits.resize(in.count());
  for (auto &commit : history.commits) {
    for (auto *text : {&commit.id, &commit.author_name, &commit.author_email, &commit.subject})
      *text = in.text();
    commit.date = parse_date(in.text()).value_or(Date{});
  }
  history.events.resize(in.count());
  for (auto &event : history.events)
    event = unpack_event(in);
  history.unreadable = in.number();
  history.begins = parse_date(in.text());
  remembered.tail = in.text();
  remembered.folder = in.text();
  for (std::size_t left = in.count(); left > 0; --left) {
    const std::string path = in.text();
    FileVersion &file = remembered.stale[path];
    for (auto *text : {&file.kind, &file.name, &file.blob})
      *text = in.text();
  }
  return in.ok() && in.at_end() ? std::optional(std::move(remembered)) : std::nullopt;
}

/// Puts what came later behind the history that it went on from.
bool put_behind(RememberedHistory whole, RememberedHistory &later) {
  History &before = whole.history;
  if (before.commits.size() != later.whole_commits || before.events.size() != later.whole_events)
    return false;
  History &after = later.history;
  before.commits.insert(before.commits.end(), std::make_move_iterator(after.commits.begin()),
                        std::make_move_iterator(after.commits.end()));
  before.events.insert(before.events.end(), std::make_move_iterator(after.events.begin()),
                       std::make_move_iterator(after.events.end()));
  after.commits = std::move(before.commits);
  after.events = std::move(before.events);
  return true;
}

} // namespace

std::string HistoryMemory::key_of(const std::string &commit) const {
  return "history/" + version() + "/" + settings_ + "/" + commit;
}

std::optional<RememberedHistory> HistoryMemory::read(const std::string &commit) const {
  const auto bytes = store_->get({key_of(commit)}).front();
  return bytes ? unpack(*bytes) : std::nullopt;
}

std::optional<RememberedHistory> HistoryMemory::history_at(const std::string &commit) const {
  if (!store_) return std::nullopt;
  auto found = read(commit);
  if (!found) return std::nullopt;
  if (found->whole_at.empty()) {
    found->whole_at = commit;
    found->whole_commits = found->history.commits.size();
    found->whole_events = found->history.events.size();
  } else {
    auto whole = read(found->whole_at);
    if (!whole || !whole->whole_at.empty() || !put_behind(std::move(*whole), *found)) return std::nullopt;
  }
  const History &history = found->history;
  const bool fits = std::all_of(history.events.begin(), history.events.end(),
                                [&](const Event &event) { return event.commit < history.commits.size(); });
  return fits ? std::move(found) : std::nullopt;
}

void HistoryMemory::keep(const std::string &commit, RememberedHistory &remembered) const {
  if (!store_) return;
  if (remembered.history.events.size() - remembered.whole_events > most_behind) {
    remembered.whole_at.clear();
    remembered.whole_commits = remembered.whole_events = 0;
  }
  // The newest come first; the whole one that this one needs counts as new.
  std::vector<std::string> kept{commit};
  if (!remembered.whole_at.empty()) kept.push_back(remembered.whole_at);
  const std::string list_key = key_of("kept");
  if (const auto list = store_->get({list_key}).front()) {
    PackedReader in(*list);
    for (std::size_t left = in.count(); left > 0; --left)
      if (std::string id = in.text(); std::find(kept.begin(), kept.end(), id) == kept.end())
        kept.push_back(std::move(id));
  }
  std::vector<std::pair<std::string, std::string>> values;
  for (; kept.size() > most_kept; kept.pop_back())
    values.emplace_back(key_of(kept.back()), "");
  PackedWriter out;
  out.number(kept.size());
  for (const auto &id : kept)
    out.text(id);
  values.emplace_back(list_key, out.take());
  values.emplace_back(key_of(commit), pack(remembered));
  store_->put(values);
}

std::vector<std::optional<RecordedFile>>
HistoryMemory::files(const std::vector<FileVersion> &versions) const {
  std::vector<std::optional<RecordedFile>> files(versions.size());
  if (!store_) return files;
  std::vector<std::string> keys;
  for (const auto &file : versions)
    keys.push_back(localoffer::key_of(file));
  const auto found = store_->get(keys);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    PackedReader in(*found[i]);
    RecordedFile file = unpack_file(in);
    if (in.ok() && in.at_end()) files[i] = std::move(file);
  }
  return files;
}

void HistoryMemory::keep(const std::vector<std::pair<FileVersion, const RecordedFile *>> &files) const {
  if (!store_ || files.empty()) return;
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto &[version_of_file, file] : files) {
    PackedWriter out;
    pack(out, *file);
    values.emplace_back(localoffer::key_of(version_of_file), out.take());
  }
  store_->put(values);
}

} // namespace localoffer
