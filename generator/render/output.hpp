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
  /// Makes the bytes of a page that was not made, because an earlier run made the same: `known` is set and
  /// `bytes` is empty. May be called from several threads at once.
  std::function<std::string()> make = {};
};

/// The bytes of an output. `room` takes those that have to be made.
inline std::string_view bytes_of(const Output &output, std::string &room) {
  if (!output.make) return output.bytes;
  room = output.make();
  return room;
}

} // namespace localoffer
