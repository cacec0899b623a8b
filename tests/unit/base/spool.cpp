#include "base/spool.hpp"

#include "base/parallel_map.hpp"
#include "catch.hpp"

#include <csignal>
#include <cstdlib>
#include <numeric>

#include <sys/resource.h>

using namespace localoffer;

TEST_CASE("what fits into memory is left there, and what comes after that is read back as it was") {
  Spool spool(10);
  CHECK_FALSE(spool.put("seven b"));
  CHECK_FALSE(spool.put("seven b")); // it begins within the ten
  const auto first = spool.put("first"), none = spool.put(""), second = spool.put("and second");
  REQUIRE(first);
  REQUIRE(none);
  REQUIRE(second);
  CHECK(spool.get(*first, 5) == "first");
  CHECK(spool.get(*none, 0).empty());
  CHECK(spool.get(*second, 10) == "and second");
}

TEST_CASE("threads that put at the same time do not write over each other") {
  Spool spool(0);
  std::vector<int> numbers(500);
  std::iota(numbers.begin(), numbers.end(), 1);
  const auto text_of = [](int number) {
    return std::string(static_cast<std::size_t>(number), char('a' + number % 26));
  };
  const auto places =
      parallel_map(numbers, 8, [&](int number) { return spool.put(text_of(number)).value(); });
  for (const int number : numbers)
    CHECK(spool.get(places[static_cast<std::size_t>(number - 1)], static_cast<std::uint64_t>(number)) ==
          text_of(number));
}

TEST_CASE("without a folder for it, or without room in it, everything stays in memory") {
  const char *const was = std::getenv("TMPDIR");
  const std::string before = was == nullptr ? "" : was;
  ::setenv("TMPDIR", "/nowhere/at/all", 1);
  Spool nowhere(0);
  CHECK_FALSE(nowhere.put("text"));
  if (was == nullptr)
    ::unsetenv("TMPDIR");
  else
    ::setenv("TMPDIR", before.c_str(), 1);

  rlimit limit{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{1000, limit.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  Spool full(0);
  const auto fits = full.put(std::string(600, 'a'));
  const auto too_much = full.put(std::string(600, 'b'));
  ::setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, handler);
  REQUIRE(fits);
  CHECK(full.get(*fits, 600) == std::string(600, 'a'));
  CHECK_FALSE(too_much);
  CHECK_THROWS(full.get(600, 600));
}
