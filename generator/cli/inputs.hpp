#pragma once

#include "cli/open_site.hpp"
#include "cli/options.hpp"

#include <string>

namespace localoffer {

/// A hash of all that the bytes of a site follow from: the commit, the settings' path, the program itself,
/// the themes, and the day that was asked for. Sites with equal hashes are equal. Only of a site that is
/// built from a commit. Reads no content, so it takes a few milliseconds.
std::string inputs_hash(const OpenedSite &opened, const SiteOptions &options);

} // namespace localoffer
