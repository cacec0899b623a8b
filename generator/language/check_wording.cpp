#include "language/check_wording.hpp"

#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "content/codes.hpp"
#include "language/short_forms.hpp"
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

void add_short_form(const Authored<std::string> &form, std::set<std::string> &all) {
  if (!form.given) return;
  // Of "EHC plan" the letters are explained too.
  std::size_t at = 0;
  for (const std::string &text = *form; at <= text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (const auto word = text.substr(at, end - at); is_short_form(word)) all.insert(word);
    at = end + 1;
  }
}

KnownWords known_words(const Programme &programme) {
  std::vector<TermForms> names;
  std::set<std::string> short_forms;
  const Records &records = programme.content.records;
  for (const auto &term : records.terms) {
    TermForms forms{*term.head.title, *term.short_form, {}};
    add_short_form(term.head.title, short_forms);
    add_short_form(term.short_form, short_forms);
    for (const auto &form : term.also) {
      forms.also.push_back(*form);
      add_short_form(form, short_forms);
    }
    for (const auto &form : term.avoid) // another rule speaks of these
      add_short_form(form, short_forms);
    names.push_back(std::move(forms));
  }
  for (const auto &body : records.bodies) {
    names.push_back({*body.head.title, *body.short_name, {}});
    add_short_form(body.head.title, short_forms);
    add_short_form(body.short_name, short_forms);
  }
  return {TermFinder(names), std::move(short_forms)};
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

Told told(const WordingFlaw &flaw, std::string_view words) {
  switch (flaw.kind) {
  case Kind::long_sentence:
    return {fmt::format("this sentence has {} words: '{}'", flaw.words, beginning_of(words)),
            fmt::format("Make two or three of it. A sentence has at most {} words.", longest_sentence)};
  case Kind::passive:
    return {fmt::format("'{}' does not say who does it", beginning_of(words)),
            "Begin with who does it: 'The board approved the plan', and not 'The plan was approved'."};
  case Kind::noun_pile:
    return {fmt::format("'{}' piles up nouns", beginning_of(words)),
            "Say with a verb who does what: 'we will judge how it went', and not 'we will undertake an "
            "evaluation'."};
  case Kind::word_to_avoid:
    return {fmt::format("'{}' can be said in plainer words", beginning_of(words)),
            fmt::format("Write '{}', or say what happens.", flaw.instead)};
  case Kind::hidden_negative:
    return {fmt::format("'{}' says no twice, and readers have to undo it", beginning_of(words)),
            "Say it the other way round: 'common' for 'not uncommon', 'only with' for 'not without'."};
  case Kind::short_form:
    return {fmt::format("nothing explains the short form '{}'", words),
            "Write it out, or add it to the site's terms (a record of the kind 'term' with 'short_form:')."};
  case Kind::and_or:
    return {fmt::format("'{}' leaves readers to choose", words), "Write 'and', or 'or', or 'one or both'."};
  case Kind::ampersand:
    return {"'&' stands for 'and' here", "Write 'and'. Only names keep their '&'."};
  }
  return {};
}

std::vector<Diagnostic> check_text(const WrittenText &written, const KnownWords &known, bool tell_passives) {
  std::vector<Diagnostic> found;
  ReadingText text(wording_in_lines(written), written.is_prose);
  for (const auto &flaw : flaws_of(text, known)) {
    if (flaw.kind == Kind::passive && !tell_passives) continue;
    auto [message, help] = told(flaw, std::string_view(text.text()).substr(flaw.begin, flaw.length));
    found.push_back(diagnose(code_of(flaw.kind), written.span_of(flaw.begin, flaw.length), std::move(message),
                             std::move(help)));
  }
  return found;
}

} // namespace

std::vector<Diagnostic> check_wording(const Programme &programme, unsigned threads) {
  const Settings &settings = programme.settings();
  if (settings.language.given && !settings.language->starts_with("en")) return {};
  const KnownWords known = known_words(programme);
  const bool tell_passives = settings.rules.count("passive-voice") > 0;
  std::vector<Diagnostic> all;
  for (auto &of_text : parallel_map(programme.content.texts, threads, [&](const WrittenText &text) {
         return repeats_others(text) ? std::vector<Diagnostic>{} : check_text(text, known, tell_passives);
       }))
    std::move(of_text.begin(), of_text.end(), std::back_inserter(all));
  return all;
}

} // namespace localoffer
