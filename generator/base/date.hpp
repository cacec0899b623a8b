#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace localoffer {

/// A date as exactly as it is known: a year, a month of a year, or a day. Reports often promise a month.
struct Date {
  int year = 0;
  int month = 0; ///< 1 to 12; 0 when only the year is known
  int day = 0;   ///< 1 to 31; 0 when only the month or year is known

  bool operator==(const Date &) const = default;
};

/// The years that a date can have: those of plans, not those that a wrong clock or a slip of the hand gives.
inline constexpr int first_year = 1900, last_year = 2199;

/// Reads "2019", "2019-10" or "2019-10-16" (ISO 8601); nothing for any other form, for days that do
/// not exist and for other years.
std::optional<Date> parse_date(std::string_view text);

/// What a date in another common form was meant to be, in ISO: "Dec 18" -> "2018-12", "16 October 2019" ->
/// "2019-10-16", "16/10/2019" -> "2019-10-16" (day first, as in the United Kingdom). Nothing when it is no
/// date.
std::optional<std::string> suggest_iso_date(std::string_view text);

std::string to_iso(const Date &date);

/// The first and the last day of the year, the month or the day that the date names.
Date first_day(const Date &date);
Date last_day(const Date &date);

/// Days since 1970-01-01 of a full date (day given).
long day_number(const Date &date);
Date date_of_day_number(long days);

/// The nearest day that a date can name.
Date nearest_date(long days);

/// Days from the end of what `from` names to the end of what `to` names; negative when `to` is earlier.
long days_between(const Date &from, const Date &to);

/// Orders by first day, then the wider date first: 2019 < 2019-01 < 2019-01-01 < 2019-02.
std::strong_ordering operator<=>(const Date &a, const Date &b);

/// True when the whole of the promised time is over: a promise for "2018-12" is kept until 31 December.
bool has_passed(const Date &promised, const Date &today);

} // namespace localoffer
