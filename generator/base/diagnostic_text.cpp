#include "base/diagnostic_text.hpp"

#include "base/text.hpp"

#include <algorithm>
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

/// How many bytes at the beginning of a text do something to a terminal, or are no character at all; 0 when
/// the first character may be shown. C1 controls begin sequences as ESC does, and the marks for the way of
/// writing let a line read as another ("Trojan Source").
std::size_t bytes_to_hide(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(i < text.size() ? text[i] : '\0');
  };
  if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
  if (byte(0) < 0x80) return 0;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return 2;
  const bool turns = byte(0) == 0xE2 && ((byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) ||
                                         (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9));
  if (turns) return 3;
  const std::size_t length = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  return is_clean_utf8(text.substr(0, length)) ? 0 : 1;
}

/// As one_line, for the lines of an excerpt.
std::string shown_excerpt(const Span &span) {
  std::string out;
  const std::string text = excerpt(span);
  for (const auto line : lines_of(text))
    out += one_line(line) + "\n";
  return out;
}

std::string painted(std::string_view text, std::string_view paint, bool colour) {
  return colour ? fmt::format("{}{}{}", paint, text, plain) : std::string(text);
}

} // namespace

std::string one_line(std::string_view text, std::size_t most) {
  std::string out;
  out.reserve(std::min(text.size(), most));
  while (!text.empty()) {
    std::size_t length = bytes_to_hide(text);
    if (out.size() == most) return out + " ...";
    if (length > 0) {
      out += ' ';
    } else {
      for (length = 1; length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0u) == 0x80u;)
        ++length;
      if (out.size() + length > most) return out + " ...";
      out.append(text.substr(0, length));
    }
    text.remove_prefix(length);
  }
  return out;
}

std::string place_text(const Span &span) {
  std::string path = one_line(span.file_path(), longest_name);
  if (span.place.line == 0) return path;
  if (span.place.column == 0) return fmt::format("{}:{}", path, span.place.line);
  return fmt::format("{}:{}:{}", path, span.place.line, span.place.column);
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
