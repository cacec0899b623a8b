#include "base/colour.hpp"
#include "catch.hpp"

#include <cmath>

using namespace localoffer;

TEST_CASE("colours are read in the two hexadecimal forms and in no other") {
  CHECK(parse_colour("#1d70b8") == Rgb{0x1d, 0x70, 0xb8});
  CHECK(parse_colour("#1D70B8") == Rgb{0x1d, 0x70, 0xb8});
  CHECK(parse_colour("#fa0") == Rgb{0xff, 0xaa, 0x00});
  for (const auto *wrong : {"", "#", "1d70b8", "#1d70b", "#1d70b8ff", "#12345g", "red", "rgb(0,0,0)"})
    CHECK_FALSE(parse_colour(wrong));
  CHECK(to_hex({0x1d, 0x70, 0xb8}) == "#1d70b8");
}

TEST_CASE("contrast agrees with known values") {
  const auto hundredths = [](Rgb a, Rgb b) { return std::lround(contrast_ratio(a, b) * 100); };
  const Rgb white{255, 255, 255}, black{0, 0, 0};
  CHECK(hundredths(white, black) == 2100);
  CHECK(hundredths(black, white) == 2100);
  CHECK(hundredths(white, white) == 100);
  CHECK(hundredths({0x76, 0x76, 0x76}, white) == 454);
  CHECK(hundredths({0x77, 0x77, 0x77}, white) == 448);
  CHECK(hundredths({0x00, 0x00, 0xff}, white) == 859);
}
