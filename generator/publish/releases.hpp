#pragma once

#include "publish/manifest.hpp"
#include "publish/publish_lock.hpp"
#include "publish/staging.hpp"
#include "publish/untouched_files.hpp"
#include "render/output.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// One whole site in a folder of releases.
struct Release {
  unsigned number = 0; ///< counts up; a later release has a higher one
  std::string name;    ///< "1f3c5a7b9d01-12": the beginning of its commit, and its number
  std::filesystem::path folder;
  Provenance from;
  bool current = false; ///< the one that is shown
};

struct ReleaseOptions {
  Provenance from;
  unsigned threads = 1;
  bool durable = true;     ///< wait until the release has reached the disk
  unsigned keep = 5;       ///< how many releases stay, the new one with them; at least 1
  bool precompress = true; ///< put a .gz and a .br beside each text file, for web servers that send them
};

struct ReleaseReport {
  std::string name;
  std::size_t written = 0, linked = 0, removed = 0; ///< files, beside the release that was current
  std::size_t compressed = 0;                       ///< files that were compressed afresh
  std::vector<std::string> dropped;                 ///< releases that were too many
  /// Folders of dropped releases that are left, because somebody had put files into them or they cannot be
  /// removed.
  std::vector<std::filesystem::path> kept;
};

/// A folder with the releases of one site and the link `current`, which a web server follows:
///
///     DIR/current -> releases/1f3c5a7b9d01-12
///     DIR/releases/1f3c5a7b9d01-12/index.html
///
/// While it lives no other run writes there. All functions throw WorldError when the disk fails; what is
/// shown then is the release that was shown before, or the new one, whole.
class ReleaseFolder {
public:
  /// Makes the folder when it is not there, waits for other runs, and clears away what dead ones left. Throws
  /// WorldError for a folder with other things in it.
  explicit ReleaseFolder(const std::filesystem::path &folder, const LockWait &wait = {});

  const std::vector<Release> &releases() const { return releases_; } ///< oldest first

  /// The release that is shown; null before the first one.
  const Release *current() const;

  /// Makes a release of these files and shows it. Files that an earlier release has are shared with it. When
  /// there are as many releases as stay, the oldest is made into the new one, which then takes as long as
  /// there are changes.
  ReleaseReport publish(const std::vector<Output> &outputs, const ReleaseOptions &options);

  /// Shows an earlier release again: the one of this name, or the one before the current. Every file of it is
  /// compared with its manifest first. Throws WorldError when there is none such, or when it is damaged.
  Release roll_back(const std::string &name);

  /// Who held the lock and died with it; see PublishLock.
  const std::string &dead_owner() const { return lock_.dead_owner(); }

private:
  /// Throws only while the release that was shown before still is. Whether the change has reached the disk,
  /// or need not.
  bool show(const std::string &name, bool durable);
  const Release *oldest_hidden() const;
  std::optional<EarlierRelease> unwanted(unsigned keep) const;
  void drop(unsigned keep, ReleaseReport &report);
  bool remove(const Release &release);
  StagingPlace staging_place() const;

  std::filesystem::path folder_;
  PublishLock lock_;
  std::vector<Release> releases_;
};

/// The releases in a folder, oldest first, without waiting for a run that is writing. Throws WorldError when
/// it is no folder of releases.
std::vector<Release> list_releases(const std::filesystem::path &folder);

/// The release of a name, or the current one for an empty name. Throws WorldError, with the names that there
/// are, when there is none.
const Release &find_release(const std::vector<Release> &releases, const std::string &name,
                            const std::filesystem::path &folder);

} // namespace localoffer
