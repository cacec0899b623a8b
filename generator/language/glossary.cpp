#include "language/glossary.hpp"

#include "language/short_forms.hpp"
#include "programme/find_words.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "well-being" and "A/B" hold a word each side, but are words of their own.
bool joins_words(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '-' || text[at] == '/') && is_word_at(text, at + 1);
}

/// The end of a form, or of several of what it names.
std::optional<std::size_t> end_of(std::string_view text, std::size_t at, std::string_view form) {
  auto end = end_of_words(text, at, form);
  if (!end) return std::nullopt;
  const bool of_several = *end < text.size() && text[*end] == 's' && !is_word_at(text, *end + 1);
  if (of_several) ++*end;
  return is_word_at(text, *end) || joins_words(text, *end) ? std::nullopt : end;
}

} // namespace

TermFinder::TermFinder(const std::vector<TermForms> &terms) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    add(terms[i].title, i, is_short_form(terms[i].title));
    add(terms[i].short_form, i, true);
    for (const auto &form : terms[i].also)
      add(form, i, is_short_form(form));
  }
  for (auto &forms : forms_)
    std::stable_sort(forms.begin(), forms.end(),
                     [](const Form &a, const Form &b) { return a.text.size() > b.text.size(); });
}

void TermFinder::add(std::string text, std::size_t term, bool is_short) {
  if (text.empty()) return;
  const auto first = static_cast<unsigned char>(text.front());
  forms_[first].push_back({text, static_cast<std::uint32_t>(term), is_short});
  // A title begins small inside a sentence and large at the beginning of one, however its author wrote it. A
  // name has other capitals, and is never written small.
  const bool may_be_small = is_capital(text.front()) &&
                            std::none_of(text.begin() + 1, text.end(), [](char c) { return is_capital(c); });
  if (is_small(text.front()))
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  else if (may_be_small && text.size() > 1)
    text.front() = static_cast<char>(text.front() - 'A' + 'a');
  else
    return;
  auto &forms = forms_[static_cast<unsigned char>(text.front())];
  forms.push_back({std::move(text), static_cast<std::uint32_t>(term), is_short});
}

std::optional<TermFinder::Match> TermFinder::match_at(std::string_view text, std::size_t at) const {
  for (const auto &form : forms_[static_cast<unsigned char>(text[at])])
    if (const auto end = end_of(text, at, form.text)) return Match{at, *end - at, form.term, form.is_short};
  return std::nullopt;
}

std::optional<TermFinder::Match> TermFinder::next(std::string_view text, std::size_t from) const {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (forms_[static_cast<unsigned char>(text[at])].empty() || is_word_before(text, at)) continue;
    const bool joined =
        at > 0 && (text[at - 1] == '-' || text[at - 1] == '/') && is_word_before(text, at - 1);
    if (joined) continue;
    if (auto match = match_at(text, at)) return match;
  }
  return std::nullopt;
}

} // namespace localoffer
