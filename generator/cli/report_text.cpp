#include "base/diagnostic_text.hpp"
#include "cli/report.hpp"

namespace localoffer {

std::string report_text(const std::vector<Diagnostic> &diagnostics, bool colour) {
  std::string out;
  for (const auto &diagnostic : diagnostics) {
    out += to_text(diagnostic, colour);
    if (!out.ends_with('\n')) out += '\n';
    out += '\n';
  }
  return out;
}

} // namespace localoffer
