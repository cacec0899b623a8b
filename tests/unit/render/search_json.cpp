#include "render/search_json.hpp"
#include "catch.hpp"

#include <nlohmann/json.hpp>

using namespace localoffer;

TEST_CASE("the index is written in MiniSearch's own form") {
  SearchIndex index;
  index.documents = {{"/a/#b", "A \"title\"", "Part", "", "", 2}, {"/c/", "C", "", "Kind", "Words", 1}};
  index.lengths = {{2, 1, 0, 0}, {1, 0, 0, 4}};
  index.terms = {{"titl", {{{{0, 1}}, {}, {}, {{1, 3}}}}}};
  index.synonyms = {{"asc", {"asd", "autism"}}};
  index.stop_words = {"a", "the"};
  index.vocabulary = {"title", "words"};
  index.stemmer = "porter";
  index.found = {"none", "one"};
  const auto told = nlohmann::json::parse(search_json(index));
  CHECK(told["stemmer"] == "porter");
  CHECK(told["stop"] == "a the");
  CHECK(told["vocabulary"] == "title words");
  CHECK(told["found"] == nlohmann::json({"none", "one"}));
  CHECK(told["synonyms"]["asc"] == nlohmann::json({"asd", "autism"}));
  const auto &form = told["index"];
  CHECK(form["serializationVersion"] == 2);
  CHECK(form["documentCount"] == 2);
  CHECK(form["nextId"] == 2);
  CHECK(form["documentIds"] == nlohmann::json({{"0", "/a/#b"}, {"1", "/c/"}}));
  CHECK(form["fieldIds"]["text"] == 3);
  CHECK(form["fieldLength"]["1"] == nlohmann::json({1, 0, 0, 4}));
  CHECK(form["averageFieldLength"] == nlohmann::json({1.5, 0.5, 0.0, 2.0}));
  CHECK(form["storedFields"]["0"] == nlohmann::json({{"t", "A \"title\""}, {"h", "Part"}, {"w", 2.0}}));
  CHECK(form["storedFields"]["1"] == nlohmann::json({{"t", "C"}, {"k", "Kind"}, {"x", "Words"}}));
  CHECK(form["index"] == nlohmann::json::parse(R"([["titl",{"0":{"0":1},"3":{"1":3}}]])"));
}

TEST_CASE("a site without a word has an index too") {
  const auto told = nlohmann::json::parse(search_json({}));
  CHECK(told["index"]["documentCount"] == 0);
  CHECK(told["index"]["averageFieldLength"] == nlohmann::json({0.0, 0.0, 0.0, 0.0}));
}
