#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace localoffer {

/// Where a ref stands among others, worked out once for many comparisons: "1B ii" before "1B x" before "2A".
class RefOrder {
public:
  using Key = std::vector<std::tuple<int, long, std::string>>;

  explicit RefOrder(std::string_view ref);

  auto operator<=>(const RefOrder &) const = default;

private:
  Key key_;
  std::string ref_;
};

} // namespace localoffer
