#include "language/wording.hpp"

#include <algorithm>

namespace localoffer {
namespace {

using Kind = WordingFlaw::Kind;

void exempt_names(ReadingText &text, const TermFinder &names) {
  for (auto match = names.next(text.text(), 0); match;
       match = names.next(text.text(), match->begin + match->length))
    text.exempt(match->begin, match->length);
}

void find_long_sentence(const ReadingText &text, const ReadSentence &sentence,
                        std::vector<WordingFlaw> &found) {
  const auto first = text.words().begin() + static_cast<std::ptrdiff_t>(sentence.first);
  const auto last = text.words().begin() + static_cast<std::ptrdiff_t>(sentence.last);
  const long words = std::count_if(first, last, [](const ReadWord &word) { return !word.is_quoted; });
  if (words > longest_sentence)
    found.push_back({Kind::long_sentence, sentence.begin, sentence.end - sentence.begin, words, {}});
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

/// "and/or" is two words here, with nothing but a slash between.
void find_and_or(const ReadingText &text, const ReadSentence &sentence, std::vector<WordingFlaw> &found) {
  for (std::size_t i = sentence.first; i + 1 < sentence.last; ++i) {
    const auto &one = text.words()[i], &next = text.words()[i + 1];
    const bool is_pair =
        (one.lower == "and" && next.lower == "or") || (one.lower == "or" && next.lower == "and");
    const std::size_t between = one.begin + one.length;
    const auto slash = text.text().find_first_not_of(' ', between);
    if (is_pair && !one.is_quoted && slash < next.begin && text.text()[slash] == '/')
      found.push_back({Kind::and_or, one.begin, next.begin + next.length - one.begin, 0, {}});
  }
}

/// "Schools & nurseries", "Schools &amp; nurseries". An ampersand inside a word is part of a short form.
void find_ampersands(const ReadingText &text, const ReadSentence &sentence, std::vector<WordingFlaw> &found) {
  const std::string_view all = text.text();
  for (std::size_t i = sentence.first; i + 1 < sentence.last; ++i) {
    const auto &one = text.words()[i], &next = text.words()[i + 1];
    const auto at = all.find('&', one.begin + one.length);
    if (at >= next.begin || (one.is_exempt && next.is_exempt) || one.is_quoted) continue;
    const bool is_entity = all.substr(at).starts_with("&amp;");
    if (is_blank(all[at - 1]) && (is_entity || is_blank(all[at + 1])))
      found.push_back({Kind::ampersand, at, is_entity ? std::string_view("&amp;").size() : 1, 0, {}});
  }
}

} // namespace

std::string_view code_of(Kind kind) {
  switch (kind) {
  case Kind::long_sentence:
    return "long-sentence";
  case Kind::passive:
    return "passive-voice";
  case Kind::noun_pile:
    return "noun-pile";
  case Kind::word_to_avoid:
    return "word-to-avoid";
  case Kind::hidden_negative:
    return "hidden-negative";
  case Kind::short_form:
    return "short-form";
  case Kind::and_or:
    return "and-or";
  case Kind::ampersand:
    return "ampersand";
  }
  return {};
}

std::vector<WordingFlaw> flaws_of(ReadingText &text, const KnownWords &known) {
  exempt_names(text, known.names);
  std::vector<WordingFlaw> found;
  for (const auto &sentence : text.sentences()) {
    find_long_sentence(text, sentence, found);
    find_passives(text, sentence, found);
    find_noun_piles(text, sentence, found);
    find_words_to_avoid(text, sentence, found);
    find_hidden_negatives(text, sentence, found);
    find_short_forms(text, sentence, known.short_forms, found);
    find_and_or(text, sentence, found);
    find_ampersands(text, sentence, found);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const WordingFlaw &a, const WordingFlaw &b) { return a.begin < b.begin; });
  return found;
}

} // namespace localoffer
