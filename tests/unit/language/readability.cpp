#include "language/readability.hpp"
#include "catch.hpp"

using namespace localoffer;

namespace {

std::vector<std::string> sentences_of(const std::string &text, bool is_prose = false) {
  const ReadingText read(text, is_prose);
  std::vector<std::string> all;
  for (const auto &sentence : read.sentences())
    all.emplace_back(read.written(sentence));
  return all;
}

Reading reading(const std::string &text) {
  return reading_of(ReadingText(text, false));
}

} // namespace

TEST_CASE("a text is taken apart into sentences") {
  CHECK(sentences_of("We met 25% of families. Dr. Jones asked why.\nA heading\n").size() == 4);
  CHECK(sentences_of("").empty());
  CHECK(sentences_of("One line") == std::vector<std::string>{"One line"});
}

TEST_CASE("in Markdown a line goes on; items, cells and headings end a sentence") {
  CHECK(sentences_of("One\nline", true) == std::vector<std::string>{"One\nline"});
  CHECK(sentences_of("# Head\nText\n\n- one\n- two\n  goes on\n1. three\n> said\n", true) ==
        std::vector<std::string>{"Head", "Text", "one", "two\n  goes on", "three", "said"});
  CHECK(sentences_of("| a b | c |\n| --- | --- |\n| d | e |\n", true) ==
        std::vector<std::string>{"a b", "c", "d", "e"});
}

TEST_CASE("a hyphen, an apostrophe and the point of a number do not end a word") {
  const ReadingText text("The part-time school\u2019s 3.5 plans and/or 1,000 more.", true);
  CHECK(text.words().size() == 9);
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
  const Reading easy = reading("The cat sat on the mat. We can help you.");
  CHECK(easy.sentences == 2);
  CHECK(easy.words == 10);
  const Reading hard = reading("Implementation of multidisciplinary commissioning "
                               "arrangements necessitates substantial organisational "
                               "transformation across participating authorities.");
  CHECK(easy.age() < 7);
  CHECK(hard.age() > 20);
  CHECK(Reading{}.age() == 0);
  CHECK(Reading{2, 20, 30}.age() == Approx(0.39 * 10 + 11.8 * 1.5 - 15.59 + 5));
}
