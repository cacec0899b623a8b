#include "review/pull_request.hpp"

#include <array>
#include <fmt/format.h>
#include <mbedtls/sha1.h>
#include <mbedtls/sha256.h>

namespace localoffer {
namespace {

template <std::size_t Size>
std::string hexadecimal(const std::array<unsigned char, Size> &bytes) {
  std::string text;
  for (const auto byte : bytes)
    text += fmt::format("{:02x}", byte);
  return text;
}

const unsigned char *bytes_of(const std::string &text) {
  return reinterpret_cast<const unsigned char *>(text.data()); // NOLINT: what the library takes
}

std::string sha256(const std::string &text) {
  std::array<unsigned char, 32> sum{};
  mbedtls_sha256_ret(bytes_of(text), text.size(), sum.data(), 0);
  return hexadecimal(sum);
}

std::string sha1(const std::string &text) {
  std::array<unsigned char, 20> sum{};
  mbedtls_sha1_ret(bytes_of(text), text.size(), sum.data());
  return hexadecimal(sum);
}

} // namespace

std::string line_address(const std::string &pull_request, const std::string &path, std::uint32_t line) {
  std::string whole = pull_request;
  if (whole.ends_with('/')) whole.pop_back();
  if (whole.find("/-/merge_requests/") != std::string::npos)
    return line == 0 ? whole + "/diffs" : fmt::format("{}/diffs#{}_{}_{}", whole, sha1(path), line, line);
  if (whole.find("/pull/") != std::string::npos)
    return line == 0 ? whole + "/files" : fmt::format("{}/files#diff-{}R{}", whole, sha256(path), line);
  return whole;
}

} // namespace localoffer
