#pragma once

#include "output_list.hpp"
#include "run_program.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace bench {

/// The programs that are run.
struct Programs {
  std::filesystem::path localoffer, floor;
  bool hugo = true;
};

/// What is timed, in this order in every turn. "full" is a whole site into a folder that is not there yet. A
/// release is what a web server gets from `publish`: with compressed forms beside the files, checked, and on
/// the disk.
enum class Measure {
  full_no_cache,
  full,
  one_change,
  no_change,
  hugo,
  floor,
  floor_synced,
  copy,
  first_release,
  next_release ///< of one changed status, where there are as many releases as are kept
};

/// Everything that was found out about the site of one size.
struct Figures {
  int milestones = 0;
  Contents ours, hugo;
  std::map<Measure, std::vector<Cost>> costs; ///< one of each turn; none of what was left out
  bool has(Measure measure) const { return costs.count(measure) > 0; }
  /// The middle one of the turns, field by field.
  Cost median(Measure measure) const;
};

/// Times the site that make_repository and make_hugo_site left in `folder`, as NUMBER and NUMBER-hugo.
/// All that is written goes beside them, so that everybody writes to the same disk.
Figures measure_site(const std::filesystem::path &folder, int milestones, int turns,
                     const Programs &programs);

} // namespace bench
