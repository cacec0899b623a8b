#include "cli/report.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace localoffer {

std::string report(Format format, const std::vector<Diagnostic> &diagnostics, bool colour) {
  switch (format) {
  case Format::text:
    return report_text(diagnostics, colour);
  case Format::json:
    return report_json(diagnostics);
  case Format::sarif:
    return report_sarif(diagnostics);
  case Format::github:
    return report_github(diagnostics);
  }
  return {};
}

std::string count_by_severity(const std::vector<Diagnostic> &diagnostics) {
  std::vector<std::string> parts;
  for (const auto severity : {Severity::error, Severity::warning, Severity::notice}) {
    const auto count =
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [&](const Diagnostic &diagnostic) { return diagnostic.severity == severity; });
    if (count > 0) parts.push_back(fmt::format("{} {}{}", count, to_string(severity), count == 1 ? "" : "s"));
  }
  if (parts.size() < 2) return joined(parts);
  const std::string last = parts.back();
  parts.pop_back();
  return joined(parts) + " and " + last;
}

namespace {

/// Code and how often, the most frequent first.
std::vector<std::pair<std::string, int>> codes_found(const std::vector<Diagnostic> &diagnostics) {
  std::map<std::string, int> counts;
  for (const auto &diagnostic : diagnostics)
    ++counts[diagnostic.code];
  std::vector<std::pair<std::string, int>> rules(counts.begin(), counts.end());
  std::stable_sort(rules.begin(), rules.end(),
                   [](const auto &a, const auto &b) { return a.second > b.second; });
  return rules;
}

} // namespace

std::string count_by_rule(const std::vector<Diagnostic> &diagnostics) {
  std::vector<std::string> parts;
  for (const auto &[code, count] : codes_found(diagnostics))
    parts.push_back(fmt::format("{} {}", count, code));
  return joined(parts);
}

std::string summary_by_rule(const std::vector<Diagnostic> &diagnostics) {
  std::string out;
  for (const auto &[code, count] : codes_found(diagnostics)) {
    const DiagnosticCode *known = find_diagnostic_code(code);
    const std::string rule = known && known->rule > 0 ? fmt::format("rule {}", known->rule) : "";
    out += fmt::format("{:>5}  {:<27} {:<8} {}\n", count, code, rule, known ? known->summary : "");
  }
  return out.empty() ? out : "How many of each ('localoffer explain CODE' says more):\n" + out;
}

} // namespace localoffer
