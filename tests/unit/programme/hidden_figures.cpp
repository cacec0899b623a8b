#include "programme/hidden_figures.hpp"

#include "catch.hpp"

#include <vector>

using namespace localoffer;

namespace {

/// Every way to fill the hidden parts, tried one by one: the other way to the same answer.
void fill(std::vector<int> &values, std::size_t at, std::size_t small, int left,
          std::vector<std::vector<int>> &ways) {
  if (at == values.size()) {
    if (left == 0) ways.push_back(values);
    return;
  }
  for (int value = 0; value <= left; ++value) {
    const bool may_be = at < small ? value >= 1 && value <= 4 : value == 0 || value >= 5;
    if (!may_be) continue;
    values[at] = value;
    fill(values, at + 1, small, left - value, ways);
  }
}

bool is_known(std::size_t small, std::size_t protecting, int hidden) {
  std::vector<std::vector<int>> ways;
  std::vector<int> values(small + protecting);
  fill(values, 0, small, hidden, ways);
  for (std::size_t i = 0; i < small && !ways.empty(); ++i) {
    bool same = true;
    for (const auto &way : ways)
      same = same && way[i] == ways.front()[i];
    if (same) return true;
  }
  return false;
}

} // namespace

TEST_CASE("a hidden part is given away exactly when only one number is possible") {
  for (int small = 0; small <= 3; ++small)
    for (int protecting = 0; protecting <= 2; ++protecting)
      for (int hidden = 0; hidden <= 20; ++hidden) {
        CAPTURE(small, protecting, hidden);
        CHECK(gives_away({30, small, protecting}, 30.0 + hidden) ==
              is_known(static_cast<std::size_t>(small), static_cast<std::size_t>(protecting), hidden));
      }
}

TEST_CASE("one hidden part beside a total is given away, and two mostly are not") {
  CHECK(gives_away({17, 1, 0}, 20));
  CHECK_FALSE(gives_away({12, 1, 1}, 20));
  CHECK_FALSE(gives_away({15, 2, 0}, 20));
  CHECK(gives_away({18, 2, 0}, 20)); // both are 1
  CHECK(gives_away({12, 2, 0}, 20)); // both are 4
  CHECK_FALSE(gives_away({20, 0, 1}, 20));
}
