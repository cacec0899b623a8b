#include "publish/untouched_files.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

/// Whether a folder holds a file that the manifest does not list. Folders in it are not looked into.
bool holds_unlisted(const fs::path &top, const std::string &folder, const Manifest &manifest) {
  std::error_code error;
  for (fs::directory_iterator item(top / folder, error), end; !error && item != end; item.increment(error)) {
    if (fs::is_directory(item->symlink_status())) continue;
    const std::string name = item->path().filename().string();
    const std::string path = folder.empty() ? name : folder + "/" + name;
    if (path != manifest_name && manifest.find(path) == nullptr) return true;
  }
  return static_cast<bool>(error);
}

} // namespace

UntouchedFiles::UntouchedFiles(const EarlierRelease &release) : release_(release) {
  struct stat manifest {};
  known_ = ::lstat((release.folder / manifest_name).c_str(), &manifest) == 0;
  written_ = manifest.st_mtim;
}

bool UntouchedFiles::is_later(const timespec &time) const {
  return time.tv_sec != written_.tv_sec ? time.tv_sec > written_.tv_sec : time.tv_nsec > written_.tv_nsec;
}

bool UntouchedFiles::have(const Manifest::File &wanted) const {
  const auto *listed = known_ ? release_.manifest.find(wanted.path) : nullptr;
  if (listed == nullptr || *listed != wanted) return false;
  struct stat status {};
  return ::lstat((release_.folder / wanted.path).c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         static_cast<std::uint64_t>(status.st_size) == wanted.size && !is_later(status.st_mtim);
}

bool UntouchedFiles::hold_nothing_else() const {
  if (!known_ || holds_unlisted(release_.folder, "", release_.manifest)) return false;
  const auto folders = folders_of(release_.manifest.files);
  return std::all_of(folders.begin(), folders.end(), [&](const std::string &folder) {
    struct stat status {};
    if (::lstat((release_.folder / folder).c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return false;
    return !is_later(status.st_mtim) || !holds_unlisted(release_.folder, folder, release_.manifest);
  });
}

std::vector<std::string> folders_of(const std::vector<Manifest::File> &files) {
  std::set<std::string> folders;
  std::string_view last; // files come sorted, so most lie where the one before lies
  for (const auto &file : files) {
    const auto end = file.path.rfind('/');
    const auto folder = std::string_view(file.path).substr(0, end == std::string::npos ? 0 : end);
    if (folder == last) continue;
    last = folder;
    for (auto slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1))
      folders.insert(file.path.substr(0, slash));
  }
  return {folders.begin(), folders.end()};
}

} // namespace localoffer
