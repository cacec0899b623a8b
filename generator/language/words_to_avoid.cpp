#include "language/word_set.hpp"
#include "language/wording.hpp"

#include <algorithm>
#include <map>
#include <optional>

// Words that plain English replaces: GOV.UK's list of words to avoid, the Plain English Campaign's list of
// alternatives, and what councils and the health service say to each other.

namespace localoffer {
namespace {

/// A phrase of one word or more in small letters.
struct Avoided {
  std::string_view phrase;
  std::string_view instead;
  std::string_view not_before = {}; ///< words of which none may follow, with blanks between
  std::string_view only_after = {}; ///< words of which one must stand before
  std::string_view not_near = {};   ///< words of which none may be among the next four
  std::string_view not_after = {};  ///< words of which none may be among the two before
};

const std::vector<Avoided> &list() {
  static const std::vector<Avoided> avoided{
      {"going forward", "from now on", "", "", "", "keep keeps kept keeping"},
      {"moving forward", "from now on", "", "", "", "keep keeps kept keeping"},
      {"in order to", "to"},
      {"prior to", "before"},
      {"subsequent to", "after"},
      {"with regard to", "about"},
      {"with regards to", "about"},
      {"in regard to", "about"},
      {"in respect of", "about, or for"},
      {"with respect to", "about"},
      {"in relation to", "about"},
      {"pertaining to", "about"},
      {"regarding", "about"},
      {"due to the fact that", "because"},
      {"in light of the fact that", "because"},
      {"in receipt of", "getting"},
      {"in excess of", "more than"},
      {"in the absence of", "without"},
      {"in conjunction with", "with"},
      {"in lieu of", "instead of"},
      {"for the purpose of", "to"},
      {"for the purposes of", "to, or for"},
      {"the majority of", "most"},
      {"the vast majority of", "most"},
      {"as a consequence of", "because of"},
      {"with effect from", "from"},
      {"with immediate effect", "from today"},
      {"per annum", "a year"},
      {"in the event of", "if"},
      {"in the event that", "if"},
      {"at this point in time", "now"},
      {"at the present time", "now"},
      {"at the earliest opportunity", "soon"},
      {"in accordance with", "following, or by"},
      {"with a view to", "to"},
      {"on an ongoing basis", "all the time"},
      {"direction of travel", "what is planned, or where this is going", "", "", "", "face facing faces"},
      {"step change", "big improvement"},
      {"deep dive", "close look"},
      {"deep dives", "close looks"},
      {"one stop shop", "one place for everything"},
      {"one-stop shop", "one place for everything"},
      {"at pace", "quickly"},
      {"business as usual", "everyday work"},
      {"hard-to-reach", "whom services do not reach"},
      {"low hanging fruit", "what is easy to do first"},
      {"touch base", "talk"},
      {"think outside the box", "think anew"},
      {"gaining traction", "catching on"},
      {"gain traction", "catch on"},
      {"gained traction", "caught on"},
      {"gained real traction", "caught on"},
      {"approximately", "about"},
      {"assist", "help", "", "to will can could may must should might who and"},
      {"assists", "helps"},
      {"assisting", "helping"},
      {"assisted", "helped", "living place places technology suicide conception"},
      {"purchase", "buy", "", "to will can could may must should might"},
      {"purchases", "buys", "", "she he it school council trust who"},
      {"purchased", "bought"},
      {"purchasing", "buying"},
      {"combat", "stop, or deal with", "", "to will"},
      {"consequently", "so"},
      {"additionally", "also"},
      {"furthermore", "also"},
      {"thereafter", "after that"},
      {"hereby", "now"},
      {"shared agenda", "what all want"},
      {"utilise", "use"},
      {"utilises", "uses"},
      {"utilised", "used"},
      {"utilising", "using"},
      {"utilisation", "use"},
      {"utilize", "use"},
      {"facilitate", "help, or run"},
      {"facilitates", "helps, or runs"},
      {"facilitated", "helped, or ran"},
      {"facilitating", "helping, or running"},
      {"facilitation", "help"},
      {"leverage", "use"},
      {"leverages", "uses"},
      {"leveraged", "used"},
      {"leveraging", "using"},
      {"commence", "start"},
      {"commences", "starts"},
      {"commenced", "started"},
      {"commencing", "starting"},
      {"commencement", "start"},
      {"robust", "strong, or thorough"},
      {"robustly", "thoroughly"},
      {"stakeholder", "say who: families, schools, staff"},
      {"stakeholders", "say who: families, schools, staff"},
      {"holistic", "whole"},
      {"holistically", "as a whole"},
      {"synergy", "working together"},
      {"synergies", "working together"},
      {"co-produce", "write, or plan, with families"},
      {"co-produced", "written, or planned, with families"},
      {"co-producing", "writing, or planning, with families"},
      {"co-production", "work together with families as equals", "means is"},
      {"coproduction", "work together with families as equals"},
      {"signpost", "tell people where to find help", "",
       "to will should must can could may staff we they and"},
      {"signposts", "tells people where to find help"},
      {"signposted", "told where to find help"},
      {"signposting", "telling people where to find help"},
      {"embed", "make part of everyday work"},
      {"embeds", "makes part of everyday work"},
      {"embedding", "making part of everyday work"},
      {"cohort", "group"},
      {"cohorts", "groups"},
      {"trajectory", "how this is going"},
      {"trajectories", "how things are going"},
      {"throughput", "how many people are seen"},
      {"bespoke", "made for one person"},
      {"timely", "on time, or soon"},
      {"initiate", "start"},
      {"initiates", "starts"},
      {"initiated", "started"},
      {"initiating", "starting"},
      {"ascertain", "find out"},
      {"ascertained", "found out"},
      {"ascertaining", "finding out"},
      {"endeavour", "try"},
      {"endeavours", "tries"},
      {"endeavoured", "tried"},
      {"endeavouring", "trying"},
      {"granular", "detailed"},
      {"granularity", "detail"},
      {"enhance", "improve"},
      {"enhances", "improves"},
      {"enhanced", "improved"},
      {"enhancing", "improving"},
      {"enhancement", "improvement"},
      {"enhancements", "improvements"},
      {"empower", "let, or help"},
      {"empowers", "lets, or helps"},
      {"empowered", "able"},
      {"empowering", "helping"},
      {"streamline", "make simpler"},
      {"streamlines", "makes simpler"},
      {"streamlined", "made simpler"},
      {"streamlining", "making simpler"},
      {"overarching", "main, or whole"},
      {"underpins", "is behind"},
      {"underpinned", "held up"},
      {"underpinning", "behind"},
      {"synergistic", "together"},
      {"ecosystem", "all services together", "", "send whole health care local education support"},
      {"liaise", "talk, or work"},
      {"liaises", "talks, or works"},
      {"liaised", "talked, or worked"},
      {"liaising", "talking, or working"},
      {"collaborate", "work together"},
      {"collaborates", "works together"},
      {"collaborated", "worked together"},
      {"collaborating", "working together"},
      {"ring-fence", "set aside"},
      {"ring-fenced", "set aside"},
      {"ringfenced", "set aside"},
      {"ring fencing", "setting aside"},
      {"ring-fencing", "setting aside"},
      {"countering", "stopping"},
      {"combating", "fighting, or stopping"},
      {"combatting", "fighting, or stopping"},
      {"slimming down", "making smaller"},
      {"disseminate", "send out, or share"},
      {"disseminated", "sent out, or shared"},
      {"disseminating", "sending out, or sharing"},
      {"dissemination", "sharing"},
      {"expedite", "speed up"},
      {"expedited", "sped up"},
      {"henceforth", "from now on"},
      {"whilst", "while"},
      {"amongst", "among"},
      {"aforementioned", "this"},
      {"thereof", "of it"},
      {"herein", "here"},
      {"notwithstanding", "despite"},
      {"remuneration", "pay"},
      {"terminate", "end"},
      {"terminated", "ended"},
      {"paradigm", "way of thinking"},
      {"incentivise", "encourage"},
      {"operationalise", "put into practice"},
      {"operationalised", "put into practice"},
      {"ongoing", "going on, or still open"},
      {"cascade", "pass on", "of over",
       "to will must should teachers managers staff heads schools we they leaders and"},
      {"cascaded", "passed on"},
      {"cascading", "passing on"},
      {"embedded", "part of everyday work", "in", "be is are been was were fully not well become becoming"},
      {"impact", "affect", "", "to will may can could might would waits not they this which that"},
      {"impacts", "affects", "of from and on", "it this which that he she"},
      {"impacted", "affected"},
      {"impacting", "affecting"},
      {"drive forward", "get done"},
      {"drive up", "raise"},
      {"drives improvement", "improves"},
      {"driving change", "making changes"},
      {"driving improvement", "improving"},
      {"driving forward", "getting done"},
      {"drive a step change", "make a big improvement"},
      {"progress the", "work on", "made in of that has was is since", "to will must should"},
      {"progressed", "worked on", "", "be been was were is are being"},
      {"progressing the", "working on"},
      {"action this", "do this"},
      {"action the", "do", "", "to will must should please"},
      {"actioned", "done"},
      {"actioning", "doing"},
      {"tackle", "deal with, or reduce", "", "to will must should can could help"},
      {"tackles", "deals with"},
      {"tackled", "dealt with"},
      {"tackling", "dealing with, or reducing"},
      {"transform", "change", "", "to will must should can could would"},
      {"transforming", "changing"},
      {"transformative", "big"},
      {"transformational", "big"},
      {"promoting", "say what you do"},
      {"advancing", "improving"},
      {"focusing", "working, or looking"},
      {"focussing", "working, or looking"},
      {"focused on", "working on", "the"},
      {"health landscape", "how health services work"},
      {"new landscape", "how things work now"},
      {"policy landscape", "the rules"},
      {"landscape for", "how things work for"},
      {"care pathway", "the steps to get help"},
      {"autism pathway", "the steps to get help with autism"},
      {"pathway", "the steps to get help", "team is means", "", "",
       "gravel garden paved woodland wooden muddy"},
      {"pathways", "the steps to get help", "", "", "", "gravel garden paved woodland wooden muddy"},
      {"send agenda", "SEND"},
      {"inclusion agenda", "inclusion"},
      {"improvement agenda", "what has to improve"},
      {"key", "main, or important",
       "stage stages worker workers to at in on ring rings for of is was that holder code codes word words "
       "and or has "
       "have a the opens fits turns into by with from under board pad"},
      {"deliver", "do, give, or run", "", "",
       "leaflets leaflet letters letter parcels parcel equipment food meals meal books post medicine "
       "medicines babies baby wheelchair goods"},
      {"delivers", "does, gives, or runs", "", "",
       "leaflets leaflet letters letter parcels parcel equipment food meals meal books post medicine "
       "medicines babies baby wheelchair goods"},
      {"delivering", "doing, giving, or running", "", "",
       "leaflets leaflet letters letter parcels parcel equipment food meals meal books post medicine "
       "medicines babies baby wheelchair goods"},
      {"delivered", "done, given, or run", "", "is are be been being was were has have had not",
       "leaflets leaflet letters letter parcels parcel equipment food meals meal books post medicine "
       "medicines babies baby wheelchair goods"},
      {"delivery", "say who does what", "date dates room van note", "",
       "leaflets leaflet letters letter parcels parcel equipment food meals meal books post medicine "
       "medicines babies baby wheelchair goods"},
      {"strengthen", "improve", "", "", "muscles muscle bones hands legs arms wall walls roof back"},
      {"strengthens", "improves", "", "", "muscles muscle bones hands legs arms wall walls roof back"},
      {"strengthened", "improved", "", "", "muscles muscle bones hands legs arms wall walls roof back"},
      {"strengthening", "improving", "", "", "muscles muscle bones hands legs arms wall walls roof back"},
      {"foster", "encourage",
       "care carer carers family families parent parents home homes placement placements child children "
       "mother mothers father fathers brother sister panel team agency service services to and or son "
       "daughter dog dogs",
       "to will must should can could that and which"},
      {"fosters", "encourages", "children child babies and"},
      {"real traction", "support, or progress"},
      {"some traction", "support, or progress"},
      {"more traction", "support, or progress"},
      {"transforms services", "changes services"},
      {"transforms lives", "changes lives"},
      {"transforms outcomes", "changes results"},
      {"dialogue with", "talk with", "", "", "", "their her his my"},
      {"dialogue around", "talk about"},
      {"dialogue about", "talk about"},
      {"dialogue between", "talks between"},
      {"a dialogue", "talks"},
      {"in dialogue", "talking"},
      {"open dialogue", "talks"},
      {"drive change", "make changes"},
      {"drive improvement", "improve"},
      {"drive improvements", "improve"},
      {"collaborative", "done together"},
      {"collaboratively", "together"},
      {"collaboration", "working together"},
      {"timeliness", "being on time"},
      {"rolled out", "started everywhere"},
      {"rolling out", "starting everywhere"},
      {"service users", "people who use the service"},
      {"service user", "person who uses the service"},
      {"on a monthly basis", "each month"},
      {"on a weekly basis", "each week"},
      {"on a regular basis", "regularly"},
      {"on a daily basis", "each day"},
      {"take forward", "work on"},
      {"taken forward", "worked on"},
      {"taking forward", "working on"},
      {"remit", "what somebody is responsible for"},
      {"deploy", "use, or send"},
      {"deployed", "used, or sent"},
      {"deploying", "using, or sending"},
      {"pledge", "promise"},
      {"pledged", "promised"},
      {"pledges", "promises"},
      {"upskill", "train"},
      {"upskilled", "trained"},
      {"upskilling", "training"},
      {"in silos", "apart from each other"},
      {"silo working", "working apart from each other"},
      {"siloed", "kept apart"},
      {"pursuant to", "under"},
      {"robustness", "strength"},
      {"optimise", "improve"},
      {"optimised", "improved"},
      {"requisite", "needed"},
      {"whole-system", "of all services"},
      {"drive the", "lead", "", "to will must should", "car van bus children child"},
      {"drive its", "lead", "", "to will must", "car van bus"},
      {"drive this", "lead", "", "to will must", "car van bus"},
      {"roll out", "start everywhere", "", "", "dough pastry carpet mat"},
      {"unlock the", "use the", "", "", "door gate box"}};
  return avoided;
}

bool is_one_of(std::string_view word, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

/// Phrases by their first word.
const std::multimap<std::string_view, const Avoided *> &by_first_word() {
  static const auto made = [] {
    std::multimap<std::string_view, const Avoided *> all;
    for (const auto &one : list())
      all.emplace(one.phrase.substr(0, one.phrase.find(' ')), &one);
    return all;
  }();
  return made;
}

const WordSet &first_words() {
  static const WordSet words([] {
    std::vector<std::string_view> all;
    for (const auto &one : list())
      all.push_back(one.phrase.substr(0, one.phrase.find(' ')));
    return all;
  }());
  return words;
}

/// The last word of the phrase when it begins at `at`.
std::optional<std::size_t> last_word(const std::vector<ReadWord> &words, std::size_t at,
                                     const ReadSentence &sentence, const Avoided &avoided) {
  std::size_t word = at;
  for (std::size_t begin = 0; begin < avoided.phrase.size(); ++word) {
    const auto end = std::min(avoided.phrase.find(' ', begin), avoided.phrase.size());
    if (word >= sentence.last || words[word].is_exempt || (word > at && words[word].after_break))
      return std::nullopt;
    if (words[word].lower != avoided.phrase.substr(begin, end - begin)) return std::nullopt;
    begin = end + 1;
  }
  const auto next = word < sentence.last && !words[word].after_break ? words[word].lower : std::string_view{};
  if (!next.empty() && is_one_of(next, avoided.not_before)) return std::nullopt;
  if (avoided.phrase == "key" && next.empty()) return std::nullopt; // "it has no key"
  for (std::size_t near = word; near < std::min(word + 4, sentence.last); ++near)
    if (is_one_of(words[near].lower, avoided.not_near)) return std::nullopt;
  for (std::size_t back = at; back > sentence.first && back + 2 > at; --back)
    if (is_one_of(words[back - 1].lower, avoided.not_after)) return std::nullopt;
  if (avoided.only_after.empty()) return word - 1;
  const bool begins = at == sentence.first || words[at].after_break;
  const bool fits = !begins && is_one_of(words[at - 1].lower, avoided.only_after);
  return fits ? std::optional(word - 1) : std::nullopt;
}

} // namespace

void find_words_to_avoid(const ReadingText &text, const ReadSentence &sentence,
                         std::vector<WordingFlaw> &found) {
  const auto &words = text.words();
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    if (!first_words().has(words[at].lower)) continue;
    const auto [first, last] = by_first_word().equal_range(words[at].lower);
    const Avoided *longest = nullptr;
    std::size_t end = at;
    for (auto one = first; one != last; ++one)
      if (const auto word = last_word(words, at, sentence, *one->second); word && (!longest || *word > end)) {
        longest = one->second;
        end = *word;
      }
    if (!longest) continue;
    const std::size_t behind = words[end].begin + words[end].length;
    found.push_back(
        {WordingFlaw::Kind::word_to_avoid, words[at].begin, behind - words[at].begin, 0, longest->instead});
    at = end;
  }
}

} // namespace localoffer
