#include "publish/check_links.hpp"
#include "catch.hpp"

using namespace localoffer;

namespace {

std::string page(const std::string &body) {
  return "<!doctype html><html lang=\"en\"><head><title>x</title></head><body>" + body + "</body></html>";
}

std::vector<Diagnostic> check(const std::vector<Output> &outputs, const std::string &address,
                              unsigned threads) {
  SiteReferences references;
  read_references(outputs, references, threads);
  return check_links(outputs, references, address, threads);
}

/// "code page: what" for each problem of a site whose home page links to every other page and has this body
/// too.
std::vector<std::string> problems(const std::string &body, const std::string &address = "/",
                                  std::vector<Output> outputs = {}) {
  outputs.push_back({"index.html", page(body)});
  outputs.push_back({"404.html", page("<a href=\"" + address + "\">Home</a>")});
  std::vector<std::string> found;
  for (const auto &problem : check(outputs, address, 2))
    found.push_back(problem.code + " " + problem.span.file_path());
  return found;
}

using Problems = std::vector<std::string>;
const Problems none;
const Problems broken_link{"broken-link index.html"};
const Problems broken_anchor{"broken-anchor index.html"};

/// A page "measures/ehc plans/index.html" with an id, a style sheet and a data file.
const std::vector<Output> site{
    {"measures/ehc plans/index.html", page("<h1 id=\"top-of-it\">x</h1><a href=\"../../\">up</a>"
                                           "<a href=\"?print#top-of-it\">here</a>")},
    {"assets/site.css", ""},
    {"data.csv", ""}};
const std::string to_page = "<a href=\"/measures/ehc%20plans/\">x</a>";

} // namespace

TEST_CASE("links by any way of writing them are followed") {
  CHECK(problems(to_page, "/", site) == none);
  for (const std::string href :
       {"measures/ehc%20plans/", "./measures/ehc%20plans/#top-of-it", "/measures/ehc%20plans/index.html",
        "measures/x/../ehc%20plans/?q=1#top-of-it", " data.csv ", "data.csv#row=2", "#", "#top", "",
        "#:~:text=x", "mailto:a@example.org", "tel:01823", "https://example.org/missing",
        "//example.org/missing", "data:,x", "/measures/ehc%20plans/#"}) {
    INFO(href);
    CHECK(problems(to_page + "<a href=\"" + href + "\">x</a>", "/", site) == none);
  }
}

TEST_CASE("links to nothing are reported once for each page") {
  for (const std::string href :
       {"/missing/", "measures/", "measures/ehc%20plans", "data.csv/", "../missing", "%2e%2e/x"}) {
    INFO(href);
    const auto link = "<a href=\"" + href + "\">x</a>";
    CHECK(problems(to_page + link + link, "/", site) == broken_link);
  }
  for (const std::string markup :
       {"<img src=\"x.svg\" alt=\"\">", "<script src=\"/x.js\"></script>",
        "<svg><use href=\"/x.svg#a\"/></svg>", "<link rel=\"canonical\" href=\"/x/\">",
        "<object><a href=\"/x/\">x</a></object>"})
    CHECK(problems(to_page + markup, "/", site) == broken_link);
}

TEST_CASE("the part after # names an id of the page it leads to") {
  CHECK(problems(to_page + "<a href=\"/measures/ehc%20plans/#nothing\">x</a>", "/", site) == broken_anchor);
  CHECK(problems("<a href=\"#here\">x</a>") == broken_anchor);
  CHECK(problems("<a href=\"#here\">x</a><p id=\"here\">") == none);
  CHECK(problems("<a href=\"#caf%C3%A9\">x</a><p id=\"caf\u00e9\">") == none);
  CHECK(problems("<svg><use href=\"#mark\"/></svg>") == broken_anchor);
  const auto found = check({{"index.html", page("<a href=\"#measurs\">x</a><p id=\"measures\">")}}, "/", 1);
  REQUIRE(found.size() == 1);
  CHECK(found[0].help == "Did you mean '#measures'?");
}

TEST_CASE("a site may lie below its server's root, and its full address is its own") {
  const std::string address = "https://example.org/somerset/";
  const auto with = [&](const std::string &href) {
    return problems("<a href=\"" + href + "\">x</a><a href=\"measures/ehc%20plans/\">x</a>", address, site);
  };
  for (const std::string href :
       {"/somerset/", "/somerset", "/somerset/data.csv", "https://example.org/somerset/data.csv",
        "HTTPS://Example.org/somerset/", "//example.org/somerset/data.csv", "https://example.org/elsewhere/",
        "https://example.org.uk/somerset/missing", "https://example.org/somersetshire/"}) {
    INFO(href);
    CHECK(with(href) == none);
  }
  for (const std::string href : {"/data.csv", "/somersetshire/", "../data.csv",
                                 "https://example.org/somerset/missing/", "//example.org/somerset/missing"}) {
    INFO(href);
    CHECK(with(href) == broken_link);
  }
}

TEST_CASE("an id stands once on a page") {
  CHECK(problems("<p id=\"a\"><p id=\"b\"><p id=\"a\"><p id=\"a\">") ==
        Problems{"duplicate-html-id index.html", "duplicate-html-id index.html"});
}

TEST_CASE("pages that no links lead to are orphans") {
  const std::vector<Output> two{
      {"a/index.html", page("<a href=\"../b/\">b</a>")},
      {"b/index.html", page("<a href=\"../a/\">a</a>")},
      {"old/index.html", page("<meta http-equiv=\"refresh\" content=\"0; url=/a/\">")}};
  CHECK(problems("", "/", two) == Problems{"orphan-page a/index.html", "orphan-page b/index.html"});
  CHECK(problems("<a href=\"a/\">a</a>", "/", two) == none);
  // A style sheet's or a canonical link's address leads no reader anywhere.
  CHECK(problems("<link rel=\"alternate\" href=\"/a/\">", "/", two).size() == 2);
  CHECK(problems("", "/",
                 {{"old/index.html", page("<meta http-equiv=\"refresh\" content=\"0; url=/gone/\">")}}) ==
        Problems{"broken-link old/index.html"});
}

TEST_CASE("a page nested very deeply is read to its end") {
  std::string deep;
  for (int i = 0; i < 100000; ++i)
    deep += "<b><div>";
  CHECK(problems(deep.substr(0, 40000) + "<a href=\"/missing/\">x</a>") == broken_link);
}

TEST_CASE("the answer does not depend on the number of threads") {
  std::vector<Output> outputs;
  for (int i = 0; i < 50; ++i)
    outputs.push_back({"p" + std::to_string(i) + "/index.html",
                       page("<a href=\"/p" + std::to_string(i + 1) + "/\">x</a>")});
  const auto text = [&](unsigned threads) {
    std::string all;
    for (const auto &problem : check(outputs, "/", threads))
      all += problem.code + problem.span.file_path() + problem.message + "\n";
    return all;
  };
  CHECK(text(1) == text(8));
}
