#include "language/check_wording.hpp"

#include "base/hash.hpp"
#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "content/codes.hpp"
#include "language/text_memory.hpp"
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

std::vector<Diagnostic> check_text(const WrittenText &written, ReadingText &text, const KnownWords &known,
                                   bool tell_passives) {
  std::vector<Diagnostic> found;
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

/// One text, with what was found in it.
struct Checked {
  std::string hash; ///< empty where nothing has to be remembered
  ReadOnce anew;
  const ReadOnce *known = nullptr; ///< in the place of `anew`
  bool is_in_sentences = false;
  std::vector<Diagnostic> found;

  const ReadOnce &read() const { return known ? *known : anew; }
};

/// Reads each text once, for all that is asked of it.
class TextChecker {
public:
  TextChecker(const KnownWords &known, bool tell_passives, const TextMemory &memory, bool remembers)
      : known_(known), tell_passives_(tell_passives), memory_(memory), remembers_(remembers) {}

  Checked check(const WrittenText &written) const {
    Checked checked;
    const bool is_ours = !repeats_others(written);
    checked.is_in_sentences = is_in_sentences(written);
    if (!is_ours && !checked.is_in_sentences) return checked;
    if (remembers_) {
      std::string how{is_ours ? 'o' : 'r', checked.is_in_sentences ? 's' : 'l', written.is_prose ? 'm' : 't',
                      written.kind == "easy read" ? 'e' : '-'};
      checked.hash = content_hash(how.append(written.words()));
      const auto *known = memory_.find(checked.hash);
      if (known && known->is_clean) {
        checked.known = known;
        return checked;
      }
    }
    ReadingText text(wording_in_lines(written), written.is_prose);
    if (checked.is_in_sentences) checked.anew.reading = record_reading(text);
    if (is_ours) checked.found = check_text(written, text, known_, tell_passives_);
    checked.anew.is_clean = checked.found.empty();
    return checked;
  }

private:
  const KnownWords &known_;
  bool tell_passives_;
  const TextMemory &memory_;
  bool remembers_;
};

} // namespace

CheckedWording check_wording(const Programme &programme, unsigned threads, Store *store,
                             const std::string &program) {
  const Settings &settings = programme.settings();
  if (settings.language.given && !settings.language->starts_with("en")) return {};
  const KnownWords known = known_words(programme);
  const bool tell_passives = settings.rules.count("passive-voice") > 0;
  TextMemory memory(store,
                    settings.file->path + "/" + program + known.key + (tell_passives ? "/passives" : ""));

  const auto &texts = programme.content.texts;
  const TextChecker checker(known, tell_passives, memory, store != nullptr);
  auto all = parallel_map(texts, threads, [&](const WrittenText &text) { return checker.check(text); });
  CheckedWording result;
  std::vector<const RecordReading *> readings;
  std::vector<std::pair<std::string, const ReadOnce *>> remembered;
  for (auto &one : all) {
    std::move(one.found.begin(), one.found.end(), std::back_inserter(result.diagnostics));
    readings.push_back(one.is_in_sentences ? &one.read().reading : nullptr);
    if (!one.hash.empty() && one.read().is_clean) remembered.emplace_back(std::move(one.hash), &one.read());
  }
  result.readings = readings_by_record(texts, readings);
  memory.keep(std::move(remembered));
  return result;
}

} // namespace localoffer
