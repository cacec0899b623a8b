#include "programme/personal_data.hpp"

#include "base/character_set.hpp"
#include "base/text.hpp"
#include "programme/birth_dates.hpp"
#include "programme/personal_numbers.hpp"
#include "programme/plain_signs.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace localoffer {
namespace {

using Kind = PersonalData::Kind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z');
}
bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

constexpr auto letters_and_digits = CharacterSet("").with_letters_and_digits();
constexpr auto in_mailbox = CharacterSet("._%+'-").with_letters_and_digits();
constexpr auto in_domain = CharacterSet(".-").with_letters_and_digits();
constexpr auto joins_what_follows = CharacterSet("_./+-").with_letters_and_digits(); ///< no beginning here

class Scanner {
public:
  explicit Scanner(std::string_view text)
      : plain_(text), text_(plain_.text()), has_at_sign_(text_.find('@') != std::string::npos) {
    blank_web_addresses();
  }

  std::vector<PersonalData> scan() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto found = find_at(at);
      if (found) found_.push_back(*found);
      at = found ? found->begin + found->length : at + 1;
    }
    for (auto &one : found_) {
      const std::size_t end = plain_.original(one.begin + one.length);
      one.begin = plain_.original(one.begin);
      one.length = end - one.begin;
    }
    return std::move(found_);
  }

