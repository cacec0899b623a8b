#pragma once

#include "language/reading_text.hpp"

#include <string_view>

namespace localoffer {

/// How hard a text is to read, by the formula of Flesch and Kincaid (1975), which knows English only.
struct Reading {
  long sentences = 0, words = 0, syllables = 0;

  /// The age at which people read it with ease: 0.39 words a sentence + 11.8 syllables a word - 15.59 gives a
  /// school year of the USA, which begins at five. 0 where there are no words.
  double age() const;

  Reading &operator+=(const Reading &other);
};

/// An estimate: groups of vowels, without most silent ones. At least one.
long syllables_of(std::string_view word);

Reading reading_of(const ReadingText &text);

} // namespace localoffer
