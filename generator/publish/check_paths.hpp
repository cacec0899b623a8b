#pragma once

#include "base/diagnostic.hpp"
#include "render/output.hpp"

#include <string_view>
#include <vector>

namespace localoffer {

/// True for a path that may be written below a site's folder on any system and stand in an address: relative,
/// clean UTF-8 with "/" between its parts, without control characters and backslashes, no part empty, "." or
/// "..", over 255 bytes, or one of the names that the program keeps for itself.
bool is_output_path(std::string_view path);

/// Paths that cannot be written ("bad-output-path") and paths that cannot stand side by side
/// ("output-collision"): the same twice, or the same but for case or for how an accented letter is put
/// together, which many systems hold for one, or a file where another output needs a folder. Sorted.
std::vector<Diagnostic> check_paths(const std::vector<Output> &outputs);

/// Throws WorldError for the first of them.
void require_good_paths(const std::vector<Output> &outputs);

} // namespace localoffer
