#include "content/text_map.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
}

/// A place that moves through a file byte by byte.
struct Cursor {
  std::string_view text;
  std::size_t at;
  std::uint32_t line, column;

  bool at_end() const { return at >= text.size(); }
  char byte() const { return text[at]; }
  void step() {
    const auto c = static_cast<unsigned char>(text[at++]);
    if (c == '\n') {
      ++line;
      column = 1;
    } else if (at >= text.size() || begins_character(text[at])) {
      ++column; // a character ends with its last byte
    }
  }
};

/// What YAML drops between two characters of a scalar: indentation and line ends, the second of two quotes,
/// and the backslash before a character that stands for itself.
bool is_dropped(const Cursor &file) {
  return is_blank(file.byte()) || file.byte() == '\\' ||
         (file.byte() == '\'' && file.at > 0 && file.text[file.at - 1] == '\'');
}

} // namespace

TextMap::TextMap(const SourceFilePtr &file, std::string_view text, Place whole, std::size_t begin,
                 Place text_place)
    : text_(text), whole_(whole) {
  Cursor cursor{file->text, begin, text_place.line, text_place.column};
  bool follows = false; // the next character stands just behind the last one
  for (std::size_t i = 0; i < text_.size();) {
    if (cursor.at_end()) break;
    if (text_[i] == cursor.byte()) {
      // A text may be one line of a megabyte: a run is never so long that counting from its beginning takes
      // time.
      constexpr std::size_t longest_run = 1000;
      const bool is_long =
          follows && i - runs_.back().begin >= longest_run && begins_character(cursor.byte());
      if (!follows || is_long) runs_.push_back({i, cursor.line, cursor.column});
      follows = text_[i] != '\n';
      cursor.step();
      ++i;
    } else if (is_blank(text_[i])) { // a line end that YAML made into a space, or a space into a line end
      follows = false;
      ++i;
    } else if (is_dropped(cursor)) {
      follows = false;
      cursor.step();
    } else {
      runs_.push_back({i, 0, 0});
      break;
    }
  }
  if (runs_.empty()) runs_.push_back({0, 0, 0});
}

const TextMap::Run &TextMap::run_at(std::size_t offset) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                      [](std::size_t at, const Run &run) { return at < run.begin; });
  return after == runs_.begin() ? runs_.front() : *(after - 1);
}

Place TextMap::place_of(std::size_t offset, std::size_t length) const {
  offset = std::min(offset, text_.size());
  length = std::min(length, text_.size() - offset);
  const Run &first = run_at(offset);
  if (first.line == 0 || first.begin > offset) return whole_;
  const auto column = first.column + static_cast<std::uint32_t>(
                                         character_count(text_.substr(first.begin, offset - first.begin)));

  // The line ends where a later run stands on another one.
  const Run *last = &first;
  std::size_t end = offset + length;
  for (auto run = &first + 1; run != runs_.data() + runs_.size() && run->begin < end; ++run) {
    if (run->line != first.line) {
      end = run->begin;
      break;
    }
    last = run;
  }
  while (end > offset + 1 && is_blank(text_[end - 1]))
    --end;
  const auto from = std::max(last->begin, offset);
  const auto end_column = last->column + static_cast<std::uint32_t>(character_count(
                                             text_.substr(last->begin, std::max(end, from) - last->begin)));
  return {first.line, column, end_column > column ? end_column - column : 0};
}

} // namespace localoffer
