#include "history/remembered.hpp"

#include "content/record_schema.hpp"

#include <algorithm>

namespace localoffer {
namespace {

/// To be raised whenever the same bytes are read or compared in another way.
constexpr auto reader_version = "1";

constexpr std::size_t most_kept = 8; ///< histories of one site: branches that are built in turn

std::string version() {
  return std::string(reader_version) + "/" + schema_version();
}

std::string key_of(const FileVersion &file) {
  return "file/" + version() + "/" + file.kind + "/" + file.stem + "/" + file.blob;
}

std::string pack(const RememberedHistory &remembered) {
  PackedWriter out;
  const History &history = remembered.history;
  out.number(history.commits.size());
  for (const auto &commit : history.commits) {
    for (const auto *text : {&commit.id, &commit.author_name, &commit.author_email, &commit.subject})
      out.text(*text);
    out.text(to_iso(commit.date));
  }
  out.number(history.events.size());
  for (const auto &event : history.events)
    pack(out, event);
  out.number(history.unreadable);
  out.text(history.begins ? to_iso(*history.begins) : "");
  out.text(remembered.tail);
  out.number(remembered.stale.size());
  for (const auto &[path, file] : remembered.stale)
    for (const auto *text : {&path, &file.kind, &file.stem, &file.blob})
      out.text(*text);
  return out.take();
}

std::optional<RememberedHistory> unpack(const std::string &bytes) {
  PackedReader in(bytes);
  RememberedHistory remembered;
  History &history = remembered.history;
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
  for (std::size_t left = in.count(); left > 0; --left) {
    const std::string path = in.text();
    FileVersion &file = remembered.stale[path];
    for (auto *text : {&file.kind, &file.stem, &file.blob})
      *text = in.text();
  }
  const bool whole = in.ok() && in.at_end() &&
                     std::all_of(history.events.begin(), history.events.end(),
                                 [&](const Event &event) { return event.commit < history.commits.size(); });
  return whole ? std::optional(std::move(remembered)) : std::nullopt;
}

} // namespace

std::string HistoryMemory::key_of(const std::string &commit) const {
  return "history/" + version() + "/" + settings_ + "/" + commit;
}

std::optional<RememberedHistory> HistoryMemory::history_at(const std::string &commit) const {
  if (!store_) return std::nullopt;
  const auto bytes = store_->get({key_of(commit)}).front();
  return bytes ? unpack(*bytes) : std::nullopt;
}

void HistoryMemory::keep(const std::string &commit, const RememberedHistory &remembered) const {
  if (!store_) return;
  const std::string list_key = key_of("kept");
  const auto list = store_->get({list_key}).front();
  std::vector<std::string> kept{commit};
  if (list) {
    PackedReader in(*list);
    for (std::size_t left = in.count(); left > 0; --left)
      if (std::string id = in.text(); id != commit) kept.push_back(std::move(id));
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
