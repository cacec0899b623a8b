#include "publish/html_references.hpp"
#include "catch.hpp"
#include "support/told.hpp"

using namespace localoffer;
using testing::told;

namespace {

const std::string head =
    "<!doctype html><html lang=\"en\"><head><title>a < b &amp; </b></title></head><body>";

} // namespace

TEST_CASE("both ways to read a page find the same") {
  for (const std::string body :
       {"<p id=\"one\"><a href=\"/a/?x=1&amp;y=2#z\">x</a></p>",
        "<a href='/single/'>x</a><img src=\"/i.svg\" alt=\"a > b\"><br><hr/>",
        "<svg viewBox=\"0 0 1 1\"><title>a</title><use href=\"#m\"/><use xlink:href=\"#n\"/><g "
        "id=\"g\"/></svg>",
        "<!-- <a href=\"/no/\">x</a> --><script>var a = '<a href=\"/no/\">';</script><p id=\"after\"></p>",
        "<textarea><a href=\"/no/\"></textarea><style>a{}</style>",
        "<p id=\"&quot;&#39;&#x27;&lt;\" data-href=\"/no/\" hidden></p>",
        // What we do not make, and a browser reads in its own way.
        "<p id=a><a href=/b/>x</a>", "<A HREF=\"/c/\">x</A>", "<p><div id=\"d\"></p></div>",
        "<a href=\"/e/\"><a href=\"/f/\">x</a></a>", "<p id=\"&eacute;&nbsp;\"></p>", "<a href=\"/g/",
        "<table><a href=\"/h/\">x</a></table>", "<select><option id=\"i\"></select>", "<!-->", "</p></div>",
        "<noscript><a href=\"/j/\">x</a></noscript>", "<p id=\"k\" id=\"l\"></p>",
        "<?php <a href=\"/m/\"> ?>", "<svg><style><a href=\"/n/\">x</a></style></svg>",
        "<b id=\"o\"><p>x</b></p>", "a < b"}) {
    INFO(body);
    const std::string html = head + body + "</body></html>";
    CHECK(told(html_references(html)) == told(parsed_html_references(html)));
  }
  const std::string refresh =
      "<!doctype html><html><head><meta http-equiv=\"refresh\" content=\"0; url=/new/\">"
      "</head><body></body></html>";
  CHECK(told(html_references(refresh)) == "refreshes\nmeta content=/new/\n");
  CHECK(told(html_references(refresh)) == told(parsed_html_references(refresh)));
}
