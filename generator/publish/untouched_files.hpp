#pragma once

#include "publish/manifest.hpp"

#include <filesystem>

#include <sys/stat.h>

namespace localoffer {

/// A folder that an earlier run published, with its list. Its files may be shared.
struct EarlierRelease {
  std::filesystem::path folder;
  Manifest manifest;
};

/// Tells which files of an earlier release are still what the program wrote, without reading them. The
/// manifest is written last of all, so whatever has a later time was changed by someone since.
class UntouchedFiles {
public:
  /// Keeps a reference to the release.
  explicit UntouchedFiles(const EarlierRelease &release);

  /// Whether the release lists just this file, and it lies there with its size and has not been changed
  /// since.
  bool have(const Manifest::File &wanted) const;

  /// Whether nothing was put into the release, or taken out, since it was written. Looks at the times of
  /// folders and lists only those that changed.
  bool hold_nothing_else() const;

private:
  bool is_later(const timespec &time) const;

  const EarlierRelease &release_;
  bool known_ = false; ///< there is a manifest on disk to compare times with
  timespec written_{};
};

/// All folders that lie above files, each after the one it lies in; not the top.
std::vector<std::string> folders_of(const std::vector<Manifest::File> &files);

} // namespace localoffer
