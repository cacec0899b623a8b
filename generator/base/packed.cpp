#include "base/packed.hpp"

namespace localoffer {

// Numbers are in base 128, lowest part first; all but the last byte have the highest bit set (LEB128).

void PackedWriter::number(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_ += static_cast<char>((value & 0x7FU) | 0x80U);
    value >>= 7U;
  }
  bytes_ += static_cast<char>(value);
}

void PackedWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t PackedReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (at_ >= bytes_.size()) break;
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if ((byte & 0x80U) == 0) return value;
  }
  ok_ = false;
  return 0;
}

std::string_view PackedReader::view() {
  const auto length = number();
  if (length > bytes_.size() - at_) {
    ok_ = false;
    return {};
  }
  const auto begin = at_;
  at_ += static_cast<std::size_t>(length);
  return bytes_.substr(begin, static_cast<std::size_t>(length));
}

std::size_t PackedReader::count() {
  const auto items = number();
  if (items <= bytes_.size() - at_) return static_cast<std::size_t>(items);
  ok_ = false;
  return 0;
}

} // namespace localoffer
