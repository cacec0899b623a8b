#include "history/pieces.hpp"

#include "base/text.hpp"

#include <cstddef>

namespace localoffer {
namespace {

enum class Line {
  item,    ///< begins an item
  inner,   ///< indented, blank or a comment: belongs to the item before it
  foreign, ///< anything else in the first column: this is no plain list
};

Line kind_of(std::string_view line) {
  if (line.starts_with("- ") || (line.starts_with('-') && trimmed(line) == "-")) return Line::item;
  if (trimmed(line).empty() || line.front() == ' ' || line.front() == '#') return Line::inner;
  return Line::foreign;
}

} // namespace

std::vector<std::string_view> list_pieces(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    const std::size_t next = end == std::string_view::npos ? text.size() : end + 1;
    const Line kind = kind_of(text.substr(at, next - at));
    if (kind == Line::foreign) return {text};
    if (kind == Line::item) {
      if (begin != std::string_view::npos) pieces.push_back(text.substr(begin, at - begin));
      begin = at;
    }
    at = next;
  }
  if (begin == std::string_view::npos) return {text};
  pieces.push_back(text.substr(begin));
  return pieces;
}

} // namespace localoffer
