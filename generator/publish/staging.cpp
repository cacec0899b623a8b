#include "publish/staging.hpp"

#include "base/diagnostic.hpp"
#include "base/parallel_map.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <set>

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

std::string staging_prefix(const fs::path &target) {
  return "." + target.filename().string() + ".staging-";
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

/// The marker goes last: should this run die here, the next one still sees that the rest is ours.
void remove_tree(const fs::path &folder) {
  std::error_code ignored; // what cannot be removed now is tried again by the next run
  std::vector<fs::path> inside;
  for (fs::directory_iterator item(folder, ignored), end; !ignored && item != end; item.increment(ignored))
    if (item->path().filename() != staging_marker) inside.push_back(item->path());
  for (const auto &path : inside)
    fs::remove_all(path, ignored);
  ::unlink((folder / staging_marker).c_str());
  ::rmdir(folder.c_str());
}

/// Clears away one folder with a staging name. One that was being filled has the marker; one that was swapped
/// out and not yet removed has its manifest; one that was just made is empty. Any other is not ours.
void remove_leftover(const fs::path &folder) {
  std::error_code ignored;
  if (fs::exists(folder / staging_marker, ignored)) {
    remove_tree(folder);
  } else if (const auto manifest = read_manifest(folder)) {
    remove_listed(folder, *manifest);
  } else {
    ::rmdir(folder.c_str());
  }
}

void remove_leftovers(const fs::path &target) {
  const auto prefix = staging_prefix(target);
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator item(target.parent_path(), error), end; !error && item != end;
       item.increment(error))
    if (item->path().filename().string().starts_with(prefix) && fs::is_directory(item->symlink_status()))
      found.push_back(item->path());
  for (const auto &folder : found)
    remove_leftover(folder);
}

/// The folders that the files need, each after the one it lies in.
std::set<std::string> folders_of(const std::vector<Output> &outputs) {
  std::set<std::string> folders;
  for (const auto &output : outputs)
    for (auto slash = output.path.find('/'); slash != std::string::npos;
         slash = output.path.find('/', slash + 1))
      folders.insert(output.path.substr(0, slash));
  return folders;
}

bool is_later(const timespec &a, const timespec &b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

/// Links files of an earlier release. The manifest was written last of all, so a file with a later time has
/// been changed by someone since and is not taken.
class Linker {
public:
  explicit Linker(const std::optional<EarlierRelease> &earlier) {
    struct stat manifest {};
    if (!earlier || ::lstat((earlier->folder / manifest_name).c_str(), &manifest) != 0) return;
    earlier_ = &*earlier;
    written_ = manifest.st_mtim;
  }

  /// Whether the file could be linked; when not, the caller writes it.
  bool link(const Manifest::File &wanted, const fs::path &to) const {
    if (earlier_ == nullptr) return false;
    const auto *listed = earlier_->manifest.find(wanted.path);
    if (listed == nullptr || *listed != wanted) return false;
    const auto from = earlier_->folder / wanted.path;
    struct stat status {};
    if (::lstat(from.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
    if (static_cast<std::uint64_t>(status.st_size) != wanted.size || is_later(status.st_mtim, written_))
      return false;
    return ::link(from.c_str(), to.c_str()) == 0;
  }

private:
  const EarlierRelease *earlier_ = nullptr;
  timespec written_{};
};

} // namespace

Staging::Staging(const fs::path &target) {
  remove_leftovers(target);
  const auto prefix = target.parent_path() / staging_prefix(target);
  for (long number = ::getpid();; ++number) {
    folder_ = prefix.string() + std::to_string(number);
    if (::mkdir(folder_.c_str(), 0777) == 0) break; // the umask decides who may read the site
    if (errno != EEXIST) fail("cannot make the folder", folder_, errno);
  }
  try {
    write_new_file(folder_ / staging_marker, "");
  } catch (const WorldError &) {
    remove_tree(folder_);
    throw;
  }
}

Staging::~Staging() {
  if (!finished_) remove_tree(folder_);
}

Staging::Counts Staging::fill(const std::vector<Output> &outputs, const Manifest &manifest,
                              const std::optional<EarlierRelease> &earlier, unsigned threads) {
  for (const auto &folder : folders_of(outputs))
    if (::mkdir((folder_ / folder).c_str(), 0777) != 0)
      fail("cannot make the folder", folder_ / folder, errno);
  const Linker linker(earlier);
  const auto place = [&](const Output &output) {
    const auto to = folder_ / output.path;
    const auto *file = manifest.find(output.path);
    if (file != nullptr && linker.link(*file, to)) return true;
    write_new_file(to, output.bytes);
    return false;
  };
  const auto linked = parallel_map(outputs, threads, place);
  write_new_file(folder_ / manifest_name, to_json(manifest));
  Counts counts;
  counts.linked = static_cast<std::size_t>(std::count(linked.begin(), linked.end(), true));
  counts.written = outputs.size() - counts.linked;
  return counts;
}

fs::path Staging::finish(const Manifest &manifest, bool durable) {
  for (const auto &file : manifest.files) {
    struct stat status {};
    const auto path = folder_ / file.path;
    if (::lstat(path.c_str(), &status) != 0) fail("cannot find what was written,", path, errno);
    if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) != file.size)
      fail("what was written is not whole,", path, EIO);
  }
  if (::unlink((folder_ / staging_marker).c_str()) != 0)
    fail("cannot remove", folder_ / staging_marker, errno);
  if (durable) {
    // One call for the file system instead of one for each of thousands of files.
    const int folder = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) fail("cannot open", folder_, errno);
    const int error = ::syncfs(folder) == 0 ? 0 : errno;
    ::close(folder);
    if (error != 0) fail("cannot bring to the disk", folder_, error);
  }
  finished_ = true;
  return folder_;
}

std::vector<std::string> unlisted_files(const fs::path &folder, const Manifest &manifest, std::size_t limit) {
  std::vector<std::string> unlisted;
  std::error_code error;
  for (fs::recursive_directory_iterator item(folder, error), end; !error && item != end;
       item.increment(error)) {
    if (fs::is_directory(item->symlink_status())) continue;
    const auto path = item->path().lexically_relative(folder).generic_string();
    if (path != manifest_name && manifest.find(path) == nullptr) unlisted.push_back(path);
  }
  if (error) fail("cannot list", folder, error.value());
  std::sort(unlisted.begin(), unlisted.end());
  if (unlisted.size() > limit) unlisted.resize(limit);
  return unlisted;
}

std::size_t remove_listed(const fs::path &folder, const Manifest &manifest) {
  // By walking the folder, not the list: a folder of the list that has become a symlink is not walked into.
  std::vector<fs::path> files, folders;
  std::error_code error;
  for (fs::recursive_directory_iterator item(folder, error), end; !error && item != end;
       item.increment(error)) {
    const bool is_folder = fs::is_directory(item->symlink_status());
    if (is_folder)
      folders.push_back(item->path());
    else if (manifest.find(item->path().lexically_relative(folder).generic_string()) != nullptr)
      files.push_back(item->path());
  }
  std::size_t removed = 0;
  for (const auto &file : files)
    if (::unlink(file.c_str()) == 0) ++removed;
  std::sort(folders.begin(), folders.end(), std::greater<>()); // those within others first
  for (const auto &inner : folders)
    ::rmdir(inner.c_str());                   // fails, as it should, when something is left in it
  ::unlink((folder / manifest_name).c_str()); // last, so that a run that dies here can be taken up again
  ::rmdir(folder.c_str());
  return removed;
}

} // namespace localoffer
