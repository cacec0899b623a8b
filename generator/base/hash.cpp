#include "base/hash.hpp"

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace localoffer {

namespace {

std::string digits(XXH128_hash_t hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

} // namespace

std::string content_hash(std::string_view bytes) {
  return digits(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string content_hash(const std::function<std::string_view()> &next) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  for (auto part = next(); !part.empty(); part = next())
    XXH3_128bits_update(&state, part.data(), part.size());
  return digits(XXH3_128bits_digest(&state));
}

} // namespace localoffer
