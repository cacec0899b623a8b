#include "render/downloads.hpp"
#include "catch.hpp"

#include <nlohmann/json.hpp>

using namespace localoffer;

namespace {

Table table() {
  return {"Actions",
          "Every action of the plan.",
          {{"ref", "Reference", "The plan's own", "string"}, {"parts", "Parts", "How many", "integer"}},
          {{"1B \"vi\", a", "3"}, {"two\nlines", ""}, {"", "5 or 6"}}};
}

} // namespace

TEST_CASE("CSV follows RFC 4180") {
  CHECK(csv(table()) == "ref,parts\r\n\"1B \"\"vi\"\", a\",3\r\n\"two\nlines\",\r\n,5 or 6\r\n");
  CHECK(csv({"", "", {{"a", "", "", "string"}}, {{""}}}) == "a\r\n\"\"\r\n");
}

TEST_CASE("text that a spreadsheet would run is written as text") {
  const std::string sign = GENERATE("=", "+", "-", "@", " =", "\t@", "\r=", "\uFF1D");
  const auto written =
      csv({"", "", {{"a", "", "", "string"}, {"b", "", "", "integer"}}, {{sign + "1", "-5"}}});
  CAPTURE(sign);
  CHECK(written.find("'" + sign + "1") != std::string::npos);
  CHECK(written.find(",-5\r\n") != std::string::npos);
  CHECK(csv({"", "", {{"a", "", "", "integer"}}, {{"=1"}}}) == "a\r\n'=1\r\n");
  CHECK(csv({"", "", {{"a", "", "", "string"}}, {{"a=1"}}}) == "a\r\na=1\r\n");
}

TEST_CASE("JSON has the columns' own types and null for what is not known") {
  const auto rows = nlohmann::json::parse(json(table()));
  REQUIRE(rows.size() == 3);
  CHECK(rows[0]["ref"] == "1B \"vi\", a");
  CHECK(rows[0]["parts"] == 3);
  CHECK(rows[1]["parts"].is_null());
  CHECK(rows[2]["parts"] == "5 or 6");
}

TEST_CASE("the table is described as CSV on the Web asks") {
  const auto description = nlohmann::json::parse(csvw(table(), "actions.csv", "en"));
  CHECK(description["@context"][0] == "http://www.w3.org/ns/csvw");
  CHECK(description["@context"][1]["@language"] == "en");
  CHECK(description["url"] == "actions.csv");
  CHECK(description["tableSchema"]["columns"][1]["datatype"] == "integer");
}

TEST_CASE("sitemap and robots name full addresses") {
  const std::string xml = sitemap("https://example.org/", {{"/", "2021-03-25"}, {"/a&b/", ""}});
  CHECK(xml.find("<loc>https://example.org/</loc><lastmod>2021-03-25</lastmod>") != std::string::npos);
  CHECK(xml.find("<loc>https://example.org/a&amp;b/</loc></url>") != std::string::npos);
  CHECK(sitemap("https://example.org", {{"/caf\u00e9\uffff/", ""}})
            .find("https://example.org/caf%C3%A9%EF%BF%BF/") != std::string::npos);
  CHECK(robots("https://example.org").find("Sitemap: https://example.org/sitemap.xml\n") !=
        std::string::npos);
}
