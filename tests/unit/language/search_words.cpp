#include "language/search_words.hpp"
#include "catch.hpp"
#include "language/index_letters.hpp"

using namespace localoffer;

using List = std::vector<std::string>;

TEST_CASE("a text's words are compared without capitals, accents and signs") {
  CHECK(search_words("Child's S&LT: 1B-vi, \"EHC plan\"") ==
        List{"child", "s", "s", "lt", "1b", "vi", "ehc", "plan"});
  CHECK(search_words("").empty());
  CHECK(search_words(" – … ").empty());
  CHECK(search_words("Café ÉCOLE Łódź") == List{"cafe", "ecole", "łodz"});
  CHECK(search_words("ΣΊΣΥΦΟΣ") == List{"σισυφος"});
  CHECK(search_words("العربيّة ২০২১") == List{"العربيّة", "২০২১"});
}

TEST_CASE("the forms of a word have one stem, in English") {
  Stemmer english("en");
  CHECK(english.name() == "porter");
  CHECK(english.stem("assessments") == english.stem("assessed"));
  CHECK(english.stem("therapies") == english.stem("therapy"));
  CHECK(english.stem("psychology") == "psycholog");
  CHECK(english.stem("is") == "is");
  CHECK(english.stem("2021s") == "2021s");
  CHECK(Stemmer("en-GB").name() == "porter");
}

TEST_CASE("words of a language that no browser has a stemmer for stay as they are") {
  Stemmer polish("pl");
  CHECK(polish.name().empty());
  CHECK(polish.stem("plany") == "plany");
}

TEST_CASE("an index has the letters of its language") {
  const IndexLetters english("en");
  CHECK(english.of("autism") == "A");
  CHECK(english.of("École") == "E");
  CHECK(english.of("20 weeks").empty());
  CHECK(english.of("Łódź") == "L");
  CHECK(IndexLetters("cy").of("Llandudno") == "LL");
  CHECK(IndexLetters("pl").of("Łódź") == "Ł");
  CHECK(english.of("العربية").empty());
}
