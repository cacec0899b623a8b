#include "language/short_forms.hpp"

namespace localoffer {

bool is_short_form(std::string_view word) {
  int capitals = 0, small_in_a_row = 0;
  if (word.ends_with("s") && word.size() > 1) word.remove_suffix(1); // of several: "SENCOs"
  for (const char c : word) {
    const bool is_capital = c >= 'A' && c <= 'Z', is_small = c >= 'a' && c <= 'z';
    const bool may_stand_inside = is_capital || is_small || (c >= '0' && c <= '9') || c == '&' || c == '/';
    if (!may_stand_inside) return false;
    if (is_capital) ++capitals;
    small_in_a_row = is_small ? small_in_a_row + 1 : 0;
    if (small_in_a_row > 1) return false;
  }
  return capitals >= 2;
}

std::string_view short_form_in(std::string_view word) {
  for (const std::string_view ending : {"\u2019s", "'s", "s"})
    if (word.size() > ending.size() + 1 && word.ends_with(ending))
      return word.substr(0, word.size() - ending.size());
  return word;
}

} // namespace localoffer
