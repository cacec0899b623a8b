#include "review/html_tree.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace localoffer {
namespace {

class Reader {
public:
  explicit Reader(std::string_view markup) : rest_(markup) {}

  /// Up to the end tag that closes `tag`, or to the end.
  std::vector<HtmlNode> nodes(std::string_view tag) {
    std::vector<HtmlNode> nodes;
    while (!rest_.empty()) {
      if (rest_.substr(0, 2) == "</") {
        const auto end = rest_.find('>');
        const auto name = rest_.substr(2, end == std::string_view::npos ? end : end - 2);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        if (name == tag) return nodes;
      } else if (rest_.front() == '<') {
        nodes.push_back(element());
      } else {
        const auto end = std::min(rest_.find('<'), rest_.size());
        nodes.push_back({"", "", unescaped_html(rest_.substr(0, end)), {}});
        rest_.remove_prefix(end);
      }
    }
    return nodes;
  }

private:
  HtmlNode element() {
    std::size_t end = 1;
    for (bool quoted = false; end < rest_.size() && (quoted || rest_[end] != '>'); ++end)
      if (rest_[end] == '"') quoted = !quoted;
    const auto inside = rest_.substr(1, end - 1);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    HtmlNode node;
    const auto name_end = std::min(inside.find(' '), inside.size());
    node.tag = inside.substr(0, name_end);
    node.attributes = inside.substr(name_end);
    if (!is_void(node.tag)) node.children = nodes(node.tag);
    return node;
  }

  std::string_view rest_;
};

void write(const HtmlNode &node, std::string &out) {
  if (node.is_text()) return append_escaped_html(out, node.text);
  out += opening_tag(node);
  if (is_void(node.tag)) return;
  for (const auto &child : node.children)
    write(child, out);
  out += "</" + node.tag + ">";
}

} // namespace

std::string unescaped_html(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 6> known{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}}};
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto &entry) {
      return text.substr(i, entry.first.size()) == entry.first;
    });
    if (found == known.end()) {
      plain += text[i++];
    } else {
      plain += found->second;
      i += found->first.size();
    }
  }
  return plain;
}

std::vector<HtmlNode> read_html(std::string_view markup) {
  return Reader(markup).nodes("");
}

std::string written_html(const std::vector<HtmlNode> &nodes) {
  std::string out;
  for (const auto &node : nodes)
    write(node, out);
  return out;
}

std::string opening_tag(const HtmlNode &element) {
  return "<" + element.tag + element.attributes + ">";
}

bool is_inline(const HtmlNode &node) {
  static constexpr std::array names{"a", "abbr", "b",   "br",  "cite",   "code", "em",  "i",    "img",
                                    "q", "span", "sub", "sup", "strong", "time", "svg", "input"};
  return node.is_text() || std::find(names.begin(), names.end(), node.tag) != names.end();
}

bool is_void(std::string_view tag) {
  static constexpr std::array<std::string_view, 4> names{"br", "hr", "img", "input"};
  return std::find(names.begin(), names.end(), tag) != names.end();
}

std::string text_of(const std::vector<HtmlNode> &nodes) {
  std::string text;
  for (const auto &node : nodes)
    text += node.is_text() ? node.text : text_of(node.children) + (is_inline(node) ? "" : " ");
  return text;
}

} // namespace localoffer
