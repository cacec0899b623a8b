#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace localoffer {

/// A fixed list of words, to be asked often: most words that it has not are told by their first letters and
/// length.
class WordSet {
public:
  WordSet(std::initializer_list<std::string_view> words) : WordSet(std::vector<std::string_view>(words)) {}
  explicit WordSet(const std::vector<std::string_view> &words)
      : table_(std::bit_ceil(words.size() * 4 + 1)) { // mostly empty, so that searches are short
    for (const auto word : words)
      table_[place_of(word)] = word;
  }
  /// Words that stand in one text with blanks between, which outlives the set.
  explicit WordSet(std::string_view words) : WordSet(parts_of(words)) {}

  bool has(std::string_view word) const { return !word.empty() && !table_[place_of(word)].empty(); }

private:
  static std::vector<std::string_view> parts_of(std::string_view words) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < words.size();) {
      const auto begin = words.find_first_not_of(" \n", at);
      if (begin == std::string_view::npos) break;
      at = std::min(words.find_first_of(" \n", begin), words.size());
      parts.push_back(words.substr(begin, at - begin));
    }
    return parts;
  }

  /// Where the word is, or else an empty place. It is looked for from a place that its first eight bytes and
  /// its length give.
  std::size_t place_of(std::string_view word) const {
    std::uint64_t beginning = 0;
    std::memcpy(&beginning, word.data(), std::min(word.size(), sizeof beginning));
    std::size_t place = ((beginning + word.size()) * 0x9E3779B97F4A7C15U >> 32U) & (table_.size() - 1);
    while (!table_[place].empty() && table_[place] != word)
      place = (place + 1) & (table_.size() - 1);
    return place;
  }

  std::vector<std::string_view> table_;
};

} // namespace localoffer
