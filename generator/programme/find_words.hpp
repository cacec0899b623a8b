#pragma once

#include <optional>
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

/// Whether a word goes on at this byte, or did before it.
bool is_word_at(std::string_view text, std::size_t at);
bool is_word_before(std::string_view text, std::size_t at);

/// The end of `words` when they begin at `at`; a space stands for any blanks.
std::optional<std::size_t> end_of_words(std::string_view text, std::size_t at, std::string_view words);

/// Puts blanks in the place of what was found.
void blank_words(std::string &text, std::string_view words);

} // namespace localoffer
