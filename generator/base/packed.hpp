#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace localoffer {

/// Puts values into bytes for a Store. The reader must ask for the same values in the same order.
class PackedWriter {
public:
  void number(std::uint64_t value); ///< small numbers take one byte
  void text(std::string_view value);
  std::string_view view() const { return bytes_; } ///< until the next value
  std::string take() { return std::move(bytes_); }

private:
  std::string bytes_;
};

/// Reads what a PackedWriter wrote. Bytes that end too early give zeros and empty texts, and `ok` says so:
/// the caller then forgets all that was read.
class PackedReader {
public:
  explicit PackedReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number();
  std::string text() { return std::string(view()); }
  std::string_view view(); ///< the same, where it lies among the bytes
  /// How many items follow: never more than there are bytes left.
  std::size_t count();

  bool ok() const { return ok_; }
  bool at_end() const { return at_ == bytes_.size(); }

private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

} // namespace localoffer
