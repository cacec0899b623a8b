#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace localoffer {

/// A fixed list of words, to be asked often: most questions are answered by a word's first letter and length.
class WordSet {
public:
  WordSet(std::initializer_list<std::string_view> words) : words_(words) { prepare(); }
  explicit WordSet(std::vector<std::string_view> words) : words_(std::move(words)) { prepare(); }
  /// Words that stand in one text with blanks between, which outlives the set.
  explicit WordSet(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const auto begin = words.find_first_not_of(" \n", at);
      if (begin == std::string_view::npos) break;
      at = std::min(words.find_first_of(" \n", begin), words.size());
      words_.push_back(words.substr(begin, at - begin));
    }
    prepare();
  }
  bool has(std::string_view word) const {
    if (word.empty() || (lengths_[first_of(word)] & bit_of(word)) == 0) return false;
    return std::binary_search(words_.begin(), words_.end(), word);
  }

private:
  static std::size_t first_of(std::string_view word) { return static_cast<unsigned char>(word.front()); }
  static std::uint32_t bit_of(std::string_view word) { return 1U << (word.size() % 32); }

  void prepare() {
    std::sort(words_.begin(), words_.end());
    for (const auto word : words_)
      lengths_[first_of(word)] |= bit_of(word);
  }

  std::vector<std::string_view> words_;
  std::array<std::uint32_t, 256> lengths_{}; ///< of the words, by their first byte
};

} // namespace localoffer
