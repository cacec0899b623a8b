#include "base/date.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fmt/format.h>
#include <vector>

namespace localoffer {
namespace {

std::optional<int> parse_digits(std::string_view text, std::size_t at_least, std::size_t at_most) {
  if (text.size() < at_least || text.size() > at_most) return std::nullopt;
  int number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool exists(const Date &date) {
  if (date.year < first_year || date.year > last_year) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  if (date.day == 0) return true;
  return std::chrono::year_month_day(std::chrono::year(date.year),
                                     std::chrono::month(static_cast<unsigned>(date.month)),
                                     std::chrono::day(static_cast<unsigned>(date.day)))
      .ok();
}

/// 1 to 12 for an English month name or its first three letters or more; 0 for anything else.
int month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
  const std::string lower = lower_ascii(word);
  if (lower.size() < 3) return 0;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].substr(0, lower.size()) == lower) return static_cast<int>(i) + 1;
  return lower == "sept" ? 9 : 0;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  const auto *breaks = " \t/.,-'";
  for (auto at = text.find_first_not_of(breaks); at != std::string_view::npos;) {
    const auto end = text.find_first_of(breaks, at);
    words.push_back(text.substr(at, end - at));
    at = end == std::string_view::npos ? end : text.find_first_not_of(breaks, end);
  }
  return words;
}

/// "18" -> 2018, "2018" -> 2018.
std::optional<int> year_in(std::string_view word) {
  if (const auto four = parse_digits(word, 4, 4)) return four;
  if (const auto two = parse_digits(word, 2, 2)) return 2000 + *two;
  return std::nullopt;
}

/// "16", "16th" -> 16.
std::optional<int> day_in(std::string_view word) {
  for (std::string_view suffix : {"st", "nd", "rd", "th"})
    if (word.size() > 2 && word.substr(word.size() - 2) == suffix) word.remove_suffix(2);
  return parse_digits(word, 1, 2);
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
  Date date;
  const auto part = [&](std::size_t at, std::size_t length) -> std::optional<int> {
    return parse_digits(text.substr(at, length), length, length);
  };
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = part(0, 4);
  if (!year) return std::nullopt;
  date.year = *year;
  if (text.size() >= 7) {
    const auto month = part(5, 2);
    if (text[4] != '-' || !month || *month == 0) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = part(8, 2);
    if (text[7] != '-' || !day || *day == 0) return std::nullopt;
    date.day = *day;
  }
  if (!exists(date)) return std::nullopt;
  return date;
}

std::optional<std::string> suggest_iso_date(std::string_view text) {
  const auto words = words_of(text);
  Date date;
  if (words.size() == 2) {
    date.month = month_named(words[0]);
    if (date.month == 0) date.month = parse_digits(words[0], 1, 2).value_or(0);
    date.year = year_in(words[1]).value_or(0);
    if (date.month == 0 || date.month > 12) { // "2018/7" and "2018 Dec"
      date.year = parse_digits(words[0], 4, 4).value_or(0);
      date.month = std::max(month_named(words[1]), parse_digits(words[1], 1, 2).value_or(0));
    }
  } else if (words.size() == 3) {
    if (const auto leading_year = parse_digits(words[0], 4, 4)) {
      date = {*leading_year, parse_digits(words[1], 1, 2).value_or(0),
              parse_digits(words[2], 1, 2).value_or(0)};
    } else {
      date.day = day_in(words[0]).value_or(0);
      date.month = month_named(words[1]);
      if (date.month == 0) date.month = parse_digits(words[1], 1, 2).value_or(0);
      date.year = year_in(words[2]).value_or(0);
    }
    if (date.day == 0) return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (date.month == 0 || !exists(date)) return std::nullopt;
  return to_iso(date);
}

std::string to_iso(const Date &date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Date first_day(const Date &date) {
  return {date.year, std::max(date.month, 1), std::max(date.day, 1)};
}

Date last_day(const Date &date) {
  if (date.day != 0) return date;
  const int month = date.month == 0 ? 12 : date.month;
  const auto last = std::chrono::year_month_day_last(
      std::chrono::year(date.year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month))));
  return {date.year, month, static_cast<int>(static_cast<unsigned>(last.day()))};
}

long day_number(const Date &date) {
  const auto day = std::chrono::sys_days(std::chrono::year_month_day(
      std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
      std::chrono::day(static_cast<unsigned>(date.day))));
  return day.time_since_epoch().count();
}

Date date_of_day_number(long days) {
  const std::chrono::year_month_day date(std::chrono::sys_days(std::chrono::days(static_cast<int>(days))));
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

Date nearest_date(long days) {
  return date_of_day_number(
      std::clamp(days, day_number({first_year, 1, 1}), day_number({last_year, 12, 31})));
}

long days_between(const Date &from, const Date &to) {
  return day_number(last_day(to)) - day_number(last_day(from));
}

std::strong_ordering operator<=>(const Date &a, const Date &b) {
  const auto order = day_number(first_day(a)) <=> day_number(first_day(b));
  if (order != 0) return order;
  return day_number(last_day(b)) <=> day_number(last_day(a));
}

bool has_passed(const Date &promised, const Date &today) {
  return day_number(last_day(promised)) < day_number(first_day(today));
}

} // namespace localoffer
