#pragma once

#include <string>
#include <string_view>

namespace localoffer {

// On a page in one language, text that is still in another stands between two marks, wherever it goes: into a
// sentence, a list, a link. The finished page has an element with the text's language there. The marks are
// characters for private use, which no text has of itself.

inline constexpr std::string_view foreign_begins = "\uE000", foreign_ends = "\uE001";

std::string as_foreign(std::string_view text);

/// For places that hold no elements: attributes, addresses, data. Texts without marks cost one search.
std::string without_foreign_marks(std::string_view text);
void remove_foreign_marks(std::string &text);

} // namespace localoffer
