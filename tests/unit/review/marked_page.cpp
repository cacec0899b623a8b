#include "review/marked_page.hpp"
#include "catch.hpp"
#include "review/marks.hpp"

using namespace localoffer;

namespace {

const MarkWords words{"Removed:", "Added:", "Moved here:", "end", "Next change", "Previous change"};

std::string page(const std::string &html) {
  return marked_page(html, words).html;
}

std::string hidden(const std::string &text) {
  return "<span class=\"govuk-visually-hidden\">" + text + "</span>";
}

} // namespace

TEST_CASE("marks become elements with words around them") {
  CHECK(page("<p>It " + marked_text("was", "is") + " so</p>") ==
        "<p>It <del id=\"change-1\">" + hidden("Removed: ") + "was" + hidden(" end") + "</del><ins>" +
            hidden("Added: ") + "is" + hidden(" end") + "</ins> so</p>");
}

TEST_CASE("each change leads to the next, and none stands in a link or a heading") {
  const auto marked = marked_page("<h2>" + marked_text("A", "B") + " x</h2><p><a href=\"/\">" +
                                      marked_text("C", "D") + "</a> same " + marked_added("E") + "</p>",
                                  words);
  REQUIRE(marked.marks.size() == 3);
  CHECK(marked.marks[0].removed == "A");
  CHECK(marked.marks[0].added == "B");
  CHECK(marked.marks[2].removed.empty());
  const auto &html = marked.html;
  CHECK(html.find("x</h2><span class=\"change-steps\"><a href=\"#change-2\">") != std::string::npos);
  CHECK(html.find("</a><span class=\"change-steps\"><a href=\"#change-1\">") != std::string::npos);
  CHECK(html.find("(3/3)") != std::string::npos);
}

TEST_CASE("what is new as a whole is one change") {
  CHECK(marked_page("<li>" + marked_added("a") + " <b>" + marked_added("b") + "</b></li> same", words)
            .marks.size() == 1);
}

TEST_CASE("where no markup can stand, the draft's words do") {
  CHECK(page("<title>" + marked_text("Old", "New") + "</title>") == "<title>New</title>");
  CHECK(page("<a href=\"" + marked_text("/a/", "/b/") + "\">x</a>") == "<a href=\"/b/\">x</a>");
  CHECK(page("<b class=\"" + marked_removed("late") + "\" id=\"" + marked_removed("x") + "\">y</b>") ==
        "<b class=\"late\">y</b>");
  CHECK(page("<a href=\"\" class=\"k\">x</a>") == "<a class=\"k\">x</a>");
  CHECK(page("<a rel=\"prev\" href=\"\">x</a>") == "<a>x</a>");
  CHECK(page("<a rel=\"prev\" href=\"/a/\">x</a>") == "<a rel=\"prev\" href=\"/a/\">x</a>");
  CHECK(page("<svg><title>" + marked_text("1", "2") + "</title></svg>") == "<svg><title>2</title></svg>");
}

TEST_CASE("a page tells how many changes it has") {
  CHECK(page("<p>" + std::string(marks::page_count) + "</p><p>" + marked_added("x") + "</p>")
            .find("<p>1</p>") == 0);
}
