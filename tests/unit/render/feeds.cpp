#include "render/feeds.hpp"
#include "catch.hpp"

#include <nlohmann/json.hpp>

using namespace localoffer;

namespace {

Feed feed() {
  Feed feed;
  feed.id = "tag:example.org,2021:changes";
  feed.title = "What changed";
  feed.subtitle = "Each change & why";
  feed.language = "en-GB";
  feed.author = "The council";
  feed.home_address = "https://example.org/news/?a=1&b=2";
  feed.feed_address = "https://example.org/news.atom";
  feed.updated = {2021, 3, 25};
  feed.entries = {
      {"tag:example.org,2021:changes/1",
       "\"1B\" <late>",
       "https://example.org/news/#one",
       {2021, 3, 25},
       "<p>Now 5 &lt; 6</p>",
       "Now 5 < 6"},
      {"tag:example.org,2021:changes/2", "Done", "https://example.org/news/#two", {2020, 12, 1}, "", ""}};
  return feed;
}

bool has(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("an Atom feed is what RFC 4287 asks") {
  CHECK(atom_feed(feed()) == R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>tag:example.org,2021:changes</id>
  <title>What changed</title>
  <subtitle>Each change &amp; why</subtitle>
  <updated>2021-03-25T00:00:00Z</updated>
  <author>
    <name>The council</name>
  </author>
  <link rel="self" type="application/atom+xml" href="https://example.org/news.atom"/>
  <link rel="alternate" type="text/html" href="https://example.org/news/?a=1&amp;b=2"/>
  <entry>
    <id>tag:example.org,2021:changes/1</id>
    <title>&quot;1B&quot; &lt;late&gt;</title>
    <updated>2021-03-25T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://example.org/news/#one"/>
    <summary>Now 5 &lt; 6</summary>
    <content type="html">&lt;p&gt;Now 5 &amp;lt; 6&lt;/p&gt;</content>
  </entry>
  <entry>
    <id>tag:example.org,2021:changes/2</id>
    <title>Done</title>
    <updated>2020-12-01T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://example.org/news/#two"/>
  </entry>
</feed>
)");
}

TEST_CASE("an Atom feed holds no character that XML does not allow") {
  Feed odd = feed();
  odd.entries[0].title = std::string("a\0b", 3) + "\x01\x1F\tc\nd\xEF\xBF\xBE\xEF\xBF\xBF";
  odd.entries[0].html = "\xEF\xBF\xBD\xF0\x9F\x8C\xB3\x0B\xE2\x80\x93]]>";
  const std::string atom = atom_feed(odd);
  CHECK(has(atom, "<title>ab\tc\nd</title>"));
  CHECK(has(atom, "<content type=\"html\">\xEF\xBF\xBD\xF0\x9F\x8C\xB3\xE2\x80\x93]]&gt;</content>"));
}

TEST_CASE("a feed without entries and without what may be missing is whole") {
  Feed bare = feed();
  bare.subtitle.clear();
  bare.entries.clear();
  CHECK_FALSE(has(atom_feed(bare), "subtitle"));
  CHECK_FALSE(has(atom_feed(bare), "<entry>"));
  const auto json = nlohmann::json::parse(json_feed(bare));
  CHECK_FALSE(json.contains("description"));
  CHECK(json["items"] == nlohmann::json::array());
}

TEST_CASE("a JSON feed is what JSON Feed 1.1 asks") {
  const auto json = nlohmann::json::parse(json_feed(feed()));
  CHECK(json["version"] == "https://jsonfeed.org/version/1.1");
  CHECK(json["title"] == "What changed");
  CHECK(json["home_page_url"] == "https://example.org/news/?a=1&b=2");
  CHECK(json["feed_url"] == "https://example.org/news.atom");
  CHECK(json["description"] == "Each change & why");
  CHECK(json["language"] == "en-GB");
  REQUIRE(json["authors"].size() == 1);
  CHECK(json["authors"][0]["name"] == "The council");
  REQUIRE(json["items"].size() == 2);
  CHECK(json["items"][0] == nlohmann::json{{"id", "tag:example.org,2021:changes/1"},
                                           {"url", "https://example.org/news/#one"},
                                           {"title", "\"1B\" <late>"},
                                           {"content_html", "<p>Now 5 &lt; 6</p>"},
                                           {"summary", "Now 5 < 6"},
                                           {"date_modified", "2021-03-25T00:00:00Z"}});
}

TEST_CASE("a JSON feed's item always has content") {
  Feed plain = feed();
  auto json = nlohmann::json::parse(json_feed(plain));
  CHECK(json["items"][1]["content_text"] == "Done");
  CHECK_FALSE(json["items"][1].contains("content_html"));
  CHECK_FALSE(json["items"][1].contains("summary"));
  plain.entries[1].summary = "It is done.";
  json = nlohmann::json::parse(json_feed(plain));
  CHECK(json["items"][1]["content_text"] == "It is done.");
}

TEST_CASE("a JSON feed names its version first and ends its last line") {
  const std::string json = json_feed(feed());
  CHECK(json.rfind("{\n \"version\": ", 0) == 0);
  CHECK(json.back() == '\n');
}
