#include "language/short_forms.hpp"
#include "language/word_set.hpp"
#include "language/wording.hpp"

#include <algorithm>

namespace localoffer {
namespace {

/// What people know without being told, and what is no word.
bool everybody_knows(std::string_view word) {
  // GOV.UK's own list (DVLA, UK, VAT), what is a name by now, and shops.
  static const WordSet words(
      "A&E AM B&B B&Bs B&Q BBC CD COVID CSV CV CVs DIY DVD DVLA EU FAQ FAQs GCSE GCSEs GP GPS GPs H&M HTML "
      "ID IDs IQ ISBN IT ITV JSON M&S MP MPs NHS OK P&O PC PCs PDF PDFs PE PIN PM PhD Q&A QR R&D RSVP SMS "
      "TV TVs UK URL US USA USB VAT VIP WC XML ZIP");
  return words.has(word);
}

/// A word that somebody wants to be heard.
bool is_loud_word(std::string_view word) {
  static const WordSet words{"ALL", "AND",    "ARE",  "CLICK", "DO",  "FREE", "HERE", "IF",
                             "IS",  "MUST",   "NEW",  "NEWS",  "NO",  "NOT",  "NOW",  "ONLY",
                             "OR",  "PLEASE", "READ", "STOP",  "THE", "THIS", "TO",   "YES"};
  return words.has(word);
}

bool is_roman_number(std::string_view word) {
  return word.find_first_not_of("IVX") == std::string_view::npos;
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool is_shouted(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether the text says what the form stands for: "designated clinical officer (DCO)" or "DCO (designated
/// clinical officer)". One of the words beside it begins as the form does.
bool is_spelled_out(const ReadingText &text, std::string_view form) {
  constexpr std::size_t most_words = 8;
  const auto &words = text.words();
  const std::string &all = text.text();
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (short_form_in(text.written(words[at])) != form) continue;
    const auto begins_alike = [&](std::size_t other) {
      return words[other].lower.front() == small(form.front());
    };
    const std::size_t end = words[at].begin + words[at].length;
    const bool in_brackets = words[at].begin > 0 && all[words[at].begin - 1] == '(';
    if (in_brackets)
      for (std::size_t back = 1; back <= std::min(most_words, at); ++back)
        if (begins_alike(at - back)) return true;
    if (all.compare(end, 2, " (") == 0 && at + 1 < words.size() && begins_alike(at + 1)) return true;
  }
  return false;
}

} // namespace

void find_short_forms(const ReadingText &text, const ReadSentence &sentence,
                      const std::set<std::string> &explained, std::vector<WordingFlaw> &found) {
  const auto &words = text.words();
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const auto &word = words[at];
    const auto written = text.written(word);
    const auto form = short_form_in(written);
    if (word.is_exempt || !is_short_form(form) || has_digit(form) || is_roman_number(form) ||
        is_loud_word(written))
      continue;
    if (everybody_knows(written) || everybody_knows(form)) continue;
    if (explained.count(std::string(written)) > 0 || explained.count(std::string(form)) > 0) continue;
    // "CHILDREN AND FAMILIES" and "NO FOOD" are words in capitals, not rows of short forms.
    const auto shouts = [&](std::size_t other) {
      return other >= sentence.first && other < sentence.last && is_shouted(text.written(words[other])) &&
             (text.written(words[other]).size() > 4 || form.size() > 5 ||
              is_loud_word(text.written(words[other])));
    };
    if (is_shouted(form) && (shouts(at + 1) || (at > 0 && shouts(at - 1)))) continue;
    if (is_spelled_out(text, form)) continue;
    found.push_back({WordingFlaw::Kind::short_form, word.begin, word.length, 0, {}});
  }
}

} // namespace localoffer
