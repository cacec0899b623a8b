#pragma once

#include "base/diagnostic.hpp"

namespace localoffer {

/// A diagnostic for people: the place, what is wrong, the line with carets under it, the help and the notes.
/// Ends with a line end. `colour` uses the terminal's escape sequences.
std::string to_text(const Diagnostic &diagnostic, bool colour);

/// "content/a.yaml:14:13"; the path alone when the whole file is meant.
std::string place_text(const Span &span);

} // namespace localoffer
