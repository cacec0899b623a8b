#pragma once

#include <string>
#include <string_view>

namespace localoffer {

/// XXH3-128 of the bytes, as 32 lower-case hexadecimal digits. For names and change detection, not against
/// forgery.
std::string content_hash(std::string_view bytes);

} // namespace localoffer
