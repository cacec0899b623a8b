#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace localoffer {

enum class TextParts { words, sentences };

/// Calls `use` for each part of a text in turn, as Unicode's rules cut it (UAX #29): put together the parts
/// are the text. Of words, white space and punctuation are parts too, and `is_word` tells the others apart.
void each_part(TextParts kind, const std::string &language, std::string_view text,
               const std::function<void(std::string_view part, bool is_word)> &use);

} // namespace localoffer
