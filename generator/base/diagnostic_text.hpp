#pragma once

#include "base/diagnostic.hpp"

namespace localoffer {

/// How much is said to people of one text, and of one title, path or address, in bytes. The reports for
/// programs are not cut here.
inline constexpr std::size_t longest_said = 1000, longest_name = 300;

/// A diagnostic for people: the place, what is wrong, the line with carets under it, the help and the notes.
/// Ends with a line end. `colour` uses the terminal's escape sequences.
std::string to_text(const Diagnostic &diagnostic, bool colour);

/// Content and the names of files may hold anything: whatever is no plain character becomes a space, so that
/// a message stays one line and says nothing to the terminal. A column stays a column. What is longer than
/// `most` bytes is cut there, and ends in " ...".
std::string one_line(std::string_view text, std::size_t most = longest_said);

/// "content/a.yaml:14:13"; the path alone when the whole file is meant.
std::string place_text(const Span &span);

} // namespace localoffer
