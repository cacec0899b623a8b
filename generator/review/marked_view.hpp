#pragma once

#include "base/view.hpp"

#include <memory>
#include <string>

namespace localoffer {

/// What is said where a chart stands twice.
struct ChartWords {
  std::string before, after;
};

/// Two values of one view type: the value `after`, with what differs from `before` marked in its texts
/// (marks.hpp). What is gone from a list stands where it stood; a chart that differs stands beside the
/// earlier one. Of a page's frame only what tells of the page itself is compared. Null where nothing differs.
std::shared_ptr<void> marked_view(const ViewType &type, const void *before, const void *after,
                                  const ChartWords &words);

} // namespace localoffer
