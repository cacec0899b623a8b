#pragma once

#include "serve/preview_build.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace localoffer {

/// Serves a site to this machine alone, out of memory, builds it again when its files change, and has the
/// browser show it. `build` is called from one thread at a time.
class PreviewServer {
public:
  explicit PreviewServer(std::function<PreviewBuild()> build);
  ~PreviewServer();

  /// Takes the port: this one, any free one for 0, or, when none is named, 8000 or the next of ten that is
  /// free. Returns it. Throws WorldError when it is taken.
  int listen(std::optional<int> port);

  /// Answers requests and follows the files from now on, in threads of its own. The first requests wait for
  /// the first build.
  void start();

  /// Ends both and waits for them. Called once more, it does nothing.
  void stop();

private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

} // namespace localoffer
