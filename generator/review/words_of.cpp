#include "review/words_of.hpp"

#include "language/text_parts.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool is_space(std::string_view part) {
  return std::all_of(part.begin(), part.end(),
                     [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A figure and its sign are read as one: "45%", "£3,000".
bool belongs_to(std::string_view word, std::string_view next) {
  return (next == "%" && is_digit(word.back())) ||
         ((word == "£" || word == "€" || word == "$") && is_digit(next.front()));
}

} // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  each_part(TextParts::words, "", text, [&](std::string_view part, bool) {
    if (!words.empty() && belongs_to(words.back(), part))
      words.back() += part;
    else if (!is_space(part))
      words.emplace_back(part);
    else if (words.empty() || words.back() != " ")
      words.emplace_back(" ");
  });
  return words;
}

double likeness(const std::vector<std::string> &a, const std::vector<std::string> &b) {
  std::unordered_map<std::string_view, long> left;
  long of_a = 0, of_b = 0, both = 0;
  for (const auto &word : a)
    if (word != " ") {
      ++left[word];
      ++of_a;
    }
  for (const auto &word : b)
    if (word != " ") {
      ++of_b;
      if (const auto found = left.find(word); found != left.end() && found->second-- > 0) ++both;
    }
  return of_a + of_b == 0 ? 1.0 : 2.0 * static_cast<double>(both) / static_cast<double>(of_a + of_b);
}

} // namespace localoffer
