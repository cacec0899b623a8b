#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/find_words.hpp"
#include "programme/link_words.hpp"
#include "programme/rule_list.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

// The words that people read, wherever they stand.

namespace localoffer::rules {
namespace {

void check_link(const Use &use, Found &found) {
  const bool is_image = use.words.empty(); // an image has words of its own, which another rule asks for
  if (use.kind != Use::Kind::link || is_image) return;
  const std::string help =
      "Write in the link where it leads, so that it makes sense alone: '[the plan in full]' "
      "and not '[here]'. Many people hear a page's links as a list.";
  if (are_an_address(use.words))
    found.push_back(diagnose("link-text", use.span(), "the words of this link are only its address", help));
  else if (!say_where_it_leads(use.words))
    found.push_back(diagnose("link-text", use.span(),
                             fmt::format("'{}' does not say where the link leads", use.words), help));
}

void check_addresses(const WrittenText &text, Found &found) {
  if (!text.is_prose) return;
  for (const auto &address : bare_addresses_in(text))
    found.push_back(
        diagnose("link-text", text.span_of(address.begin, address.length),
                 "this address is not a link that people can follow",
                 "Make a link of it, and write in it where it leads: [The Local Offer](address)."));
}

/// What is to be written instead: the form that differs only in capitals, or else the short one.
std::string preferred_form(const Term &term, const std::string &avoided) {
  for (const auto *form : {&term.short_form, &term.head.title})
    if (form->given && lower_ascii(**form) == lower_ascii(avoided)) return **form;
  return term.short_form ? *term.short_form : *term.head.title;
}

/// What reports and people said stays as they said it, and a discrepancy may have to show the spelling.
bool repeats_others(const WrittenText &text) {
  return (text.kind == "report" && text.field == "title") ||
         (text.kind == "quote" && text.field == "words") || text.field == "discrepancy";
}

void check_spelling(const Term &term, const WrittenText &text, std::string wording, Found &found) {
  // "EHC plan" is right although "EHC" alone may be one to avoid.
  for (const auto *form : {&term.head.title, &term.short_form})
    blank_words(wording, **form);
  for (const auto &avoided : term.avoid)
    for (const auto &match : find_words(wording, *avoided)) {
      found.push_back(diagnose("preferred-spelling", text.span_of(match.begin, match.length),
                               fmt::format("this site does not write '{}'", *avoided),
                               fmt::format("Write '{}'.", preferred_form(term, *avoided))));
      found.back().notes.push_back({{term.head.file, avoided.place}, "the site's list of words says so"});
    }
}

/// The first mark of Markdown or HTML: "**", "](", "<b>", "</b>", "&nbsp;".
std::optional<WordMatch> markup_in(std::string_view text) {
  for (std::size_t at = text.find_first_of("*]<&"); at != std::string_view::npos;
       at = text.find_first_of("*]<&", at + 1)) {
    const auto rest = text.substr(at);
    if (rest.starts_with("**") || rest.starts_with("](")) return WordMatch{at, 2};
    const char closing = rest.front() == '<' ? '>' : ';';
    const auto end = rest.find(closing);
    constexpr std::size_t longest = 30;
    if ((rest.front() != '<' && rest.front() != '&') || end == std::string_view::npos || end < 2 ||
        end > longest)
      continue;
    const auto name = rest.substr(1, end - 1);
    const bool is_name = std::all_of(name.begin(), name.end(), [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '#';
    });
    if (is_name) return WordMatch{at, end + 1};
  }
  return std::nullopt;
}

} // namespace

void plain_text_has_no_markup(const Programme &programme, Found &found) {
  for (const auto &text : programme.content.texts)
    if (!text.is_prose)
      if (const auto mark = markup_in(text.words()))
        found.push_back(
            diagnose("markup-shown", text.span_of(mark->begin, mark->length),
                     fmt::format("'{}' is shown as it stands here: this field is plain text",
                                 text.words().substr(mark->begin, mark->length)),
                     "Leave it out. Markdown belongs into fields such as 'text:' and 'meaning:'."));
}

void links_say_where_they_lead(const Programme &programme, Found &found) {
  for (const auto &use : programme.content.uses)
    check_link(use, found);
  for (const auto &text : programme.content.texts)
    check_addresses(text, found);
}

void spellings_are_preferred(const Programme &programme, Found &found) {
  std::vector<const Term *> terms;
  for (const auto &term : programme.content.records.terms)
    if (!term.avoid.empty()) terms.push_back(&term);
  if (terms.empty()) return;
  for (const auto &text : programme.content.texts) {
    if (repeats_others(text)) continue;
    const std::string wording = wording_of(text);
    for (const Term *term : terms)
      if (text.kind != "term" || text.id != term->head.id) check_spelling(*term, text, wording, found);
  }
}

} // namespace localoffer::rules
