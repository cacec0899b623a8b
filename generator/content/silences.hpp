#pragma once

#include "base/diagnostic.hpp"

#include <string>
#include <vector>

namespace localoffer {

/// A comment that lets one rule be broken on one line: "# allow CODE: reason", in a text
/// "<!-- allow CODE: reason -->".
struct Silence {
  std::string code;
  std::string reason;
  Span span;              ///< of the comment
  std::uint32_t line = 0; ///< the line that it speaks of
  bool in_text =
      false; ///< "#" begins no comment inside a text: readers would see it, and it silences nothing
};

/// The silences that a file's comments ask for, whether or not their codes exist. One comment may name
/// several codes, with commas between, and a line may have several comments. A comment alone on its line
/// speaks of the next line that is none.
std::vector<Silence> find_silences(const SourceFilePtr &file);

} // namespace localoffer
