#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace localoffer {

/// The words of a text, its punctuation, and one space for each white space: put together they are the text.
/// Words are what Unicode's rules for words say in any language (UAX #29), and a figure has its sign:
/// "£3,000".
std::vector<std::string> words_of(std::string_view text);

/// Numbers for texts: the same text has the same number.
class TextNumbers {
public:
  std::uint32_t of(const std::string &text) {
    return numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::vector<std::uint32_t> of(const std::vector<std::string> &texts) {
    std::vector<std::uint32_t> all;
    for (const auto &text : texts)
      all.push_back(of(text));
    return all;
  }

private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// From 0 to 1: how much of two lists of words is the same, whatever its order. Spaces do not count.
double likeness(const std::vector<std::string> &a, const std::vector<std::string> &b);

} // namespace localoffer
