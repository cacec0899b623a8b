#include "language/word_set.hpp"
#include "language/wording.hpp"

#include <optional>

// Two negatives that a reader has to undo: "not uncommon", "did not fail to", "cannot ... unless".

namespace localoffer {
namespace {

bool is_not(std::string_view word) {
  return word == "not" || word == "cannot" || word == "never" || word.ends_with("n't") ||
         word.ends_with("n\u2019t");
}

/// Words that deny what follows without "not".
bool denies(std::string_view word) {
  static const WordSet words{"no",  "nobody", "none",     "nothing", "neither",
                             "nor", "hardly", "scarcely", "few"};
  return words.has(word);
}

/// "unlikely", "impossible": the opposite is another word.
bool is_opposite(std::string_view word) {
  static const WordSet no_opposites(
      "unable uncle under undergo undergone underground underline underlying underneath underpin "
      "understand understanding understood undertake undertaken undertook uniform uniforms union unions "
      "unique unit united units unity universal universe university unless until unto unfortunately "
      "unemployed unemployment unpaid unnamed");
  static const WordSet others(
      "impossible improbable inaccurate inadequate inappropriate incapable inconceivable inconsiderable "
      "inconsistent incorrect indifferent ineligible inevitable insignificant insufficient invisible "
      "irrelevant illegal dissatisfied dissimilar disagree disagreed disagrees dislike displeased "
      "disadvantage disadvantaged untrue infrequent inaccessible imperfect irregular infrequently unkind "
      "averse disallow");
  if (others.has(word)) return true;
  return word.size() > 5 && word.starts_with("un") && !no_opposites.has(word) && !word.starts_with("under") &&
         !word.starts_with("uni");
}

bool fails(std::string_view word) {
  static const WordSet words(
      "fail fails failed failing refuse refuses refused refusing deny denies denied denying lack lacks "
      "lacked disagree disagreed doubt neglect neglected dispute disputes disputed discourage discouraged");
  return words.has(word);
}

class Sentence {
public:
  Sentence(const ReadingText &text, const ReadSentence &sentence)
      : words_(text.words()), sentence_(sentence) {}

  /// The words from the first negative to the second.
  std::optional<std::pair<std::size_t, std::size_t>> find() const {
    for (std::size_t at = sentence_.first; at < sentence_.last; ++at) {
      if (words_[at].is_exempt) continue;
      if (const auto second = second_of(at)) return std::pair(at, *second);
    }
    return std::nullopt;
  }

private:
  std::string_view word(std::size_t at) const {
    return at < sentence_.last && !words_[at].is_exempt ? words_[at].lower : std::string_view{};
  }

  /// The first of the words [from, from + most) that fits, before the clause ends.
  template <class Fits>
  std::optional<std::size_t> near(std::size_t from, std::size_t most, const Fits &fits) const {
    for (std::size_t at = from; at < from + most && at < sentence_.last; ++at) {
      if (words_[at].after_break) return std::nullopt;
      if (fits(word(at))) return at;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> second_of(std::size_t at) const {
    const auto first = word(at);
    if (is_not(first)) return after_not(at);
    if (denies(first)) return after_denial(at);
    if (first == "unless")
      return near(at + 1, 8, [](std::string_view w) { return is_not(w) || w == "without"; });
    if (first == "untrue") return near(at + 1, 3, [](std::string_view w) { return denies(w); });
    if (first == "absence") return near(at + 1, 8, [](std::string_view w) { return is_not(w); });
    return std::nullopt;
  }

  /// "Not uncommon", "not without", "not fail to", "cannot rule out ... not", "cannot ... unless".
  std::optional<std::size_t> after_not(std::size_t at) const {
    static const WordSet passed("always at all be been being very so too it that in any way an a to");
    std::size_t next = at + 1;
    while (next < sentence_.last && next <= at + 2 &&
           (passed.has(word(next)) || word(next).ends_with("ly")) && !is_opposite(word(next)))
      ++next;
    const auto second = word(next);
    if (is_opposite(second) || second == "without") return next;
    if (second == "not") return next;
    if (fails(second)) {
      const bool doubts = second == "doubt" || second.starts_with("den");
      return doubts ? near(next + 1, 8, [](std::string_view w) { return is_not(w); }) : std::optional(next);
    }
    if (second == "think" || second == "believe")
      return near(next + 1, 9, [](std::string_view w) { return is_not(w) || is_opposite(w); });
    static const WordSet kept_open("rule exclude excluded object stop prevent mean ban");
    if (kept_open.has(second))
      return near(next + 1, 9, [&](std::string_view w) { return is_not(w) || fails(w) || denies(w); });
    if (word(at + 1) == "the" && word(at + 2) == "case") return near(at + 3, 8, is_not);
    if (word(at + 1) == "that") return near(at + 2, 6, [](std::string_view w) { return is_not(w); });
    if (word(at) == "not" && word(at + 1) == "one") return near(at + 2, 8, is_second);
    return to_the_condition(at);
  }

  static bool is_second(std::string_view word) {
    return is_opposite(word) || word == "without" || fails(word);
  }

  /// "Cannot appeal unless", "never refuses a request without": the condition says when it may be done.
  std::optional<std::size_t> to_the_condition(std::size_t at) const {
    const auto first = word(at);
    for (std::size_t i = at + 1; i < sentence_.last; ++i) {
      if (words_[i].after_break) return std::nullopt;
      if (word(i) == "unless") return i;
      if (word(i) == "without" && first == "never") return i;
    }
    return std::nullopt;
  }

  /// "No plan goes out without", "nobody said that it was not", "none lacks", "no reason not to".
  std::optional<std::size_t> after_denial(std::size_t at) const {
    const auto first = word(at);
    if (first == "no" && (word(at + 1) == "longer" || word(at + 1) == "matter" || word(at + 1) == "later"))
      return std::nullopt;
    if (first == "few") return near(at + 1, 4, is_not);
    if (first == "nor") return std::nullopt;
    for (std::size_t i = at + 1; i < sentence_.last && i < at + 12; ++i) {
      if (words_[i].after_break) return std::nullopt;
      const auto second = word(i);
      static const WordSet ends("and but how if or what when where whether which who why");
      if (ends.has(second)) return std::nullopt;
      if (first != "nobody" && (second == "that" || second == "as"))
        return std::nullopt; // "no date that is not"
      if (second == "without" || is_opposite(second) || second == "lacks" || second == "lack") return i;
      if (is_not(second) && first != "neither") return i;
    }
    return std::nullopt;
  }

  const std::vector<ReadWord> &words_;
  const ReadSentence &sentence_;
};

} // namespace

void find_hidden_negatives(const ReadingText &text, const ReadSentence &sentence,
                           std::vector<WordingFlaw> &found) {
  const auto pair = Sentence(text, sentence).find();
  if (!pair) return;
  const auto &first = text.words()[pair->first], &second = text.words()[pair->second];
  found.push_back(
      {WordingFlaw::Kind::hidden_negative, first.begin, second.begin + second.length - first.begin, 0, {}});
}

} // namespace localoffer
