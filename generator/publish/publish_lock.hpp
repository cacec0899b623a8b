#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

namespace localoffer {

/// How to wait for another run that is writing.
struct LockWait {
  std::chrono::seconds at_most{0}; ///< then give up
  /// Called once, when there is somebody to wait for, with who it is: "process 4711, for 3 seconds".
  std::function<void(const std::string &owner)> begins = [](const std::string &) {};
};

/// Keeps other runs away for as long as it lives, by a lock (flock) on a file that says who holds it and
/// since when. The system lets go of the lock when its process dies, however that comes, so a dead owner
/// keeps nobody out.
class PublishLock {
public:
  /// `target` is what is being written, for messages. Throws WorldError when another run has the lock and
  /// does not give it up in time, with that run's process and age.
  PublishLock(std::filesystem::path file, const std::filesystem::path &target, const LockWait &wait = {});
  ~PublishLock();
  PublishLock(const PublishLock &) = delete;
  PublishLock &operator=(const PublishLock &) = delete;

  /// Who held the lock and died with it: "process 4711, begun 2 hours ago". Empty when nobody did.
  const std::string &dead_owner() const { return dead_owner_; }

private:
  enum class Try { locked, held, changed };
  Try try_once();
  void open_file();

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::string dead_owner_;
};

} // namespace localoffer
