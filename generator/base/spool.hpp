#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace localoffer {

/// Room for bytes that are written once and read again later, so that a large site need not be in memory as a
/// whole: a file without a name, which is gone with this object or with the program. May be used from several
/// threads at once.
class Spool {
public:
  /// The first `in_memory` bytes are left to the caller, so that a small site needs no file.
  explicit Spool(std::uint64_t in_memory) : in_memory_(in_memory) {}
  ~Spool();
  Spool(const Spool &) = delete;
  Spool &operator=(const Spool &) = delete;

  /// Where the bytes are now; nothing when the caller has to keep them: because there is room in memory, or
  /// none for the file.
  std::optional<std::uint64_t> put(std::string_view bytes);

  /// `size` bytes that were put at `place`. Throws WorldError when they cannot be read.
  std::string get(std::uint64_t place, std::uint64_t size) const;

private:
  bool open();

  std::uint64_t in_memory_;
  std::atomic<std::uint64_t> taken_{0}; ///< in memory and in the file
  std::mutex opening_;
  std::atomic<int> file_{not_opened};
  static constexpr int not_opened = -1, refused = -2;
};

} // namespace localoffer
