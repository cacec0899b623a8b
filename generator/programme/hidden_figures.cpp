#include "programme/hidden_figures.hpp"

#include <algorithm>
#include <cmath>

namespace localoffer {

bool gives_away(const HiddenParts &parts, double total) {
  if (parts.fewer_than_5 == 0) return false;
  const auto hidden = std::lround(total - parts.shown);
  const long least = parts.fewer_than_5, most = 4L * parts.fewer_than_5;
  // Each sum that the small ones may have, so that 0, or 5 and more, are left for those that protect them.
  const auto may_be = [&](long small) {
    const long left = hidden - small;
    return left == 0 || (parts.protecting > 0 && left >= 5);
  };
  long sums = 0, only = 0;
  for (long small = least; small <= most; ++small)
    if (may_be(small)) ++sums, only = small;
  if (sums != 1) return false; // several are possible; or none, and then the parts do not make up the whole
  return parts.fewer_than_5 == 1 || only == least || only == most;
}

} // namespace localoffer
