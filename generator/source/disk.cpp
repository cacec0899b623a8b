#include "source/disk.hpp"

#include "source/handles.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace localoffer::disk {
namespace {

class OpenFile {
public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile &) = delete;
  OpenFile &operator=(const OpenFile &) = delete;
  OpenFile(OpenFile &&other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  int get() const { return descriptor_; }
  void replace(int descriptor) {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = descriptor;
  }

private:
  int descriptor_;
};

[[noreturn]] void fail(const std::filesystem::path &root, const std::string &path, int error) {
  const std::string shown = (root / path).string();
  if (error == ENOENT || error == ENOTDIR || error == EISDIR)
    throw WorldError("there is no file '" + shown + "'", "Check the path and run the command again.");
  if (error == ELOOP)
    throw WorldError("'" + shown + "' is a symbolic link, or lies beyond one",
                     "Links are not followed. Put the file itself in the link's place.");
  throw WorldError("cannot read '" + shown + "': " + std::strerror(error),
                   "Check that you may read it, then run the command again.");
}

/// Opens one part; says ELOOP for a symlink also where a folder was wanted.
int open_part(int folder, const std::string &name, int flags) {
  const int opened = ::openat(folder, name.c_str(), flags | O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  if (opened >= 0 || errno != ENOTDIR) return opened;
  struct stat status {};
  const bool is_link =
      ::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
  errno = is_link ? ELOOP : ENOTDIR;
  return -1;
}

std::string link_target(const std::filesystem::path &link) {
  std::error_code error;
  const auto target = std::filesystem::read_symlink(link, error);
  return target.string();
}

} // namespace

Found look_at(const std::filesystem::path &root, const std::string &path) {
  struct stat status {};
  if (::lstat((root / path).c_str(), &status) != 0) return {};
  if (S_ISREG(status.st_mode)) return {true, EntryKind::file};
  if (S_ISLNK(status.st_mode)) return {true, EntryKind::symlink};
  if (!S_ISDIR(status.st_mode)) return {true, EntryKind::other};
  if (!path.empty() && ::lstat((root / path / ".git").c_str(), &status) == 0)
    return {true, EntryKind::submodule};
  return {true, std::nullopt};
}

std::optional<Entry> in_the_way(const std::filesystem::path &root, const std::string &path) {
  for (std::size_t end = 0; !path.empty() && end < path.size();) {
    end = std::min(path.find('/', end == 0 ? 0 : end + 1), path.size());
    const std::string part = path.substr(0, end);
    const auto found = look_at(root, part);
    if (found.kind == EntryKind::symlink || found.kind == EntryKind::submodule)
      return entry_at(root, part, *found.kind);
  }
  return std::nullopt;
}

namespace {

/// Opens a file under `root`, part by part, so that no part is a symlink; `status` becomes what is known of
/// it.
OpenFile open_beneath(const std::filesystem::path &root, const std::string &path, struct stat &status) {
  OpenFile at(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (at.get() < 0) fail(root, path, errno);
  for (std::size_t begin = 0; begin < path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    const int opened =
        open_part(at.get(), path.substr(begin, end - begin), end < path.size() ? O_DIRECTORY : 0);
    if (opened < 0) fail(root, path, errno);
    at.replace(opened);
    begin = end + 1;
  }
  if (::fstat(at.get(), &status) != 0) fail(root, path, errno);
  if (!S_ISREG(status.st_mode)) fail(root, path, EISDIR);
  return at;
}

} // namespace

std::uint64_t size_beneath(const std::filesystem::path &root, const std::string &path) {
  struct stat status {};
  open_beneath(root, path, status);
  return static_cast<std::uint64_t>(status.st_size);
}

std::string read_beneath(const std::filesystem::path &root, const std::string &path) {
  struct stat status {};
  const OpenFile at = open_beneath(root, path, status);
  std::string bytes;
  // The size is only a first guess: an editor may be writing the file just now.
  bytes.resize(static_cast<std::size_t>(status.st_size) + 1);
  std::size_t length = 0;
  while (true) {
    const auto got = ::read(at.get(), bytes.data() + length, bytes.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(root, path, errno);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(length);
  return bytes;
}

Entry entry_at(const std::filesystem::path &root, const std::string &path, EntryKind kind) {
  constexpr std::uint64_t most_hashed = 16u << 20;
  Entry entry{path, kind, ""};
  if (kind == EntryKind::file && size_beneath(root, path) <= most_hashed)
    entry.id = git::blob_id(read_beneath(root, path));
  if (kind == EntryKind::symlink) entry.id = git::blob_id(link_target(root / path));
  return entry;
}

} // namespace localoffer::disk
