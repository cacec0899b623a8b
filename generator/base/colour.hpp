#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace localoffer {

/// An opaque sRGB colour.
struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;

  bool operator==(const Rgb &) const = default;
};

/// Reads "#1d70b8" or "#fff", in either case; nothing for any other form: names and functions of CSS are
/// refused, because their contrast cannot be checked in one way.
std::optional<Rgb> parse_colour(std::string_view text);

/// "#1d70b8": seven characters, lower case.
std::string to_hex(Rgb colour);

/// From 1 (the same) to 21 (black and white), as WCAG 2.2 defines it; which of the two is text does not
/// matter.
double contrast_ratio(Rgb a, Rgb b);

} // namespace localoffer
