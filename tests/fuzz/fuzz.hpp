#pragma once

#include "base/diagnostic_text.hpp"
#include "base/text.hpp"
#include "content/codes.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What libFuzzer calls with each input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace localoffer::fuzz {

inline std::string_view text_of(const std::uint8_t *data, std::size_t size) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libFuzzer's bytes are unsigned
  return {reinterpret_cast<const char *>(data), size};
}

/// A property of every input. When it does not hold, the run ends there and libFuzzer keeps the input.
inline void hold(bool holds, std::string_view property, std::string_view detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "Does not hold: %s\n%s\n", std::string(property).c_str(), std::string(detail).c_str());
  std::abort();
}

/// What stands before the first `mark`, and what behind it: nothing when there is no mark.
inline std::pair<std::string_view, std::string_view> cut_at(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + mark.size())};
}

/// The place is in its file: on a line that it has, or behind its last one, and within that line or just
/// behind it.
inline void hold_place(const Span &span) {
  if (!span.file || span.place.line == 0) return;
  std::string_view text = span.file->text;
  for (std::uint32_t line = 1; line < span.place.line; ++line) {
    const auto end = text.find('\n');
    hold(end != std::string_view::npos, "a place is on a line of its file", place_text(span));
    text.remove_prefix(end + 1);
  }
  const auto characters = character_count(text.substr(0, text.find('\n')));
  hold(span.place.column <= characters + 1, "a place is within its line", place_text(span));
  const std::size_t begin = std::max<std::size_t>(span.place.column, 1) - 1;
  hold(begin + span.place.length <= std::max(characters, begin + 1), "a place ends within its line",
       place_text(span) + "+" + std::to_string(span.place.length));
}

/// Each says where and what, and no character of it moves a terminal's cursor.
inline void hold_diagnostics(const std::vector<Diagnostic> &diagnostics) {
  for (const auto &one : diagnostics) {
    hold(find_diagnostic_code(one.code) != nullptr, "a code is a known one", one.code);
    hold(!one.message.empty() && !one.span.file_path().empty(), "a diagnostic says what and where", one.code);
    hold_place(one.span);
    for (const auto &note : one.notes)
      hold_place(note.span);
    const std::string told = to_text(one, false);
    hold(is_clean_utf8(told), "what is said is UTF-8", told);
    hold(std::none_of(told.begin(), told.end(),
                      [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7f; }),
         "what is said is plain text", told);
  }
}

} // namespace localoffer::fuzz
