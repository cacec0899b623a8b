#pragma once

#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What a page refers to, and what can be referred to on it. The views look into the page and into `decoded`.
struct HtmlReferences {
  struct Reference {
    std::string_view element;   ///< "a"
    std::string_view attribute; ///< "href"
    std::string_view value;     ///< with character references replaced
  };
  std::vector<Reference> references; ///< in the page's order: href, src, and the target of a refreshing page
  std::vector<std::string_view> ids; ///< in the page's order, with repeats
  bool refreshes = false;            ///< the page only sends its reader on
  std::forward_list<std::string> decoded; ///< texts that do not stand in the page as they are

  HtmlReferences() = default;
  HtmlReferences(HtmlReferences &&) = default;
  HtmlReferences &operator=(HtmlReferences &&) = default;
  HtmlReferences(const HtmlReferences &) = delete;
  HtmlReferences &operator=(const HtmlReferences &) = delete;
};

/// Reads a whole page, which outlives the answer. Takes any bytes, however deeply nested. A page whose
/// elements are closed in order, as ours are, is read in one go; any other is left to parsed_html_references.
HtmlReferences html_references(std::string_view html);

/// The same by Gumbo, which reads any page as a browser does, and takes twenty times as long.
HtmlReferences parsed_html_references(std::string_view html);

/// The address in "0; url=/new/", of a page that sends its reader on.
std::string_view refresh_target(std::string_view content);

} // namespace localoffer
