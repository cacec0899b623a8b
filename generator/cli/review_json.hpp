#pragma once

#include "review/review.hpp"

#include <string>

namespace localoffer {

/// A review as one JSON document. Routes are the site's own.
std::string review_json(const Site &site, const DraftReview &review);

} // namespace localoffer
