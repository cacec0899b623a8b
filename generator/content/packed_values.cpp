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

void pack(PackedWriter &out, const Prose &prose) {
  out.text(prose.packed());
}
void unpack(PackedReader &in, Prose &prose) {
  prose = Prose::from_packed(in.view());
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
