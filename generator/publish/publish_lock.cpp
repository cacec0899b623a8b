#include "publish/target_lock.hpp"

#include "base/diagnostic.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace localoffer {
namespace {

/// Whether the file that is open is still the one that stands at the path: its last owner may have removed
/// it.
bool is_still_there(int descriptor, const std::filesystem::path &path) {
  struct stat open {};
  struct stat named {};
  return ::fstat(descriptor, &open) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

} // namespace

TargetLock::TargetLock(const std::filesystem::path &target)
    : path_(target.parent_path() / ("." + target.filename().string() + ".lock")) {
  while (true) {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0)
      throw WorldError("cannot make '" + path_.string() + "': " + std::strerror(errno),
                       "Check that you may write in '" + path_.parent_path().string() +
                           "', or choose another folder with --out.");
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
      if (is_still_there(descriptor_, path_)) return;
      ::close(descriptor_);
      continue;
    }
    const int error = errno;
    ::close(descriptor_);
    if (error == EINTR) continue;
    if (error == EWOULDBLOCK)
      throw WorldError("another run is writing to '" + target.string() + "'",
                       "Wait until it is done, then run the command again.");
    throw WorldError("cannot lock '" + path_.string() + "': " + std::strerror(error),
                     "Choose a folder with --out on a file system that has locks.");
  }
}

TargetLock::~TargetLock() {
  ::unlink(path_.c_str()); // while the lock is held, so that no other run has it open and locked
  ::close(descriptor_);
}

} // namespace localoffer
