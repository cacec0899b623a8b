#include "base/colour.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace localoffer {
namespace {

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

/// WCAG 2.2, "relative luminance", with the threshold of its 2021 erratum (no 8-bit value lies between the
/// two).
double luminance(Rgb colour) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

std::optional<Rgb> parse_colour(std::string_view text) {
  if (text.empty() || text[0] != '#' || (text.size() != 4 && text.size() != 7)) return std::nullopt;
  const std::size_t digits = text.size() == 7 ? 2 : 1;
  const auto channel = [&](std::size_t which) -> std::optional<std::uint8_t> {
    const auto high = hex_digit(text[1 + which * digits]);
    const auto low = hex_digit(text[which * digits + digits]);
    if (!high || !low) return std::nullopt;
    return static_cast<std::uint8_t>(*high * 16 + *low);
  };
  const auto red = channel(0), green = channel(1), blue = channel(2);
  if (!red || !green || !blue) return std::nullopt;
  return Rgb{*red, *green, *blue};
}

std::string to_hex(Rgb colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double contrast_ratio(Rgb a, Rgb b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

} // namespace localoffer
