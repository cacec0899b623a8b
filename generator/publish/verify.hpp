#pragma once

#include "publish/manifest.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace localoffer {

/// A file of a published folder that is not as its manifest says.
struct Damage {
  enum class Kind { missing, changed, unlisted } kind = Kind::missing;
  std::string path;

  bool operator==(const Damage &) const = default;
};

/// Reads every file that the manifest lists and compares its hash; then looks for files that it does not
/// list. Sorted by path. A symlink counts as a changed file.
std::vector<Damage> verify(const std::filesystem::path &folder, const Manifest &manifest, unsigned threads);

} // namespace localoffer
