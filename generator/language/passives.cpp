#include "language/word_set.hpp"
#include "language/wording.hpp"

// The passive voice in English: a form of "be" or "get", and a past participle. What looks the same and tells
// of a state ("is worried", "is based in") is listed, because no grammar can tell the two apart.

namespace localoffer {
namespace {

const WordSet &forms_of_be() {
  static const WordSet words{"am",    "are",    "be",     "been",    "being", "is",   "was", "were",
                             "isn't", "aren't", "wasn't", "weren't", "get",   "gets", "got", "getting"};
  return words;
}

bool is_get(std::string_view word) {
  return word.starts_with("get") || word == "got";
}

/// What may stand between the two: "were not yet told", "is often seen".
const WordSet &between() {
  static const WordSet words(
      "not never also always often now still already yet soon both all then just only once ever even first "
      "sometimes seldom rarely usually mostly mainly partly largely newly fully widely well badly again "
      "too much greatly better therefore instead being each either almost nearly further later recently "
      "twice");
  return words;
}

/// Participles that do not end in -ed.
const WordSet &irregular() {
  static const WordSet words(
      "awoken beaten begun bent bet bitten blown bought bound broken brought built burnt cast caught "
      "chosen cost cut dealt done drawn driven eaten fed felt forbidden foreseen forgiven forgotten fought "
      "found frozen given ground grown heard held hidden hit hung hurt kept known laid learnt led left "
      "lent let lit lost made met mistaken misunderstood outgrown overseen overtaken paid proven put read "
      "rebuilt redone reset retold rewritten ridden run rung said seen sent set sewn shaken shot shown "
      "shut sold sought split spelt spent spoken spread stolen struck stuck sung sworn swept taken taught "
      "thought thrown told torn understood undertaken undone upheld used withdrawn withheld won worn woven "
      "written");
  return words;
}

/// Participles that tell how somebody or something is.
const WordSet &states() {
  static const WordSet words(
      "accustomed acquainted advanced afraid aged aligned allowed amazed annoyed ashamed asleep based "
      "biased bored born broken called closed committed complicated concerned confused connected convinced "
      "crowded dedicated delighted detailed determined disabled disappointed disgusted dissatisfied "
      "distressed done dressed embarrassed engaged entitled excited exhausted experienced fed finished "
      "focused frightened frustrated gifted gone hundred impressed inclined left interested interrelated "
      "involved isolated known limited lit located lost made married meant mixed motivated naked opposed "
      "overcrowded overwhelmed overworked pleased prepared puzzled qualified related relaxed retired "
      "sacred satisfied scared settled situated skilled spread started stressed stuck supposed surprised "
      "talented tempted tired troubled unaffected unchanged undecided undone unexpected unfinished united "
      "unlimited unmarried unprecedented unqualified unrelated unsettled unused upset used varied wicked "
      "worried");
  return words;
}

bool ends_like_participle(std::string_view word) {
  return word == "agreed" || word == "freed" || word == "guaranteed" ||
         (word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed"));
}

bool is_determiner(std::string_view word) {
  static const WordSet words("a an the it this that these those my your his her our their having being");
  return words.has(word) || (word.size() > 5 && word.ends_with("ing"));
}

/// "Made up of", "fed up" and "used to the noise" are states; "made by", "fed by" and "used to pay" are not.
bool is_state(const std::vector<ReadWord> &words, std::size_t be, std::size_t at, std::size_t last) {
  const auto word = words[at].lower;
  if (word == "established") return words[at - 1].lower == "well";
  if (!states().has(word)) return false;
  const auto next = at + 1 < last ? words[at + 1].lower : std::string_view{};
  if (word == "made") return next == "up" || next == "of";
  if (word == "fed") return next == "up";
  if (word == "used") return next == "to" && at + 2 < last && is_determiner(words[at + 2].lower);
  if (word == "left") { // "two places are left on the course"
    static const WordSet where_or_when("on for in at before after this next until");
    return next.empty() || where_or_when.has(next);
  }
  if (word == "done" && words[be].lower == "be") return false; // "it should be done"
  static const WordSet unless_by("broken closed done finished focused limited lost settled spread");
  return !unless_by.has(word) || next != "by";
}

bool is_participle(const std::vector<ReadWord> &words, std::size_t be, std::size_t at, std::size_t last) {
  const auto word = words[at].lower;
  if (word.find('-') != std::string_view::npos) return false; // "well-known" describes
  return (irregular().has(word) || ends_like_participle(word)) && !is_state(words, be, at, last);
}

bool may_stand_between(std::string_view word) {
  return between().has(word) || (word.size() > 4 && word.ends_with("ly"));
}

/// Whether the subject stands behind: "were we asked", "nor was it told".
bool asks(const std::vector<ReadWord> &words, std::size_t be, std::size_t first) {
  static const WordSet subjects{"i", "we", "you", "he", "she", "they", "it"};
  static const WordSet openings{"why", "when", "where", "how", "nor", "what", "which"};
  if (be + 1 >= words.size() || words[be + 1].after_break || !subjects.has(words[be + 1].lower)) return false;
  return be == first || openings.has(words[be - 1].lower);
}

} // namespace

void find_passives(const ReadingText &text, const ReadSentence &sentence, std::vector<WordingFlaw> &found) {
  const auto &words = text.words();
  for (std::size_t be = sentence.first; be + 1 < sentence.last; ++be) {
    if (!forms_of_be().has(words[be].lower) || words[be].is_exempt) continue;
    std::size_t at = be + 1;
    if (asks(words, be, sentence.first)) ++at; // "why were we not asked?"
    while (at < sentence.last && !words[at].after_break && may_stand_between(words[at].lower))
      ++at;
    if (at >= sentence.last || words[at].after_break || words[at].is_exempt) continue;
    if (!is_participle(words, be, at, sentence.last)) continue;
    if (is_get(words[be].lower) && !ends_like_participle(words[at].lower) && words[at].lower != "paid" &&
        words[at].lower != "told")
      continue; // "got hurt", "get lost"
    const std::size_t end = words[at].begin + words[at].length;
    found.push_back({WordingFlaw::Kind::passive, words[be].begin, end - words[be].begin, 0, {}});
    be = at;
  }
}

} // namespace localoffer
