#pragma once

#include "base/diagnostic.hpp"
#include "source/snapshot.hpp"

#include <cstdint>

namespace localoffer {

/// A snapshot that knows how large a file is without reading it.
class KnowsSizes {
public:
  KnowsSizes() = default;
  KnowsSizes(const KnowsSizes &) = delete;
  KnowsSizes &operator=(const KnowsSizes &) = delete;
  virtual ~KnowsSizes() = default;
  virtual std::uint64_t size(const std::string &path) const = 0;
};

/// How many bytes Snapshot::read would give. Of commits and of files on disk it is found without reading
/// them: a few bytes of git can stand for gigabytes. Throws as read() does.
std::uint64_t file_size(const Snapshot &snapshot, const std::string &path);

/// How many files and folders are listed at most.
constexpr std::size_t most_listed = 200'000;

/// Thrown by Snapshot::list for a folder that holds more than that. Git can say in a few bytes that a folder
/// holds another one ten times over, ten levels deep, and no list of it would ever end.
class TooManyFiles : public WorldError {
public:
  explicit TooManyFiles(const std::string &folder)
      : WorldError("there are more than " + std::to_string(most_listed) + " files and folders under '" +
                       folder + "'",
                   "Keep only the site's content there.") {}
};

} // namespace localoffer
