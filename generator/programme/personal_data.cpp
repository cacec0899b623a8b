#include "programme/personal_data.hpp"

#include "base/character_set.hpp"
#include "base/text.hpp"

#include <algorithm>
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
      : text_(text), has_at_sign_(text.find('@') != std::string_view::npos) {
    blank_web_addresses();
  }

  std::vector<PersonalData> scan() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto found = find_at(at);
      if (found) found_.push_back(*found);
      at = found ? found->begin + found->length : at + 1;
    }
    return std::move(found_);
  }

private:
  char at(std::size_t index) const { return index < text_.size() ? text_[index] : '\0'; }

  void blank_web_addresses() {
    for (const std::string_view beginning : {"http://", "https://", "www."})
      for (auto from = text_.find(beginning); from != std::string::npos; from = text_.find(beginning, from)) {
        const auto to = std::min(text_.find_first_of(" \t\n)>]}\"'", from), text_.size());
        std::fill(text_.begin() + static_cast<std::ptrdiff_t>(from),
                  text_.begin() + static_cast<std::ptrdiff_t>(to), ' ');
      }
  }

  /// What begins at this byte.
  std::optional<PersonalData> find_at(std::size_t begin) const {
    const char c = text_[begin];
    const char before = begin > 0 ? text_[begin - 1] : ' ';
    if (joins_what_follows.has(before)) return email_at(begin, before);
    if (is_digit(c) || c == '+')
      if (auto number = number_at(begin)) return number;
    if (is_capital(c))
      if (auto postcode = postcode_at(begin)) return postcode;
    return email_at(begin, before);
  }

  std::optional<PersonalData> email_at(std::size_t begin, char before) const {
    if (!has_at_sign_ || in_mailbox.has(before) || !letters_and_digits.has(text_[begin])) return std::nullopt;
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
    return PersonalData{Kind::email, begin, end - begin, name};
  }

  /// `count` digits with at most one blank, hyphen or bracket between two, and where they end.
  std::optional<std::pair<std::string, std::size_t>> digits_at(std::size_t begin, std::size_t count) const {
    std::string digits;
    std::size_t end = begin;
    for (; digits.size() < count; ++end) {
      if (is_digit(at(end)))
        digits += at(end);
      else if (end == begin || !is_one_of(at(end), " -()") || !is_one_of(at(end + 1), "0123456789()"))
        return std::nullopt;
    }
    if (is_digit(at(end)) || is_letter(at(end))) return std::nullopt;
    return std::pair(digits, end);
  }

  std::optional<PersonalData> number_at(std::size_t begin) const {
    if (text_[begin] == '+') {
      for (const auto &[beginning, count] : {std::pair("447", 12), std::pair("4407", 13)})
        if (const auto mobile = digits_at(begin + 1, static_cast<std::size_t>(count)))
          if (mobile->first.starts_with(beginning))
            return PersonalData{Kind::mobile, begin, mobile->second - begin, {}};
      return std::nullopt;
    }
    if (const auto mobile = digits_at(begin, 11); mobile && mobile->first.starts_with("07"))
      return PersonalData{Kind::mobile, begin, mobile->second - begin, {}};
    if (const auto number = digits_at(begin, 10); number && is_nhs_number(number->first))
      if (is_in_groups(text_.substr(begin, number->second - begin)))
        return PersonalData{Kind::nhs_number, begin, number->second - begin, {}};
    return std::nullopt;
  }

  /// The tenth digit checks the nine before it.
  static bool is_nhs_number(const std::string &digits) {
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i)
      sum += (digits[i] - '0') * (10 - static_cast<int>(i));
    const int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits[9] - '0' && digits != "0000000000";
  }

  /// "9434765919", "943 476 5919".
  static bool is_in_groups(std::string_view written) {
    if (written.size() == 10) return true;
    return written.size() == 12 && !is_digit(written[3]) && written[3] == written[7];
  }

  /// "AA9 9AA": one or two letters, a digit, perhaps a digit or a letter; then a digit and two letters.
  std::optional<PersonalData> postcode_at(std::size_t begin) const {
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
        return PersonalData{Kind::postcode, begin, *last - begin, {}};
    }
    return std::nullopt;
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

  std::string text_;
  bool has_at_sign_ = false;
  std::vector<PersonalData> found_;
};

} // namespace

std::vector<PersonalData> find_personal_data(std::string_view text) {
  return Scanner(text).scan();
}

} // namespace localoffer
