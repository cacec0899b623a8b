#pragma once

#include "publish/manifest.hpp"
#include "publish/staging.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace localoffer {

/// The bytes in gzip's form (RFC 1952), and in Brotli's (RFC 7932). The same bytes give the same answer.
std::string gzip(std::string_view bytes);
std::string brotli(std::string_view bytes);

/// A site with a `.gz` and a `.br` beside each text file that gets smaller by it.
struct Precompressed {
  Manifest manifest;    ///< of all files
  BytesOf bytes_of;     ///< of all files; refers to what was given
  std::size_t made = 0; ///< files that were compressed afresh
};

/// Compresses what is new on up to `threads` threads. What the earlier manifest, of the same program, lists
/// with the same hash was compressed then, and is not again. `earlier` may be null.
Precompressed precompress(Manifest manifest, BytesOf bytes_of, const Manifest *earlier, unsigned threads);

} // namespace localoffer
