#pragma once

#include <string>

namespace localoffer {

/// One file of the site that is ready to be written.
struct Output {
  std::string path; ///< from the site's top: "priorities/8-timeliness/index.html"; no "..", no leading "/"
  std::string bytes;
};

} // namespace localoffer
