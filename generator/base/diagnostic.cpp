#include "base/diagnostic.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
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

std::size_t leave_first(std::vector<Diagnostic> &diagnostics, std::size_t most) {
  if (diagnostics.size() <= most) return 0;
  sort_diagnostics(diagnostics);
  std::stable_partition(diagnostics.begin(), diagnostics.end(),
                        [](const Diagnostic &one) { return one.severity == Severity::error; });
  const std::size_t left_out = diagnostics.size() - most;
  diagnostics.resize(most);
  diagnostics.shrink_to_fit();
  sort_diagnostics(diagnostics);
  return left_out;
}

bool has_errors(const std::vector<Diagnostic> &diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic &d) { return d.severity == Severity::error; });
}

namespace {

/// Where the character with this number begins. Long lines are passed over piece by piece.
std::size_t offset_of(std::string_view text, std::size_t character) {
  constexpr std::size_t piece = 256;
  std::size_t at = 0;
  for (; at + piece < text.size(); at += piece) {
    const std::size_t inside = character_count(text.substr(at, piece));
    if (inside > character) break;
    character -= inside;
  }
  for (; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u && character-- == 0) break;
  return at;
}

/// The bytes of the characters [first, first + count) of well-formed UTF-8.
std::string_view characters(std::string_view text, std::size_t first, std::size_t count) {
  text.remove_prefix(offset_of(text, first));
  return text.substr(0, offset_of(text, count));
}

/// The line with this number, from 1, without its line end; nothing when the text has fewer.
std::optional<std::string_view> line_of(std::string_view text, std::uint32_t number) {
  for (; number > 1; --number) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  if (text.empty()) return std::nullopt;
  auto line = text.substr(0, text.find('\n'));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// Puts stars in the place of `hidden`. `line` shows the characters of a line from `from` on, behind `lead`.
void hide(const std::vector<Place> &hidden, std::size_t from, std::size_t lead, std::string &line) {
  const std::size_t shown = character_count(line);
  for (const auto &place : hidden) {
    const std::size_t first = std::max<std::size_t>(place.column, from + 1) - 1;
    const std::size_t last = std::size_t{place.column} - 1 + place.length;
    const std::size_t begin = first - from + lead, end = std::min(last - std::min(last, from) + lead, shown);
    if (place.column == 0 || begin >= end) continue;
    const std::size_t at = offset_of(line, begin);
    line.replace(at, offset_of(std::string_view(line).substr(at), end - begin),
                 std::string(end - begin, '*'));
  }
}

} // namespace

std::string excerpt(const Span &span, std::string_view margin) {
  if (!span.file || span.place.line == 0) return {};
  const auto whole = line_of(span.file->text, span.place.line);
  if (!whole) return {};

  constexpr std::size_t widest = 160;
  std::string line;
  std::size_t column = std::max<std::size_t>(span.place.column, 1) - 1;
  std::string lead;
  std::size_t from = 0;
  if (character_count(*whole) > widest) {
    from = column > widest / 2 ? column - widest / 2 : 0;
    if (from > 0) lead = "... ";
    const bool is_cut = character_count(*whole) > from + widest;
    line = lead + std::string(characters(*whole, from, widest)) + (is_cut ? " ..." : "");
    column = column - from + lead.size();
  } else {
    line = *whole;
  }
  hide(span.hidden, from, lead.size(), line);
  std::replace(line.begin(), line.end(), '\t', ' ');
  const std::size_t room = character_count(line) > column ? character_count(line) - column : 1;
  const std::size_t carets = std::clamp<std::size_t>(span.place.length, 1, room);
  const std::string number = fmt::format("{}{:>2} | ", margin, span.place.line);
  const std::string blank = fmt::format("{:>{}}", "| ", number.size());
  return fmt::format("{}{}\n{}{}{}\n", number, line, blank, std::string(column, ' '),
                     std::string(carets, '^'));
}

} // namespace localoffer
