#pragma once

#include "base/view.hpp"
#include "review/review.hpp"

#include <string>
#include <utility>
#include <vector>

namespace localoffer {

/// What the pages of a review say beside the review itself.
struct ReviewDetails {
  std::string proposed_by; ///< the role of who made the draft; empty where it is not told
  std::string answers_by;  ///< the day until which answers are asked for, in words; empty where there is none
};

/// The page that tells what a draft would change, and the page to print for a meeting. `site` is the draft's.
std::vector<View> review_views(const Site &site, const DraftReview &review, const ReviewDetails &details);

/// The shape of the view behind each template, by its name: what a theme is checked against.
std::vector<std::pair<std::string, const ViewType *>> review_templates();

} // namespace localoffer
