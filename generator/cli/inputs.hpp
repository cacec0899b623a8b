#pragma once

#include "base/store.hpp"
#include "cli/open_site.hpp"
#include "cli/options.hpp"
#include "content/record_memory.hpp"

#include <filesystem>
#include <string>

namespace localoffer {

/// A hash of the program itself: another program may make other pages of the same things.
const std::string &program_hash();

/// What this program has read of content files before. Without a store, nothing. What a site of long ago
/// holds (`apart`: its commit) is remembered beside what it holds today.
RecordMemory record_memory(Store *store, const std::string &apart = {});

/// A hash of the names and bytes of all files of a folder on this machine, such as a theme.
std::string folder_hash(const std::filesystem::path &folder);

/// A hash of all that the bytes of a site follow from: the commit, the tags beside it, the settings' path,
/// the program itself, the themes, and the day that was asked for. Sites with equal hashes are equal. Only of
/// a site that is built from a commit. Reads no content, so it takes a few milliseconds.
std::string inputs_hash(const OpenedSite &opened, const SiteOptions &options);

} // namespace localoffer
