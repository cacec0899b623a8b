#include "language/readability.hpp"
#include "catch.hpp"

using namespace localoffer;

TEST_CASE("a text is taken apart into sentences") {
  CHECK(sentences_of("We met 25% of families. Dr. Jones asked why.\nA heading\n", "en").size() == 4);
  CHECK(sentences_of("", "en").empty());
  CHECK(sentences_of("One line", "en") == std::vector<std::string>{"One line"});
}

TEST_CASE("syllables are near what people count") {
  for (const auto &[word, count] : std::vector<std::pair<std::string, long>>{{"a", 1},
                                                                             {"made", 1},
                                                                             {"plan", 1},
                                                                             {"people", 2},
                                                                             {"table", 2},
                                                                             {"wanted", 2},
                                                                             {"asked", 1},
                                                                             {"families", 3},
                                                                             {"education", 4},
                                                                             {"school", 1},
                                                                             {"places", 2},
                                                                             {"times", 1},
                                                                             {"25", 1},
                                                                             {"the", 1}})
    CHECK(std::pair(word, syllables_of(word)) == std::pair(word, count));
}

TEST_CASE("the age follows from words and syllables") {
  const Reading easy = reading_of(sentences_of("The cat sat on the mat. We can help you.", "en"));
  CHECK(easy.sentences == 2);
  CHECK(easy.words == 10);
  const Reading hard = reading_of(sentences_of("Implementation of multidisciplinary commissioning "
                                               "arrangements necessitates substantial organisational "
                                               "transformation across participating authorities.",
                                               "en"));
  CHECK(easy.age() < 7);
  CHECK(hard.age() > 20);
  CHECK(Reading{}.age() == 0);
  CHECK(Reading{2, 20, 30}.age() == Approx(0.39 * 10 + 11.8 * 1.5 - 15.59 + 5));
}
