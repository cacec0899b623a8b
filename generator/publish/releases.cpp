#include "publish/releases.hpp"

#include "publish/check_paths.hpp"
#include "publish/precompress.hpp"
#include "publish/verify.hpp"

#include "base/diagnostic.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

constexpr auto current_name = "current";
constexpr auto releases_name = "releases";
constexpr auto lock_name = ".localoffer-lock";
constexpr std::string_view staging_prefix = ".staging-";
constexpr std::string_view next_link = ".current-next"; ///< becomes `current` by a rename
constexpr std::size_t commit_digits = 12;

[[noreturn]] void fail(const std::string &doing, const fs::path &path, int error) {
  throw WorldError(doing + " '" + path.string() + "': " + std::strerror(error),
                   error == ENOSPC || error == EDQUOT
                       ? "What is shown is unchanged. Free some disk space and run the command again."
                       : "What is shown is unchanged. Check that you may read and write there, and that "
                         "the disk is sound.");
}

bool is_own(const std::string &name) {
  return name == current_name || name == releases_name || name == lock_name || name == next_link ||
         name.starts_with(staging_prefix);
}

/// Throws unless everything in the folder is what this program puts there.
void require_own(const fs::path &folder) {
  std::error_code error;
  for (fs::directory_iterator item(folder, error), end; !error && item != end; item.increment(error)) {
    const auto name = item->path().filename().string();
    const bool is_link = fs::is_symlink(item->symlink_status());
    if (is_own(name) && (name == current_name) == is_link) continue;
    if (name == next_link && is_link) continue;
    throw WorldError(
        fmt::format("'{}' is not a folder of releases: there is '{}' in it", folder.string(), name),
        "Nothing in it was changed. Choose a new folder, or an empty one.");
  }
  if (error) fail("cannot list", folder, error.value());
}

fs::path ready_folder(const fs::path &typed) {
  std::error_code error;
  auto folder = fs::weakly_canonical(fs::absolute(typed), error);
  if (!error) fs::create_directories(folder / releases_name, error);
  if (error) fail("cannot make the folder", typed, error.value());
  require_own(folder);
  return folder;
}

/// The number of a release's name; 0 for a name that no release has.
unsigned number_of(const std::string &name) {
  const auto dash = name.find('-');
  if (dash == 0 || dash == std::string::npos || name.size() - dash > 9 || dash + 1 == name.size()) return 0;
  if (name.find_first_not_of("0123456789abcdef") != dash) return 0;
  if (name.find_first_not_of("0123456789", dash + 1) != std::string::npos) return 0;
  return static_cast<unsigned>(std::stoul(name.substr(dash + 1)));
}

/// The release that is shown; empty when none is. A link that cannot be read is no sign that none is.
std::string shown_name(const fs::path &folder) {
  std::error_code error;
  const auto target = fs::read_symlink(folder / current_name, error);
  if (error && error != std::errc::no_such_file_or_directory)
    fail("cannot read the link", folder / current_name, error.value());
  return target.filename().string();
}

bool has_marker(const fs::path &release) {
  std::error_code error;
  const auto status = fs::symlink_status(release / staging_marker, error);
  if (status.type() == fs::file_type::none) fail("cannot look into", release, error.value());
  return fs::exists(status);
}

std::vector<Release> read_releases(const fs::path &folder) {
  const auto shown = shown_name(folder);
  std::vector<Release> found;
  std::error_code error;
  for (fs::directory_iterator item(folder / releases_name, error), end; !error && item != end;
       item.increment(error)) {
    const auto name = item->path().filename().string();
    const unsigned number = number_of(name);
    if (number == 0 || !fs::is_directory(item->symlink_status())) continue;
    if (name != shown && has_marker(item->path())) continue; // never shown, and not whole for certain
    const auto from = read_provenance(item->path());
    if (from) found.push_back({number, name, item->path(), *from, name == shown});
  }
  if (error) fail("cannot list", folder / releases_name, error.value());
  std::sort(found.begin(), found.end(),
            [](const Release &a, const Release &b) { return a.number < b.number; });
  return found;
}

