#include "publish/publish.hpp"

#include "publish/check_paths.hpp"
#include "publish/manifest.hpp"
#include "publish/publish_lock.hpp"
#include "publish/staging.hpp"

#include "base/diagnostic.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files_named = 5;

/// The folder itself, with links followed, so that its neighbours are on the same disk.
fs::path real_target(const fs::path &target) {
  std::error_code error;
  auto real = fs::weakly_canonical(fs::absolute(target), error);
  if (!real.has_filename()) real = real.parent_path();
  if (error || !real.has_filename())
    throw WorldError("'" + target.string() + "' cannot hold a site",
                     "Choose a folder of its own for the site with --out.");
  fs::create_directories(real.parent_path(), error);
  if (error)
    throw WorldError("cannot make the folder '" + real.parent_path().string() + "': " + error.message(),
                     "Check that you may write there, or choose another folder with --out.");
  return real;
}

/// What the target holds now; nothing when it is not there. Throws for a target that is not ours to replace.
std::optional<EarlierRelease> earlier_release(const fs::path &target) {
  std::error_code ignored;
  const auto status = fs::symlink_status(target, ignored);
  if (!fs::exists(status)) return std::nullopt;
  if (!fs::is_directory(status))
    throw WorldError("'" + target.string() + "' is not a folder", "Choose another place with --out.");
  const auto manifest = read_manifest(target);
  const auto unlisted = unlisted_files(target, manifest.value_or(Manifest{}), most_files_named);
  if (!manifest && !unlisted.empty())
    throw WorldError("the folder '" + target.string() + "' was not written by this program",
                     "Nothing in it was changed. Choose another folder with --out, or empty this one first.");
  if (!unlisted.empty())
    throw WorldError("the folder '" + target.string() +
                         "' holds files that this program did not write: " + joined(unlisted),
                     "Nothing was changed. Move these files away, then run the command again.");
  return EarlierRelease{target, manifest.value_or(Manifest{})};
}

[[noreturn]] void fail_swap(const fs::path &target, int error) {
  const bool unable = error == EINVAL || error == ENOSYS || error == EXDEV;
  throw WorldError(
      "cannot put the new site in place of '" + target.string() + "': " + std::strerror(error),
      unable || error == EBUSY
          ? "The site that was there is unchanged. This file system cannot exchange the two folders in "
            "one step: choose another folder with --out, or remove this one first."
          : "The site that was there is unchanged. Check that you may write there.");
}

/// Afterwards `staged` is the target, and where it was stands what the target was, if there was one.
void swap_in(const fs::path &staged, const fs::path &target, bool exists) {
  if (!exists) {
    if (::rename(staged.c_str(), target.c_str()) != 0) fail_swap(target, errno);
    return;
  }
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0)
    ::chmod(staged.c_str(), status.st_mode & 07777U); // as someone set it
  if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) != 0)
    fail_swap(target, errno);
}

} // namespace

PublishReport publish(const std::vector<Output> &outputs, const fs::path &typed_target,
                      const PublishOptions &options) {
  require_good_paths(outputs);
  const auto target = real_target(typed_target);
  const std::string beside = "." + target.filename().string();
  const PublishLock lock(target.parent_path() / (beside + ".lock"), target);
  const auto earlier = earlier_release(target);
  const auto manifest = make_manifest(outputs, options.from);

  Staging staging(StagingPlace{target.parent_path(), beside + ".staging-"});
  const auto counts = staging.fill(manifest, bytes_of(outputs), earlier, options.threads);
  staging.check(manifest, options.threads);
  staging.unmark(); // before it is brought to the disk: a site that is shown has no marker
  if (options.durable) staging.sync();
  const auto staged = staging.hand_over();
  try {
    swap_in(staged, target, earlier.has_value());
  } catch (const WorldError &) {
    remove_listed(staged, manifest);
    throw;
  }
  // Without this a power cut could bring back the old name, which is harmless, or neither, which is not. The
  // swap is done: when it fails there is nothing left to undo.
  if (options.durable) sync_folder(target.parent_path());

  PublishReport report{counts.written, counts.linked, 0, {}};
  if (earlier) {
    report.removed = count_gone(earlier->manifest, manifest);
    remove_listed(staged, earlier->manifest);
    if (std::error_code ignored; fs::exists(staged, ignored)) report.kept = staged;
  }
  return report;
}

} // namespace localoffer
