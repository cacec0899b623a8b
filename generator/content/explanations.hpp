#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What `localoffer explain` says of a code, beyond its summary. All text is plain; lines end in "\n" but for
/// the last.
struct Explanation {
  std::string_view code;
  std::string_view why;          ///< what goes wrong for readers, in a sentence or three
  std::string_view wrong, right; ///< a piece of a file with the mistake, and the same piece without
};

/// One for each of diagnostic_codes().
const std::vector<Explanation> &explanations();

/// Null when there is no such code.
const Explanation *find_explanation(std::string_view code);

/// The explanations by what they are about, for explanations() alone.
std::vector<Explanation> explanations_of_files();        ///< one file as it is written
std::vector<Explanation> explanations_of_rules();        ///< what records say together: plans and figures
std::vector<Explanation> explanations_of_families();     ///< what families read and say
std::vector<Explanation> explanations_of_wording();      ///< sentences that are hard to read
std::vector<Explanation> explanations_of_translations(); ///< words in other languages
std::vector<Explanation> explanations_of_sites();        ///< settings, pages and themes

} // namespace localoffer
