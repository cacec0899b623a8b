#include "catch.hpp"
#include "programme/figures.hpp"

#include <algorithm>

using namespace localoffer;
using Strings = std::vector<std::string>;

TEST_CASE("a ref is one ref, however it is written") {
  for (const std::string written : {"1B ii", "1Bii", "1bii", "1b II", "1B  ii", " 1 B ii ", "1BII"})
    CHECK(normalised_ref(written) == "1B ii");
  CHECK(normalised_ref("1f") == "1F");
  CHECK(normalised_ref("2C") == "2C");
  CHECK(normalised_ref("1Ci") == "1C i");
  CHECK(normalised_ref("1ci") == "1C i");
  CHECK(normalised_ref("1I i") == "1I i");
  CHECK(normalised_ref("12A xxxix") == "12A xxxix");
}

TEST_CASE("what has another form keeps it") {
  for (const std::string other :
       {"8.1", "IP8", "1B iiii", "1Bxyz", "vi", "1vi", "1B ii a", "", "2019", "A-12"})
    CHECK(normalised_ref(other) == other);
  CHECK(normalised_ref("  Action   8 ") == "Action 8");
}

TEST_CASE("a ref that was normalised stays as it is") {
  for (const std::string written : {"1Bii", "1f", "8.1", "3b i-vi", "IP 8", "1vi", "4L L"})
    CHECK(normalised_ref(normalised_ref(written)) == normalised_ref(written));
}

TEST_CASE("ranges stand for each of their refs") {
  const Strings six{"3B i", "3B ii", "3B iii", "3B iv", "3B v", "3B vi"};
  for (const std::string written :
       {"3B i-vi", "3Bi-vi", "3b I - VI", "3B i\u2013vi", "3B i to vi", "3B i-3B vi"})
    CHECK(expanded_refs(written) == six);
  CHECK(expanded_refs("8.1-8.3") == Strings{"8.1", "8.2", "8.3"});
  CHECK(expanded_refs("8.1-3") == Strings{"8.1", "8.2", "8.3"});
  CHECK(expanded_refs("8.9 to 8.11") == Strings{"8.9", "8.10", "8.11"});
  CHECK(expanded_refs("3B vi-vi") == Strings{"3B vi"});
  CHECK(expanded_refs("1bii") == Strings{"1B ii"});
}

TEST_CASE("what is no range, runs backwards or is too long is one ref") {
  for (const std::string written :
       {"3B vi-i", "3B i-4B vi", "8.3-8.1", "8.1-9.3", "8.1-8.500", "1-5", "A-12", "3B i-", "-", "3B i-x y"})
    CHECK(expanded_refs(written) == Strings{written});
  CHECK(expanded_refs("8.1-8.100").size() == 100);
}

TEST_CASE("refs are ordered as people order them") {
  Strings refs{"8.10",    "1B x",   "8.2",  "1B ix", "2A i",  "10A i", "1B",
               "3B i-vi", "3B vii", "1B i", "A",     "8.1.2", "8.1"};
  std::sort(refs.begin(), refs.end(), comes_before);
  CHECK(refs == Strings{"1B", "1B i", "1B ix", "1B x", "2A i", "3B i-vi", "3B vii", "8.1", "8.1.2", "8.2",
                        "8.10", "10A i", "A"});
}

TEST_CASE("the order of refs is strict") {
  const Strings refs{"1B i", "1bi", "1B",       "8.1",   "8.01",        "",
                     "A",    "a",   "1B i-iii", "1B ii", "99999999999", "1vi"};
  for (const auto &a : refs) {
    CHECK_FALSE(comes_before(a, a));
    for (const auto &b : refs) {
      CHECK_FALSE((comes_before(a, b) && comes_before(b, a)));
      for (const auto &c : refs)
        if (comes_before(a, b) && comes_before(b, c)) CHECK(comes_before(a, c));
    }
  }
}
