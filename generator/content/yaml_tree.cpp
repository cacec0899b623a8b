#include "content/yaml_tree.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

/// What a value and all inside it hold in memory.
struct Weight {
  std::size_t nodes = 0, bytes = 0; ///< bytes of text
};

void weigh(const YamlNode &node, Weight &weight) {
  ++weight.nodes;
  weight.bytes += node.scalar.size();
  for (const auto &item : node.items)
    weigh(item, weight);
  for (const auto &[key, value] : node.entries) {
    weigh(key, weight);
    weigh(value, weight);
  }
}

/// How many bytes stand before the value itself: an anchor, a tag, and what may stand behind those.
std::size_t before_value(std::string_view written) {
  constexpr std::string_view blanks = " \t\r\n";
  std::size_t at = 0;
  while (at < written.size() && (written[at] == '&' || written[at] == '!')) {
    at = written.find_first_of(blanks, at);
    at = written.find_first_not_of(blanks, std::min(at, written.size()));
    while (at < written.size() && written[at] == '#')
      at = written.find_first_not_of(blanks, std::min(written.find('\n', at), written.size()));
  }
  return std::min(at, written.size());
}

/// Whether a text that begins with a quote has the one that ends it: yaml-cpp takes the rest of the file for
/// the text.
bool is_closed(std::string_view quoted) {
  const char quote = quoted.front();
  for (std::size_t i = 1; i < quoted.size(); ++i) {
    const bool escaped = quote == '"' && quoted[i] == '\\';
    const bool doubled = quote == '\'' && quoted.substr(i, 2) == "''";
    if (escaped || doubled)
      ++i;
    else if (quoted[i] == quote)
      return true;
  }
  return false;
}

} // namespace

YamlTree::YamlTree(const YamlSource &source, const ContentLimits &limits)
    : source_(source), limits_(limits), places_(source) {}

void YamlTree::add_null(int offset_in_part, std::size_t anchor) {
  YamlNode node;
  const bool is_item = !open_.empty() && open_.back().node.kind == YamlNode::Kind::list;
  const std::size_t offset = places_.in_file(offset_in_part);
  node.place = places_.at(is_item ? places_.dash_before(offset) : offset, 1);
  add(std::move(node), anchor);
}

void YamlTree::add_scalar(int offset_in_part, std::size_t anchor, std::string value) {
  if (!is_clean_utf8(value)) // the file itself is; this was written as "\\0", "\\uD800" or "\\N"
    stop(offset_in_part, "yaml-syntax", "this text has an escape that cannot be read as a character",
         "Take out what begins with a backslash, or write the character itself.");
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  std::size_t offset = places_.in_file(offset_in_part);
  offset += before_value(places_.from(offset));
  const auto written = places_.from(offset);
  const char first = written.empty() ? ' ' : written.front();
  node.block = first == '|' || first == '>';
  const bool as_is = written.substr(0, value.size()) == value && value.find('\n') == std::string::npos;
  node.place = places_.at(offset, as_is ? character_count(value) : places_.rest_of_line(offset));
  const bool quoted = first == '"' || first == '\'';
  if (quoted && !is_closed(written))
    throw LimitReached{diagnose("yaml-syntax", {source_.file, places_.at(offset, 1)},
                                "this quote is opened and never closed",
                                "Put the same quote at the end of the text, or take it away.")};
  node.text_begin = node.block ? places_.next_line(offset) : quoted ? offset + 1 : offset;
  node.text_place = node.text_begin == offset ? node.place : places_.at(node.text_begin, 0);
  node.text_place.length = 0;
  node.scalar = std::move(value);
  add(std::move(node), anchor);
}

void YamlTree::add_alias(int offset, std::size_t anchor) {
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end()) // an alias inside its own anchor would never end
    stop(offset, "yaml-syntax", "this alias stands inside what it stands for",
         "Write the value out instead.");
  count_copy(offset, found->second);
  place_in_parent(found->second);
}

void YamlTree::stop(int offset, std::string_view code, std::string message, std::string help) const {
  throw LimitReached{diagnose(code, {source_.file, places_.at(places_.in_file(offset), 1)},
                              std::move(message), std::move(help))};
}

void YamlTree::count(int offset, std::size_t more) {
  nodes_ += more;
  if (nodes_ > limits_.yaml_nodes)
    stop(offset, "too-many-nodes", fmt::format("this file has more than {} values", limits_.yaml_nodes),
         "Split it into several files, and write values out instead of using aliases (*name).");
}

void YamlTree::count_copy(int offset, const YamlNode &node) {
  Weight weight;
  weigh(node, weight);
  count(offset, weight.nodes);
  copied_bytes_ += weight.bytes;
  if (copied_bytes_ > limits_.file_bytes)
    stop(offset, "too-many-nodes",
         fmt::format("the aliases of this file stand for more than {} bytes", limits_.file_bytes),
         "Write values out instead of using aliases (*name).");
}

void YamlTree::begin(YamlNode::Kind kind, int offset, std::size_t anchor) {
  count(offset, 1);
  if (open_.size() >= limits_.yaml_depth)
    stop(offset, "nested-too-deep",
         fmt::format("lists and maps are nested more than {} deep here", limits_.yaml_depth),
         "Check the indentation of the lines above.");
  Open open;
  open.node.kind = kind;
  open.node.place = places_.at(places_.in_file(offset), 1);
  open.anchor = anchor;
  open.offset = offset;
  open_.push_back(std::move(open));
}

void YamlTree::end() {
  Open done = std::move(open_.back());
  open_.pop_back();
  if (done.anchor != 0) {
    count_copy(done.offset, done.node);
    anchors_[done.anchor] = done.node;
  }
  place_in_parent(std::move(done.node));
}

void YamlTree::add(YamlNode node, std::size_t anchor) {
  if (++nodes_ > limits_.yaml_nodes)
    throw LimitReached{diagnose("too-many-nodes", {source_.file, node.place},
                                fmt::format("this file has more than {} values", limits_.yaml_nodes),
                                "Split it into several files.")};
  if (anchor != 0) anchors_[anchor] = node;
  place_in_parent(std::move(node));
}

void YamlTree::place_in_parent(YamlNode node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open &parent = open_.back();
  if (parent.node.kind == YamlNode::Kind::list) {
    parent.node.items.push_back(std::move(node));
  } else if (!parent.key) {
    parent.key = std::move(node);
  } else {
    parent.node.entries.push_back({std::move(*parent.key), std::move(node)});
    parent.key.reset();
  }
}

} // namespace localoffer
