#pragma once

#include "base/diagnostic.hpp"
#include "source/snapshot.hpp"

#include <set>
#include <string_view>
#include <vector>

namespace localoffer {

/// The numbers, from 1, of the lines of `after` that `before` has not, and of the line where something went.
std::set<std::uint32_t> touched_lines(std::string_view before, std::string_view after);

/// Of the problems of a draft those that stand on lines that it touches; one that means a whole file stays
/// when the file differs.
std::vector<Diagnostic> on_touched_lines(const std::vector<Diagnostic> &problems, const Snapshot &before);

} // namespace localoffer
