#pragma once

#include "review/review.hpp"

namespace localoffer {

/// What a reader of a draft should ask about: its facts, and the words that its pages lose. `site` has what
/// lies between the two commits as its past.
std::vector<ReviewDoubt> doubts_about(const Site &site, const std::vector<ReviewChange> &facts,
                                      const std::vector<PageChange> &pages);

} // namespace localoffer
