#pragma once

#include "render/output.hpp"
#include "serve/folder_watch.hpp"

#include <string>
#include <vector>

namespace localoffer {

/// Something that is wrong, as it is shown over the page.
struct PreviewProblem {
  std::string severity; ///< "error", "warning" or "notice"
  std::string text;     ///< with its excerpt, in plain text
};

/// What one build of the files gave.
struct PreviewBuild {
  bool good = false;           ///< the outputs are a whole site and may be shown
  std::vector<Output> outputs; ///< of a good build
  std::string base = "/";      ///< the folder that the site's addresses begin with
  std::vector<PreviewProblem> problems;
  std::vector<WatchedPath> watch; ///< what the next build would read
};

} // namespace localoffer
