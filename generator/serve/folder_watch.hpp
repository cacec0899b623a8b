#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace localoffer {

/// A file, or a folder with all that lies in it.
struct WatchedPath {
  std::filesystem::path path;
  bool folder = false;

  bool operator==(const WatchedPath &) const = default;
};

/// Tells when files change, with Linux's inotify. One thread waits; another may stop it.
class FolderWatch {
public:
  /// Throws WorldError when the system allows no more watches.
  FolderWatch();
  ~FolderWatch();
  FolderWatch(const FolderWatch &) = delete;
  FolderWatch &operator=(const FolderWatch &) = delete;

  /// Watches these from now on, and no others. What does not exist is left out. Throws WorldError.
  void watch(const std::vector<WatchedPath> &paths);

  /// Returns true when something has changed since the last call and then been still for `quiet`; false when
  /// it was stopped. Folders that appear are watched too.
  bool wait(std::chrono::milliseconds quiet);

  void stop(); ///< from any thread

private:
  struct Folder {
    std::filesystem::path path;
    bool deep = false;           ///< with the folders in it
    std::set<std::string> names; ///< when not deep: of the files that count
  };

  void add(const std::filesystem::path &folder, bool deep, const std::string &name);
  void add_below(const std::filesystem::path &folder);
  bool read_events();
  bool stopped_or_readable(int timeout_milliseconds, bool &stopped) const;

  int inotify_ = -1;
  int stop_ = -1; ///< an eventfd
  std::map<int, Folder> folders_;
  std::vector<WatchedPath> paths_;
};

} // namespace localoffer
