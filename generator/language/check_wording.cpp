#include "language/check_wording.hpp"

#include "base/hash.hpp"
#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "content/codes.hpp"
#include "language/clean_texts.hpp"
#include "language/wording.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

using Kind = WordingFlaw::Kind;

/// What reports and people said stays as they said it, formal words among them; terms are explained, not
/// used; a discrepancy may have to repeat a report's words.
bool repeats_others(const WrittenText &text) {
  if (text.kind == "report" || text.field == "discrepancy" || text.field == "formal" ||
      text.field == "concern_formal")
    return true;
  if (text.kind == "quote") return text.field == "words";
  if (text.kind == "term") return text.field != "text";
  return text.kind == "body" && (text.field == "title" || text.field == "short_name" || text.field == "also");
}

/// At most so many words of a sentence are repeated in a message.
std::string beginning_of(std::string_view sentence) {
  constexpr std::size_t most = 60;
  std::string text;
  for (const char c : sentence)
    text += c == '\n' || c == '\t' ? ' ' : c;
  if (text.size() <= most) return text;
  const auto cut = text.rfind(' ', most);
  return text.substr(0, cut == std::string::npos ? most : cut) + " ...";
}

struct Told {
  std::string message, help;
};

/// "do, give, or run" -> "'do', 'give' or 'run'". What begins with "say" is advice, and no word.
std::string instead_of(const WordingFlaw &flaw) {
  if (flaw.instead.starts_with("say ")) return fmt::format("S{}.", flaw.instead.substr(1));
  std::string list;
  for (std::string_view rest = flaw.instead; !rest.empty();) {
    const auto comma = std::min(rest.find(", "), rest.size());
    std::string_view word = rest.substr(0, comma);
    rest.remove_prefix(std::min(comma + 2, rest.size()));
    const bool is_last = word.starts_with("or ");
    if (is_last) word.remove_prefix(3);
    list += fmt::format("{}'{}'", list.empty() ? "" : is_last ? " or " : ", ", word);
  }
  return fmt::format("Write {}, or say what happens.", list);
}

/// What could stand in the place of two negatives.
std::string without_negatives(std::string_view words) {
  const auto last = words.substr(words.find_last_of(" \n") + 1);
  if (last == "without") return "Say what is needed: 'only with' for 'not without'.";
  if (last == "unless") return "Say when: 'only if' for 'not unless'.";
  if (last.starts_with("un") && last.size() > 4)
    return fmt::format("Say it the other way round: perhaps '{}' for 'not {}'.", last.substr(2), last);
  return "Say it the other way round: 'all came' for 'nobody failed to come'.";
}

Told told(const WordingFlaw &flaw, std::string_view words, std::string_view behind) {
  switch (flaw.kind) {
  case Kind::long_sentence:
    return {fmt::format("this sentence has {} words: '{}'", flaw.words, beginning_of(words)),
            fmt::format("Make two or three of it. A sentence has at most {} words.", longest_sentence)};
  case Kind::passive:
    return {fmt::format("'{}' {}", beginning_of(words),
                        behind.starts_with(" by ") ? "says last who does it" : "does not say who does it"),
            "Begin with who does it: 'The board approved the plan', and not 'The plan was approved'."};
  case Kind::noun_pile:
    return {fmt::format("'{}' piles up nouns", beginning_of(words)),
            "Say with a verb who does what: 'we will judge how it went', and not 'we will undertake an "
            "evaluation'."};
  case Kind::word_to_avoid:
    return {fmt::format("'{}' can be said in plainer words", beginning_of(words)), instead_of(flaw)};
  case Kind::hidden_negative:
    return {fmt::format("'{}' says no twice, and readers have to undo it", beginning_of(words)),
            without_negatives(words)};
  case Kind::short_form:
    return {fmt::format("nothing explains the short form '{}'", words),
            "Write it out, or add it to the site's terms (a record of the kind 'term' with 'short_form:')."};
  case Kind::and_or:
    return {fmt::format("'{}' leaves readers to choose", words), "Write 'and', or 'or', or 'one or both'."};
  case Kind::ampersand:
    return {"'&' stands for 'and' here",
            "Write 'and'. A name keeps its '&' where it is listed as an organisation or a term."};
  }
  return {};
}

std::vector<Diagnostic> check_text(const WrittenText &written, const KnownWords &known, bool tell_passives) {
  std::vector<Diagnostic> found;
  ReadingText text(wording_in_lines(written), written.is_prose);
  for (const auto &flaw : flaws_of(text, known)) {
    if (flaw.kind == Kind::passive && !tell_passives) continue;
    // Versions with pictures are held to more than this (check_easy_read.hpp).
    const bool told_elsewhere = flaw.kind == Kind::long_sentence || flaw.kind == Kind::short_form;
    if (written.kind == "easy read" && told_elsewhere) continue;
    auto [message, help] = told(flaw, std::string_view(text.text()).substr(flaw.begin, flaw.length),
                                std::string_view(text.text()).substr(flaw.begin + flaw.length));
    found.push_back(diagnose(code_of(flaw.kind), written.span_of(flaw.begin, flaw.length), std::move(message),
                             std::move(help)));
  }
  return found;
}

} // namespace

std::vector<Diagnostic> check_wording(const Programme &programme, unsigned threads, Store *store,
                                      const std::string &program) {
  const Settings &settings = programme.settings();
  if (settings.language.given && !settings.language->starts_with("en")) return {};
  const KnownWords known = known_words(programme);
  const bool tell_passives = settings.rules.count("passive-voice") > 0;
  CleanTexts clean(store,
                   settings.file->path + "/" + program + known.key + (tell_passives ? "/passives" : ""));

  struct Checked {
    std::string clean_hash; ///< empty where something was found
    std::vector<Diagnostic> found;
  };
  std::vector<Diagnostic> all;
  std::vector<std::string> hashes;
  for (auto &of_text : parallel_map(programme.content.texts, threads, [&](const WrittenText &text) {
         Checked checked;
         if (repeats_others(text)) return checked;
         if (store) checked.clean_hash = content_hash((text.is_prose ? "m" : "t") + text.written.scalar);
         if (store && clean.knows(checked.clean_hash)) return checked;
         checked.found = check_text(text, known, tell_passives);
         if (!checked.found.empty()) checked.clean_hash.clear();
         return checked;
       })) {
    std::move(of_text.found.begin(), of_text.found.end(), std::back_inserter(all));
    if (!of_text.clean_hash.empty()) hashes.push_back(std::move(of_text.clean_hash));
  }
  clean.keep(hashes);
  return all;
}

} // namespace localoffer
