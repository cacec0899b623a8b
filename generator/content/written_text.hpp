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
  Place place;            ///< of the whole scalar
  std::size_t begin = 0;  ///< the byte of the file at which its text begins, behind "|" or a quote
  Place text_place;       ///< of that byte
  std::size_t length = 0; ///< where the file has the text as YAML reads it
  std::string unfolded;   ///< the text elsewhere: folded lines, escapes

  WrittenText() = default;
  WrittenText(SourceFilePtr source, const YamlNode &scalar, std::string key, bool prose);

  /// What was written, as YAML reads it.
  std::string_view words() const;
  /// Of the bytes [offset, offset + count) of the words.
  Span span_of(std::size_t offset, std::size_t count) const;
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
