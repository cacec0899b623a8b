#include "cli/terminal.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace localoffer {
namespace {

using namespace std::chrono_literals;

bool is_capable_terminal(int descriptor) {
  const char *kind = std::getenv("TERM");
  return isatty(descriptor) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

constexpr int bar_width = 24;

} // namespace

bool wants_colour(int descriptor) {
  const char *refused = std::getenv("NO_COLOR");
  return is_capable_terminal(descriptor) && (refused == nullptr || *refused == '\0');
}

ProgressBar::ProgressBar(int passes) : passes_(passes) {
  if (is_capable_terminal(STDERR_FILENO)) painter_ = std::jthread([this] { draw_until_done(); });
}

ProgressBar::~ProgressBar() {
  {
    const std::scoped_lock lock(mutex_);
    done_ = true;
  }
  ended_.notify_all();
}

void ProgressBar::begin(int pass, std::string_view what) {
  const std::scoped_lock lock(mutex_);
  pass_ = pass;
  what_ = what;
}

void ProgressBar::draw_until_done() {
  std::unique_lock lock(mutex_);
  bool drawn = false;
  auto pause = 1000ms;
  while (!ended_.wait_for(lock, pause, [this] { return done_; })) {
    const int filled = bar_width * pass_ / passes_;
    fmt::print(stderr, "\r\033[K[{}{}] {}", std::string(static_cast<std::size_t>(filled), '#'),
               std::string(static_cast<std::size_t>(bar_width - filled), '.'), what_);
    std::fflush(stderr);
    drawn = true;
    pause = 100ms;
  }
  if (drawn) fmt::print(stderr, "\r\033[K");
}

std::string time_text(double seconds) {
  if (seconds < 9.95) return fmt::format("{:.1f} seconds", seconds);
  const long whole = std::lround(seconds);
  const auto counted = [](long count, const char *unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
  };
  if (whole < 60) return counted(whole, "second");
  if (whole % 60 == 0) return counted(whole / 60, "minute");
  return counted(whole / 60, "minute") + " " + counted(whole % 60, "second");
}

} // namespace localoffer
