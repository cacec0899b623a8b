#include "serve/folder_watch.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <utility>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

/// A file counts as changed when whoever wrote it has closed it; editors also write beside and rename.
constexpr std::uint32_t events =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;

/// A change that goes on and on is built now and then.
constexpr std::chrono::seconds longest_wait{2};

[[noreturn]] void fail(const std::string &what) {
  throw WorldError(what + ": " + std::strerror(errno),
                   errno == ENOSPC || errno == EMFILE
                       ? "This machine allows no more watches. Raise fs.inotify.max_user_watches and "
                         "fs.inotify.max_user_instances, or end other programs that watch files."
                       : "Run 'localoffer build' after each change instead.");
}

} // namespace

FolderWatch::FolderWatch()
    : inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), stop_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (inotify_ < 0 || stop_ < 0) {
    const int reason = errno;
    for (const int descriptor : {inotify_, stop_})
      if (descriptor >= 0) ::close(descriptor);
    errno = reason;
    fail("cannot watch for changed files");
  }
}

FolderWatch::~FolderWatch() {
  ::close(inotify_);
  ::close(stop_);
}

void FolderWatch::watch(const std::vector<WatchedPath> &paths) {
  if (paths == paths_) return;
  for (const auto &[id, folder] : folders_)
    inotify_rm_watch(inotify_, id);
  folders_.clear();
  paths_ = paths;
  for (const auto &[path, is_folder] : paths) {
    if (is_folder)
      add_below(path);
    else
      add(path.parent_path(), false, path.filename().string());
  }
}

void FolderWatch::add(const fs::path &folder, bool deep, const std::string &name) {
  const int id = inotify_add_watch(inotify_, folder.c_str(), events);
  if (id < 0) {
    // It went away, or is not ours to read: the build will say so where it matters.
    if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return;
    fail("cannot watch '" + folder.string() + "'");
  }
  Folder &watched = folders_[id];
  watched.path = folder;
  watched.deep = watched.deep || deep;
  if (!name.empty()) watched.names.insert(name);
}

void FolderWatch::add_below(const fs::path &folder) {
  add(folder, true, {});
  std::error_code error;
  for (fs::directory_iterator item(folder, error), end; !error && item != end; item.increment(error)) {
    std::error_code unreadable;
    if (item->is_directory(unreadable) && !item->is_symlink(unreadable)) add_below(item->path());
  }
}

/// Reads what has happened; true when any of it counts.
bool FolderWatch::read_events() {
  alignas(inotify_event) std::array<char, 16384> buffer{};
  bool changed = false;
  for (ssize_t got = 0; (got = ::read(inotify_, buffer.data(), buffer.size())) > 0;) {
    for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const std::string name = event.len > 0 ? std::string(buffer.data() + at + sizeof event) : std::string();
      at += sizeof event + event.len;

      if ((event.mask & IN_Q_OVERFLOW) != 0) { // some were lost: watch afresh
        const auto paths = std::exchange(paths_, {});
        watch(paths);
        return true;
      }
      const auto found = folders_.find(event.wd);
      if (found == folders_.end()) continue;
      if ((event.mask & IN_IGNORED) != 0) {
        folders_.erase(found);
        continue;
      }
      const Folder folder = found->second;
      if (!folder.deep && !folder.names.contains(name)) continue;
      changed = true;
      if (folder.deep && (event.mask & IN_ISDIR) != 0 && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0)
        add_below(folder.path / name);
    }
  }
  return changed;
}

bool FolderWatch::stopped_or_readable(int timeout_milliseconds, bool &stopped) const {
  std::array<pollfd, 2> ready{{{inotify_, POLLIN, 0}, {stop_, POLLIN, 0}}};
  const int count = ::poll(ready.data(), ready.size(), timeout_milliseconds);
  stopped = (ready[1].revents & POLLIN) != 0;
  return count > 0;
}

bool FolderWatch::wait(std::chrono::milliseconds quiet) {
  bool stopped = false;
  bool changed = false;
  while (!changed) {
    stopped_or_readable(-1, stopped);
    if (stopped) return false;
    changed = read_events();
  }
  const auto latest = std::chrono::steady_clock::now() + longest_wait;
  while (std::chrono::steady_clock::now() < latest &&
         stopped_or_readable(static_cast<int>(quiet.count()), stopped)) {
    if (stopped) return false;
    read_events();
  }
  return true;
}

void FolderWatch::stop() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(stop_, &one, sizeof one);
}

} // namespace localoffer
