#include "source/handles.hpp"
#include "source/snapshot.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>

namespace localoffer {

MemorySnapshot::MemorySnapshot(std::map<std::string, std::string> files, std::optional<Date> today)
    : files_(std::move(files)) {
  for (const auto &file : files_)
    require_snapshot_path(file.first);
  info_.description = "files in memory";
  info_.date = today;
}

void MemorySnapshot::add_special(const std::string &path, EntryKind kind) {
  require_snapshot_path(path);
  files_.erase(path);
  special_[path] = kind;
}

std::vector<Entry> MemorySnapshot::list(const std::string &folder) const {
  require_snapshot_path(folder);
  for (const auto &[path, kind] : special_)
    if (!folder.empty() && lies_in(folder, path)) return {{path, kind, ""}};
  const git::Library library;
  std::vector<Entry> entries;
  for (const auto &[path, bytes] : files_)
    if (lies_in(path, folder)) entries.push_back({path, EntryKind::file, git::blob_id(bytes)});
  for (const auto &[path, kind] : special_)
    if (lies_in(path, folder)) entries.push_back({path, kind, ""});
  std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.path < b.path; });
  return entries;
}

std::uint64_t MemorySnapshot::size(const std::string &path) const {
  return read(path).size();
}

std::string MemorySnapshot::read(const std::string &path) const {
  require_snapshot_path(path);
  const auto file = files_.find(path);
  if (file == files_.end())
    throw WorldError("there is no file '" + path + "' in memory",
                     "Check the path, and run the command again.");
  return file->second;
}

LastChanges MemorySnapshot::last_changed(const std::vector<std::string> &paths) const {
  LastChanges wanted;
  wanted.history_begins = changes_.history_begins;
  for (const auto &path : paths)
    if (const auto found = changes_.dates.find(path); found != changes_.dates.end())
      wanted.dates.insert(*found);
  return wanted;
}

} // namespace localoffer
