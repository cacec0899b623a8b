#pragma once

#include "content/yaml.hpp"

#include <string_view>
#include <vector>

namespace localoffer {

/// Turns a byte offset of the YAML part of a file into a place in the whole file. For one thread.
class YamlPlaces {
public:
  /// Keeps a reference to the source's file.
  explicit YamlPlaces(const YamlSource &source);

  /// `offset` is counted from the beginning of the YAML part; the answer from that of the file.
  std::size_t in_file(int offset) const;

  // All further offsets are counted from the beginning of the file.

  Place at(std::size_t offset, std::size_t length) const;

  /// The characters from the offset to the end of what is written on that line, without a comment behind it.
  /// Of a very long line as many as could be shown.
  std::size_t rest_of_line(std::size_t offset) const;

  /// The byte after the line end behind the offset.
  std::size_t next_line(std::size_t offset) const;

  /// The "-" of a list's item that has nothing behind it, whose parser names the place of what comes next.
  /// The offset itself when none is found.
  std::size_t dash_before(std::size_t offset) const;

  std::string_view from(std::size_t offset) const { return text_.substr(offset, end_ - offset); }

private:
  std::string_view text_;
  std::size_t begin_, end_;
  std::vector<std::size_t> lines_;
  mutable std::size_t counted_ = 0;    ///< the byte up to which the characters of its line are counted
  mutable std::size_t characters_ = 0; ///< how many they are
};

} // namespace localoffer
