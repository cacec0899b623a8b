#pragma once

#include <filesystem>
#include <string>

namespace localoffer {

/// What a site may follow from in its repository beside its commit, as lines of text: where each tag points
/// (reports are kept as they were at tags), and where the history of a shallow clone ends. Throws WorldError.
std::string beside_commit(const std::filesystem::path &repository);

} // namespace localoffer
