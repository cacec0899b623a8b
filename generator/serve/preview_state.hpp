#pragma once

#include "serve/preview_build.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace localoffer {

/// A site as it is served: never changed once it is shown.
struct ShownSite {
  std::map<std::string, std::string, std::less<>> files; ///< path -> bytes
  std::string base = "/";
  std::uint64_t number = 0; ///< grows with each site that differs from the one before

  const std::string *find(std::string_view path) const {
    const auto found = files.find(path);
    return found == files.end() ? nullptr : &found->second;
  }
};

/// What is shown now and what is wrong now. Every function may be called from several threads at once.
class PreviewState {
public:
  /// Takes a build: a good one is shown from now on, and after a bad one the last good one stays.
  void take(PreviewBuild build);

  /// The last good site; null before the first.
  std::shared_ptr<const ShownSite> shown() const;

  struct Status {
    std::uint64_t build = 0; ///< how many builds there were
    std::uint64_t shown = 0; ///< ShownSite::number; 0 before the first good build
    std::vector<PreviewProblem> problems;
  };
  /// Waits until a build after `build` is done, at most for `longest`, and says how things are.
  Status wait_after(std::uint64_t build, std::chrono::milliseconds longest) const;

  void stop(); ///< ends all waiting, now and later

private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const ShownSite> shown_;
  Status status_;
  bool stopped_ = false;
};

} // namespace localoffer
