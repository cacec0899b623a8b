#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What a page refers to, and what can be referred to on it.
struct HtmlReferences {
  struct Reference {
    std::string element;   ///< "a"
    std::string attribute; ///< "href"
    std::string value;     ///< as written, with character references replaced
  };
  std::vector<Reference> references; ///< in the page's order: href, src, and the target of a refreshing page
  std::vector<std::string> ids;      ///< in the page's order, with repeats
  bool refreshes = false;            ///< the page only sends its reader on
};

/// Reads a whole page as a browser does. Takes any bytes, however deeply nested.
HtmlReferences html_references(std::string_view html);

} // namespace localoffer
