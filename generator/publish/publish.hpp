#pragma once

#include "publish/manifest.hpp"
#include "render/output.hpp"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace localoffer {

struct PublishOptions {
  Provenance from; ///< for the manifest
  unsigned threads = 1;
  bool durable = true; ///< wait until the site has reached the disk; a preview need not
};

struct PublishReport {
  std::size_t written = 0;
  std::size_t linked = 0;  ///< unchanged since the site that was there
  std::size_t removed = 0; ///< pages that were there and are no more
  /// Where files are that someone else put into the old site while it was being replaced; empty when there
  /// are none.
  std::filesystem::path kept;
};

/// Makes `target` the folder of exactly these files and their manifest. They are staged beside the target,
/// checked, and put in place by one rename: whoever looks sees the whole old site or the whole new one.
/// Folders above the target are made. A target that is a symlink is followed.
///
/// Throws WorldError, with the target as it was, when the target holds files that its manifest does not list,
/// when another run is publishing to it, when paths are bad or collide (check_paths), and when the disk
/// fails.
PublishReport publish(const std::vector<Output> &outputs, const std::filesystem::path &target,
                      const PublishOptions &options);

} // namespace localoffer
