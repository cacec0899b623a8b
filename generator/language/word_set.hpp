#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace localoffer {

/// A fixed list of words, to be asked often.
class WordSet {
public:
  WordSet(std::initializer_list<std::string_view> words) : words_(words) {
    std::sort(words_.begin(), words_.end());
  }
  /// Words that stand in one text with blanks between, which outlives the set.
  explicit WordSet(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const auto begin = words.find_first_not_of(" \n", at);
      if (begin == std::string_view::npos) break;
      at = std::min(words.find_first_of(" \n", begin), words.size());
      words_.push_back(words.substr(begin, at - begin));
    }
    std::sort(words_.begin(), words_.end());
  }
  bool has(std::string_view word) const { return std::binary_search(words_.begin(), words_.end(), word); }

private:
  std::vector<std::string_view> words_;
};

} // namespace localoffer
