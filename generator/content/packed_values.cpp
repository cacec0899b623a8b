#include "content/packed_values.hpp"

#include <bit>

namespace localoffer {

void pack(PackedWriter &out, const Place &place) {
  for (const auto number : {place.line, place.column, place.length})
    out.number(number);
}
void unpack(PackedReader &in, Place &place) {
  for (auto *number : {&place.line, &place.column, &place.length})
    *number = static_cast<std::uint32_t>(in.number());
}

void pack(PackedWriter &out, const std::string &text) {
  out.text(text);
}
void unpack(PackedReader &in, std::string &text) {
  text = in.view();
}

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

} // namespace

void pack(PackedWriter &out, const Prose &prose) {
  out.number(prose.blocks.size());
  for (const auto &block : prose.blocks)
    pack(out, block);
}
void unpack(PackedReader &in, Prose &prose) {
  prose.blocks.resize(in.count());
  for (auto &block : prose.blocks)
    unpack(in, block);
}

void pack(PackedWriter &out, const Date &date) {
  for (const int number : {date.year, date.month, date.day})
    pack(out, number);
}
void unpack(PackedReader &in, Date &date) {
  for (int *number : {&date.year, &date.month, &date.day})
    unpack(in, *number);
}

void pack(PackedWriter &out, double number) {
  out.number(std::bit_cast<std::uint64_t>(number));
}
void unpack(PackedReader &in, double &number) {
  number = std::bit_cast<double>(in.number());
}

void pack(PackedWriter &out, int number) {
  out.number(static_cast<std::uint32_t>(number));
}
void unpack(PackedReader &in, int &number) {
  number = static_cast<int>(static_cast<std::uint32_t>(in.number()));
}

void pack(PackedWriter &out, bool yes) {
  out.number(yes ? 1 : 0);
}
void unpack(PackedReader &in, bool &yes) {
  yes = in.number() != 0;
}

void pack(PackedWriter &out, const Ref &ref) {
  out.text(ref.id);
}
void unpack(PackedReader &in, Ref &ref) {
  ref.id = in.view();
}

void pack(PackedWriter &out, const Rgb &colour) {
  for (const unsigned part : {colour.red, colour.green, colour.blue})
    out.number(part);
}
void unpack(PackedReader &in, Rgb &colour) {
  for (auto *part : {&colour.red, &colour.green, &colour.blue})
    *part = static_cast<std::uint8_t>(in.number());
}

} // namespace localoffer
