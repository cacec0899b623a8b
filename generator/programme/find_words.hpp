#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// Bytes of a text.
struct WordMatch {
  std::size_t begin = 0, length = 0;
};

/// Where `words` stands in `text`: as whole words, capitals counting. A space stands for any blanks, so that
/// a name is found where a line ends inside it.
std::vector<WordMatch> find_words(std::string_view text, std::string_view words);

/// Puts blanks in the place of what was found.
void blank_words(std::string &text, std::string_view words);

} // namespace localoffer
