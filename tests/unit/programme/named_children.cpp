#include "programme/named_children.hpp"

#include "catch.hpp"

#include <string>

using namespace localoffer;

namespace {

using Parts = std::vector<std::string>;

Parts texts(std::string_view text, const std::vector<WordMatch> &matches) {
  Parts parts;
  for (const auto &match : matches)
    parts.emplace_back(text.substr(match.begin, match.length));
  return parts;
}

Parts names_in(std::string_view said) {
  return texts(said, named_children(said));
}

} // namespace

TEST_CASE("a name beside a relation is found") {
  for (const std::string_view said :
       {"My son Tom waits.", "our daughter, Tom, waits", "A boy called Tom waits.", "my son is called Tom",
        "Tom, my son, waits", "Tom is our grandson", "my partner Tom", "my twin Tom's plan",
        "the child,\nTom, was"}) {
    CAPTURE(said);
    CHECK(names_in(said) == Parts{"Tom"});
  }
  CHECK(names_in("with my niece \xC3\x89lise") == Parts{"\xC3\x89lise"});
  CHECK(names_in("my son \xC5\x81ukasz and my daughter Zo\xC3\xAB") == Parts{"\xC5\x81ukasz", "Zo\xC3\xAB"});
}

TEST_CASE("a name beside an age is found") {
  for (const std::string_view said :
       {"Aisha (aged 9) waits", "Aisha, aged nine, waits", "Aisha, 9, waits", "Aisha (9) waits",
        "We are Aisha, 9.", "Aisha is 9 years old", "Aisha, who is 9 years old", "Aisha, now aged 16",
        "9-year-old Aisha waits", "our nine year old, Aisha", "Aisha, 9 years", "It is Aisha, 9"}) {
    CAPTURE(said);
    CHECK(names_in(said) == Parts{"Aisha"});
  }
}

TEST_CASE("what only looks like a child's name is not found") {
  for (const std::string_view said : {"My son waits.",
                                      "I have a daughter. She waits.",
                                      "my son I mean",
                                      "my son's EHC plan",
                                      "my son EHCP",
                                      "the Child Development Centre",
                                      "our partner Somerset Council",
                                      "my son, Monday to Friday",
                                      "my son Year 7",
                                      "Children aged 9 wait",
                                      "Young people aged 16 to 25",
                                      "Children, 9, wait",
                                      "Aged 9, he waits",
                                      "Year 7, 9 pupils",
                                      "In Taunton, 9 schools",
                                      "Part 3, 7 and 9",
                                      "Ofsted, 2021",
                                      "In March, 9 families",
                                      "Families aged 5-16",
                                      "Autism (9)",
                                      "The score for Taunton is 9.",
                                      "Tom waits.",
                                      "when Ofsted my son saw",
                                      "1B ii, 4",
                                      "Somerset (2021)",
                                      "Taunton, 99",
                                      "the boy, He said",
                                      ""}) {
    CAPTURE(said);
    CHECK(names_in(said).empty());
  }
}

TEST_CASE("speech stands in curly marks") {
  const std::string_view text = "She said \xE2\x80\x9CIt\xE2\x80\x99s late\xE2\x80\x9D and \xE2\x80\x98"
                                "don\xE2\x80\x99t\xE2\x80\x99. The children\xE2\x80\x99s plan.";
  CHECK(texts(text, quoted_parts(text)) == Parts{"It\xE2\x80\x99s late", "don\xE2\x80\x99t"});
  CHECK(quoted_parts("no \xE2\x80\x9D marks \xE2\x80\x9C here, \xE2").empty());
}

TEST_CASE("a title makes a name") {
  const std::string_view text = "Mrs Example and Dr. Sample saw Mr and mrs Nobody. Mr. (X)";
  CHECK(texts(text, titled_names(text)) == Parts{"Mrs Example", "Dr. Sample"});
}

TEST_CASE("outside of speech only what somebody calls their own names a child") {
  for (const std::string_view text :
       {"My son Tom, 7, waits.", "Tom, our son, waits.", "We met Aisha, aged 9.", "7-year-old Tom waits."})
    CHECK(children_named_as_own(text).size() == 1);
  for (const std::string_view text :
       {"Figure, 7.", "Somerset, 7 and more", "The child Development Centre", "a boy called Tom",
        "Our partner Sirona", "pupils aged 9", "Year 7, aged 11"})
    CHECK(children_named_as_own(text).empty());
}