/// A run that died after it had moved a release to its place left the marker in it; one that could not remove
/// it, perhaps an empty folder.
void clear_unfinished(const fs::path &folder) {
  const auto shown = shown_name(folder);
  std::vector<fs::path> unfinished, empty;
  std::error_code ignored, unreadable;
  for (fs::directory_iterator item(folder / releases_name, ignored), end; !ignored && item != end;
       item.increment(ignored)) {
    const auto &path = item->path();
    if (number_of(path.filename().string()) == 0) continue;
    if (has_marker(path))
      unfinished.push_back(path);
    else if (fs::is_empty(path, unreadable))
      empty.push_back(path);
  }
  for (const auto &release : unfinished) {
    if (release.filename() == shown)
      ::unlink((release / staging_marker).c_str());
    else
      remove_staging(release);
  }
  for (const auto &release : empty)
    ::rmdir(release.c_str());
  ::unlink((folder / next_link).c_str());
}

std::optional<EarlierRelease> earlier_release(const Release *release) {
  if (release == nullptr) return std::nullopt;
  auto manifest = read_manifest(release->folder);
  if (!manifest) return std::nullopt;
  return EarlierRelease{release->folder, std::move(*manifest)};
}

std::string release_name(const Release &release) {
  const auto &commit = release.from.commit;
  return fmt::format("{}-{}", commit.empty() ? "0" : commit.substr(0, commit_digits), release.number);
}

std::string names_of(const std::vector<Release> &releases) {
  std::vector<std::string> names;
  for (const auto &release : releases)
    names.push_back(release.name);
  return joined(names);
}

} // namespace

ReleaseFolder::ReleaseFolder(const fs::path &folder, const LockWait &wait)
    : folder_(ready_folder(folder)), lock_(folder_ / lock_name, folder_, wait) {
  remove_leftovers(staging_place());
  clear_unfinished(folder_);
  releases_ = read_releases(folder_);
}

const Release *ReleaseFolder::current() const {
  const auto found =
      std::find_if(releases_.begin(), releases_.end(), [](const Release &r) { return r.current; });
  return found == releases_.end() ? nullptr : &*found;
}

bool ReleaseFolder::show(const std::string &name, bool durable) {
  const auto next = folder_ / next_link;
  ::unlink(next.c_str());
  if (::symlink((fs::path(releases_name) / name).c_str(), next.c_str()) != 0)
    fail("cannot make the link", next, errno);
  if (::rename(next.c_str(), (folder_ / current_name).c_str()) != 0) {
    const int error = errno;
    ::unlink(next.c_str());
    fail("cannot show the new release by", folder_ / current_name, error);
  }
  // From here on the release is shown. A power cut could still bring back the one before.
  return !durable || sync_folder(folder_);
}

StagingPlace ReleaseFolder::staging_place() const {
  return {folder_, std::string(staging_prefix)};
}

const Release *ReleaseFolder::oldest_hidden() const {
  const auto found =
      std::find_if(releases_.begin(), releases_.end(), [](const Release &r) { return !r.current; });
  return found == releases_.end() ? nullptr : &*found;
}

/// The release that will be one too many beside a new one, if nobody put anything into it.
std::optional<EarlierRelease> ReleaseFolder::unwanted(unsigned keep) const {
  if (releases_.size() < keep) return std::nullopt;
  auto oldest = earlier_release(oldest_hidden());
  if (oldest && !UntouchedFiles(*oldest).hold_nothing_else()) oldest.reset();
  return oldest;
}

void ReleaseFolder::drop(unsigned keep, ReleaseReport &report) {
  while (releases_.size() > std::max(keep, 1U)) {
    const auto index = static_cast<std::size_t>(oldest_hidden() - releases_.data());
    const Release dropped = releases_[index];
    releases_.erase(releases_.begin() + static_cast<std::ptrdiff_t>(index));
    report.dropped.push_back(dropped.name);
    std::error_code ignored;
    if (!fs::exists(dropped.folder, ignored)) continue; // it was made into the new one
    try {
      if (remove(dropped)) continue;
    } catch (const WorldError &) { // it may not be moved, or cannot be read
    }
    report.kept.push_back(dropped.folder);
  }
}

