#pragma once

#include "base/diagnostic.hpp"
#include "cli/options.hpp"

#include <string>
#include <vector>

namespace localoffer {

// The same diagnostics for different readers. Each function gives the whole text, which ends with a line end.

/// For people: the source line, a caret and what to do.
std::string report_text(const std::vector<Diagnostic> &diagnostics, bool colour);

/// One JSON object: the diagnostics with their places, and how many there are of each severity.
std::string report_json(const std::vector<Diagnostic> &diagnostics);

/// The JSON Schema (draft 7) of what report_json gives.
std::string report_schema();

/// SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines.
std::string report_sarif(const std::vector<Diagnostic> &diagnostics);

/// Workflow commands of GitHub Actions, which become annotations of a pull request.
std::string report_github(const std::vector<Diagnostic> &diagnostics);

std::string report(Format format, const std::vector<Diagnostic> &diagnostics, bool colour);

/// "2 errors and 1 warning"; empty when there is none.
std::string count_by_severity(const std::vector<Diagnostic> &diagnostics);

/// "2 unknown-status, 1 promise-passed": most frequent first; empty when there is none.
std::string count_by_rule(const std::vector<Diagnostic> &diagnostics);

/// A line for each code: how many, the rule's number if it has one, and what it asks for. Most frequent
/// first; empty when there is no problem.
std::string summary_by_rule(const std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
