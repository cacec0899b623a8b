#pragma once

#include "base/diagnostic.hpp"
#include "content/limits.hpp"

#include <optional>
#include <string>
#include <vector>

namespace localoffer {

struct YamlEntry;

/// A YAML value with its place. Scalars stay text: what "no" or "2018-12" means is for the field's type to
/// say.
struct YamlNode {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  std::string scalar;
  bool block = false; ///< a block scalar ("|" or ">"): its text begins on the line after its place
  Place place;
  std::size_t text_begin =
      0;            ///< of a scalar: the byte of the file at which its text begins, behind "|" or a quote
  Place text_place; ///< of that byte
  std::vector<YamlNode> items;    ///< of a list
  std::vector<YamlEntry> entries; ///< of a map, in file order, duplicates kept

  const YamlNode *find(std::string_view key) const;
};

struct YamlEntry {
  YamlNode key, value;
};

/// A part of a file that holds YAML: all of it, or the front matter of a Markdown file.
struct YamlSource {
  SourceFilePtr file;
  std::size_t begin = 0; ///< bytes
  std::size_t end = 0;
};

/// Parses one YAML document. Mistakes go to `diagnostics`, and nothing comes back when the text is not YAML
/// or asks for more than the limits allow. An empty document is a null node.
std::optional<YamlNode> parse_yaml(const YamlSource &source, const ContentLimits &limits,
                                   std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
