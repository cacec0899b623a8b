#include "review/edit_script.hpp"
#include "catch.hpp"

#include <random>

using namespace localoffer;

namespace {

using Numbers = std::vector<std::uint32_t>;

/// Follows the steps, and counts those that change something.
Numbers followed(const Numbers &before, const Numbers &after, std::size_t &differences) {
  Numbers made;
  std::size_t used = 0;
  differences = 0;
  for (const auto &step : edit_script(before, after)) {
    if (step.kind != EditStep::Kind::added) REQUIRE(step.before == used++);
    if (step.kind != EditStep::Kind::removed) {
      REQUIRE(step.after == made.size());
      made.push_back(step.kind == EditStep::Kind::same ? before[step.before] : after[step.after]);
    }
    if (step.kind != EditStep::Kind::same) ++differences;
  }
  REQUIRE(used == before.size());
  return made;
}

/// By the textbook's table: the fewest steps there are.
std::size_t fewest(const Numbers &a, const Numbers &b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j)
      table[i][j] = i == 0 || j == 0       ? i + j
                    : a[i - 1] == b[j - 1] ? table[i - 1][j - 1]
                                           : 1 + std::min(table[i - 1][j], table[i][j - 1]);
  return table[a.size()][b.size()];
}

} // namespace

TEST_CASE("the steps lead from one list to the other, and are the fewest") {
  std::mt19937 random(3);
  for (int turn = 0; turn < 2000; ++turn) {
    Numbers before(random() % 12), after(random() % 12);
    for (auto *list : {&before, &after})
      for (auto &number : *list)
        number = static_cast<std::uint32_t>(random() % 4);
    std::size_t differences = 0;
    REQUIRE(followed(before, after, differences) == after);
    REQUIRE(differences == fewest(before, after));
  }
}

TEST_CASE("long lists that have little in common are told as a whole") {
  Numbers before(4000), after(4000);
  for (std::uint32_t i = 0; i < 4000; ++i) {
    before[i] = 2 * i;
    after[i] = 2 * i + 1;
  }
  before.front() = after.front() = 7;
  std::size_t differences = 0;
  CHECK(followed(before, after, differences) == after);
  CHECK(differences == 7998);
}

TEST_CASE("in a run of differences what is removed comes first") {
  using K = EditStep::Kind;
  std::vector<K> kinds;
  for (const auto &step : edit_script({1, 2, 3, 9}, {4, 5, 9}))
    kinds.push_back(step.kind);
  CHECK(kinds == std::vector<K>{K::removed, K::removed, K::removed, K::added, K::added, K::same});
}
