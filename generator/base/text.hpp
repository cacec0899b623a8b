#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// Without spaces, tabs and line ends at either end.
std::string_view trimmed(std::string_view text);

/// With one space in place of each run of spaces, tabs and line ends, and none at either end.
std::string with_single_blanks(std::string_view text);

/// With "_" in place of each space: the key of words for a kind of record, "easy_read".
std::string with_underscores(std::string_view text);

/// The lines of a text, without their line ends ("\n" or "\r\n"). "a\n" is one line; "" is none.
std::vector<std::string_view> lines_of(std::string_view text);

std::string lower_ascii(std::string_view text);

/// True for well-formed UTF-8 without NUL: no overlong forms, no surrogates, nothing past U+10FFFF.
bool is_clean_utf8(std::string_view text);

/// How many characters (code points) stand in well-formed UTF-8.
std::size_t character_count(std::string_view utf8);

/// The part of an address that a title becomes: "EHC plans: 20 weeks" -> "ehc-plans-20-weeks". Letters with
/// accents lose them where Latin-1 or Latin Extended-A has them; whatever else is not a-z or 0-9 becomes one
/// hyphen. Empty when nothing is left.
std::string slug(std::string_view text);

/// How many single-character insertions, deletions, substitutions and swaps of neighbours turn one into the
/// other.
std::size_t edit_distance(std::string_view from, std::string_view to);

/// What the author probably meant: first a candidate that differs only in case or in "_", "-", "." and space,
/// then the nearest within a third of the word's length. Nothing when no candidate is near.
std::optional<std::string> did_you_mean(std::string_view word, const std::vector<std::string> &candidates);

/// Text made safe as HTML content and as an attribute value in double quotes.
std::string escape_html(std::string_view text);
void append_escaped_html(std::string &out, std::string_view text);

/// {"a", "b", "c"} -> "a, b, c".
std::string joined(const std::vector<std::string> &items, std::string_view separator = ", ");

} // namespace localoffer
