#include "cli/report.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

/// As GitHub's own toolkit escapes: the message ends at the line's end, a property also at a comma or a
/// colon.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    else
      out += c;
  }
  return out;
}

} // namespace

std::string report_github(const std::vector<Diagnostic> &diagnostics) {
  std::string out;
  for (const auto &diagnostic : diagnostics) {
    const auto &place = diagnostic.span.place;
    std::string properties = fmt::format("title={}", escaped(diagnostic.code, true));
    if (!diagnostic.span.file_path().empty())
      properties += fmt::format(",file={}", escaped(diagnostic.span.file_path(), true));
    if (place.line != 0)
      properties += fmt::format(",line={},col={},endColumn={}", place.line, place.column,
                                place.column + std::max(place.length, 1u));
    std::string message = diagnostic.message;
    if (!diagnostic.help.empty()) message += "\n" + diagnostic.help;
    for (const auto &note : diagnostic.notes)
      message += fmt::format("\n{}:{}: {}", note.span.file_path(), note.span.place.line, note.text);
    out += fmt::format("::{} {}::{}\n", to_string(diagnostic.severity), properties, escaped(message, false));
  }
  return out;
}

} // namespace localoffer
