#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace localoffer {

/// Bytes that need not be at hand to be compared.
struct KnownBytes {
  std::string hash; ///< content_hash
  std::uint64_t size = 0;

  bool operator==(const KnownBytes &) const = default;
};

/// One file of the site that is ready to be written.
struct Output {
  std::string path; ///< from the site's top: "priorities/8-timeliness/index.html"; no "..", no leading "/"
  std::string bytes;
  std::optional<KnownBytes> known = {}; ///< the bytes', where they have been worked out
  /// Gives the bytes where they are not at hand: `known` is set and `bytes` is empty. May be called from
  /// several threads at once.
  std::function<std::string()> make = {};
  bool remembered = false; ///< an earlier run made the same, so that this one has not made it yet
};

/// The bytes of an output. `room` takes those that are not at hand.
inline std::string_view bytes_of(const Output &output, std::string &room) {
  if (!output.make) return output.bytes;
  room = output.make();
  return room;
}

} // namespace localoffer
