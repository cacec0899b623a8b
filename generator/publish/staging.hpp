#pragma once

#include "publish/manifest.hpp"
#include "publish/untouched_files.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace localoffer {

/// Stands in a staging folder until the folder is whole. All that is in a folder with this file is ours.
inline constexpr std::string_view staging_marker = ".localoffer-staging";

/// Where staging folders are made: `PARENT/PREFIX` and a number.
struct StagingPlace {
  std::filesystem::path parent;
  std::string prefix;
};

/// Gives the bytes of a file that has to be written, which must be those that the manifest lists. `made` is
/// room for bytes that have to be put together first. Called from several threads at once.
using BytesOf = std::function<std::string_view(const Manifest::File &file, std::string &made)>;

/// Of outputs that outlive the answer.
BytesOf bytes_of(const std::vector<Output> &outputs);

/// A release under construction in a folder of its own. The folder goes away with this object, unless it was
/// handed over.
class Staging {
public:
  /// Removes what dead earlier runs left, then makes a new folder; or makes a release that is no longer
  /// wanted into the staging folder. What that has in common with the new one stays where it is, so that
  /// filling the folder takes as long as there are differences, not files. The caller holds the lock.
  explicit Staging(const StagingPlace &place, std::optional<EarlierRelease> unwanted = std::nullopt);
  ~Staging();
  Staging(const Staging &) = delete;
  Staging &operator=(const Staging &) = delete;

  struct Counts {
    std::size_t written = 0;
    std::size_t linked = 0; ///< files that an earlier release has too, shared with it
  };

  /// Puts in place the manifest and its files, on up to `threads` threads. A file that the earlier release
  /// lists with the same hash, and that has not been touched since, is linked instead of written.
  Counts fill(const Manifest &manifest, const BytesOf &bytes_of, const std::optional<EarlierRelease> &earlier,
              unsigned threads);

  /// Looks at the disk once more: all files of the manifest are there with their sizes.
  void check(const Manifest &manifest, unsigned threads) const;

  /// Waits until the bytes have reached the disk, so that a power cut after the swap cannot lose them.
  void sync() const;

  /// Renames the folder; it is still this object's.
  void move_to(const std::filesystem::path &to);

  /// Takes the marker away: from now on the folder is a release as any other.
  void unmark() const;

  /// From here on the folder is the caller's.
  std::filesystem::path hand_over();

private:
  bool take_over(const StagingPlace &place);
  void give_back() const;
  void keep_in_place(const Manifest &manifest, unsigned threads);

  std::filesystem::path folder_;
  std::optional<EarlierRelease> taken_over_; ///< what the folder held when it was taken over
  std::vector<bool> in_place_;               ///< of each file of the manifest: it is there already
  bool handed_over_ = false;
};

/// Removes a folder that has the marker, the marker last, and never throws: what cannot be removed now is
/// tried again by the next run.
void remove_staging(const std::filesystem::path &folder);

/// Removes the staging folders that dead earlier runs left. The caller holds the lock.
void remove_leftovers(const StagingPlace &place);

/// Gives a folder a staging name, so that nobody takes what is left of it for a release: the new path. Should
/// this run die, the next one removes what its manifest lists.
std::filesystem::path set_aside(const std::filesystem::path &folder, const StagingPlace &place);

/// Waits until a folder's own list of names has reached the disk; false, with errno, when that cannot be had.
bool sync_folder(const std::filesystem::path &folder);

/// What lies in a folder besides the manifest and what it lists; at most `limit` paths, sorted. Empty folders
/// are not counted.
std::vector<std::string> unlisted_files(const std::filesystem::path &folder, const Manifest &manifest,
                                        std::size_t limit);

/// Removes what the manifest lists, then the folders that are empty, then the manifest. Returns how many
/// files it removed. Anything else stays where it is; the manifest too, when something that it lists cannot
/// be removed now.
std::size_t remove_listed(const std::filesystem::path &folder, const Manifest &manifest);

} // namespace localoffer
