#include "programme/birth_dates.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace localoffer {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Takes a text apart from its front. Every function leaves it as it was where it finds nothing.
class Reader {
public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::size_t taken() const { return at_; }

  /// A whole word, whatever its capitals.
  bool word(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i)
      if (lower(next(i)) != word[i]) return false;
    if (is_letter(next(word.size()))) return false;
    at_ += word.size();
    return true;
  }

  bool sign(std::string_view set) {
    if (next() == '\0' || set.find(next()) == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  void signs(std::string_view set) {
    while (sign(set)) {
    }
  }

  /// A number of at least `least` and at most `most` digits, with none behind it.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    for (; count <= most && is_digit(next(count)); ++count)
      value = value * 10 + (next(count) - '0');
    if (count < least || count > most) return std::nullopt;
    at_ += count;
    return value;
  }

  bool month() {
    static constexpr std::array<std::string_view, 13> names{
        "january", "february", "march",     "april",   "may",      "june",    "july",
        "august",  "sept",     "september", "october", "november", "december"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return word(name) || word(name.substr(0, 3)); });
  }

  /// "in Taunton".
  bool place() {
    Reader tried = *this;
    if (!tried.word("in")) return false;
    tried.signs(" ");
    if (tried.next() < 'A' || tried.next() > 'Z' || Reader(tried).month()) return false;
    while (is_letter(tried.next()) || tried.next() == '-')
      ++tried.at_;
    *this = tried;
    return true;
  }

private:
  char next(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_day(std::optional<int> number) {
  return number && *number >= 1 && *number <= 31;
}

bool is_month(std::optional<int> number) {
  return number && *number >= 1 && *number <= 12;
}

void ordinal(Reader &in) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (in.word(ending)) return;
}

/// A year may follow a day and a month; "3 May" alone says enough beside "born on".
void year(Reader &in) {
  Reader tried = in;
  tried.signs(" ,");
  if (tried.number(4, 4) || tried.number(2, 2)) in = tried;
}

/// "3 May 2012", "3rd of May", "03/05/12", "3.5.2012".
bool day_first(Reader &in) {
  if (!is_day(in.number(1, 2))) return false;
  if (in.sign("/.-")) {
    if (!is_month(in.number(1, 2)) || !in.sign("/.-")) return false;
    return in.number(4, 4) || in.number(2, 2);
  }
  ordinal(in);
  in.signs(" ");
  if (in.word("of")) in.signs(" ");
  if (!in.month()) return false;
  year(in);
  return true;
}

/// "May 3rd, 2012".
bool month_first(Reader &in) {
  if (!in.month()) return false;
  in.signs(" ");
  if (!is_day(in.number(1, 2))) return false;
  ordinal(in);
  year(in);
  return true;
}

/// "2012-05-03", "2012/05/03".
bool year_first(Reader &in) {
  return in.number(4, 4) && in.sign("-/.") && is_month(in.number(1, 2)) && in.sign("-/.") &&
         is_day(in.number(1, 2));
}

bool date(Reader &in) {
  for (const auto form : {day_first, month_first, year_first}) {
    Reader tried = in;
    if (form(tried)) {
      in = tried;
      return true;
    }
  }
  return false;
}

/// Far more than anybody writes between the words and the date.
constexpr std::size_t longest = 100;

constexpr std::string_view between = " :,;=()\"'*_";

bool opening(Reader &in) {
  const auto any = [&](std::initializer_list<std::string_view> all) {
    return std::any_of(all.begin(), all.end(), [&](std::string_view words) { return in.word(words); });
  };
  if (any({"dob", "d.o.b"})) {
    in.signs(".");
    return true;
  }
  return any({"date of birth", "date_of_birth", "birth date", "birthday", "born"});
}

} // namespace

std::size_t birth_date_at(std::string_view text) {
  if (text.empty() || std::string_view("bBdD").find(text.front()) == std::string_view::npos) return 0;
  Reader in(text.substr(0, longest));
  if (!opening(in)) return 0;
  in.signs(between);
  if (in.place()) in.signs(between);
  for (const std::string_view filler : {"is", "was", "on", "the"})
    if (in.word(filler)) in.signs(between);
  return date(in) ? in.taken() : 0;
}

} // namespace localoffer
