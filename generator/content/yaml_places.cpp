#include "content/yaml_places.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace localoffer {

YamlPlaces::YamlPlaces(const YamlSource &source)
    : text_(source.file->text), begin_(source.begin), end_(source.end) {
  lines_.push_back(0);
  for (auto newline = text_.find('\n'); newline < source.end; newline = text_.find('\n', newline + 1))
    lines_.push_back(newline + 1);
}

std::size_t YamlPlaces::in_file(int offset) const {
  return std::min(begin_ + static_cast<std::size_t>(std::max(offset, 0)), end_);
}

Place YamlPlaces::at(std::size_t offset, std::size_t length) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  // A file may be one long line: the characters up to the place before are not counted again.
  if (offset < counted_ || *(after - 1) > counted_) {
    counted_ = *(after - 1);
    characters_ = 0;
  }
  characters_ += character_count(text_.substr(counted_, offset - counted_));
  counted_ = offset;
  return {static_cast<std::uint32_t>(after - lines_.begin()), static_cast<std::uint32_t>(characters_ + 1),
          static_cast<std::uint32_t>(length)};
}

std::size_t YamlPlaces::rest_of_line(std::size_t offset) const {
  constexpr std::size_t enough = 1000;
  auto rest = text_.substr(offset, std::min(end_ - offset, enough));
  rest = rest.substr(0, rest.find('\n'));
  return character_count(trimmed(rest.substr(0, rest.find(" #"))));
}

std::size_t YamlPlaces::next_line(std::size_t offset) const {
  return std::min(text_.find('\n', offset), end_ - 1) + 1;
}

std::size_t YamlPlaces::dash_before(std::size_t offset) const {
  constexpr std::size_t farthest = 4000; // bytes; in a list of one line there is no dash at all
  const std::size_t first = offset > farthest ? offset - farthest : 0;
  for (std::size_t end = offset; end > std::max(begin_, first);) {
    const std::size_t newline = text_.substr(first, end - first).rfind('\n');
    const std::size_t start =
        newline == std::string_view::npos ? std::max(begin_, first) : std::max(first + newline + 1, begin_);
    auto line = text_.substr(start, end - start);
    line = line.substr(0, std::min(line.find(" #"), line.find_last_not_of(" \t\r\n") + 1));
    const auto written = line.find_last_not_of(' ');
    if (written != std::string_view::npos && line.substr(line.find_first_not_of(' '), 1) != "#")
      return line[written] == '-' ? start + written : offset;
    end = start > begin_ ? start - 1 : begin_;
  }
  return offset;
}

} // namespace localoffer
