#include "review/marked_html.hpp"
#include "catch.hpp"
#include "review/html_tree.hpp"
#include "review/words_of.hpp"
#include "shown_marks.hpp"

#include <algorithm>
#include <random>

using namespace localoffer;
using testing::shown;

namespace {

std::string marked(std::string_view before, std::string_view after) {
  return shown(marked_html(before, after));
}

} // namespace

TEST_CASE("what the program's own writer writes is read and written back") {
  for (const std::string markup :
       {"<p>One &amp; <strong>two</strong></p>\n<ul>\n<li>a</li>\n</ul>\n", "a &lt; b &quot;c&quot; &#39;",
        "<a href=\"/a/?x=&quot;&gt;\">x</a><br><img src=\"/i.png\" alt=\"a > b\">",
        "<pre tabindex=\"0\"><code>a\n  b</code></pre>\n", ""})
    CHECK(written_html(read_html(markup)).size() == markup.size());
}

TEST_CASE("words are compared block by block") {
  CHECK(marked("<p>We wait.</p>\n<p>Same.</p>\n", "<p>We act.</p>\n<p>Same.</p>\n") ==
        "<p>We [-wait-][+act+].</p>\n<p>Same.</p>\n");
  CHECK(marked("<p>One.</p>\n", "<p>One.</p>\n<p>Two words.</p>\n") ==
        "<p>One.</p>\n<p>[+Two words.+]</p>\n");
  CHECK(marked("<p>One.</p>\n<p id=\"x\">Two.</p>\n", "<p>One.</p>\n") == "<p>One.</p>\n<p>[-Two.-]</p>\n");
}

TEST_CASE("the line of a text is compared as it is") {
  CHECK(marked("a b", "a c") == "a [-b-][+c+]");
}

TEST_CASE("a paragraph that was moved is a move") {
  CHECK(marked("<p>One is here.</p>\n<p>Two is here.</p>\n<p>Three is here.</p>\n",
               "<p>Three is here.</p>\n<p>One is here.</p>\n<p>Two is here.</p>\n") ==
        "<p>(moved)Three is here.</p>\n<p>One is here.</p>\n<p>Two is here.</p>\n");
}

TEST_CASE("another line break, and white space between blocks, are nothing") {
  CHECK(marked("<p>Some words\nof a text</p>\n", "<p>Some words of\na text</p>") ==
        "<p>Some words of\na text</p>\n");
}

TEST_CASE("marks lie within the elements of the line") {
  CHECK(marked("<p>See <a href=\"/a/\">the old page</a>.</p>",
               "<p>See <a href=\"/a/\">the new page</a>.</p>") ==
        "<p>See <a href=\"/a/\">the [-old-][+new+] page</a>.</p>\n");
  // What is gone leads nowhere, and a link that leads elsewhere is another link.
  CHECK(marked("<p>See <a href=\"/a/\">it</a>.</p>", "<p>See <a href=\"/b/\">it</a>.</p>") ==
        "<p>See [-it-]<a href=\"/b/\">[+it+]</a>.</p>\n");
  CHECK(marked("<p>Not so</p>", "<p>Not <strong>so</strong></p>") ==
        "<p>Not [-so-]<strong>[+so+]</strong></p>\n");
}

TEST_CASE("lists and tables are compared item by item") {
  CHECK(marked("<ul>\n<li>first thing</li>\n<li>second thing</li>\n</ul>\n",
               "<ul>\n<li>first thing</li>\n<li>second matter</li>\n<li>third item</li>\n</ul>\n") ==
        "<ul><li>first thing</li>\n<li>second [-thing-][+matter+]</li>\n<li>[+third item+]</li>\n</ul>\n");
  CHECK(marked("<table><tbody><tr><td>North</td><td>12</td></tr></tbody></table>",
               "<table><tbody><tr><td>North</td><td>14</td></tr></tbody></table>") ==
        "<table><tbody><tr><td>North</td>\n<td>[-12-][+14+]</td>\n</tr>\n</tbody>\n</table>\n");
}

TEST_CASE("characters that are escaped stay escaped") {
  CHECK(marked("<p>a &amp; b</p>", "<p>a &lt; b</p>") == "<p>a [-&amp;-][+&lt;+] b</p>\n");
}

namespace {

/// Prose as the program's own writer writes it: paragraphs, a list, a table, links and strong words.
std::string random_prose(std::mt19937 &random) {
  static const std::vector<std::string> words{"plan", "family", "school", "wait", "a &amp; b",
                                              "2021", "45%",    "the",    "of",   "."};
  const auto one_of = [&](std::size_t count) { return random() % count; };
  const auto line = [&] {
    std::string text;
    for (auto left = 1 + one_of(9); left > 0; --left) {
      const std::string &word = words[one_of(words.size())];
      const auto form = one_of(8);
      text += form == 0   ? "<strong>" + word + "</strong>"
              : form == 1 ? "<a href=\"/" + std::to_string(one_of(3)) + "/\">" + word + "</a>"
                          : word;
      if (left > 1) text += one_of(6) == 0 ? "\n" : " ";
    }
    return text;
  };
  std::string prose;
  for (auto left = one_of(5); left > 0; --left) {
    const auto form = one_of(6);
    if (form == 0)
      prose += "<ul>\n<li>" + line() + "</li>\n<li>" + line() + "</li>\n</ul>\n";
    else if (form == 1)
      prose += "<table><tbody><tr><td>" + line() + "</td><td>" + line() + "</td></tr></tbody></table>";
    else
      prose += "<p>" + line() + "</p>\n";
  }
  return prose;
}

/// The words that a marked text has on one side, without their order: what has moved has another place.
std::vector<std::string> side(std::string_view text, std::string_view begin, std::string_view end) {
  std::string left;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = std::min(text.find(begin, at), text.size());
    left += text.substr(at, from - at);
    const auto to = from == text.size() ? from : text.find(end, from);
    at = from == text.size() ? from : to + marks::length;
  }
  auto found = words_of(without_marks(text_of(read_html(left))));
  found.erase(std::remove(found.begin(), found.end(), " "), found.end());
  std::sort(found.begin(), found.end());
  return found;
}

} // namespace

TEST_CASE("without what is added, the words are those before; without what is removed, those after") {
  std::mt19937 random(11);
  for (int turn = 0; turn < 3000; ++turn) {
    const std::string before = random_prose(random), after = random_prose(random);
    const std::string both = marked_html(before, after);
    INFO(before + "--- and ---\n" + after + "--- give ---\n" + shown(both));
    REQUIRE(side(both, marks::removed_begin, marks::removed_end) ==
            side(after, marks::removed_begin, marks::removed_end));
    // What has moved stands on both sides.
    REQUIRE(side(both, marks::added_begin, marks::added_end) ==
            side(before, marks::added_begin, marks::added_end));
    REQUIRE(marked_html(after, after).find(marks::added_begin) == std::string::npos);
  }
}
