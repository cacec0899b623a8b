#pragma once

#include "base/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// A template as it is written, before its names are looked up: the tree of its tags and the text between
/// them.
struct SyntaxNode {
  enum class Kind {
    literal,  ///< `text` goes out as it is
    escaped,  ///< {{name}}
    raw,      ///< {{{name}}} and {{&name}}
    section,  ///< {{#name}} to {{/name}}
    inverted, ///< {{^name}} to {{/name}}
    partial,  ///< {{>name}}
  };
  Kind kind = Kind::literal;
  std::string text;   ///< the literal text, or the name
  Place place;        ///< of the name in the file
  std::string indent; ///< of a partial that stands alone on its line: goes before each of its lines
  std::vector<SyntaxNode> children;
};

/// Reads the Mustache language by its specification, without set-delimiter tags. `indent` is put before each
/// line of the file that is not empty, as the specification wants it for a partial that stands alone on its
/// line. Mistakes become "template-syntax" diagnostics, all of them in one call; the tree then holds what
/// could be read.
std::vector<SyntaxNode> parse_template(const SourceFilePtr &file, std::string_view indent,
                                       std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
