#pragma once

#include "base/diagnostic.hpp"
#include "source/commit_log.hpp"

#include <string>
#include <vector>

namespace localoffer {

/// Where a site stands in a repository.
struct SiteFiles {
  std::string settings; ///< the settings file's path
  std::string content;  ///< the folder's
};

/// What leads to a person in the commits of a draft: those that the newest commit goes back to and `base`
/// does not. What one commit brings and a later one takes out is published with the history all the same.
/// Each is told once, of the first commit that has it, by that commit's file and line; the datum itself is
/// not repeated. Left out is what stands at `base` already, and what the authors allow at the newest commit.
std::vector<Diagnostic> personal_data_since(const CommitLog &log, const std::string &base,
                                            const SiteFiles &site, unsigned threads);

} // namespace localoffer
