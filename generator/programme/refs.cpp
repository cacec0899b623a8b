#include "programme/figures.hpp"
#include "programme/ref_order.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <tuple>

// How people number the parts of a plan: "1B vi" (priority 1, group B, action 6) and "8.1" (workstream 1 of
// priority 8), and how reports write the same ref in several ways.

namespace localoffer {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string to_roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 9> signs{
      {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
  std::string roman;
  for (const auto &[value, sign] : signs)
    for (; number >= value; number -= value)
      roman += sign;
  return roman;
}

/// 1 to 399 for a number as it is written in small Roman letters; 0 for anything else ("iiii", "ic").
int from_roman(std::string_view roman) {
  int number = 0, last = 0;
  for (auto at = roman.rbegin(); at != roman.rend(); ++at) {
    const int value = *at == 'i'   ? 1
                      : *at == 'v' ? 5
                      : *at == 'x' ? 10
                      : *at == 'l' ? 50
                      : *at == 'c' ? 100
                                   : 0;
    if (value == 0) return 0;
    number += value < last ? -value : value;
    last = std::max(last, value);
  }
  return number > 0 && number < 400 && to_roman(number) == roman ? number : 0;
}

std::string with_single_spaces(std::string_view text) {
  std::string out;
  bool gap = false;
  for (char c : trimmed(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (blank) {
      gap = true;
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

/// "1B vi" in its parts. `roman` is 0 when the ref names the whole group, "1B".
struct GroupRef {
  std::string group; ///< "1B"
  int roman = 0;

  std::string text() const { return roman == 0 ? group : group + " " + to_roman(roman); }
};

std::optional<GroupRef> group_ref(std::string_view ref) {
  std::size_t digits = 0;
  while (digits < ref.size() && is_digit(ref[digits]))
    ++digits;
  std::size_t at = digits;
  while (at < ref.size() && ref[at] == ' ')
    ++at;
  if (digits == 0 || at == ref.size() || !is_letter(ref[at])) return std::nullopt;

  const std::string_view letters = ref.substr(at);
  // "1vi" is action 6 of 1, not action 1 of a group V: only a change of case or a space makes a group's
  // letter.
  if (letters.size() > 1 && letters.front() >= 'a' && from_roman(letters) > 0 && letters.front() != 'c' &&
      letters.front() != 'l')
    return std::nullopt;
  const std::string group =
      std::string(ref.substr(0, digits)) +
      static_cast<char>(letters.front() >= 'a' ? letters.front() - 'a' + 'A' : letters.front());
  const std::string rest = lower_ascii(trimmed(letters.substr(1)));
  if (rest.empty()) return GroupRef{group, 0};
  const int roman = from_roman(rest);
  if (roman == 0) return std::nullopt;
  return GroupRef{group, roman};
}

/// "8.1" -> "8." and 1.
struct DottedRef {
  std::string stem;
  int last = 0;
};

std::optional<DottedRef> dotted_ref(std::string_view ref) {
  const auto dot = ref.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const auto digits = ref.substr(dot + 1);
  if (digits.empty() || digits.size() > 4 || !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  DottedRef parts{std::string(ref.substr(0, dot + 1)), 0};
  std::from_chars(digits.data(), digits.data() + digits.size(), parts.last);
  return parts;
}

/// The two ends of "3B i-vi", "3B i \u2013 vi" or "8.1 to 8.3".
std::optional<std::pair<std::string, std::string>> ends_of_range(const std::string &ref) {
  for (std::string_view sign : {"-", "\u2013", " to "}) {
    const auto at = ref.find(sign);
    if (at == std::string::npos) continue;
    std::pair<std::string, std::string> ends{with_single_spaces(ref.substr(0, at)),
                                             with_single_spaces(ref.substr(at + sign.size()))};
    if (!ends.first.empty() && !ends.second.empty()) return ends;
  }
  return std::nullopt;
}

/// Refs from one number to another; nothing when they run backwards or are too many to be meant.
template <class Write>
std::vector<std::string> numbered(int first, int last, const Write &write) {
  constexpr int most = 100;
  std::vector<std::string> refs;
  if (first < 1 || last < first || last - first >= most) return refs;
  for (int number = first; number <= last; ++number)
    refs.push_back(write(number));
  return refs;
}

std::vector<std::string> expanded_range(const std::string &from, const std::string &to) {
  if (const auto first = group_ref(from); first && first->roman > 0) {
    const auto whole = group_ref(to);
    if (whole && whole->group != first->group) return {};
    const int last = whole ? whole->roman : from_roman(lower_ascii(to));
    return numbered(first->roman, last, [&](int number) { return GroupRef{first->group, number}.text(); });
  }
  if (const auto first = dotted_ref(from)) {
    const auto whole = dotted_ref(to.find('.') == std::string::npos ? first->stem + to : to);
    if (!whole || whole->stem != first->stem) return {};
    return numbered(first->last, whole->last,
                    [&](int number) { return first->stem + std::to_string(number); });
  }
  return {};
}

/// What refs are ordered by: numbers as numbers, Roman ones too, letters as letters; a number before a
/// letter.
RefOrder::Key order_key(std::string_view ref) {
  const std::string first = expanded_refs(ref).front();
  const auto group = group_ref(first);
  const std::string text = group ? group->group : first;
  RefOrder::Key key;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end]) == is_digit(text[at]))
      ++end;
    const std::string token = text.substr(at, end - at);
    if (is_digit(text[at]) && token.size() < 10)
      key.emplace_back(0, std::stol(token), "");
    else
      key.emplace_back(1, 0, lower_ascii(token));
    at = end;
  }
  if (group && group->roman > 0) key.emplace_back(0, group->roman, "");
  return key;
}

} // namespace

std::string normalised_ref(std::string_view ref) {
  std::string tidy = with_single_spaces(ref);
  if (const auto parts = group_ref(tidy)) return parts->text();
  return tidy;
}

std::vector<std::string> expanded_refs(std::string_view ref) {
  const std::string whole = normalised_ref(ref);
  if (const auto ends = ends_of_range(whole)) {
    auto refs = expanded_range(ends->first, ends->second);
    if (!refs.empty()) return refs;
  }
  return {whole};
}

std::vector<std::string> refs_of(const Milestone &milestone) {
  return milestone.ref.given ? expanded_refs(*milestone.ref) : std::vector<std::string>{milestone.head.id};
}

RefOrder::RefOrder(std::string_view ref) : key_(ref.empty() ? Key{} : order_key(ref)), ref_(ref) {}

bool comes_before(std::string_view ref, std::string_view other) {
  return RefOrder(ref) < RefOrder(other);
}

} // namespace localoffer
