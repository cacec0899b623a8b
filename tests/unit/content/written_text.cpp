#include "content/written_text.hpp"

#include "catch.hpp"
#include "support/read_content.hpp"

using namespace localoffer;
using namespace localoffer::testing;

namespace {

WrittenText prose(const std::string &text) {
  const auto read = read_text("content/pages/about.md", "---\ntitle: About\n---\n" + text);
  REQUIRE(read.texts.size() == 2);
  return read.texts.front(); // the body is read before the fields
}

} // namespace

TEST_CASE("the reader keeps every text that people read, with its record and its key") {
  const auto read = read_text("content/terms/terms.yaml",
                              "- id: ehc-plan\n  title: A plan\n  text: What *helps*.\n  also: [EHCP]\n"
                              "  sources: [{report: r, section: Page 4}]\n");
  REQUIRE(read.texts.size() == 2);
  for (const auto &text : read.texts) {
    CHECK(text.kind == "term");
    CHECK(text.id == "ehc-plan");
  }
  CHECK(read.texts[0].field == "title");
  CHECK_FALSE(read.texts[0].is_prose);
  CHECK(read.texts[1].field == "text");
  CHECK(read.texts[1].is_prose);
  CHECK(read.texts[1].span_of(5, 7).place == Place{3, 14, 7});
}

TEST_CASE("a text inside another struct is filed under the nearest key") {
  const auto read = read_text("content/pages/about.md", "---\ntitle: About\nmeaning: Yes.\n---\nBody.\n");
  REQUIRE(read.texts.size() == 3);
  CHECK(read.texts[0].field == "text");
  CHECK(read.texts[1].field == "title");
  CHECK(read.texts[2].field == "meaning");
}

TEST_CASE("wording is without code, comments, addresses and where links lead") {
  const auto text = prose("See [the WSoA](WSoA.pdf), `WSoA`, ``a `WSoA` b``, <https://a.org/WSoA>\n"
                          "<!-- WSoA --> and https://a.org/WSoA: the end.\n");
  const std::string wording = wording_of(text);
  CHECK(wording.size() == text.words().size());
  CHECK(wording.find("WSoA") == 9);
  CHECK(wording.find("WSoA", 10) == std::string::npos);
  CHECK(wording.find("the end") != std::string::npos);
  CHECK(wording.find('\n') == std::string::npos);
}

TEST_CASE("marks that do not close hide nothing") {
  CHECK(wording_of(prose("A <!-- and ` and ]( and words")).find("words") != std::string::npos);
}

TEST_CASE("an address in prose that is no link is found, without the mark behind it") {
  const auto found = bare_addresses_in(
      prose("[A](https://a.org) <https://b.org> [https://c.org](https://c.org) https://d.org."));
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin == 66);
  CHECK(found[0].length == 13);
}
