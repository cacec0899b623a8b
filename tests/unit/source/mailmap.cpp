#include "source/mailmap.hpp"
#include "catch.hpp"

using localoffer::Mailmap;

TEST_CASE("a mailmap gives a person's or a role's name") {
  const Mailmap map("# who is who\n"
                    "SEND programme office <ann@example.org>\n"
                    "Data team <data@example.org> <bob@example.org>\n"
                    "Data team <data@example.org> Carol <shared@example.org>\n"
                    "<new@example.org> <old@example.org>\n"
                    "this line says nothing\n"
                    "Broken <\n");
  CHECK(map.name_of("Ann", "ann@example.org") == "SEND programme office");
  CHECK(map.name_of("Anybody", "ANN@example.org") == "SEND programme office");
  CHECK(map.name_of("Bob", "bob@example.org") == "Data team");
  CHECK(map.name_of("Carol", "shared@example.org") == "Data team");
  CHECK(map.name_of("CAROL", "Shared@Example.org") == "Data team");
  CHECK(map.name_of("Dan", "shared@example.org") == "Dan");
  CHECK(map.name_of("Eve", "old@example.org") == "Eve"); // only the address is mapped
  CHECK(map.name_of("SEND programme office", "other@example.org") == "SEND programme office");
  CHECK(map.name_of("", "").empty());
}

TEST_CASE("without a mailmap, and with one that is no mailmap, names stay as they are") {
  for (const std::string &text : {std::string(), std::string("\0\xFF<<>>\n", 7), std::string("# nothing")}) {
    const Mailmap map(text);
    CHECK(map.name_of("Ann", "ann@example.org") == "Ann");
  }
}
