#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace localoffer {

/// XXH3-128 of the bytes, as 32 lower-case hexadecimal digits. For names and change detection, not against
/// forgery.
std::string content_hash(std::string_view bytes);

/// The same of bytes that come in parts, behind each other; `next` gives an empty part at their end.
std::string content_hash(const std::function<std::string_view()> &next);

} // namespace localoffer
