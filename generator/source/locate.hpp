#pragma once

#include <filesystem>
#include <string>

namespace localoffer {

/// Where a path that a person typed belongs.
struct Location {
  enum class Kind {
    work_tree, ///< a repository with its files on disk
    bare,      ///< a bare repository: `path` is one inside its commits
    plain,     ///< no repository
  };
  Kind kind = Kind::plain;
  std::filesystem::path
      root;         ///< absolute: the work tree's top, the bare repository, or the plain folder's top
  std::string path; ///< from the root, as snapshots take it; empty for the root itself
};

/// Finds the repository that a path lies in, nearest first, and the path inside it. The path goes from the
/// current folder and need not exist: an older commit may have the file. In a bare repository it goes on
/// inside the commits: "plan.git/site/somerset.yaml".
///
/// Outside any repository the root is the folder that the file lies in, or the one above when that is called
/// "site", which is where a repository would keep it.
///
/// Throws WorldError when the path leaves its repository by a symlink, when it names what belongs to git
/// itself, and when the repository cannot be opened.
Location locate(const std::filesystem::path &typed);

} // namespace localoffer
