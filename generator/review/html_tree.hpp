#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// A node of markup that our own code wrote.
struct HtmlNode {
  std::string tag;        ///< empty for text
  std::string attributes; ///< as they stand after the tag's name: " href=\"/a/\""
  std::string text;       ///< of text, unescaped
  std::vector<HtmlNode> children;

  bool is_text() const { return tag.empty(); }
};

/// Reads the markup that prose_html.hpp writes: each element is closed in its order or has no content ("br",
/// "hr", "img"), and only & < > " ' are escaped. What is written in another way is kept as text.
std::vector<HtmlNode> read_html(std::string_view markup);

/// Text as it reads, of markup in which only & < > " ' are escaped.
std::string unescaped_html(std::string_view text);

/// Back to markup: the same bytes for what read_html read.
std::string written_html(const std::vector<HtmlNode> &nodes);

/// "<a href=\"/a/\">".
std::string opening_tag(const HtmlNode &element);

/// An element that stands within a line of text.
bool is_inline(const HtmlNode &node);
/// An element that has no content and no end.
bool is_void(std::string_view tag);

/// All text of the nodes, with a space behind each block.
std::string text_of(const std::vector<HtmlNode> &nodes);

} // namespace localoffer
