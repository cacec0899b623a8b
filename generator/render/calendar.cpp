#include "render/calendar.hpp"

#include <fmt/format.h>

#include <string_view>

namespace localoffer {
namespace {

constexpr std::size_t LONGEST_LINE = 75; // octets without the line end: RFC 5545, section 3.1

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}

/// True for the bytes of a UTF-8 character that are not its first.
bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

/// TEXT of section 3.3.11. A line end is "\n", "\r\n" or "\r".
std::string escape_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool before_newline = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (c == '\\' || c == ';' || c == ',')
      (out += '\\') += c;
    else if (c == '\n' || (c == '\r' && !before_newline))
      out += "\\n";
    else if (c == '\t' || !is_control(c))
      out += c;
  }
  return out;
}

/// A URI has no escapes (section 3.3.13), and a line end in it would begin another property.
std::string without_controls(std::string_view text) {
  std::string out;
  for (char c : text)
    if (!is_control(c)) out += c;
  return out;
}

void append_line(std::string &out, std::string_view line) {
  std::size_t room = LONGEST_LINE;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 1 && continues_character(line[end]))
      --end;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = LONGEST_LINE - 1; // the space that begins the line counts
  }
  out.append(line).append("\r\n");
}

void append_text(std::string &out, std::string_view name, std::string_view text) {
  if (!text.empty()) append_line(out, fmt::format("{}:{}", name, escape_text(text)));
}

/// Section 3.3.4: "20210325".
std::string basic_date(const Date &day) {
  return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

void append_event(std::string &out, const CalendarEntry &entry, const std::string &language) {
  const Date next_day = date_of_day_number(day_number(entry.day) + 1);
  append_line(out, "BEGIN:VEVENT");
  append_text(out, "UID", entry.uid);
  append_line(out, fmt::format("DTSTAMP:{}T000000Z", basic_date(entry.stamp)));
  append_line(out, "DTSTART;VALUE=DATE:" + basic_date(entry.day));
  // The first day on which it is over.
  append_line(out, "DTEND;VALUE=DATE:" + basic_date(next_day));
  append_text(out, "SUMMARY" + language, entry.summary);
  append_text(out, "DESCRIPTION" + language, entry.description);
  if (!entry.address.empty()) append_line(out, "URL:" + without_controls(entry.address));
  if (entry.cancelled) append_line(out, "STATUS:CANCELLED");
  append_line(out, "TRANSP:TRANSPARENT");
  append_line(out, "END:VEVENT");
}

} // namespace

std::string icalendar(const Calendar &calendar) {
  const std::string language = calendar.language.empty() ? "" : ";LANGUAGE=" + calendar.language;
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//localoffer//localoffer//EN");
  // RFC 7986 came late: many programs only know the names with "X-".
  append_text(out, "NAME" + language, calendar.name);
  append_text(out, "X-WR-CALNAME", calendar.name);
  append_text(out, "DESCRIPTION" + language, calendar.description);
  append_text(out, "X-WR-CALDESC", calendar.description);
  append_line(out, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
  append_line(out, "X-PUBLISHED-TTL:P1D");
  for (const auto &entry : calendar.entries)
    append_event(out, entry, language);
  append_line(out, "END:VCALENDAR");
  return out;
}

} // namespace localoffer
