#include "render/foreign_text.hpp"
#include "base/foreign.hpp"
#include "catch.hpp"

using namespace localoffer;

namespace {

/// "[" and "]" stand for the marks.
std::string finished(std::string page) {
  for (auto at = page.find('['); at != std::string::npos; at = page.find('['))
    page.replace(at, 1, foreign_begins);
  for (auto at = page.find(']'); at != std::string::npos; at = page.find(']'))
    page.replace(at, 1, foreign_ends);
  finish_foreign_text(page, "en", "ltr");
  return page;
}

std::string en(const std::string &text) {
  return "<span lang=\"en\" dir=\"ltr\">" + text + "</span>";
}

} // namespace

TEST_CASE("text between marks says which language it is in") {
  CHECK(finished("<p>Jest: [On track] (7).</p>") == "<p>Jest: " + en("On track") + " (7).</p>");
  CHECK(finished("<p>[a] i [b]</p>") == "<p>" + en("a") + " i " + en("b") + "</p>");
  CHECK(finished("<p>[one <a href=\"/x/\">two</a> three]</p>") ==
        "<p>" + en("one <a href=\"/x/\">two</a> three") + "</p>");
}

TEST_CASE("where no element can stand, the marks go") {
  CHECK(finished("<title>[A] b</title><a title=\"[c]\">d</a>") == "<title>A b</title><a title=\"c\">d</a>");
  CHECK(finished("<svg><text>[Late]</text></svg><p>[x]</p>") ==
        "<svg><text>Late</text></svg><p>" + en("x") + "</p>");
}

TEST_CASE("what is said of a picture is in the language of the picture's element") {
  CHECK(finished("<p><img src=\"/a.svg\" alt=\"[A school]\"> x</p>") ==
        "<p><img lang=\"en\" src=\"/a.svg\" alt=\"A school\"> x</p>");
  CHECK(finished("<img src=\"/a.svg\" alt=\"Szkoła\">") == "<img src=\"/a.svg\" alt=\"Szkoła\">");
}

TEST_CASE("marks whose partner was cut away leave sound HTML") {
  CHECK(finished("<p>[cut</p><p>b]</p>") == "<p>" + en("cut") + "</p><p>b</p>");
  CHECK(finished("<p>[a <em>b</em></p>") == "<p>" + en("a <em>b</em>") + "</p>");
  CHECK(finished("<p>[[a]]</p>") == "<p>" + en("a") + "</p>");
}

TEST_CASE("a page says that it is not all translated only where that is so") {
  const std::string note = "<!--untranslated--><p>partly</p><!--/untranslated-->";
  CHECK(finished("<main>" + note + "<p>x</p></main>[y]") == "<main><p>x</p></main>" + en("y"));
  CHECK(finished("<main>" + note + "<p>[x]</p></main>") ==
        "<main><p>partly</p><p>" + en("x") + "</p></main>");
  CHECK(finished("<main>" + note + "<div lang=\"en\" dir=\"ltr\"><p>x</p></div></main>") ==
        "<main><p>partly</p><div lang=\"en\" dir=\"ltr\"><p>x</p></div></main>");
}
