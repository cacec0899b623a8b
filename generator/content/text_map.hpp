#pragma once

#include "content/yaml.hpp"

namespace localoffer {

/// Where the characters of a scalar stand in its file, although YAML takes indentation off, folds lines and
/// drops the second of two quotes. Where a scalar cannot be followed (escapes such as "\u2013"), everything
/// from there on stands at the scalar's own place.
class TextMap {
public:
  TextMap(const SourceFilePtr &file, const YamlNode &scalar)
      : TextMap(file, scalar.scalar, scalar.place, scalar.text_begin, scalar.text_place) {}
  /// `text` as YAML reads it; in the file it begins at the byte `begin`, which is at `text_place`.
  TextMap(const SourceFilePtr &file, std::string_view text, Place whole, std::size_t begin, Place text_place);

  /// Of the bytes [offset, offset + length) of the scalar; the part on the first line when they stand on
  /// several.
  Place place_of(std::size_t offset, std::size_t length) const;

private:
  /// From this byte of the scalar to the beginning of the next run, the file's characters are the scalar's.
  struct Run {
    std::size_t begin = 0;
    std::uint32_t line = 0, column = 0; ///< line 0: not followed
  };
  const Run &run_at(std::size_t offset) const;

  std::string_view text_;
  Place whole_;
  std::vector<Run> runs_; ///< never empty
};

} // namespace localoffer
