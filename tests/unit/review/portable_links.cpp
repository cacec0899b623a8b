#include "review/portable_links.hpp"
#include "catch.hpp"

using namespace localoffer;

TEST_CASE("links of a site lead on in any folder") {
  const auto at = [](const char *html, const char *path) { return with_portable_links(html, path, "/"); };
  CHECK(at("<a href=\"/\">x</a>", "index.html") == "<a href=\"index.html\">x</a>");
  CHECK(at("<a class=\"a\" href=\"/actions/1a/#facts\">x</a>", "about/index.html") ==
        "<a class=\"a\" href=\"../actions/1a/index.html#facts\">x</a>");
  CHECK(at("<link href=\"/assets/main.css\"><img src=\"/files/a.png\">", "review/pages/a/index.html") ==
        "<link href=\"../../../assets/main.css\"><img src=\"../../../files/a.png\">");
  CHECK(at("<meta http-equiv=\"refresh\" content=\"0; url=/new/\">", "old/index.html") ==
        "<meta http-equiv=\"refresh\" content=\"0; url=../new/index.html\">");
}

TEST_CASE("links elsewhere and words stay as they are") {
  for (const char *html : {"<a href=\"https://example.org/\">x</a>", "<a href=\"#facts\">x</a>",
                           "<a href=\"mailto:a@b.example\">x</a>", "<p>href=\"/actions/\"</p>",
                           "<a href=\"//example.org/\">x</a>"})
    CHECK(with_portable_links(html, "a/index.html", "/") == html);
  CHECK(with_portable_links("<a href=\"/other/\">x</a><a href=\"/somerset/a/\">y</a>", "a/index.html",
                            "/somerset/") == "<a href=\"/other/\">x</a><a href=\"../a/index.html\">y</a>");
}
