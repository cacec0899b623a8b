#pragma once

#include "review/marks.hpp"

#include <string>

namespace localoffer::testing {

/// Marks as people can read them: [-gone-][+new+], and (moved).
inline std::string shown(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (!marks::is_at(text, i)) {
      out += text[i++];
      continue;
    }
    const auto mark = text.substr(i, marks::length);
    if (mark == marks::removed_begin) out += "[-";
    if (mark == marks::removed_end) out += "-]";
    if (mark == marks::added_begin) out += "[+";
    if (mark == marks::added_end) out += "+]";
    if (mark == marks::moved) out += "(moved)";
    i += marks::length;
  }
  return out;
}

} // namespace localoffer::testing
