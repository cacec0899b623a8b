#pragma once

#include "content/yaml.hpp"

#include <string>
#include <vector>

namespace localoffer {

/// A field of words as its author wrote it, for the rules about wording. Addresses, keys, names of other
/// records and what only repeats a report's own words are not among them.
struct WrittenText {
  std::string kind, id; ///< of the record that it stands in; "site" for the settings
  std::string field;    ///< the nearest key: "text", "title"
  bool is_prose = false;
  SourceFilePtr file;
  YamlNode written;

  /// Of the bytes [offset, offset + length) of what was written.
  Span span_of(std::size_t offset, std::size_t length) const;
};

/// The words alone: in prose, code, comments and where links lead are blanks, and so are addresses and line
/// ends everywhere. As long as what was written, so that offsets stay right.
std::string wording_of(const WrittenText &text);

/// The same with its line ends, which tell the items of a list and the rows of a table apart.
std::string wording_in_lines(const WrittenText &text);

/// Bytes of what was written.
struct TextPart {
  std::size_t begin = 0, length = 0;
};

/// The web addresses in prose that are no links.
std::vector<TextPart> bare_addresses_in(const WrittenText &text);

} // namespace localoffer
