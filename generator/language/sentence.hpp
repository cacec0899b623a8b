#pragma once

#include "language/formats.hpp"
#include "language/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// A message pattern, read once and then only looked at.
struct Sentence {
  struct Branch;
  struct Part {
    enum class Kind {
      literal,
      argument, ///< {name}
      number,   ///< # inside a plural
      plural,
      ordinal,
      select,
    };
    Kind kind = Kind::literal;
    std::string text;  ///< the literal, or the argument's name
    double offset = 0; ///< of a plural: taken from the number before its form is chosen and # is written
    std::vector<Branch> branches;
  };
  /// One form of a plural or choice of a select. The last resort is the branch "other", which there always
  /// is.
  struct Branch {
    std::optional<double> exactly; ///< =0
    std::string keyword;           ///< "one", "other", or a select's choice
    std::vector<Part> parts;
  };
  std::vector<Part> parts;

  /// The text of a sentence that has no arguments; null otherwise.
  const std::string *literal() const;
};

/// A mistake in a pattern, for its author.
struct PatternMistake {
  std::size_t offset = 0; ///< in characters from the pattern's beginning
  std::string message, help;
};

/// Reads a pattern in ICU's syntax. Formats are asked which plural forms the language has. Nothing comes back
/// when there is a mistake, which is then told.
std::optional<Sentence> parse_sentence(std::string_view pattern, const Formats &formats,
                                       PatternMistake &mistake);

/// Appends the sentence with its arguments. Throws std::invalid_argument, with what is wrong in words, for an
/// argument that is missing and for a plural of a text.
void say_sentence(const Sentence &sentence, const WordArguments &arguments, const Formats &formats,
                  std::string &out);

} // namespace localoffer
