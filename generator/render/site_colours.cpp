#include "render/site_colours.hpp"

#include <cmath>
#include <fmt/format.h>

namespace localoffer {
namespace {

constexpr Rgb white{255, 255, 255}, black{0, 0, 0};
constexpr double text_needs = 4.5;

Rgb mixed(Rgb from, Rgb to, double share) {
  const auto channel = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
  };
  return {channel(from.red, to.red), channel(from.green, to.green), channel(from.blue, to.blue)};
}

/// The first shade of `text` on the way to black or white, whichever is further from the ground, that can be
/// read.
Rgb readable_shade(Rgb text, Rgb ground) {
  const Rgb end = contrast_ratio(black, ground) > contrast_ratio(white, ground) ? black : white;
  for (int step = 1; step < 100; ++step) {
    const Rgb shade = mixed(text, end, step / 100.0);
    if (contrast_ratio(shade, ground) >= text_needs) return shade;
  }
  return end;
}

void check(std::vector<ContrastProblem> &problems, const char *setting, Rgb text, Rgb ground) {
  const double ratio = contrast_ratio(text, ground);
  if (ratio >= text_needs) return;
  // Cut, not rounded: 4.499 must not be reported as 4.5.
  problems.push_back(
      {setting, ratio, text_needs,
       fmt::format("the contrast of {} on {} is {:.2f}; at least {} is needed for text", to_hex(text),
                   to_hex(ground), std::floor(ratio * 100) / 100, text_needs),
       fmt::format("The nearest shade that can be read is {}.", to_hex(readable_shade(text, ground)))});
}

} // namespace

std::vector<ContrastProblem> check_contrast(const SiteColours &colours) {
  std::vector<ContrastProblem> problems;
  check(problems, "brand_text", colours.brand_text, colours.brand);
  check(problems, "link", colours.link, white);
  return problems;
}

std::string to_css(const SiteColours &colours) {
  return fmt::format(":root{{--site-brand:{};--site-brand-text:{};--site-link:{}}}\n", to_hex(colours.brand),
                     to_hex(colours.brand_text), to_hex(colours.link));
}

} // namespace localoffer
