#pragma once

#include "base/diagnostic.hpp"

#include <vector>

namespace localoffer {

/// One kind of mistake: its stable code, how serious it is unless the site says otherwise, and what it is
/// about.
struct DiagnosticCode {
  std::string_view code;
  Severity severity;
  int rule;                 ///< its number among the thirty rules for content; 0 for none
  std::string_view summary; ///< one sentence: what must hold
};

/// All codes that a content file, a settings file or a theme can cause, in alphabetical order.
const std::vector<DiagnosticCode> &diagnostic_codes();

/// Null when there is no such code.
const DiagnosticCode *find_diagnostic_code(std::string_view code);

/// True for the mistakes that an author may know of and keep: silenced, lowered or put into a baseline.
/// Everything else would stop the site from being built or read. False when there is no such code.
bool may_be_lowered(std::string_view code);

/// A diagnostic with its code's usual severity. The code must be one of diagnostic_codes().
Diagnostic diagnose(std::string_view code, Span span, std::string message, std::string help = {});

} // namespace localoffer
