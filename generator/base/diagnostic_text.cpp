#include "base/diagnostic_text.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view cyan = "\x1b[1;36m";
constexpr std::string_view plain = "\x1b[0m";

std::string_view colour_of(Severity severity) {
  switch (severity) {
  case Severity::error:
    return "\x1b[1;31m";
  case Severity::warning:
    return "\x1b[1;33m";
  case Severity::notice:
    break;
  }
  return cyan;
}

/// Content may hold anything, a terminal's escape sequences too: control characters are shown as spaces, so
/// that a message stays one line and says nothing to the terminal.
std::string one_line(std::string text) {
  for (char &c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return text;
}

/// As one_line, for the lines of an excerpt.
std::string shown_excerpt(const Span &span) {
  std::string out;
  const std::string text = excerpt(span);
  for (const auto line : lines_of(text))
    out += one_line(std::string(line)) + "\n";
  return out;
}

std::string painted(std::string_view text, std::string_view paint, bool colour) {
  return colour ? fmt::format("{}{}{}", paint, text, plain) : std::string(text);
}

} // namespace

std::string place_text(const Span &span) {
  if (span.place.line == 0) return span.file_path();
  if (span.place.column == 0) return fmt::format("{}:{}", span.file_path(), span.place.line);
  return fmt::format("{}:{}:{}", span.file_path(), span.place.line, span.place.column);
}

std::string to_text(const Diagnostic &diagnostic, bool colour) {
  const std::string kind = fmt::format("{}[{}]", to_string(diagnostic.severity), diagnostic.code);
  std::string out =
      fmt::format("{}: {}: {}\n", painted(place_text(diagnostic.span), bold, colour),
                  painted(kind, colour_of(diagnostic.severity), colour), one_line(diagnostic.message));
  out += shown_excerpt(diagnostic.span);
  if (!diagnostic.help.empty())
    out += fmt::format("{}: {}\n", painted("help", cyan, colour), one_line(diagnostic.help));
  for (const auto &note : diagnostic.notes) {
    out += fmt::format("{}: {}: {}\n", painted(place_text(note.span), bold, colour),
                       painted("note", cyan, colour), one_line(note.text));
    out += shown_excerpt(note.span);
  }
  return out;
}

} // namespace localoffer
