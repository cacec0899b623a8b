#include "render/calendar.hpp"
#include "base/text.hpp"
#include "catch.hpp"

#include <algorithm>

using namespace localoffer;

namespace {

CalendarEntry entry() {
  CalendarEntry entry;
  entry.uid = "1b@example.org";
  entry.day = {2021, 3, 31};
  entry.summary = "1B is due";
  entry.description = "Hear from families";
  entry.address = "https://example.org/1b/";
  entry.stamp = {2021, 3, 25};
  return entry;
}

std::string with(const CalendarEntry &one) {
  return icalendar({"Dates", "", "", {one}});
}

bool has(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

/// The lines as section 3.1 of RFC 5545 says that they are put together again.
std::string unfolded(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;)
    text.erase(at, 3);
  return text;
}

/// The lines between the ends, each without its CRLF; a "\r" or "\n" of any other kind stays in them.
std::vector<std::string> physical_lines(const std::string &text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t end = 0; (end = text.find("\r\n", from)) != std::string::npos; from = end + 2)
    lines.push_back(text.substr(from, end - from));
  CHECK(from == text.size());
  return lines;
}

} // namespace

TEST_CASE("a calendar is what RFC 5545 and RFC 7986 ask") {
  CHECK(icalendar({"Dates", "What is due", "en-GB", {entry()}}) ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//localoffer//localoffer//EN\r\n"
        "NAME;LANGUAGE=en-GB:Dates\r\n"
        "X-WR-CALNAME:Dates\r\n"
        "DESCRIPTION;LANGUAGE=en-GB:What is due\r\n"
        "X-WR-CALDESC:What is due\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
        "X-PUBLISHED-TTL:P1D\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:1b@example.org\r\n"
        "DTSTAMP:20210325T000000Z\r\n"
        "DTSTART;VALUE=DATE:20210331\r\n"
        "DTEND;VALUE=DATE:20210401\r\n"
        "SUMMARY;LANGUAGE=en-GB:1B is due\r\n"
        "DESCRIPTION;LANGUAGE=en-GB:Hear from families\r\n"
        "URL:https://example.org/1b/\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("an event ends on the next day, whatever month and year it is in") {
  CalendarEntry one = entry();
  one.day = {2020, 2, 28};
  CHECK(has(with(one), "DTSTART;VALUE=DATE:20200228\r\nDTEND;VALUE=DATE:20200229\r\n"));
  one.day = {2021, 2, 28};
  CHECK(has(with(one), "DTEND;VALUE=DATE:20210301\r\n"));
  one.day = {2021, 12, 31};
  CHECK(has(with(one), "DTEND;VALUE=DATE:20220101\r\n"));
}

TEST_CASE("a calendar's text is escaped, and control characters are left out") {
  CalendarEntry one = entry();
  one.summary = "a\\b; c, d: \"e\"\tf\x01\x7F";
  one.description = "1\n2\r\n3\r4\n";
  const std::string text = with(one);
  CHECK(has(text, "SUMMARY:a\\\\b\\; c\\, d: \"e\"\tf\r\n"));
  CHECK(has(text, "DESCRIPTION:1\\n2\\n3\\n4\\n\r\n"));
}

TEST_CASE("an address is not escaped, and cannot begin another line") {
  CalendarEntry one = entry();
  one.address = "https://example.org/?a=1,2;3\r\nX-OTHER:1";
  CHECK(has(with(one), "\r\nURL:https://example.org/?a=1,2;3X-OTHER:1\r\n"));
}

TEST_CASE("what is not there has no line") {
  CalendarEntry one = entry();
  one.description.clear();
  one.address.clear();
  const std::string text = with(one);
  CHECK_FALSE(has(text, "DESCRIPTION"));
  CHECK_FALSE(has(text, "X-WR-CALDESC"));
  CHECK_FALSE(has(text, "URL"));
  CHECK_FALSE(has(text, "LANGUAGE"));
  CHECK_FALSE(has(text, "STATUS"));
  CHECK_FALSE(has(text, "METHOD"));
}

TEST_CASE("an event that does not take place says so") {
  CalendarEntry one = entry();
  one.cancelled = true;
  CHECK(has(with(one), "STATUS:CANCELLED\r\n"));
}

TEST_CASE("lines are folded at 75 octets and no character is cut") {
  for (const std::string character : {"a", "\xC2\xBD", "\xE2\x80\x93", "\xF0\x9F\x8C\xB3", ","})
    for (std::size_t count = 60; count <= 230; ++count) {
      CalendarEntry one = entry();
      one.summary.assign(count % 5, 'x');
      for (std::size_t i = 0; i < count; ++i)
        one.summary += character;
      const std::string text = with(one);
      const auto lines = physical_lines(text);
      const bool fit = std::all_of(lines.begin(), lines.end(), [](const std::string &line) {
        return line.size() <= 75 && is_clean_utf8(line) && line.find_first_of("\r\n") == std::string::npos;
      });
      CHECK(fit);
      std::string expected = "\r\nSUMMARY:" + one.summary + "\r\n";
      for (std::size_t at = 0; (at = expected.find(',', at)) != std::string::npos; at += 2)
        expected.insert(at, "\\");
      CHECK(has(unfolded(text), expected));
    }
}

TEST_CASE("a line of exactly 75 octets is not folded, and one more is") {
  CalendarEntry one = entry();
  one.summary.assign(75 - std::string("SUMMARY:").size(), 'x');
  CHECK(has(with(one), "SUMMARY:" + one.summary + "\r\nDESCRIPTION"));
  one.summary += 'y';
  CHECK(has(with(one), "x\r\n y\r\nDESCRIPTION"));
}
