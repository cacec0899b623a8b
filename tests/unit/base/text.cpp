#include "base/text.hpp"
#include "catch.hpp"

using namespace localoffer;

TEST_CASE("a title becomes a readable part of an address") {
  CHECK(slug("EHC plans: 20 weeks") == "ehc-plans-20-weeks");
  CHECK(slug("Children's & young people’s views") == "childrens-young-peoples-views");
  CHECK(slug("Ŵyneb – Caffè Ébène") == "wyneb-caffe-ebene");
  CHECK(slug("Łódź, Çelik, ñandú") == "lodz-celik-nandu");
  CHECK(slug("«»").empty());
}

TEST_CASE("a suggestion ignores case and punctuation first, then looks for what is near") {
  CHECK(did_you_mean("On Track", {"off-track", "on-track"}) == "on-track");
  CHECK(did_you_mean("complet", {"complete", "on-track"}) == "complete");
  CHECK(did_you_mean("tilte", {"title", "text"}) == "title");
  CHECK_FALSE(did_you_mean("banana", {"title", "text"}));
  CHECK_FALSE(did_you_mean("", {"title"}));
}

TEST_CASE("edit distance counts a swap of neighbours once") {
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("tilte", "title") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("only well-formed UTF-8 without NUL is clean") {
  CHECK(is_clean_utf8("naïve – ✓ 😀"));
  CHECK_FALSE(is_clean_utf8(std::string_view("a\0b", 3)));
  CHECK_FALSE(is_clean_utf8("\xC0\xAF"));         // overlong
  CHECK_FALSE(is_clean_utf8("\xED\xA0\x80"));     // surrogate
  CHECK_FALSE(is_clean_utf8("\xF4\x90\x80\x80")); // past U+10FFFF
  CHECK_FALSE(is_clean_utf8("caf\xE9"));          // Latin-1
  CHECK_FALSE(is_clean_utf8("\xE2\x82"));         // cut short
}

TEST_CASE("every character that means something in HTML is escaped") {
  CHECK(escape_html("S&LT <b> \"x\" 'y'") == "S&amp;LT &lt;b&gt; &quot;x&quot; &#39;y&#39;");
  CHECK(escape_html("plain") == "plain");
}

TEST_CASE("lines have no line ends, whichever way they end") {
  CHECK(lines_of("a\r\nb\n\nc") == std::vector<std::string_view>{"a", "b", "", "c"});
  CHECK(lines_of("").empty());
}
