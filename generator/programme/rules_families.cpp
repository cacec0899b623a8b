#include "content/codes.hpp"
#include "programme/named_children.hpp"
#include "programme/personal_data.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

// What families said: their own words, and the answers that they wait for.

namespace localoffer::rules {
namespace {

constexpr std::size_t longest_quote = 60; // words: enough for a voice, too little for a letter

std::size_t word_count(const std::string &text) {
  std::istringstream words(text);
  std::size_t count = 0;
  for (std::string word; words >> word;)
    ++count;
  return count;
}

bool holds_email(const std::string &text) {
  const auto found = find_personal_data(text);
  return std::any_of(found.begin(), found.end(),
                     [](const PersonalData &one) { return one.kind == PersonalData::Kind::email; });
}

void check_quote(const Quote &quote, Found &found) {
  const auto report = [&](Place place, std::string message, std::string help) {
    found.push_back(diagnose("quote-consent", {quote.head.file, place}, std::move(message), std::move(help)));
  };
  if (!quote.consent)
    report(
        quote.head.place, "nothing says that the speaker agreed to this quote",
        "Ask them, and write 'consent: recorded' and 'consent_date:'. For words that were published before "
        "with their consent: 'consent: published-elsewhere'. Without consent, say in your own words what "
        "was meant.");
  else if (*quote.consent == "recorded" && !quote.consent_date)
    report(quote.consent.place, "the consent was recorded, and nothing says when",
           "Write the day or month under 'consent_date:'.");
  const std::string words = plain_text(*quote.words);
  if (const std::size_t count = word_count(words); count > longest_quote)
    report(quote.words.place,
           fmt::format("this quote has {} words, and {} is the most", count, longest_quote),
           "Keep the sentence or two that matter, and say the rest in your own words.");
  if (!titled_names(words).empty() || holds_email(words))
    report(quote.words.place, "this quote names somebody",
           "Leave the name or the address out, and say so under 'redactions:'.");
  if (!titled_names(*quote.speaker).empty())
    report(quote.speaker.place, "this names the speaker",
           "Say what kind of person it is, for example 'A parent'.");
}

/// The day on which an answer is late, or soon will be: regulations ask for one at least once a year.
Date after_months(const Date &date, int months) {
  const int all = (date.year * 12 + date.month - 1) + months;
  return {all / 12, all % 12 + 1, 0};
}

void check_answer(const YouSaid &one, const Date &today, Found &found) {
  if (one.response || !one.when) return;
  constexpr int months = 11; // leaves one month to answer within the year
  const bool is_late = has_passed(after_months(last_day(*one.when), months), today);
  const bool is_past_due = one.answer_due && has_passed(*one.answer_due, today);
  if (!is_late && !is_past_due) return;
  const Authored<Date> &date = is_past_due ? one.answer_due : one.when;
  found.push_back(diagnose(
      "answer-overdue", {one.head.file, date.place},
      is_past_due ? fmt::format("the answer to '{}' was due by {}", *one.head.title, to_iso(*one.answer_due))
                  : fmt::format("'{}' was said in {} and has no answer", *one.head.title, to_iso(*one.when)),
      "Write the answer under 'response:'. The law asks for answers to families' comments at least once a "
      "year."));
}

} // namespace

void quotes_have_consent(const Programme &programme, Found &found) {
  for (const auto &quote : programme.content.records.quotes)
    check_quote(quote, found);
}

void answers_are_in_time(const Programme &programme, Found &found) {
  for (const auto &one : programme.content.records.you_said)
    check_answer(one, programme.today, found);
}

} // namespace localoffer::rules
