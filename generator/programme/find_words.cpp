#include "programme/find_words.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_part_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

/// Curly quotes and dashes begin with E2 in UTF-8, and the marks of foreign text (base/foreign.hpp) with EE;
/// letters do not.
bool begins_no_letter(char c) {
  return c == static_cast<char>(0xE2) || c == static_cast<char>(0xEE);
}

} // namespace

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_part_of_word(text[at]) && !begins_no_letter(text[at]);
}

bool is_word_before(std::string_view text, std::size_t at) {
  if (at == 0 || !is_part_of_word(text[at - 1])) return false;
  return at < 3 || !begins_no_letter(text[at - 3]);
}

std::optional<std::size_t> end_of_words(std::string_view text, std::size_t at, std::string_view words) {
  for (const char wanted : words) {
    if (at >= text.size()) return std::nullopt;
    if (wanted == ' ') {
      if (!is_blank(text[at])) return std::nullopt;
      while (at < text.size() && is_blank(text[at]))
        ++at;
    } else if (text[at] == wanted) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

std::vector<WordMatch> find_words(std::string_view text, std::string_view words) {
  std::vector<WordMatch> found;
  if (words.empty()) return found;
  for (auto at = text.find(words.front()); at != std::string_view::npos;
       at = text.find(words.front(), at + 1)) {
    if (is_word_before(text, at)) continue;
    const auto end = end_of_words(text, at, words);
    if (end && !is_word_at(text, *end)) found.push_back({at, *end - at});
  }
  return found;
}

void blank_words(std::string &text, std::string_view words) {
  for (const auto &match : find_words(text, words))
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(match.begin), match.length, ' ');
}

} // namespace localoffer
