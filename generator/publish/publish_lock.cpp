#include "publish/publish_lock.hpp"

#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace localoffer {
namespace {

constexpr auto pause = std::chrono::milliseconds(20);

/// Whether the file that is open is still the one that stands at the path: its last owner may have removed
/// it.
bool is_still_there(int descriptor, const std::filesystem::path &path) {
  struct stat open {};
  struct stat named {};
  return ::fstat(descriptor, &open) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

std::string age_text(long seconds) {
  if (seconds < 0) return "since a time that is still to come (the clock was set back)";
  if (seconds < 120) return fmt::format("for {} second{}", seconds, seconds == 1 ? "" : "s");
  if (seconds < 2 * 60 * 60) return fmt::format("for {} minutes", seconds / 60);
  return fmt::format("for {} hours", seconds / (60 * 60));
}

/// What the owner wrote into the file; empty before it has.
std::string owner_in(int descriptor) {
  std::array<char, 64> text{};
  const auto length = ::pread(descriptor, text.data(), text.size() - 1, 0);
  long process = 0;
  long since = 0;
  // NOLINTNEXTLINE(cert-err34-c): a field that is not a number makes the count too small
  if (length <= 0 || std::sscanf(text.data(), "process %ld since %ld", &process, &since) != 2) return {};
  return fmt::format("process {}, {}", process, age_text(static_cast<long>(std::time(nullptr)) - since));
}

void write_owner(int descriptor) {
  const auto text = fmt::format("process {} since {}\n", ::getpid(), static_cast<long>(std::time(nullptr)));
  // Only messages need it, so a full disk does not matter here.
  if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.data(), text.size(), 0) < 0) return;
}

} // namespace

void PublishLock::open_file() {
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (descriptor_ >= 0) return;
  const int error = errno;
  throw WorldError("cannot make '" + path_.string() + "': " + std::strerror(error),
                   error == ENOSPC || error == EDQUOT
                       ? "What is shown is unchanged. Free some disk space and run the command again."
                       : "Check that you may write in '" + path_.parent_path().string() +
                             "', or choose another folder.");
}

PublishLock::Try PublishLock::try_once() {
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK) return Try::held;
    const std::string why = std::strerror(errno);
    ::close(descriptor_);
    throw WorldError("cannot lock '" + path_.string() + "': " + why,
                     "Choose a folder on a file system that has locks.");
  }
  return is_still_there(descriptor_, path_) ? Try::locked : Try::changed;
}

PublishLock::PublishLock(std::filesystem::path file, const std::filesystem::path &target,
                         const LockWait &wait)
    : path_(std::move(file)) {
  const auto until = std::chrono::steady_clock::now() + wait.at_most;
  bool waiting = false;
  while (true) {
    open_file();
    const Try result = try_once();
    const std::string owner = owner_in(descriptor_);
    if (result == Try::locked) {
      dead_owner_ = owner; // one that was done would have taken the file away
      write_owner(descriptor_);
      return;
    }
    ::close(descriptor_);
    if (result == Try::changed) continue;
    if (std::chrono::steady_clock::now() >= until)
      throw WorldError(
          fmt::format("another run is writing to '{}'{}", target.string(), owner.empty() ? "" : ": " + owner),
          "Wait until it is done, then run the command again. The site that is there stays.");
    if (!std::exchange(waiting, true)) wait.begins(owner);
    std::this_thread::sleep_for(pause);
  }
}

PublishLock::~PublishLock() {
  ::unlink(path_.c_str()); // while the lock is held, so that no other run has it open and locked
  ::close(descriptor_);
}

} // namespace localoffer
