#pragma once

#include "turns.hpp"

#include <vector>

namespace bench {

/// Prints what was measured, with what is asked of each figure beside it.
void print_table(const std::vector<Figures> &sizes, int turns);

} // namespace bench
