#pragma once

#include "publish/manifest.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace localoffer {

/// Stands in a staging folder until the folder is whole. All that is in a folder with this file is ours.
inline constexpr std::string_view staging_marker = ".localoffer-staging";

/// An earlier release, whose files may be shared.
struct EarlierRelease {
  std::filesystem::path folder;
  Manifest manifest;
};

/// A release under construction in a folder of its own beside the target: `.NAME.staging-NUMBER`. The folder
/// goes away with this object, unless it was handed over with `finish`.
class Staging {
public:
  /// Removes what dead earlier runs left, then makes a new folder. The caller holds the target's lock.
  explicit Staging(const std::filesystem::path &target);
  ~Staging();
  Staging(const Staging &) = delete;
  Staging &operator=(const Staging &) = delete;

  struct Counts {
    std::size_t written = 0;
    std::size_t linked = 0; ///< files shared with the earlier release by a hard link
  };

  /// Writes the outputs and their manifest on up to `threads` threads. A file that the earlier release lists
  /// with the same hash, and that has not been touched since, is linked instead.
  Counts fill(const std::vector<Output> &outputs, const Manifest &manifest,
              const std::optional<EarlierRelease> &earlier, unsigned threads);

  /// Looks at the disk once more: all files of the manifest are there with their sizes. `durable` waits until
  /// the bytes have reached the disk, so that a power cut after the swap cannot lose them. Takes the marker
  /// away: from now on the folder is a release as any other. The folder is the caller's.
  std::filesystem::path finish(const Manifest &manifest, bool durable);

private:
  std::filesystem::path folder_;
  bool finished_ = false;
};

/// What lies in a folder besides the manifest and what it lists; at most `limit` paths, sorted. Empty folders
/// are not counted.
std::vector<std::string> unlisted_files(const std::filesystem::path &folder, const Manifest &manifest,
                                        std::size_t limit);

/// Removes what the manifest lists, then the manifest, then the folders that are empty. Returns how many
/// files it removed. Anything else stays where it is.
std::size_t remove_listed(const std::filesystem::path &folder, const Manifest &manifest);

} // namespace localoffer
