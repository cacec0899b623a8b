#pragma once

#include <cstdint>
#include <string>

namespace localoffer {

/// Where a line of a file stands among the changes of a pull request (GitHub) or merge request (GitLab), by
/// their own addresses: a hash of the path and the line. The page of all changes where the line is 0; the
/// address itself where it is neither.
std::string line_address(const std::string &pull_request, const std::string &path, std::uint32_t line);

} // namespace localoffer
