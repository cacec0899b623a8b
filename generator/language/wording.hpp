#pragma once

#include "language/glossary.hpp"
#include "language/reading_text.hpp"
#include "programme/programme.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// Something that makes a text harder to read than it has to be.
struct WordingFlaw {
  enum class Kind {
    long_sentence,
    passive,
    noun_pile,
    word_to_avoid,
    hidden_negative,
    short_form,
    and_or,
    ampersand
  };
  Kind kind = Kind::long_sentence;
  std::size_t begin = 0, length = 0; ///< bytes of the text
  long words = 0;                    ///< of a long sentence: how many it has
  std::string_view instead;          ///< of a word to avoid: what to write
};

/// The code of the diagnostic that tells of it: "long-sentence".
std::string_view code_of(WordingFlaw::Kind kind);

/// What a site's own words are: exempt from all but their length.
struct KnownWords {
  TermFinder names;                  ///< of organisations, and terms
  std::set<std::string> short_forms; ///< that the glossary or a body's name explains
  std::string key = {};              ///< equal keys are equal words
};
KnownWords known_words(const Programme &programme);

/// GOV.UK's longest sentence.
inline constexpr long longest_sentence = 25;

/// The flaws of an English text, by place. Quotes, names and terms are exempt.
std::vector<WordingFlaw> flaws_of(ReadingText &text, const KnownWords &known);

// One for each kind that takes more than a look.
void find_passives(const ReadingText &text, const ReadSentence &sentence, std::vector<WordingFlaw> &found);
void find_noun_piles(const ReadingText &text, const ReadSentence &sentence, std::vector<WordingFlaw> &found);
void find_words_to_avoid(const ReadingText &text, const ReadSentence &sentence,
                         std::vector<WordingFlaw> &found);
void find_hidden_negatives(const ReadingText &text, const ReadSentence &sentence,
                           std::vector<WordingFlaw> &found);
void find_short_forms(const ReadingText &text, const ReadSentence &sentence,
                      const std::set<std::string> &explained, std::vector<WordingFlaw> &found);

} // namespace localoffer
