#include "programme/personal_numbers.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// The letters that stand for 0 to 22; I, O and S look like digits.
constexpr std::string_view check_letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

} // namespace

bool is_nhs_number(std::string_view digits) {
  if (digits.size() != 10 || !all_digits(digits) || digits == "0000000000") return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i)
    sum += (digits[i] - '0') * (10 - static_cast<int>(i));
  const int check = (11 - sum % 11) % 11;
  return check != 10 && check == digits[9] - '0';
}

bool is_pupil_number(std::string_view text) {
  if (text.size() != 13 || !all_digits(text.substr(1, 11))) return false;
  std::size_t sum = 0;
  for (std::size_t i = 1; i < 12; ++i)
    sum += static_cast<std::size_t>(text[i] - '0') * (i + 1);
  const std::size_t last =
      is_digit(text[12]) ? static_cast<std::size_t>(text[12] - '0') : check_letters.find(text[12]);
  if (last == std::string_view::npos) return false;
  sum += last * 13;
  return text[0] == check_letters[sum % check_letters.size()];
}

bool is_insurance_number(std::string_view text) {
  if (text.size() != 9 || !all_digits(text.substr(2, 6)) || !is_one_of(text[8], "ABCD")) return false;
  constexpr std::string_view first = "ABCEGHJKLMNOPRSTWXYZ", second = "ABCEGHJKLMNPRSTWXYZ";
  if (!is_one_of(text[0], first) || !is_one_of(text[1], second)) return false;
  for (const std::string_view never : {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
    if (text.starts_with(never)) return false;
  return true;
}

bool is_telephone_number(std::string_view digits) {
  if (!all_digits(digits) || (digits.size() != 10 && digits.size() != 9)) return false;
  if (digits.starts_with("800") || digits.starts_with("808")) return false;
  const char second = digits[1];
  switch (digits[0]) {
  case '1':
    return second != '0';
  case '2':
    return digits.size() == 10 && is_one_of(second, "03489");
  case '5':
    return digits.size() == 10 && is_one_of(second, "56");
  case '7':
    return digits.size() == 10;
  case '8':
    return digits.size() == 10 && is_one_of(second, "47");
  case '9':
    return digits.size() == 10 && is_one_of(second, "018");
  default:
    return false;
  }
}

bool is_postcode_area(std::string_view letters) {
  constexpr std::string_view areas = " ab al b ba bb bd bf bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw "
                                     "da dd de dg dh dl dn dt dy e ec eh en ex "
                                     "fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l "
                                     "la ld le ll ln ls lu m me mk ml n ne ng "
                                     "nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so "
                                     "sp sr ss st sw sy ta td tf tn tq tr ts "
                                     "tw ub w wa wc wd wf wn wr ws wv yo ze ";
  if (letters.empty() || letters.find(' ') != std::string_view::npos) return false;
  for (auto at = areas.find(letters); at != std::string_view::npos; at = areas.find(letters, at + 1))
    if (areas[at - 1] == ' ' && areas[at + letters.size()] == ' ') return true;
  return false;
}

} // namespace localoffer
