#pragma once

#include "base/colour.hpp"

#include <string>
#include <vector>

namespace localoffer {

/// A site's own colours. The defaults are the theme's, used when a site gives none.
struct SiteColours {
  Rgb brand{0x1d, 0x4f, 0x6b};      ///< behind the header
  Rgb brand_text{0xff, 0xff, 0xff}; ///< the words on it
  Rgb link{0x1a, 0x5a, 0x8a};       ///< links on the light page; the dark page has its own
};

/// Two of a site's colours that are too near to each other to be read.
struct ContrastProblem {
  std::string setting; ///< which of the site's settings to change: "brand_text" or "link"
  double ratio = 1;
  double needed = 4.5;
  std::string message; ///< "the contrast of #777777 on #ffffff is 4.48; at least 4.5 is needed for text"
  std::string help;    ///< names the nearest shade that can be read
};

/// WCAG 2.2, 1.4.3: text needs a contrast of 4.5. Empty when all is well.
std::vector<ContrastProblem> check_contrast(const SiteColours &colours);

/// The colours as custom properties: ":root{--site-brand:#...;--site-brand-text:#...;--site-link:#...}".
std::string to_css(const SiteColours &colours);

} // namespace localoffer
