#include "publish/staging.hpp"

#include "base/diagnostic.hpp"
#include "base/parallel_map.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <functional>
#include <unordered_map>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string &doing, const fs::path &path, int error) {
  const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  throw WorldError(
      doing + " '" + path.string() + "': " + std::strerror(error),
      full ? "The site that was there is unchanged. Free some disk space and run the command again."
           : "The site that was there is unchanged. Check that you may write there, or choose another "
             "folder with --out.");
}

void write_new_file(const fs::path &path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) fail("cannot write", path, errno);
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      const int error = written < 0 ? errno : EIO;
      ::close(file);
      fail("cannot write", path, error);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::close(file) != 0) fail("cannot write", path, errno);
}

/// Web servers make a file's ETag of its size and its time in whole seconds (nginx does). A file that is as
/// long as the one before it and follows within seconds is made older than that, so that no browser keeps the
/// old one.
void tell_apart(const fs::path &file, const fs::path &before) {
  constexpr time_t soon = 60;
  struct stat now {};
  struct stat then {};
  if (::lstat(before.c_str(), &then) != 0 || ::lstat(file.c_str(), &now) != 0) return;
  if (then.st_size != now.st_size || then.st_mtim.tv_sec + soon < now.st_mtim.tv_sec) return;
  const std::array<timespec, 2> times{timespec{0, UTIME_OMIT}, timespec{then.st_mtim.tv_sec - 1, 0}};
  if (::utimensat(AT_FDCWD, file.c_str(), times.data(), AT_SYMLINK_NOFOLLOW) != 0)
    fail("cannot set the time of", file, errno);
}

/// The same of a file that lies there from an older release: it may be of the very second of the one that it
/// follows, if somebody has dated both anew.
void tell_apart_in_place(const fs::path &file, const fs::path &before) {
  struct stat now {};
  struct stat then {};
  if (::lstat(before.c_str(), &then) == 0 && ::lstat(file.c_str(), &now) == 0 &&
      then.st_mtim.tv_sec == now.st_mtim.tv_sec)
    tell_apart(file, before);
}

/// Clears away one folder with a staging name. One that was being filled has the marker; one that was swapped
/// out and not yet removed has its manifest; one that was just made is empty. Any other is not ours.
void remove_leftover(const fs::path &folder) {
  std::error_code ignored;
  if (fs::exists(folder / staging_marker, ignored)) {
    remove_staging(folder);
  } else if (const auto manifest = read_manifest(folder)) {
    remove_listed(folder, *manifest);
  } else {
    ::rmdir(folder.c_str());
  }
}

/// Calls `make` with names for a staging folder until one is free.
template <class Make>
fs::path new_folder(const StagingPlace &place, const Make &make) {
  for (long number = ::getpid();; ++number) {
    auto folder = place.parent / (place.prefix + std::to_string(number));
    if (make(folder)) return folder;
    if (errno != EEXIST) fail("cannot make the folder", folder, errno);
  }
}

/// A folder that is there already may stay.
void make_folder(const fs::path &folder) {
  if (::mkdir(folder.c_str(), 0777) == 0) return;
  struct stat status {};
  const int error = errno;
  if (error != EEXIST || ::lstat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
    fail("cannot make the folder", folder, error);
}

/// Takes a file away, and the folders above it that are empty now, but for the top.
void remove_with_folders(const fs::path &top, std::string path) {
  if (::unlink((top / path).c_str()) != 0 && errno != ENOENT) fail("cannot remove", top / path, errno);
  for (auto slash = path.rfind('/'); slash != std::string::npos; slash = path.rfind('/')) {
    path.resize(slash);
    if (::rmdir((top / path).c_str()) != 0) return;
  }
}

/// Calls `visit(path, path from the folder on, whether it is a folder)` for all that is in a folder. Symlinks
/// are no folders. What kind a thing is, the listing says: nothing is looked up for it.
template <class Visit>
std::error_code for_all_inside(const fs::path &folder, const Visit &visit) {
  const std::size_t before = (folder / "").native().size();
  std::error_code error;
  for (fs::recursive_directory_iterator item(folder, error), end; !error && item != end;
       item.increment(error)) {
    std::error_code gone; // somebody else's file, which went meanwhile, is no folder
    const bool is_folder = !item->is_symlink(gone) && item->is_directory(gone);
    const fs::path &path = item->path();
    visit(path, std::string_view(path.native()).substr(before), is_folder);
  }
  return error;
}

} // namespace

