#pragma once

#include "base/diagnostic.hpp"

namespace localoffer {

/// A diagnostic for people: the place, what is wrong, the line with carets under it, the help and the notes.
/// Ends with a line end. `colour` uses the terminal's escape sequences.
std::string to_text(const Diagnostic &diagnostic, bool colour);

/// Content and the names of files may hold anything: whatever is no plain character becomes a space, so that
/// a message stays one line and says nothing to the terminal. A column stays a column.
std::string one_line(std::string_view text);

/// "content/a.yaml:14:13"; the path alone when the whole file is meant.
std::string place_text(const Span &span);

} // namespace localoffer
