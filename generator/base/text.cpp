#include "base/text.hpp"

#include "base/character_set.hpp"

#include <algorithm>
#include <array>

namespace localoffer {

std::string_view trimmed(std::string_view text) {
  const auto *blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank)
      out += c;
    else if (out.back() != ' ')
      out += ' ';
  }
  return out;
}

std::string with_underscores(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), ' ', '_');
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char &c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

namespace {

/// Reads one code point and moves past it; nothing when the bytes are not well-formed UTF-8.
std::optional<char32_t> next_code_point(std::string_view text, std::size_t &at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  std::size_t length = 0;
  char32_t code = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    code = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    code = lead & 0x0Fu;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    code = lead & 0x07u;
  } else {
    return std::nullopt;
  }
  if (at + length > text.size()) return std::nullopt;
  for (std::size_t i = at + 1; i < at + length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return std::nullopt;
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return std::nullopt;
  at += length;
  return code;
}

/// The plain letter under an accented Latin one, or 0.
char base_letter(char32_t code) {
  // U+00C0 to U+017F in order; a dot where there is no single plain letter.
  constexpr std::string_view plain = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
                                     "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllll"
                                     "nnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  if (code < 0xC0 || code - 0xC0 >= plain.size()) return 0;
  const char letter = plain[code - 0xC0];
  return letter == '.' ? '\0' : letter;
}

std::string loosened(std::string_view word) {
  std::string loose;
  for (char c : lower_ascii(word))
    if (c != '_' && c != '-' && c != '.' && c != ' ') loose += c;
  return loose;
}

} // namespace

bool is_clean_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto code = next_code_point(text, at);
    if (!code || *code == 0) return false;
  }
  return true;
}

std::size_t character_count(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string slug(std::string_view text) {
  std::string out;
  bool gap = false;
  const auto add = [&](char c) {
    if (gap && !out.empty()) out += '-';
    gap = false;
    out += c;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto code = next_code_point(text, at);
    if (!code) {
      ++at;
      gap = true;
      continue;
    }
    const char32_t c = *code;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      add(static_cast<char>(c));
    else if (c >= 'A' && c <= 'Z')
      add(static_cast<char>(c - 'A' + 'a'));
    else if (c == '\'' || c == 0x2019)
      continue; // "children's" is one word
    else if (const char letter = base_letter(c))
      add(letter);
    else
      gap = true;
  }
  return out;
}

std::size_t edit_distance(std::string_view from, std::string_view to) {
  // Three rows of the optimal string alignment table: two back for swaps, one back, and the current one.
  std::vector<std::size_t> before(to.size() + 1), last(to.size() + 1), row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j)
    last[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t change = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[to.size()];
}

std::optional<std::string> did_you_mean(std::string_view word, const std::vector<std::string> &candidates) {
  constexpr std::size_t longest = 200; // nobody mistypes more, and comparing takes the square of it
  if (word.size() > longest) return std::nullopt;
  const std::string loose = loosened(word);
  if (loose.empty()) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(1, loose.size() / 3) + 1;
  for (const auto &candidate : candidates) {
    const std::string other = loosened(candidate);
    const auto [shorter, longer] = std::minmax({loose.size(), other.size()});
    if (longer - shorter >= best_distance) continue; // each letter more is a change
    const std::size_t distance = edit_distance(loose, other);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

void append_escaped_html(std::string &out, std::string_view text) {
  constexpr CharacterSet specials("&<>\"'");
  for (;;) {
    const auto special = specials.find_in(text);
    out.append(text.substr(0, special));
    if (special == std::string_view::npos) return;
    switch (text[special]) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    default:
      out += "&#39;";
      break;
    }
    text.remove_prefix(special + 1);
  }
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  append_escaped_html(out, text);
  return out;
}

std::string joined(const std::vector<std::string> &items, std::string_view separator) {
  std::string out;
  for (const auto &item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

} // namespace localoffer
