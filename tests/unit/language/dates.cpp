#include "catch.hpp"
#include "language/formats.hpp"

#include <unicode/dtptngen.h>
#include <unicode/smpdtfmt.h>

using namespace localoffer;

namespace {

/// What ICU's own formatter writes, which is right in every language but may not be shared between threads.
std::string icu_date(icu::Locale locale, const Date &date, const icu::UnicodeString &skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  locale.setUnicodeKeywordValue("ca", "gregory", status);
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  icu::SimpleDateFormat format(generator->getBestPattern(skeleton, status), locale, status);
  format.setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format.format(static_cast<double>(day_number(first_day(date))) * 86400000.0, text);
  REQUIRE(U_SUCCESS(status));
  return to_utf8(text);
}

} // namespace

TEST_CASE("dates are as ICU's own formatter writes them, in languages of many kinds") {
  for (const char *tag :
       {"en-GB", "cy", "gd", "ga", "pl", "pt", "es", "fr",    "de", "ro", "uk", "ru", "cs", "hu",
        "fi",    "lt", "sv", "tr", "el", "bg", "ar", "ar-EG", "fa", "he", "ur", "hi", "bn", "ta",
        "gu",    "pa", "so", "sw", "zh", "ja", "ko", "vi",    "th", "ca", "eu", "nl"}) {
    CAPTURE(tag);
    const Formats formats{tag};
    const auto locale = icu::Locale(icu::Locale(tag));
    for (const Date &date : {Date{2019, 10, 16}, Date{2021, 3, 5}, Date{2020, 8, 31}})
      CHECK(formats.date(date) == icu_date(locale, date, u"yMMMMd"));
    CHECK(formats.date({2019, 5, 0}) == icu_date(locale, {2019, 5, 0}, u"yMMMM"));
    CHECK(formats.date({2019, 0, 0}) == icu_date(locale, {2019, 0, 0}, u"y"));
  }
}
