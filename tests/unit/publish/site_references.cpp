#include "publish/site_references.hpp"

#include "catch.hpp"

using namespace localoffer;

TEST_CASE("what pages refer to is kept once, and addresses for letters not at all") {
  SiteReferences site;
  site.add("a.html",
           html_references(R"(<!doctype html><html><body><p id="top"><a href="/b/">b</a> <a href="/b/">b</a>)"
                           R"(<a href="mailto:a@example.org?body=a">a</a></p></body></html>)"));
  site.add("b.html",
           html_references(R"(<!doctype html><html><body><p id="top"><a href="/b/">b</a> <a href="/c/">c</a>)"
                           R"(<a href="MAILTO:b@example.org">b</a></p></body></html>)"));
  CHECK(site.reference_count() == 2);
  CHECK(site.id_count() == 1);
  const auto *const first = site.find("a.html"), *const second = site.find("b.html");
  REQUIRE(first);
  REQUIRE(second);
  REQUIRE(first->references.size() == 1);
  CHECK(site.reference(first->references[0]).value == "/b/");
  CHECK(second->references.size() == 2);
  CHECK(first->ids == second->ids);
  CHECK(site.find("c.html") == nullptr);
}
