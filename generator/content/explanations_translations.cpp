#include "content/explanations.hpp"

// Words in other languages.

namespace localoffer {

// clang-format off
std::vector<Explanation> explanations_of_translations() {
  return {
      {"translation-length",
       "Items of a list are translated one by one. When one is missing, nobody can tell which.",
R"(done: [First step, Second step]
pl:
  translates: 1f3c5a7
  translated_by: Example Translations
  done: [Pierwszy krok])",
R"(done: [First step, Second step]
pl:
  translates: 1f3c5a7
  translated_by: Example Translations
  done: [Pierwszy krok, Drugi krok])"},

      {"translation-of-fact",
       "A date or a status that stands twice can be changed once. Facts are the original's, in every language.",
R"(pl:
  translates: 1f3c5a7
  translated_by: Example Translations
  title: Plany na czas
  status: complete)",
R"(pl:
  translates: 1f3c5a7
  translated_by: Example Translations
  title: Plany na czas)"},

      {"translation-of-nothing",
       "A translation is found by its name: 8-timeliness.pl.md is the Polish of 8-timeliness.md.",
R"(# content/somerset/priorities/8-timelines.pl.md, beside 8-timeliness.md)",
R"(# content/somerset/priorities/8-timeliness.pl.md, beside 8-timeliness.md)"},

      {"translation-outdated",
       "Somebody who reads Polish must not read last year's promise. The page says that the English is newer, and "
       "the team hears of it here.",
R"(# 'title:' was changed after commit 1f3c5a7
translates: 1f3c5a7)",
R"(# the words were translated again
translates: 9b8d7e6)"},

      {"unknown-language",
       "Translations are read only where the settings name their language.",
R"(# the settings: languages: [cy]
pl:
  title: Plany na czas)",
R"(# the settings: languages: [cy, pl]
pl:
  translates: 1f3c5a7
  translated_by: Example Translations
  title: Plany na czas)"},

      {"words-missing",
       "Where the theme lacks a word in a language, its pages have the English one, marked as English.",
R"(# words/pl.yaml has no 'home.late')",
R"(# words/pl.yaml
home:
  late: Co jest opóźnione)"},

  };
}
// clang-format on

} // namespace localoffer
