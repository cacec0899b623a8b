#include "content/prose.hpp"

#include "content/packed_values.hpp"

namespace localoffer {
namespace {

void pack(PackedWriter &out, const ProseNode &node) {
  // What most nodes have not is told by one bit each, and a plain text takes its length and two bytes more.
  const bool has_place = node.place != Place{}, has_target = !node.target.empty();
  const bool has_rest = node.level != 0 || node.header || node.task != ProseNode::Task::none ||
                        node.align != ProseNode::Align::none;
  out.number(static_cast<unsigned>(node.kind) * 16U + (has_place ? 1U : 0U) + (has_target ? 2U : 0U) +
             (has_rest ? 4U : 0U) + (node.children.empty() ? 0U : 8U));
  out.text(node.text);
  if (has_place) localoffer::pack(out, node.place);
  if (has_target) out.text(node.target);
  if (has_rest) {
    localoffer::pack(out, node.level);
    localoffer::pack(out, node.header);
    out.number(static_cast<unsigned>(node.task));
    out.number(static_cast<unsigned>(node.align));
  }
  if (node.children.empty()) return;
  out.number(node.children.size());
  for (const auto &child : node.children)
    pack(out, child);
}

void unpack(PackedReader &in, ProseNode &node) {
  const auto head = in.number();
  node.kind = static_cast<ProseNode::Kind>(head / 16U);
  node.text = in.view();
  if ((head & 1U) != 0) localoffer::unpack(in, node.place);
  if ((head & 2U) != 0) node.target = in.view();
  if ((head & 4U) != 0) {
    localoffer::unpack(in, node.level);
    localoffer::unpack(in, node.header);
    node.task = static_cast<ProseNode::Task>(in.number());
    node.align = static_cast<ProseNode::Align>(in.number());
  }
  if ((head & 8U) == 0) return;
  node.children.resize(in.count());
  for (auto &child : node.children)
    unpack(in, child);
}

bool is_block(ProseNode::Kind kind) {
  return kind <= ProseNode::Kind::table_cell;
}

void append_plain(const std::vector<ProseNode> &nodes, std::string &out) {
  for (const auto &node : nodes) {
    if (is_block(node.kind) && !out.empty() && out.back() != ' ') out += ' ';
    if (node.kind == ProseNode::Kind::soft_break || node.kind == ProseNode::Kind::line_break) out += ' ';
    out += node.text;
    append_plain(node.children, out);
  }
}

} // namespace

Prose::Prose(const std::vector<ProseNode> &blocks) {
  if (blocks.empty()) return;
  PackedWriter out;
  out.number(blocks.size());
  for (const auto &block : blocks)
    pack(out, block);
  packed_ = std::string(out.view()); // with no room for more
}

Prose Prose::from_packed(std::string_view packed) {
  Prose prose;
  prose.packed_ = packed;
  return prose;
}

std::vector<ProseNode> Prose::blocks() const {
  PackedReader in(packed_);
  std::vector<ProseNode> blocks(in.count());
  for (auto &block : blocks)
    unpack(in, block);
  return blocks;
}

Prose Prose::first_block() const {
  PackedReader in(packed_);
  if (in.count() == 0) return {};
  std::vector<ProseNode> first(1);
  unpack(in, first.front());
  return Prose(first);
}

std::string plain_text(const std::vector<ProseNode> &nodes) {
  std::string out;
  append_plain(nodes, out);
  return out;
}

std::string plain_text(const Prose &prose) {
  return plain_text(prose.blocks());
}

} // namespace localoffer
