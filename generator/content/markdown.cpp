#include "content/markdown.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/markdown_bounds.hpp"
#include "content/text_map.hpp"

#include <algorithm>
#include <array>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fmt/format.h>
#include <memory>
#include <utility>

namespace localoffer {
namespace {

using Kind = ProseNode::Kind;

struct ParserDeleter {
  void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};
struct NodeDeleter {
  void operator()(cmark_node *node) const { cmark_node_free(node); }
};

std::string text_of(const char *text) {
  return text ? text : "";
}

/// Nothing for the schemes that pages may link to, and for addresses without one.
bool scheme_is_allowed(std::string_view target) {
  // Browsers take control characters out of an address, so that one could hide what the address is.
  if (std::any_of(target.begin(), target.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
    return false;
  const auto end = target.find_first_of(":/?#");
  if (end == std::string_view::npos || target[end] != ':') return true;
  const std::string scheme = lower_ascii(target.substr(0, end));
  return scheme == "https" || scheme == "http" || scheme == "mailto" || scheme == "tel";
}

/// Browsers take a backslash for a slash.
bool leads_elsewhere(std::string_view target) {
  const auto is_slash = [](char c) { return c == '/' || c == '\\'; };
  if (target.size() > 1 && is_slash(target[0]) && is_slash(target[1])) return true;
  const auto end = target.find_first_of(":/?#");
  return end != std::string_view::npos && target[end] == ':';
}

/// One comment, or several with nothing else between.
bool are_comments(std::string_view html) {
  for (html = trimmed(html); html.starts_with("<!--"); html = trimmed(html)) {
    const auto end = html.find("-->", 4);
    if (end == std::string_view::npos) return false;
    html.remove_prefix(end + 3);
    if (trimmed(html).empty()) return true;
  }
  return false;
}

class Reader {
public:
  Reader(const SourceFilePtr &file, const YamlNode &scalar, const ContentLimits &limits,
         std::vector<Diagnostic> &diagnostics)
      : file_(file), limits_(limits), diagnostics_(diagnostics), map_(file, scalar),
        size_(scalar.scalar.size()) {
    line_begins_.push_back(0);
    const std::string_view text = scalar.scalar;
    for (std::size_t at = 0; at < text.size(); ++at) // cmark ends a line at "\r" alone, too
      if (text[at] == '\n' || (text[at] == '\r' && text.substr(at + 1, 1) != "\n"))
        line_begins_.push_back(at + 1);
  }

  std::vector<ProseNode> children_of(cmark_node *parent, std::size_t depth) {
    std::vector<ProseNode> nodes;
    if (depth > limits_.markdown_depth) {
      if (std::exchange(too_deep_, true)) return nodes;
      report(
          "nested-too-deep", place_of(parent),
          fmt::format("quotes, lists or emphasis are nested more than {} deep here", limits_.markdown_depth),
          "Use fewer levels.");
      return nodes;
    }
    for (cmark_node *child = cmark_node_first_child(parent); child; child = cmark_node_next(child))
      read(child, depth, nodes);
    return nodes;
  }

private:
  void report(std::string_view code, Place place, std::string message, std::string help) {
    diagnostics_.push_back(diagnose(code, {file_, place}, std::move(message), std::move(help)));
  }

  Place place_of(cmark_node *node) const {
    // cmark gives text the place of nothing in some extensions; the nearest block's line is then right
    // enough.
    cmark_node *placed = node;
    while (placed && cmark_node_get_start_line(placed) == 0)
      placed = cmark_node_parent(placed);
    if (!placed) return map_.place_of(0, 0);
    const std::size_t begin =
        offset_of(cmark_node_get_start_line(placed), cmark_node_get_start_column(placed));
    const std::size_t last = offset_of(cmark_node_get_end_line(placed), cmark_node_get_end_column(placed));
    return map_.place_of(begin, last >= begin ? last - begin + 1 : 0);
  }

  /// cmark counts lines and bytes from 1, and gives column 0 to what is empty. It loses count of the columns
  /// of a link that goes on over a line end, but not past the line's own end here.
  std::size_t offset_of(int line, int column) const {
    const auto index =
        static_cast<std::size_t>(std::clamp(line, 1, static_cast<int>(line_begins_.size()))) - 1;
    const std::size_t end = index + 1 < line_begins_.size() ? line_begins_[index + 1] - 1 : size_;
    return std::min(line_begins_[index] + static_cast<std::size_t>(std::max(column, 1)) - 1, end);
  }

  void refuse_html(cmark_node *node) {
    const std::string html = text_of(cmark_node_get_literal(node));
    if (are_comments(html)) return;
    report("raw-html", place_of(node),
           fmt::format("'{}' is HTML, which is not passed on", std::string(trimmed(html)).substr(0, 40)),
           "Write it in Markdown. To show the characters themselves, put them between backticks: `<b>`.");
  }

  void read(cmark_node *node, std::size_t depth, std::vector<ProseNode> &out) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) return refuse_html(node);

    ProseNode made;
    made.place = place_of(node);
    if (!set_kind(node, type, made)) return;
    const bool is_link = made.kind == Kind::link;
    // An address between "<" and ">" in the words of a link is words too: no page has a link in a link.
    if (is_link && in_link_) {
      for (auto &child : children_of(node, depth + 1))
        append(std::move(child), out);
      return;
    }
    if (made.kind == Kind::heading) check_heading(made);
    if (is_link || made.kind == Kind::image) check_target(node, made);
    in_link_ = in_link_ || is_link;
    made.children = children_of(node, depth + 1);
    if (is_link) in_link_ = false;
    if (made.kind == Kind::image) {
      made.text = plain_text(made.children);
      made.children.clear();
      if (trimmed(made.text).empty())
        report("image-without-text", made.place, fmt::format("the image '{}' has no text", made.target),
               "Say what the picture shows: ![What it shows](file.png).");
    }
    append(std::move(made), out);
  }

  /// Neighbouring runs of text are one: cmark splits them at each character that might have been a mark.
  static void append(ProseNode made, std::vector<ProseNode> &out) {
    if (made.kind == Kind::text && !out.empty() && out.back().kind == Kind::text)
      out.back().text += made.text;
    else
      out.push_back(std::move(made));
  }

  /// Where the first heading of a text stands is for its page to say; from there on they go down one by one.
  void check_heading(const ProseNode &made) {
    if (last_heading_ > 0 && made.level > last_heading_ + 1)
      report("heading-too-deep", made.place,
             fmt::format("this heading is of level {}, and the one above it of level {}", made.level,
                         last_heading_),
             fmt::format("Begin the line with {}, so that no level is left out.",
                         std::string(static_cast<std::size_t>(last_heading_) + 1, '#')));
    last_heading_ = made.level;
  }

  void check_target(cmark_node *node, ProseNode &made) {
    made.target = text_of(cmark_node_get_url(node));
    if (made.kind == Kind::image && leads_elsewhere(made.target))
      return report("link-scheme", made.place,
                    fmt::format("the image '{}' would be fetched from another site", made.target),
                    "Put the picture into the content: other sites are not told who reads this one.");
    if (!scheme_is_allowed(made.target))
      report("link-scheme", made.place,
             fmt::format("'{}' is not an address that a page may link to", made.target),
             "Link to a file of the content, or to an address that begins with https://, http://, mailto: or "
             "tel:.");
  }

  static bool set_kind(cmark_node *node, cmark_node_type type, ProseNode &made) {
    if (set_table_kind(node, made)) return true;
    switch (type) {
    case CMARK_NODE_PARAGRAPH:
      made.kind = Kind::paragraph;
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      made.kind = Kind::quote;
      return true;
    case CMARK_NODE_THEMATIC_BREAK:
      made.kind = Kind::thematic_break;
      return true;
    case CMARK_NODE_EMPH:
      made.kind = Kind::emphasis;
      return true;
    case CMARK_NODE_STRONG:
      made.kind = Kind::strong;
      return true;
    case CMARK_NODE_LINK:
      made.kind = Kind::link;
      return true;
    case CMARK_NODE_IMAGE:
      made.kind = Kind::image;
      return true;
    case CMARK_NODE_SOFTBREAK:
      made.kind = Kind::soft_break;
      return true;
    case CMARK_NODE_LINEBREAK:
      made.kind = Kind::line_break;
      return true;
    case CMARK_NODE_HEADING:
      made.kind = Kind::heading;
      made.level = cmark_node_get_heading_level(node);
      return true;
    case CMARK_NODE_LIST:
      made.kind =
          cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Kind::ordered_list : Kind::bullet_list;
      made.level = cmark_node_get_list_start(node);
      return true;
    case CMARK_NODE_ITEM:
      made.kind = Kind::list_item;
      if (text_of(cmark_node_get_type_string(node)) == "tasklist")
        made.task = cmark_gfm_extensions_get_tasklist_item_checked(node) ? ProseNode::Task::done
                                                                         : ProseNode::Task::open;
      return true;
    case CMARK_NODE_CODE_BLOCK:
      made.kind = Kind::code_block;
      break;
    case CMARK_NODE_CODE:
      made.kind = Kind::code;
      break;
    case CMARK_NODE_TEXT:
      made.kind = Kind::text;
      break;
    default:
      return false; // footnotes and custom nodes: not switched on
    }
    made.text = text_of(cmark_node_get_literal(node));
    return true;
  }

  /// Node types of extensions have no public constants; their names are part of the interface.
  static bool set_table_kind(cmark_node *node, ProseNode &made) {
    const std::string type = text_of(cmark_node_get_type_string(node));
    if (type == "table") {
      made.kind = Kind::table;
    } else if (type == "table_row" || type == "table_header") {
      made.kind = Kind::table_row;
      made.header = type == "table_header";
    } else if (type == "table_cell") {
      made.kind = Kind::table_cell;
      made.align = cell_alignment(node);
    } else {
      return false;
    }
    return true;
  }

  static ProseNode::Align cell_alignment(cmark_node *cell) {
    cmark_node *table = cmark_node_parent(cmark_node_parent(cell));
    std::size_t column = 0;
    for (cmark_node *before = cmark_node_previous(cell); before; before = cmark_node_previous(before))
      ++column;
    const std::uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
    if (column >= cmark_gfm_extensions_get_table_columns(table) || !alignments) return ProseNode::Align::none;
    switch (alignments[column]) {
    case 'l':
      return ProseNode::Align::left;
    case 'c':
      return ProseNode::Align::centre;
    case 'r':
      return ProseNode::Align::right;
    default:
      return ProseNode::Align::none;
    }
  }

  const SourceFilePtr &file_;
  const ContentLimits &limits_;
  std::vector<Diagnostic> &diagnostics_;
  TextMap map_;
  std::size_t size_;                     ///< of the text: bytes
  std::vector<std::size_t> line_begins_; ///< of the text: bytes
  bool too_deep_ = false;                ///< said once
  bool in_link_ = false;                 ///< what is read stands in the words of a link
  int last_heading_ = 0;                 ///< the level of the heading before; 0 before the first
};

/// Only these two extensions keep cmark-gfm re-entrant: strikethrough and autolink switch a global table
/// while a text is parsed. Registered once, before any thread parses.
const std::array<cmark_syntax_extension *, 2> &extensions() {
  static const std::array<cmark_syntax_extension *, 2> found = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return std::array{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("tasklist")};
  }();
  return found;
}

} // namespace

std::vector<ProseNode> parse_markdown(const SourceFilePtr &file, const YamlNode &scalar,
                                      const ContentLimits &limits, std::vector<Diagnostic> &diagnostics) {
  if (auto costly = find_costly_markdown(scalar.scalar)) {
    diagnostics.push_back(diagnose("too-many-nodes", {file, scalar.place}, std::move(costly->message),
                                   std::move(costly->help)));
    return {};
  }
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
  for (cmark_syntax_extension *extension : extensions())
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  cmark_parser_feed(parser.get(), scalar.scalar.data(), scalar.scalar.size());
  const std::unique_ptr<cmark_node, NodeDeleter> document(cmark_parser_finish(parser.get()));

  return Reader(file, scalar, limits, diagnostics).children_of(document.get(), 0);
}

} // namespace localoffer