/// False when files of somebody else's are in it; they stay where they are.
bool ReleaseFolder::remove(const Release &release) {
  const auto manifest = read_manifest(release.folder);
  if (!manifest) return false;
  const auto aside = set_aside(release.folder, staging_place());
  remove_listed(aside, *manifest);
  std::error_code ignored;
  const bool gone = !fs::exists(aside, ignored);
  if (gone || fs::exists(aside / manifest_name, ignored)) return true; // or the next run removes the rest
  ::renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, release.folder.c_str(), RENAME_NOREPLACE);
  return false;
}

ReleaseReport ReleaseFolder::publish(const std::vector<Output> &outputs, const ReleaseOptions &options) {
  require_good_paths(outputs);
  const auto earlier = earlier_release(current());
  Precompressed site{make_manifest(outputs, options.from), bytes_of(outputs)};
  if (options.precompress)
    site = precompress(std::move(site.manifest), std::move(site.bytes_of),
                       earlier ? &earlier->manifest : nullptr, options.threads);

  Release release{releases_.empty() ? 1 : releases_.back().number + 1, "", {}, options.from, true};
  release.name = release_name(release);
  release.folder = folder_ / releases_name / release.name;
  Staging staging(staging_place(), unwanted(options.keep));
  const auto counts = staging.fill(site.manifest, site.bytes_of, earlier, options.threads);
  staging.check(site.manifest, options.threads);
  if (options.durable) staging.sync();
  staging.move_to(release.folder);
  if (options.durable && !sync_folder(folder_ / releases_name))
    fail("cannot bring to the disk", folder_ / releases_name, errno);
  const bool settled = show(release.name, options.durable);
  staging.hand_over();
  for (auto &other : releases_)
    other.current = false;
  releases_.push_back(release);
  ReleaseReport report{release.name,
                       counts.written,
                       counts.linked,
                       earlier ? count_gone(earlier->manifest, site.manifest) : 0,
                       site.made,
                       {},
                       {}};
  // The release is shown: whatever fails from here on, the next run does.
  try {
    staging.unmark(); // only now: a release that nobody saw is told from one that was rolled back
    if (settled) drop(options.keep, report); // else a power cut may need the one before
  } catch (const std::runtime_error &) {
  }
  return report;
}

Release ReleaseFolder::roll_back(const std::string &name) {
  const Release *wanted = nullptr;
  if (!name.empty()) {
    wanted = &find_release(releases_, name, folder_);
  } else if (const auto *shown = current(); shown != nullptr && shown != releases_.data()) {
    wanted = shown - 1;
  } else {
    throw WorldError(
        fmt::format("there is no release in '{}' before the one that is shown", folder_.string()),
        releases_.empty() ? "Publish the site first." : "The releases are: " + names_of(releases_) + ".");
  }
  const auto manifest = read_manifest(wanted->folder);
  const auto damage = verify(wanted->folder, manifest.value_or(Manifest{}), 1);
  if (!damage.empty())
    throw WorldError(
        fmt::format("the release {} is not as it was published: {} file{} changed, missing or added, "
                    "such as {}",
                    wanted->name, damage.size(), damage.size() == 1 ? "" : "s", damage[0].path),
        "What is shown is unchanged. Choose another: " + names_of(releases_) + ".");
  show(wanted->name, true);
  for (auto &release : releases_)
    release.current = &release == wanted;
  return *wanted;
}

std::vector<Release> list_releases(const fs::path &folder) {
  std::error_code ignored;
  if (!fs::is_directory(folder / releases_name, ignored))
    throw WorldError(fmt::format("'{}' is not a folder of releases", folder.string()),
                     "Name the folder that 'localoffer publish --to' was given.");
  return read_releases(folder);
}

const Release &find_release(const std::vector<Release> &releases, const std::string &name,
                            const fs::path &folder) {
  const auto found = std::find_if(releases.begin(), releases.end(), [&](const Release &release) {
    return name.empty() ? release.current
                        : release.name == name || std::to_string(release.number) == name ||
                              (name.size() >= 7 && release.from.commit.starts_with(name));
  });
  if (found != releases.end()) return *found;
  throw WorldError(name.empty() ? fmt::format("no release is shown in '{}'", folder.string())
                                : fmt::format("there is no release '{}' in '{}'", name, folder.string()),
                   releases.empty() ? "There is none: publish the site first."
                                    : "The releases are: " + names_of(releases) + ".");
}

} // namespace localoffer
