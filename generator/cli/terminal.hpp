#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace localoffer {

/// Whether to colour what goes to this file descriptor: it is a terminal that knows colours, and NO_COLOR
/// (https://no-color.org) is not set.
bool wants_colour(int descriptor);

/// A bar on standard error that shows how far a build has come. It appears when the work takes more than a
/// second, only on a terminal, and leaves no trace.
class ProgressBar {
public:
  explicit ProgressBar(int passes);
  ~ProgressBar();
  ProgressBar(const ProgressBar &) = delete;
  ProgressBar &operator=(const ProgressBar &) = delete;

  void begin(int pass, std::string_view what);

private:
  void draw_until_done();

  const int passes_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool done_ = false;
  int pass_ = 0;
  std::string what_;
  std::jthread painter_; ///< last, so that all the rest is there while it runs
};

/// "0.4 seconds", "1 minute 12 seconds".
std::string time_text(double seconds);

} // namespace localoffer
