#include "language/formats.hpp"

#include "base/diagnostic.hpp"

#include <unicode/casemap.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/stringoptions.h>
#include <unicode/ucasemap.h>

namespace localoffer {
namespace {

[[noreturn]] void fail(const std::string &what, UErrorCode status) {
  throw WorldError("ICU cannot " + what + ": " + u_errorName(status),
                   "Check the site's 'language', and that the ICU library is whole.");
}

void require(UErrorCode status, const std::string &what) {
  if (U_FAILURE(status)) fail(what, status);
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// The locale of a language for a public body in the United Kingdom, with the calendar that its dates use.
icu::Locale locale_of(const std::string &language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(language == "en" ? "en-GB" : language, status);
  if (U_FAILURE(status) || locale.isBogus() || locale.getLanguage()[0] == '\0')
    throw WorldError("'" + language + "' is not the code of a language",
                     "Write a code of BCP 47 as the site's 'language', such as en, cy or pl.");
  locale.setUnicodeKeywordValue("ca", "gregory", status);
  require(status, "set the calendar of '" + language + "'");
  return locale;
}

template <class Made>
std::unique_ptr<Made> require_made(Made *made, UErrorCode status, const char *what) {
  std::unique_ptr<Made> held(made);
  if (U_FAILURE(status) || !held) fail(std::string("load the ") + what, status);
  return held;
}

std::unique_ptr<icu::PluralRules> plural_rules(const icu::Locale &locale, UPluralType type) {
  UErrorCode status = U_ZERO_ERROR;
  auto *rules = icu::PluralRules::forLocale(locale, type, status);
  return require_made(rules, status, "plural rules");
}

std::vector<std::string> keywords_of(const icu::PluralRules &rules) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> keywords(rules.getKeywords(status));
  require(status, "list the plural forms");
  std::vector<std::string> names;
  while (const char *name = keywords->next(nullptr, status))
    names.emplace_back(name);
  return names;
}

template <class Formatter>
std::string formatted(const Formatter &formatter, double number) {
  UErrorCode status = U_ZERO_ERROR;
  const auto text = formatter.formatDouble(number, status).toString(status);
  require(status, "write a number");
  return to_utf8(text);
}

icu::number::LocalizedNumberFormatter number_formatter(const icu::Locale &locale) {
  return icu::number::NumberFormatter::withLocale(locale)
      .precision(icu::number::Precision::maxFraction(2))
      .roundingMode(UNUM_ROUND_HALFUP)
      .sign(UNUM_SIGN_NEGATIVE);
}

} // namespace

std::string to_utf8(const icu::UnicodeString &text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

DateNames::DateNames(const icu::Locale &locale) {
  UErrorCode status = U_ZERO_ERROR;
  auto *made = icu::DateTimePatternGenerator::createInstance(locale, status);
  const auto generator = require_made(made, status, "date patterns");
  day_ = read(generator->getBestPattern(u"yMMMMd", status), locale);
  month_ = read(generator->getBestPattern(u"yMMMM", status), locale);
  year_ = read(generator->getBestPattern(u"y", status), locale);
  require(status, "find the date patterns");
}

/// Reads a pattern of Unicode's locale data (UTS 35, "Date Format Patterns"): runs of one letter are fields,
/// text in apostrophes is literal, and two apostrophes are one.
DateNames::Pattern DateNames::read(const icu::UnicodeString &pattern, const icu::Locale &locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, status);
  require(status, "load the names of the months");

  const auto month_names = [&](char16_t field, std::int32_t letters) {
    std::vector<std::string> names;
    if (letters < 3) return names;
    const auto context = field == u'L' ? icu::DateFormatSymbols::STANDALONE : icu::DateFormatSymbols::FORMAT;
    std::int32_t count = 0;
    const auto *months = symbols.getMonths(
        count, context, letters == 3 ? icu::DateFormatSymbols::ABBREVIATED : icu::DateFormatSymbols::WIDE);
    for (std::int32_t i = 0; i < count; ++i)
      names.push_back(to_utf8(months[i]));
    return names;
  };

  Pattern parts;
  icu::UnicodeString literal;
  const auto end_literal = [&] {
    if (!literal.isEmpty()) parts.push_back({0, to_utf8(literal), {}});
    literal.remove();
  };
  bool quoted = false;
  for (std::int32_t i = 0; i < pattern.length(); ++i) {
    const char16_t unit = pattern[i];
    const bool letter = (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
    if (unit == u'\'') {
      if (i + 1 < pattern.length() && pattern[i + 1] == u'\'')
        literal += pattern[++i];
      else
        quoted = !quoted;
    } else if (quoted || !letter) {
      literal += unit;
    } else {
      const std::int32_t begin = i;
      while (i + 1 < pattern.length() && pattern[i + 1] == unit)
        ++i;
      if (unit != u'd' && unit != u'y' && unit != u'M' && unit != u'L') continue;
      end_literal();
      parts.push_back(
          {static_cast<char>(unit),
           {},
           unit == u'd' || unit == u'y' ? std::vector<std::string>{} : month_names(unit, i - begin + 1)});
    }
  }
  end_literal();
  return parts;
}

const DateNames::Pattern &DateNames::pattern_for(const Date &date) const {
  if (date.day != 0) return day_;
  return date.month != 0 ? month_ : year_;
}

namespace {

/// Welsh says "ac" before a vowel and "a" before all else; ICU writes "a(c)".
void choose_welsh_and(std::string &text) {
  constexpr std::string_view either = " a(c) ";
  for (auto at = text.find(either); at != std::string::npos; at = text.find(either, at + 1)) {
    const auto next = at + either.size() < text.size() ? text[at + either.size()] : ' ';
    const bool is_vowel = std::string_view("aeiouwyAEIOUWY").find(next) != std::string_view::npos;
    text.replace(at, either.size(), is_vowel ? " ac " : " a ");
  }
}

} // namespace

Formats::Formats(const std::string &language)
    : locale_(locale_of(language)), dates_(locale_), numbers_(number_formatter(locale_)),
      percents_(number_formatter(locale_).unit(icu::MeasureUnit::getPercent())),
      bare_numbers_(icu::number::NumberFormatter::withLocale(locale_).grouping(UNUM_GROUPING_OFF)),
      plurals_(plural_rules(locale_, UPLURAL_TYPE_CARDINAL)),
      ordinals_(plural_rules(locale_, UPLURAL_TYPE_ORDINAL)) {
  UErrorCode status = U_ZERO_ERROR;
  auto *lists = icu::ListFormatter::createInstance(locale_, status);
  lists_ = require_made(lists, status, "words that join a list");
  auto *order = icu::Collator::createInstance(locale_, status);
  order_ = require_made(order, status, "alphabetical order");
  order_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status); // "Priority 2" before "Priority 10"
  require(status, "set the alphabetical order");
  for (int day = 0; day <= 31; ++day)
    known_numbers_.emplace(day, formatted(bare_numbers_, day));
  for (int year = 2000; year <= 2050; ++year)
    known_numbers_.emplace(year, formatted(bare_numbers_, year));
}

std::string Formats::date(const Date &date) const {
  // Every page has dates, and ICU takes as long for a number as for all else that is said of one.
  return dates_.format(date, [this](int number) {
    const auto known = known_numbers_.find(number);
    return known != known_numbers_.end() ? known->second : formatted(bare_numbers_, number);
  });
}

std::string Formats::number(double number) const {
  return formatted(numbers_, number);
}
std::string Formats::percent(double percent) const {
  return formatted(percents_, percent);
}

std::string Formats::list(const std::vector<std::string> &items) const {
  std::vector<icu::UnicodeString> texts;
  texts.reserve(items.size());
  for (const auto &item : items)
    texts.push_back(icu::UnicodeString::fromUTF8(item));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  lists_->format(texts.data(), static_cast<std::int32_t>(texts.size()), text, status);
  require(status, "join a list");
  std::string joined = to_utf8(text);
  if (std::string_view(locale_.getLanguage()) == "cy") choose_welsh_and(joined);
  return joined;
}

std::string Formats::sentence_case(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToTitle(locale_.getName(), U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, nullptr,
                            piece(text), sink, nullptr, status);
  require(status, "begin a sentence");
  return out;
}

bool Formats::comes_before(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto order = order_->compareUTF8(piece(a), piece(b), status);
  require(status, "compare two texts");
  return order == UCOL_EQUAL ? a < b : order == UCOL_LESS;
}

std::string Formats::plural(double number) const {
  return to_utf8(plurals_->select(number));
}
std::string Formats::ordinal(double number) const {
  return to_utf8(ordinals_->select(number));
}
std::vector<std::string> Formats::plural_forms() const {
  return keywords_of(*plurals_);
}
std::vector<std::string> Formats::ordinal_forms() const {
  return keywords_of(*ordinals_);
}

} // namespace localoffer
