#include "programme/find_words.hpp"

#include "catch.hpp"

using namespace localoffer;

namespace {

std::vector<std::size_t> places(std::string_view text, std::string_view words) {
  std::vector<std::size_t> begins;
  for (const auto &match : find_words(text, words))
    begins.push_back(match.begin);
  return begins;
}

using Places = std::vector<std::size_t>;

} // namespace

TEST_CASE("words are found whole, and capitals count") {
  CHECK(places("WSOA, WSOAs and wsoa; the WSOA", "WSOA") == Places{0, 26});
  CHECK(places("caféWSOA WSOAé", "WSOA").empty());
  CHECK(places("\xE2\x80\x98WSOA\xE2\x80\x99", "WSOA") == Places{3}); // in curly quotes
  CHECK(places("C&FA", "C&FA") == Places{0});
  CHECK(places("anything", "").empty());
}

TEST_CASE("a space in the words is any blanks in the text") {
  const auto found = find_words("the Parent\n  Carers met", "Parent Carers");
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin == 4);
  CHECK(found[0].length == 15);
  CHECK(places("ParentCarers", "Parent Carers").empty());
}

TEST_CASE("what is found can be blanked") {
  std::string text = "EHC plan, EHC";
  blank_words(text, "EHC plan");
  CHECK(text == "        , EHC");
}
