#pragma once

#include <filesystem>

namespace localoffer {

/// Keeps other runs away from a target for as long as it lives, by a lock (flock) on the file `.NAME.lock`
/// beside it. The system lets go of the lock when its process dies, however that comes.
class TargetLock {
public:
  /// Throws WorldError when another run has the lock; it does not wait.
  explicit TargetLock(const std::filesystem::path &target);
  ~TargetLock();
  TargetLock(const TargetLock &) = delete;
  TargetLock &operator=(const TargetLock &) = delete;

private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

} // namespace localoffer