BytesOf bytes_of(const std::vector<Output> &outputs) {
  std::unordered_map<std::string_view, const Output *> by_path;
  by_path.reserve(outputs.size());
  for (const auto &output : outputs)
    by_path.emplace(output.path, &output);
  return [by_path = std::move(by_path)](const Manifest::File &file, std::string &made) {
    return bytes_of(*by_path.at(file.path), made);
  };
}

void remove_staging(const fs::path &folder) {
  std::error_code error;
  std::vector<fs::path> inside;
  for (fs::directory_iterator item(folder, error), end; !error && item != end; item.increment(error))
    if (item->path().filename() != staging_marker) inside.push_back(item->path());
  bool all = !error;
  for (const auto &path : inside) {
    fs::remove_all(path, error);
    all = all && !error;
  }
  // The marker goes last, and only when all is gone: by it the next run sees that the rest is ours.
  if (all) ::unlink((folder / staging_marker).c_str());
  ::rmdir(folder.c_str());
}

void remove_leftovers(const StagingPlace &place) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator item(place.parent, error), end; !error && item != end; item.increment(error))
    if (item->path().filename().string().starts_with(place.prefix) &&
        fs::is_directory(item->symlink_status()))
      found.push_back(item->path());
  for (const auto &folder : found)
    remove_leftover(folder);
}

fs::path set_aside(const fs::path &folder, const StagingPlace &place) {
  return new_folder(place, [&](const fs::path &aside) {
    return ::renameat2(AT_FDCWD, folder.c_str(), AT_FDCWD, aside.c_str(), RENAME_NOREPLACE) == 0;
  });
}

Staging::Staging(const StagingPlace &place, std::optional<EarlierRelease> unwanted)
    : taken_over_(std::move(unwanted)) {
  remove_leftovers(place);
  if (taken_over_ && !take_over(place)) taken_over_.reset();
  if (!taken_over_)
    folder_ = new_folder(place, [](const fs::path &folder) {
      return ::mkdir(folder.c_str(), 0777) == 0; // the umask decides who may read the site
    });
  try {
    write_new_file(folder_ / staging_marker, "");
  } catch (const WorldError &) {
    give_back();
    throw;
  }
  if (taken_over_) taken_over_->folder = folder_;
}

Staging::~Staging() {
  if (!handed_over_) remove_staging(folder_);
}

/// False for a release that may not be moved, such as one that another user made.
bool Staging::take_over(const StagingPlace &place) try {
  folder_ = set_aside(taken_over_->folder, place);
  return true;
} catch (const WorldError &) {
  return false;
}

/// Nothing was done in the folder yet. Should a release stay here, the next run knows it by its manifest.
void Staging::give_back() const {
  ::unlink((folder_ / staging_marker).c_str());
  if (taken_over_)
    ::renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, taken_over_->folder.c_str(), RENAME_NOREPLACE);
  else
    ::rmdir(folder_.c_str());
}

/// Of a folder that was taken over, what the new release has too stays, and the rest goes.
void Staging::keep_in_place(const Manifest &manifest, unsigned threads) {
  in_place_.assign(manifest.files.size(), false);
  if (!taken_over_) return;
  const UntouchedFiles untouched(*taken_over_);
  const auto stays =
      parallel_map(manifest.files, threads, [&](const Manifest::File &file) { return untouched.have(file); });
  std::copy(stays.begin(), stays.end(), in_place_.begin());
  ::unlink((folder_ / manifest_name).c_str()); // from here on the folder is no release
  for (const auto &file : taken_over_->manifest.files) {
    const auto *wanted = manifest.find(file.path);
    if (wanted == nullptr || !in_place_[static_cast<std::size_t>(wanted - manifest.files.data())])
      remove_with_folders(folder_, file.path);
  }
}

