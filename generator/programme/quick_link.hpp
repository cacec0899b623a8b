#pragma once

#include "programme/links.hpp"

namespace localoffer {

/// As find_link_problem, without looking for what was meant: that compares the link with all files, and takes
/// too long for thousands of wrong links.
std::optional<LinkProblem> quick_link_problem(const Programme &programme, const std::string &from_file,
                                              const std::string &target);

} // namespace localoffer
