#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unicode/alphaindex.h>

namespace localoffer {

/// The letters that an alphabetical index of one language has: an index in Welsh has "Ch" and "Ll".
class IndexLetters {
public:
  /// `language` is BCP 47, and one that Words takes.
  explicit IndexLetters(const std::string &language);

  /// Under which letter a text stands. Empty for what begins with a digit or with a letter of another
  /// alphabet.
  std::string of(std::string_view text) const;

private:
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> letters_;
};

} // namespace localoffer
