#include "pages/search_index.hpp"
#include "catch.hpp"
#include "pages/make_pages.hpp"
#include "pages/search_texts.hpp"
#include "site_fixture.hpp"

#include <algorithm>

using namespace localoffer;

namespace {

const Files content{
    {"terms/terms.yaml", "- id: asd\n  title: autism spectrum condition\n  short_form: ASC\n  also: [ASD]\n"
                         "  text: A way of being.\n"
                         "- id: plan\n  title: support plan\n  short_form: SP\n  text: A paper.\n"
                         "- id: plan2\n  title: lesson plan\n  short_form: LP\n  text: A paper.\n"
                         "- id: plan3\n  title: action plan\n  short_form: AP\n  text: A paper.\n"},
    {"questions/q.yaml", "- id: waiting\n  title: How long will we wait?\n  look_up: [Diagnosis]\n"
                         "  text: The assessments take too long.\n"},
    {"pages/read.md",
     "---\ntitle: How to read this\n---\nFirst words.\n\n## What it shows\n\nFigures and dates.\n"}};

const SearchText *text_at(const std::vector<SearchText> &texts, const std::string &address) {
  const auto found = std::find_if(texts.begin(), texts.end(),
                                  [&](const SearchText &text) { return text.shown.address == address; });
  return found == texts.end() ? nullptr : &*found;
}

const SearchTerm *term_of(const SearchIndex &index, const std::string &term) {
  const auto found = std::find_if(index.terms.begin(), index.terms.end(),
                                  [&](const SearchTerm &one) { return one.term == term; });
  return found == index.terms.end() ? nullptr : &*found;
}

std::vector<std::string> others_of(const SearchIndex &index, const std::string &words) {
  for (const auto &one : index.synonyms)
    if (one.words == words) return one.others;
  return {};
}

SearchIndex index_of(const SiteFixture &fixture, unsigned threads = 1) {
  std::vector<Diagnostic> diagnostics;
  return make_search_index(fixture.site(), make_pages(fixture.site(), diagnostics, threads).views, threads);
}

} // namespace

TEST_CASE("each record and each part of a page is a document of its own") {
  const SiteFixture fixture(content);
  std::vector<Diagnostic> diagnostics;
  const Pages pages = make_pages(fixture.site(), diagnostics);
  const auto texts = search_texts(fixture.site(), pages.views);

  const auto *question = text_at(texts, "/questions/#waiting");
  REQUIRE(question);
  CHECK(question->shown.title == "How long will we wait?");
  CHECK(question->shown.kind == "Question");
  CHECK(question->also.find("Diagnosis") != std::string::npos);
  CHECK(question->text.find("assessments") != std::string::npos);

  const auto *page = text_at(texts, "/read/");
  REQUIRE(page);
  CHECK(page->text.find("First words") != std::string::npos);
  CHECK(page->text.find("Figures") == std::string::npos);
  const auto *part = text_at(texts, "/read/#what-it-shows");
  REQUIRE(part);
  CHECK(part->shown.heading == "What it shows");
  CHECK(part->shown.excerpt == "Figures and dates.");

  CHECK(text_at(texts, "/glossary/#asd"));
  CHECK(text_at(texts, "/accessibility/"));
  CHECK_FALSE(text_at(texts, "/404.html"));
  CHECK_FALSE(text_at(texts, "/search/"));
}

TEST_CASE("words are indexed by their stems, and common ones not at all") {
  const SearchIndex index = index_of(SiteFixture(content));
  CHECK(index.stemmer == "porter");
  const auto *term = term_of(index, "assess");
  REQUIRE(term);
  const auto &in_text = term->documents[static_cast<std::size_t>(SearchField::text)];
  REQUIRE(in_text.size() == 1);
  CHECK(index.documents[in_text[0].document].address == "/questions/#waiting");
  CHECK_FALSE(term_of(index, "assessments"));
  CHECK_FALSE(term_of(index, "the"));
  CHECK(std::count(index.vocabulary.begin(), index.vocabulary.end(), "assessments") == 1);
}

TEST_CASE("the names of one thing lead to each other") {
  const SearchIndex index = index_of(SiteFixture(content));
  const std::vector<std::string> all = others_of(index, "autism");
  CHECK(all == std::vector<std::string>{"asc", "asd", "autism spectrum condit"});
  CHECK(others_of(index, "asc") == std::vector<std::string>{"asd", "autism spectrum condit"});
  CHECK(others_of(index, "plan").empty()); // it stands in the names of too many things
}

TEST_CASE("the index does not depend on the number of threads") {
  const SiteFixture fixture(content);
  const SearchIndex one = index_of(fixture, 1), eight = index_of(fixture, 8);
  CHECK(one.lengths == eight.lengths);
  CHECK(one.vocabulary == eight.vocabulary);
  REQUIRE(one.terms.size() == eight.terms.size());
  for (std::size_t i = 0; i < one.terms.size(); ++i)
    CHECK(one.terms[i].term == eight.terms[i].term);
}

TEST_CASE("what readers are told of the number of results follows the language") {
  const SearchIndex index = index_of(SiteFixture(content));
  REQUIRE(index.found.size() == 22);
  CHECK(index.found[0].find("No results for “{query}”") == 0);
  CHECK(index.found[1] == "1 result for “{query}”");
  CHECK(index.found[2] == "2 results for “{query}”");
}
