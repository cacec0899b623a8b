#pragma once

#include "programme/programme.hpp"

#include <vector>

namespace localoffer {

/// The longest sentence of Easy Read. Its guides ask for 10 to 15 words; a shorter sentence is easier, so
/// only longer ones are told.
inline constexpr std::size_t longest_easy_sentence = 15;

/// Holds versions with pictures to what Easy Read is, in any language: sentences of at most 15 words
/// ("easy-read-long-sentence"), one beside each picture and none without ("easy-read-pairs"), and no short
/// form, be it explained or known to everybody ("easy-read-short-form").
std::vector<Diagnostic> check_easy_read(const Programme &programme);

} // namespace localoffer