private:
  char at(std::size_t index) const { return index < text_.size() ? text_[index] : '\0'; }

  void blank_web_addresses() {
    for (const std::string_view beginning : {"http://", "https://", "www."})
      for (auto from = text_.find(beginning); from != std::string::npos; from = text_.find(beginning, from)) {
        const auto to = std::min(text_.find_first_of(" \t\n)>]}\"'", from), text_.size());
        blank_web_address(from, to);
        from = to;
      }
  }

  /// A page's address is nobody's, but for a mailbox or a telephone that stands in it.
  void blank_web_address(std::size_t from, std::size_t to) {
    std::string address = text_.substr(from, to - from);
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(from),
              text_.begin() + static_cast<std::ptrdiff_t>(to), ' ');
    if (const auto sign = address.find('@'); sign != std::string::npos) {
      std::size_t begin = sign, end = sign + 1;
      while (begin > 0 && in_mailbox.has(address[begin - 1]))
        --begin;
      while (end < address.size() && in_domain.has(address[end]))
        ++end;
      const bool is_part = begin > 0 && is_one_of(address[begin - 1], "/=:&?") &&
                           !std::string_view(address).substr(0, begin).ends_with("://");
      if (is_part) text_.replace(from + begin, end - begin, address, begin, end - begin);
    }
    for (const std::string_view before : {"wa.me/", "phone="})
      if (auto at = address.find(before); at != std::string::npos) {
        at += before.size();
        const auto end = std::min(address.find_first_not_of("0123456789", at), address.size());
        text_[from + at - 1] = '+'; // as it is dialled
        text_.replace(from + at, end - at, address, at, end - at);
      }
  }

  /// What begins at this byte.
  std::optional<PersonalData> find_at(std::size_t begin) const {
    const char c = text_[begin];
    const char before = begin > 0 ? text_[begin - 1] : ' ';
    if (joins_what_follows.has(before)) return email_at(begin);
    if (is_digit(c) || c == '+')
      if (auto number = number_at(begin)) return number;
    if (is_letter(c)) {
      if (auto code = person_code_at(begin)) return code;
      if (const auto length = birth_date_at(std::string_view(text_).substr(begin)))
        return PersonalData{Kind::birth_date, begin, length};
    }
    if (is_letter(c))
      if (auto postcode = postcode_at(begin)) return postcode;
    return email_at(begin);
  }

  /// Marks of quotation and emphasis may stand before an address: "'a@b.org'", "__a@b.org__".
  bool begins_mailbox(std::size_t begin) const {
    if (!letters_and_digits.has(text_[begin])) return false;
    std::size_t run = begin;
    while (run > 0 && begin - run < 3 && is_one_of(text_[run - 1], "'_.-"))
      --run;
    return run == 0 || !in_mailbox.has(text_[run - 1]);
  }

  std::optional<PersonalData> email_at(std::size_t begin) const {
    if (!has_at_sign_ || !begins_mailbox(begin)) return std::nullopt;
    std::size_t end = begin;
    while (in_mailbox.has(at(end)))
      ++end;
    if (at(end) != '@') return std::nullopt;
    const std::size_t domain = ++end;
    while (in_domain.has(at(end)))
      ++end;
    while (end > domain && is_one_of(at(end - 1), ".-"))
      --end;
    const std::string name = lower_ascii(text_.substr(domain, end - domain));
    if (name.find('.') == std::string::npos) return std::nullopt;
    return PersonalData{Kind::email, begin, end - begin, name, {}};
  }

  /// `count` digits with blanks, hyphens or brackets between two, and where they end.
  std::optional<std::pair<std::string, std::size_t>> digits_at(std::size_t begin, std::size_t count,
                                                               std::string_view breaks = " -()") const {
    std::string digits;
    std::size_t end = begin;
    for (; digits.size() < count; ++end) {
      const bool joins = is_one_of(at(end + 1), "0123456789()") || (at(end) == ')' && at(end + 1) == ' ');
      if (is_digit(at(end)))
        digits += at(end);
      else if (end == begin || !is_one_of(at(end), breaks) || !joins)
        return std::nullopt;
    }
    if (is_digit(at(end)) || is_letter(at(end))) return std::nullopt;
    return std::pair(digits, end);
  }

  std::optional<PersonalData> number_at(std::size_t begin) const {
    if (auto telephone = telephone_at(begin)) return telephone;
    for (const std::string_view breaks : {" -", "."})
      if (const auto number = digits_at(begin, 10, breaks);
          number && is_nhs_number(number->first) && !is_isbn(begin))
        if (is_in_threes(text_.substr(begin, number->second - begin)))
          return PersonalData{Kind::nhs_number, begin, number->second - begin};
    return std::nullopt;
  }

  /// The last digit of a book's number is worked out in the same way.
  bool is_isbn(std::size_t begin) const {
    const std::size_t from = begin > 10 ? begin - 10 : 0;
    return std::string_view(text_).substr(from, begin - from).find("ISBN") != std::string_view::npos;
  }

  /// "9434765919", "943 476 5919", "943.476.5919", "943 4765919", "943476 5919".
  static bool is_in_threes(std::string_view written) {
    if (written.size() == 10) return true;
    if (written.size() == 11) return !is_digit(written[3]) || !is_digit(written[6]);
    return written.size() == 12 && !is_digit(written[3]) && written[3] == written[7];
  }

  std::optional<PersonalData> telephone_at(std::size_t begin) const {
    const auto first = after_country_code(begin);
    if (!first) return std::nullopt;
    for (const std::size_t count : {10, 9}) {
      const auto number = digits_at(*first, count);
      if (!number || !is_telephone_number(number->first)) continue;
      const bool is_mobile = number->first.front() == '7';
      const std::string_view written = std::string_view(text_).substr(*first, number->second - *first);
      if (!is_mobile && !is_in_telephone_groups(written, count)) continue;
      return PersonalData{
          is_mobile ? Kind::mobile : Kind::telephone, begin, number->second - begin, {}, "0" + number->first};
    }
    return std::nullopt;
  }

  /// Where the digits behind "0", "+44", "+44 (0)" or "0044" begin.
  std::optional<std::size_t> after_country_code(std::size_t begin) const {
    std::size_t end = begin + (at(begin) == '+' ? 1 : 2);
    const bool is_abroad = at(begin) == '+' || (at(begin) == '0' && at(begin + 1) == '0');
    if (!is_abroad) return at(begin) == '0' ? std::optional(begin + 1) : std::nullopt;
    if (at(end) != '4' || at(end + 1) != '4') return std::nullopt;
    end += 2;
    if (is_one_of(at(end), " -")) ++end;
    if (text_.compare(end, 3, "(0)") == 0)
      end += 3;
    else if (at(end) == '0')
      ++end;
    if (is_one_of(at(end), " -")) ++end;
    return end;
  }

  /// An area code of two digits or more behind its 0, and nothing of one digit alone. A number of nine digits
  /// looks like an ISBN unless it is written in two groups.
  static bool is_in_telephone_groups(std::string_view written, std::size_t digits) {
    std::vector<std::size_t> groups{0};
    for (const char c : written)
      if (is_digit(c))
        ++groups.back();
      else if (groups.back() > 0)
        groups.push_back(0);
    if (digits == 9) return groups.size() == 2 && groups.front() >= 4;
    return std::all_of(groups.begin(), groups.end(), [](std::size_t size) { return size > 1; });
  }

  /// A code of letters and digits and what it is written in: where blanks or hyphens may stand, as the number
  /// of signs before them.
  struct CodeForm {
    std::size_t size;
    std::array<std::size_t, 4> breaks;
  };
  static constexpr CodeForm pupil_form{13, {1, 4, 8, 10}}, insurance_form{9, {2, 4, 6, 8}};

  /// The code in capitals, and where it ends. One with breaks must be in capitals already.
  std::optional<std::pair<std::string, std::size_t>> code_at(std::size_t begin, const CodeForm &form) const {
    std::string code;
    std::size_t end = begin;
    bool has_breaks = false, has_small = false;
    for (; code.size() < form.size; ++end) {
      const char c = at(end);
      const bool may_break =
          std::find(form.breaks.begin(), form.breaks.end(), code.size()) != form.breaks.end() &&
          letters_and_digits.has(at(end + 1));
      if (letters_and_digits.has(c)) {
        has_small = has_small || (is_letter(c) && !is_capital(c));
        code += is_letter(c) && !is_capital(c) ? static_cast<char>(c - 'a' + 'A') : c;
      } else if (is_one_of(c, " -") && may_break) {
        has_breaks = true;
      } else {
        return std::nullopt;
      }
    }
    if (letters_and_digits.has(at(end)) || (has_breaks && has_small)) return std::nullopt;
    return std::pair(code, end);
  }

  /// "H801200001001", "AB 12 34 56 C".
  std::optional<PersonalData> person_code_at(std::size_t begin) const {
    if (is_digit(at(begin + 1)) || is_digit(at(begin + 2)))
      if (const auto code = code_at(begin, pupil_form); code && is_pupil_number(code->first))
        return PersonalData{Kind::pupil_number, begin, code->second - begin};
    if (is_letter(at(begin + 1)) && (is_digit(at(begin + 2)) || is_digit(at(begin + 3))))
      if (const auto code = code_at(begin, insurance_form); code && is_insurance_number(code->first))
        return PersonalData{Kind::insurance_number, begin, code->second - begin};
    return std::nullopt;
  }

  /// "AA9 9AA": one or two letters, a digit, perhaps a digit or a letter; then a digit and two letters.
  std::optional<PersonalData> postcode_at(std::size_t begin) const {
    if (!is_capital(at(begin))) return small_postcode_at(begin);
    std::size_t end = begin;
    while (is_capital(at(end)) && end < begin + 2)
      ++end;
    if (!is_digit(at(end))) return std::nullopt;
    ++end;
    // The next sign may belong to the first half or already to the second.
    const bool third = (is_digit(at(end)) || is_capital(at(end)));
    for (const std::size_t first_half : {end + 1, end}) {
      if (first_half > end && !third) continue;
      if (const auto last = second_half_at(first_half))
        return PersonalData{Kind::postcode, begin, *last - begin};
    }
    return std::nullopt;
  }

  /// "bs23 1uj": in small letters only of an area that exists, and with a blank.
  std::optional<PersonalData> small_postcode_at(std::size_t begin) const {
    const std::size_t digit = is_letter(at(begin + 1)) ? begin + 2 : begin + 1;
    if (!is_digit(at(digit))) return std::nullopt; // most words end here
    const auto is_small = [](char c) { return is_letter(c) && !is_capital(c); };
    std::size_t end = begin;
    while (is_small(at(end)) && end < begin + 3)
      ++end;
    if (!is_postcode_area(std::string_view(text_).substr(begin, end - begin)) || !is_digit(at(end)))
      return std::nullopt;
    end += is_digit(at(end + 1)) || is_small(at(end + 1)) ? 2 : 1;
    const bool has_end = at(end) == ' ' && is_digit(at(end + 1)) && is_small(at(end + 2)) &&
                         is_small(at(end + 3)) && !is_letter(at(end + 4)) && !is_digit(at(end + 4));
    const std::string_view letters = std::string_view(text_).substr(std::min(end + 2, text_.size()), 2);
    const bool is_ordinal = letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
    if (!has_end || is_ordinal || letters.find_first_of("cikmov") != std::string_view::npos)
      return std::nullopt;
    return PersonalData{Kind::postcode, begin, end + 4 - begin};
  }

  std::optional<std::size_t> second_half_at(std::size_t at_first) const {
    constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ"; // C, I, K, M, O and V are not used there
    const std::size_t begin = at(at_first) == ' ' ? at_first + 1 : at_first;
    if (!is_digit(at(begin)) || !is_one_of(at(begin + 1), letters) || !is_one_of(at(begin + 2), letters))
      return std::nullopt;
    const char after = at(begin + 3);
    if (is_letter(after) || is_digit(after)) return std::nullopt;
    return begin + 3;
  }

  PlainSigns plain_;
  std::string text_; ///< the plain one, with blanks in place of web addresses
  bool has_at_sign_ = false;
  std::vector<PersonalData> found_;
};

} // namespace

std::vector<PersonalData> find_personal_data(std::string_view text) {
  return Scanner(text).scan();
}

std::string_view name_of(PersonalData::Kind kind) {
  switch (kind) {
  case Kind::email:
    return "an e-mail address";
  case Kind::mobile:
    return "the number of a mobile telephone";
  case Kind::telephone:
    return "a telephone number";
  case Kind::nhs_number:
    return "an NHS number";
  case Kind::pupil_number:
    return "a unique pupil number";
  case Kind::insurance_number:
    return "a National Insurance number";
  case Kind::postcode:
    return "a whole postcode";
  case Kind::birth_date:
    return "a date of birth";
  }
  return {};
}

} // namespace localoffer
