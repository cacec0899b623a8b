#include "base/parallel_map.hpp"
#include "catch.hpp"

#include <numeric>
#include <stdexcept>
#include <string>

using namespace localoffer;

TEST_CASE("results keep the items' order on any number of threads") {
  std::vector<int> items(1000);
  std::iota(items.begin(), items.end(), 0);
  const auto text = [](int i) { return std::to_string(i); };
  const auto alone = parallel_map(items, 1, text);
  CHECK(alone[999] == "999");
  CHECK(parallel_map(items, 8, text) == alone);
  CHECK(parallel_map(std::vector<int>{}, 8, text).empty());
}

TEST_CASE("a worker's exception reaches the caller") {
  const std::vector<int> items{1, 2, 3};
  const auto third_fails = [](int i) {
    if (i == 3) throw std::runtime_error("three");
    return i;
  };
  CHECK_THROWS_AS(parallel_map(items, 2, third_fails), std::runtime_error);
}
