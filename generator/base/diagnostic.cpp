#include "base/diagnostic.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace localoffer {

std::string_view to_string(Severity severity) {
  switch (severity) {
  case Severity::error:
    return "error";
  case Severity::warning:
    return "warning";
  case Severity::notice:
    break;
  }
  return "notice";
}

void sort_diagnostics(std::vector<Diagnostic> &diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic &a, const Diagnostic &b) {
    const auto key = [](const Diagnostic &d) {
      return std::tie(d.span.file_path(), d.span.place.line, d.span.place.column, d.code, d.message);
    };
    return key(a) < key(b);
  });
}

bool has_errors(const std::vector<Diagnostic> &diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic &d) { return d.severity == Severity::error; });
}

namespace {

/// The bytes of the characters [first, first + count) of well-formed UTF-8.
std::string_view characters(std::string_view text, std::size_t first, std::size_t count) {
  const auto offset_of = [&](std::size_t character) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
      if ((static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u && character-- == 0) break;
    return at;
  };
  const std::size_t begin = offset_of(first);
  const std::size_t end = offset_of(first + count);
  return text.substr(begin, end - begin);
}

} // namespace

std::string excerpt(const Span &span, std::string_view margin) {
  if (!span.file || span.place.line == 0) return {};
  const auto lines = lines_of(span.file->text);
  if (span.place.line > lines.size()) return {};

  constexpr std::size_t widest = 160;
  std::string line(lines[span.place.line - 1]);
  std::replace(line.begin(), line.end(), '\t', ' ');
  std::size_t column = std::max<std::size_t>(span.place.column, 1) - 1;
  std::string lead;
  if (character_count(line) > widest) {
    const std::size_t from = column > widest / 2 ? column - widest / 2 : 0;
    if (from > 0) lead = "... ";
    line = lead + std::string(characters(line, from, widest)) + " ...";
    column = column - from + lead.size();
  }
  const std::size_t room = character_count(line) > column ? character_count(line) - column : 1;
  const std::size_t carets = std::clamp<std::size_t>(span.place.length, 1, room);
  const std::string number = fmt::format("{}{:>2} | ", margin, span.place.line);
  const std::string blank = fmt::format("{:>{}}", "| ", number.size());
  return fmt::format("{}{}\n{}{}{}\n", number, line, blank, std::string(column, ' '),
                     std::string(carets, '^'));
}

} // namespace localoffer
