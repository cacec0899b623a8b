#pragma once

#include "base/diagnostic.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace localoffer {

/// A baseline file's text: the diagnostics that a site may keep for now, each code, file and message once, in
/// the order of the files. Places are left out, because lines move.
std::string baseline_text(const std::vector<Diagnostic> &diagnostics);

/// Writes it. Throws WorldError rather than overwrite a file that is not a baseline.
void write_baseline(const std::filesystem::path &file, const std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
