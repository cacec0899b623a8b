#pragma once

#include "base/diagnostic.hpp"
#include "cli/options.hpp"
#include "source/locate.hpp"
#include "source/snapshot.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace localoffer {

/// What a command line's SITE.yaml leads to.
struct OpenedSite {
  Location location; ///< its path is that of the settings
  std::unique_ptr<Snapshot> snapshot;
  std::vector<Diagnostic> notices; ///< that no repository was found
};

/// Finds the repository that the settings lie in, and opens the commit, the work tree or the plain folder
/// that is asked for. Throws WorldError.
OpenedSite open_site(const SiteOptions &options);

/// The folder of themes: the one that was asked for, else the environment's LOCALOFFER_THEMES, else the one
/// that was built or installed with the program.
std::filesystem::path themes_folder(const SiteOptions &options);

} // namespace localoffer
