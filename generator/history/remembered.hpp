#pragma once

#include "history/history.hpp"

namespace localoffer {

/// Names one way to read one blob: the same bytes are other records in another folder or under another name.
/// The name is the file's own, without its folders: it says what format the bytes are in.
struct FileVersion {
  std::string kind, name, blob;

  auto operator<=>(const FileVersion &) const = default;
};

/// A history with what is needed to go on from its newest commit.
struct RememberedHistory {
  History history;
  std::string tail;   ///< the newest commit that has the settings file; empty when none has
  std::string folder; ///< the content's then; empty when no settings could be read yet
  /// Files whose present version cannot be read, with the last one that could be (its blob may be empty).
  std::map<std::string, FileVersion> stale;

  /// The commit whose history is kept whole, from which this one went on; empty when there is none yet. Most
  /// commits add little, so only what came after it is kept again.
  std::string whole_at;
  std::size_t whole_commits = 0, whole_events = 0; ///< how many of the history's are in it
};

/// Where a site's history and parsed files stand in a store. Without a store nothing is remembered.
class HistoryMemory {
public:
  HistoryMemory(Store *store, std::string settings) : store_(store), settings_(std::move(settings)) {}

  std::optional<RememberedHistory> history_at(const std::string &commit) const;
  /// Keeps the histories of the last few commits that were asked for, and forgets older ones.
  void keep(const std::string &commit, RememberedHistory &remembered) const;

  std::vector<std::optional<RecordedFile>> files(const std::vector<FileVersion> &versions) const;
  void keep(const std::vector<std::pair<FileVersion, const RecordedFile *>> &files) const;

private:
  std::optional<RememberedHistory> read(const std::string &commit) const;
  std::string key_of(const std::string &commit) const;

  Store *store_;
  std::string settings_;
};

} // namespace localoffer
