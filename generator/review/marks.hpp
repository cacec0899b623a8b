#pragma once

#include <string>
#include <string_view>

namespace localoffer {

/// What is removed and added is marked within texts by characters that no text has (Unicode keeps U+FDD0 to
/// U+FDEF for a program's own use), so that marked texts go through views and templates like any other;
/// marked_page.hpp turns them into markup. Between two marks stands plain text.
namespace marks {

inline constexpr std::string_view removed_begin = "\uFDD0", removed_end = "\uFDD1";
inline constexpr std::string_view added_begin = "\uFDD2", added_end = "\uFDD3";
inline constexpr std::string_view moved = "\uFDD4";      ///< what follows stood elsewhere
inline constexpr std::string_view page_count = "\uFDD5"; ///< on a page: how many changes it has
inline constexpr std::size_t length = 3;                 ///< of each, in bytes

/// Whether a mark stands at `at`.
inline bool is_at(std::string_view text, std::size_t at) {
  return text.size() >= at + length && text[at] == '\xEF' && text[at + 1] == '\xB7' &&
         static_cast<unsigned char>(text[at + 2]) >= 0x90 && static_cast<unsigned char>(text[at + 2]) <= 0x9F;
}

} // namespace marks

/// Without such characters: an author's text may hold them.
std::string without_marks(std::string_view text);

/// A text as it is removed or added as a whole; an empty one stays empty.
std::string marked_removed(std::string_view text);
std::string marked_added(std::string_view text);

/// `after`, with the words marked that are not in `before`, and those of `before` that are gone. White space
/// counts as one space.
std::string marked_text(std::string_view before, std::string_view after);

} // namespace localoffer
