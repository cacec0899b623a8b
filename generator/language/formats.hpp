#pragma once

#include "base/date.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unicode/coll.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unordered_map>
#include <vector>

namespace localoffer {

std::string to_utf8(const icu::UnicodeString &text);

/// How one language writes dates: its month names and the order of the parts, taken from ICU once. ICU's own
/// formatters may not be shared between threads.
class DateNames {
public:
  explicit DateNames(const icu::Locale &locale);

  /// `number` writes a whole number in the language's digits.
  template <class Number>
  std::string format(const Date &date, const Number &number) const {
    std::string out;
    for (const auto &part : pattern_for(date)) {
      if (part.field == 'd')
        out += number(date.day);
      else if (part.field == 'y')
        out += number(date.year);
      else if (part.field == 'M' || part.field == 'L')
        out += part.names.empty() ? number(date.month) : part.names[static_cast<std::size_t>(date.month - 1)];
      else
        out += part.literal;
    }
    return out;
  }

private:
  struct Part {
    char field = 0; ///< d, y, M or L; 0 for literal text
    std::string literal;
    std::vector<std::string> names; ///< of the twelve months; none when the month is a number
  };
  using Pattern = std::vector<Part>;

  static Pattern read(const icu::UnicodeString &pattern, const icu::Locale &locale);
  const Pattern &pattern_for(const Date &date) const;

  Pattern day_, month_, year_;
};

/// What ICU knows of one language. Nothing changes after construction, so that any number of threads may use
/// it.
class Formats {
public:
  /// `language` is BCP 47. Throws WorldError when it is not, or when ICU lacks the data.
  explicit Formats(const std::string &language);

  std::string date(const Date &date) const;
  std::string number(double number) const;
  std::string percent(double percent) const;
  std::string list(const std::vector<std::string> &items) const;
  std::string sentence_case(std::string_view text) const;
  bool comes_before(std::string_view a, std::string_view b) const;

  /// "one", "few", "other": which form of a word goes with this many of a thing.
  std::string plural(double number) const;
  /// The same for "1st", "2nd", "3rd".
  std::string ordinal(double number) const;
  /// The forms that the language has, in ICU's order.
  std::vector<std::string> plural_forms() const;
  std::vector<std::string> ordinal_forms() const;

private:
  icu::Locale locale_;
  DateNames dates_;
  icu::number::LocalizedNumberFormatter numbers_, percents_, bare_numbers_;
  std::unordered_map<int, std::string> known_numbers_; ///< days and the years of our time, bare
  std::unique_ptr<icu::ListFormatter> lists_;
  std::unique_ptr<icu::Collator> order_;
  std::unique_ptr<icu::PluralRules> plurals_, ordinals_;
};

} // namespace localoffer