Staging::Counts Staging::fill(const Manifest &manifest, const BytesOf &bytes_of,
                              const std::optional<EarlierRelease> &earlier, unsigned threads) {
  keep_in_place(manifest, threads);
  std::vector<Manifest::File> missing;
  for (std::size_t i = 0; i < manifest.files.size(); ++i) {
    const Manifest::File &file = manifest.files[i];
    if (!in_place_[i]) missing.push_back(file);
    const auto *before = in_place_[i] && earlier ? earlier->manifest.find(file.path) : nullptr;
    if (before != nullptr && before->size == file.size && before->hash != file.hash)
      tell_apart_in_place(folder_ / file.path, earlier->folder / file.path);
  }
  for (const auto &folder : folders_of(missing))
    make_folder(folder_ / folder);
  std::optional<UntouchedFiles> untouched;
  if (earlier) untouched.emplace(*earlier);
  const auto place = [&](const Manifest::File &file) {
    const auto to = folder_ / file.path;
    if (untouched && untouched->have(file) && ::link((earlier->folder / file.path).c_str(), to.c_str()) == 0)
      return true;
    std::string made;
    write_new_file(to, bytes_of(file, made));
    if (earlier) tell_apart(to, earlier->folder / file.path);
    return false;
  };
  const auto linked = parallel_map(missing, threads, place);
  write_new_file(folder_ / manifest_name, to_text(manifest));
  const auto written = static_cast<std::size_t>(std::count(linked.begin(), linked.end(), false));
  return {written, manifest.files.size() - written};
}

void Staging::check(const Manifest &manifest, unsigned threads) const {
  parallel_map(manifest.files, threads, [&](const Manifest::File &file) {
    struct stat status {};
    const auto path = folder_ / file.path;
    if (::lstat(path.c_str(), &status) != 0) fail("cannot find what was written,", path, errno);
    if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) != file.size)
      fail("what was written is not whole,", path, EIO);
    return true;
  });
}

void Staging::sync() const {
  // One call for the file system instead of one for each of thousands of files.
  const int folder = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) fail("cannot open", folder_, errno);
  const int error = ::syncfs(folder) == 0 ? 0 : errno;
  ::close(folder);
  if (error != 0) fail("cannot bring to the disk", folder_, error);
}

void Staging::move_to(const fs::path &to) {
  if (::renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0)
    fail("cannot move the new site to", to, errno);
  folder_ = to;
}

void Staging::unmark() const {
  if (::unlink((folder_ / staging_marker).c_str()) != 0)
    fail("cannot remove", folder_ / staging_marker, errno);
}

fs::path Staging::hand_over() {
  handed_over_ = true;
  return folder_;
}

bool sync_folder(const fs::path &folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  errno = error;
  return error == 0;
}

std::vector<std::string> unlisted_files(const fs::path &folder, const Manifest &manifest, std::size_t limit) {
  std::vector<std::string> unlisted;
  const auto error = for_all_inside(folder, [&](const fs::path &, std::string_view inside, bool is_folder) {
    if (!is_folder && inside != manifest_name && manifest.find(inside) == nullptr)
      unlisted.emplace_back(inside);
  });
  if (error) fail("cannot list", folder, error.value());
  std::sort(unlisted.begin(), unlisted.end());
  if (unlisted.size() > limit) unlisted.resize(limit);
  return unlisted;
}

std::size_t remove_listed(const fs::path &folder, const Manifest &manifest) {
  // By walking the folder, not the list: a folder of the list that has become a symlink is not walked into.
  std::vector<fs::path> files, folders;
  const auto error =
      for_all_inside(folder, [&](const fs::path &path, std::string_view inside, bool is_folder) {
        if (is_folder)
          folders.push_back(path);
        else if (manifest.find(inside) != nullptr)
          files.push_back(path);
      });
  std::size_t removed = 0;
  bool all = !error;
  for (const auto &file : files)
    if (::unlink(file.c_str()) == 0)
      ++removed;
    else if (errno != ENOENT)
      all = false;
  std::sort(folders.begin(), folders.end(), std::greater<>()); // those within others first
  for (const auto &inner : folders) // one with something left in it stays, as it should
    if (::rmdir(inner.c_str()) != 0 && errno != ENOTEMPTY && errno != EEXIST && errno != ENOENT) all = false;
  // Last, and only when all is gone: by the manifest a later run takes up what is left here.
  if (all) ::unlink((folder / manifest_name).c_str());
  ::rmdir(folder.c_str());
  return removed;
}

} // namespace localoffer
