#pragma once

#include "pages/common_views.hpp"

namespace localoffer {

/// Where the whole programme stands, for the home page.
struct Standing {
  std::vector<std::string> sentences;
  std::optional<FigureView>
      figure; ///< nothing when neither the listed milestones nor the reports' counts give one
  bool has_key = false;
  std::vector<StatusKeyView> key; ///< to the statuses in the figure
};

/// From the listed milestones and what the report counts beside them; where none is listed, from what the
/// report counts for its workstreams; and what the measures have. Every number is derived or compared with
/// what is derived.
Standing standing_of(const Site &site);

} // namespace localoffer
