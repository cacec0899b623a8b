#include "language/word_set.hpp"
#include "language/wording.hpp"

#include <array>

// Nouns where verbs would be plainer: "the implementation of the improvement of the provision", "undertake an
// evaluation of", and nouns in a row ("joint commissioning strategy review group meeting").

namespace localoffer {
namespace {

/// Nouns made of verbs, by their endings, but for those that everybody uses as names of things.
bool is_of_a_verb(std::string_view word) {
  static const WordSet things(
      "ability absence accident action activity agreement ambulance apartment appearance appliance "
      "appointment attention audience authority balance basement ceremony chance charity city comment "
      "commission community compartment competence conclusion condition conference confidence connection "
      "country county decision department difference dimension direction disability distance document "
      "edition education element emotion entrance environment equipment essence evidence exception "
      "expression facility faculty finance foundation fraction function generation government guidance "
      "identity influence information impression infection injection inspection institution instance "
      "insurance intelligence investment issuance judgement licence location majority medication mention "
      "minority mission moment motion nation occasion operation opinion opportunity option organisation "
      "parliament passion patience pension permission performance person petition position possession "
      "population portion pregnancy presence priority profession proportion quality question quotation "
      "ration reaction region religion residence responsibility science season section security sentence "
      "sequence session silence situation society solution station statement supplement television tension "
      "tradition transition treatment university vacation variation version violence vision vocation");
  constexpr std::array<std::string_view, 8> endings{"tion", "sion",  "ment",  "ance",
                                                    "ence", "tions", "ments", "ness"};
  static const WordSet others(
      "achievement analysis analyses approval delivery discovery recovery removal renewal review scrutiny "
      "retrieval audit transfer alignment apportionment examination embedding monitoring understanding");
  if (others.has(word)) return true;
  if (word.size() < 7 || things.has(word)) return false;
  if (word.ends_with("s") && things.has(word.substr(0, word.size() - 1))) return false;
  for (const auto ending : endings)
    if (word.ends_with(ending)) return true;
  return false;
}

const WordSet &small_words() {
  static const WordSet words("a an the its their our this that these those any some his her your");
  return words;
}

/// Verbs that say nothing themselves: what is done is in the noun behind.
bool says_little(const std::vector<ReadWord> &words, std::size_t at, std::size_t &end) {
  static const WordSet verbs(
      "undertake undertakes undertook undertaking undertaken conduct conducts conducted "
      "conducting effect effects effected perform performs performed performing reach reaches reached");
  // "Make provision" and "give consideration" are such only with a noun of this list: "make a decision" too.
  static const WordSet with_such(
      "make makes made making give gives gave giving given hold holds held holding");
  const auto word = words[at].lower;
  if (verbs.has(word) || with_such.has(word)) {
    end = at + 1;
    return true;
  }
  const bool carries = word.starts_with("carr") &&
                       (word == "carry" || word == "carries" || word == "carried" || word == "carrying");
  if (carries && at + 1 < words.size() && words[at + 1].lower == "out") {
    end = at + 2;
    return true;
  }
  return false;
}

/// Nouns of this field that are piled up.
const WordSet &piled() {
  static const WordSet words(
      "absence academy access action admission admissions agency application approval area arrangements "
      "assessment assurance attendance audit authority board budget capacity care carer carers case "
      "caseworker challenge change child childhood children children's code college commissioning "
      "committee communication community completion consultation council county cycle dashboard data date "
      "delivery demand design development disability discharge document education efficiency engagement "
      "event exclusion executive family families feedback figures finance forecast form forum framework "
      "funding governance group guidance health hospital housing implementation improvement inclusion "
      "information inspection intervention job language leadership learning level lead list local "
      "management manager meeting mitigation monitoring needs network nurse officer operations outcome "
      "outcomes outreach panel parent parents partnership pathway people performance phase pilot place "
      "placement plan plans planning policy practice priority process programme project protocol provider "
      "providers provision pupil pupils quality recruitment reduction referral reform report reporting "
      "resource resources response return review risk school schools scorecard scrutiny sector "
      "self-evaluation sensory service services skills social specification staff stakeholder standards "
      "steering strategy support survey system target targets task team therapy timetable tracker training "
      "transformation transition transport tribunal unit waiting work workforce working workshop "
      "workstream youth constraints appointment contract discharge explanation letter matrix meals "
      "medication notes nursing party renewal role specialist variance voice young accreditation agreement "
      "assistance campaign comments criteria deadline feasibility file form funder grant hub hubs "
      "initiation job mark meetings needs notification policies rate rates rejection reminders sharing "
      "statement submission therapist tier time times training trainer wellbeing well-being worker workers");
  return words;
}

constexpr std::size_t most_in_a_row = 3;

} // namespace

void find_noun_piles(const ReadingText &text, const ReadSentence &sentence, std::vector<WordingFlaw> &found) {
  const auto &words = text.words();
  const auto report = [&](std::size_t first, std::size_t last) {
    const std::size_t end = words[last].begin + words[last].length;
    const bool is_known = !found.empty() && found.back().kind == WordingFlaw::Kind::noun_pile &&
                          found.back().begin + found.back().length > words[first].begin;
    if (!is_known)
      found.push_back({WordingFlaw::Kind::noun_pile, words[first].begin, end - words[first].begin, 0, {}});
  };
  const auto is_usable = [&](std::size_t at) {
    return at < sentence.last && !words[at].after_break && !words[at].is_exempt;
  };
  /// The noun of a verb that begins at `at`, behind small words and one describing word; 0 where there is
  /// none, and where it only describes the next one ("the assessment process").
  const auto noun_from = [&](std::size_t at) -> std::size_t {
    while (is_usable(at) && small_words().has(words[at].lower))
      ++at;
    for (const auto noun : {at, at + 1})
      if (is_usable(at) && is_usable(noun) && is_of_a_verb(words[noun].lower))
        return is_usable(noun + 1) && piled().has(words[noun + 1].lower) ? 0 : noun;
    return 0;
  };
  /// "A decision on the relocation of", "responsibility for the provision of".
  const auto leads_to_another = [&](std::size_t at) {
    if (!is_usable(at + 1)) return false;
    const auto noun = words[at].lower, link = words[at + 1].lower;
    return (noun == "decision" && link == "on") || (noun == "responsibility" && link == "for") ||
           (noun == "feasibility" && link == "of");
  };

  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    if (words[at].is_exempt) continue;
    std::size_t behind = 0;
    if (says_little(words, at, behind))
      if (const auto noun = noun_from(behind); noun > 0 && is_usable(noun + 1)) {
        static const WordSet links("of about on to for into");
        if (links.has(words[noun + 1].lower)) report(at, noun + 1);
      }
    if (const auto noun = leads_to_another(at) ? noun_from(at + 2) : 0; noun > 0 && is_usable(noun + 1))
      if (words[noun + 1].lower == "of") report(at, noun + 1);
    if (is_of_a_verb(words[at].lower) && is_usable(at + 1)) {
      if (const auto noun = words[at + 1].lower == "of" ? noun_from(at + 2) : 0; noun > 0) report(at, noun);
      // "The development and implementation of"
      const bool is_pair = words[at + 1].lower == "and" && is_usable(at + 2) && is_usable(at + 3) &&
                           is_of_a_verb(words[at + 2].lower) && words[at + 3].lower == "of";
      if (is_pair) report(at, at + 3);
    }
  }

  for (std::size_t first = sentence.first; first < sentence.last;) {
    std::size_t last = first;
    while (last < sentence.last && (last == first || !words[last].after_break) && !words[last].is_exempt &&
           piled().has(words[last].lower))
      ++last;
    if (last - first > most_in_a_row) report(first, last - 1);
    first = std::max(last, first + 1);
  }
}

} // namespace localoffer
