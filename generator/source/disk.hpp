#pragma once

#include "source/snapshot.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace localoffer::disk {

/// The kind of what is at a path under `root`, and of a folder nothing. No symlink is followed.
struct Found {
  bool exists = false;
  std::optional<EntryKind> kind; ///< nothing for a folder
};
Found look_at(const std::filesystem::path &root, const std::string &path);

/// The first symlink, or folder with a repository of its own, on the way from `root` to `path` or at its end.
std::optional<Entry> in_the_way(const std::filesystem::path &root, const std::string &path);

/// The bytes of a file under `root`. No part of the path may be a symlink, even one put there this moment.
/// Throws WorldError.
std::string read_beneath(const std::filesystem::path &root, const std::string &path);

/// The entry for what is at `path`, with its id; without one for a file that no record and no page can come
/// from, because it is too large.
Entry entry_at(const std::filesystem::path &root, const std::string &path, EntryKind kind);

/// How many bytes read_beneath would give.
std::uint64_t size_beneath(const std::filesystem::path &root, const std::string &path);

} // namespace localoffer::disk
