#include "serve/preview_state.hpp"

namespace localoffer {

void PreviewState::take(PreviewBuild build) {
  auto site = std::make_shared<ShownSite>();
  if (build.good) {
    for (auto &output : build.outputs) {
      std::string bytes = output.make ? output.make() : std::move(output.bytes);
      site->files.emplace(std::move(output.path), std::move(bytes));
    }
    site->base = std::move(build.base);
  }
  {
    const std::scoped_lock lock(mutex_);
    ++status_.build;
    status_.problems = std::move(build.problems);
    // Saving a file without a change to the site reloads nothing.
    const bool differs = !shown_ || shown_->files != site->files || shown_->base != site->base;
    if (build.good && differs) {
      site->number = ++status_.shown;
      shown_ = std::move(site);
    }
  }
  changed_.notify_all();
}

std::shared_ptr<const ShownSite> PreviewState::shown() const {
  const std::scoped_lock lock(mutex_);
  return shown_;
}

PreviewState::Status PreviewState::wait_after(std::uint64_t build, std::chrono::milliseconds longest) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, longest, [&] { return stopped_ || status_.build != build; });
  return status_;
}

void PreviewState::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
}

} // namespace localoffer
