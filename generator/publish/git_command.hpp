#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace localoffer {

struct GitResult {
  int status = 0;     ///< the command's exit status; 127 when there is no git
  std::string output; ///< what it wrote to standard output and standard error
};

/// Runs the command `git` on a repository. For talking with other repositories alone: git knows the user's
/// keys and passwords, and libgit2 does not. Throws WorldError when no process can be begun.
GitResult run_git(const std::filesystem::path &repository, const std::vector<std::string> &words);

} // namespace localoffer
