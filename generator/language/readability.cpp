#include "language/readability.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

} // namespace

double Reading::age() const {
  if (words == 0 || sentences == 0) return 0;
  const double by_sentence = static_cast<double>(words) / static_cast<double>(sentences);
  const double by_word = static_cast<double>(syllables) / static_cast<double>(words);
  return std::max(0.0, 0.39 * by_sentence + 11.8 * by_word - 15.59 + 5);
}

Reading &Reading::operator+=(const Reading &other) {
  sentences += other.sentences;
  words += other.words;
  syllables += other.syllables;
  return *this;
}

long syllables_of(std::string_view word) {
  const std::string lower = lower_ascii(word);
  long groups = 0;
  for (std::size_t i = 0; i < lower.size(); ++i)
    if (is_vowel(lower[i]) && (i == 0 || !is_vowel(lower[i - 1]))) ++groups;
  const auto ends = [&](std::string_view ending) { return lower.ends_with(ending); };
  const auto before = [&](std::size_t from_end) {
    return lower.size() > from_end ? lower[lower.size() - 1 - from_end] : '\0';
  };
  // "made", "wanted" has its e, "asked" has not; "people", "table" keep theirs.
  if (ends("e") && !ends("le") && groups > 1 && !is_vowel(before(1))) --groups;
  if (ends("es") && groups > 1 && !is_vowel(before(2)) &&
      std::string_view("cgszx").find(before(2)) == std::string_view::npos && !ends("shes") && !ends("ches"))
    --groups;
  if (ends("ed") && groups > 1 && before(2) != 't' && before(2) != 'd' && !is_vowel(before(2))) --groups;
  return std::max(groups, 1L);
}

Reading reading_of(const ReadingText &text) {
  Reading reading;
  reading.sentences = static_cast<long>(text.sentences().size());
  reading.words = static_cast<long>(text.words().size());
  for (const auto &word : text.words())
    reading.syllables += syllables_of(word.lower);
  return reading;
}

} // namespace localoffer
