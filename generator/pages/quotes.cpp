#include "pages/family_items.hpp"
#include "pages/page_list.hpp"
#include "pages/record_links.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace localoffer {

struct QuoteListView {
  Frame frame;
  std::vector<QuoteView> quotes;
  std::optional<LinkView> you_said;
};
VIEW_FIELDS(QuoteListView, frame, quotes, you_said);

namespace {

std::vector<const Quote *> newest_first(std::vector<const Quote *> quotes) {
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const Quote *a, const Quote *b) { return *b->when < *a->when; });
  return quotes;
}

std::string consent_text(const Site &site, const Quote &quote) {
  if (!quote.consent.given) return site.words.say("quote.consent_unknown");
  if (*quote.consent == "published-elsewhere") return site.words.say("quote.consent_published");
  if (!quote.consent_date.given) return site.words.say("quote.consent_recorded");
  return site.words.say("quote.consent_recorded_on", {{"date", site.words.date(*quote.consent_date)}});
}

} // namespace

QuoteView quote_view(const Site &site, const Quote &quote, const std::string &id_prefix) {
  const RecordHead &head = quote.head;
  const RecordTextView text = record_text(site, head, 4);
  QuoteView view;
  view.id = id_prefix + head.id;
  view.words_said = prose_html(site, *quote.words, head.file, {4, view.id + "-words-"});
  view.speaker =
      site.words.say("quote.speaker", {{"speaker", *quote.speaker}, {"date", site.words.date(*quote.when)}});
  view.consent = consent_text(site, quote);
  std::vector<std::string> left_out;
  for (const auto &part : quote.redactions)
    left_out.push_back(*part);
  if (!left_out.empty())
    view.left_out = site.words.say("quote.left_out", {{"parts", joined(left_out, "; ")}});
  view.text = text.text;
  view.meaning = text.meaning;
  view.discrepancy = text.discrepancy;
  return view;
}

std::vector<const Quote *> quotes_on(const Site &site, const Priority &priority) {
  std::vector<const Quote *> quotes;
  for (const auto &quote : site.programme.content.records.quotes)
    if (quote.priority->id == priority.head.id) quotes.push_back(&quote);
  return newest_first(std::move(quotes));
}

void add_quotes(const Site &site, std::vector<View> &views) {
  std::vector<const Quote *> quotes;
  for (const auto &quote : site.programme.content.records.quotes)
    quotes.push_back(&quote);
  if (quotes.empty()) return;

  QuoteListView view;
  PageInfo info;
  info.route = site.addresses.quotes();
  info.heading = site.words.say("quote.heading");
  info.description = site.words.say("quote.description");
  for (const auto *quote : newest_first(std::move(quotes))) {
    view.quotes.push_back(quote_view(site, *quote));
    const auto priorities = priority_links(site, {quote->priority});
    if (!priorities.empty()) view.quotes.back().priority = priorities.front();
    info.records.push_back(&quote->head);
  }
  if (!site.programme.content.records.you_said.empty())
    view.you_said = LinkView{site.words.say("you_said.heading"), site.href(site.addresses.you_said())};
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.quotes(), "quote-list", std::move(view)));
}

void list_quote_templates(PageTemplates &templates) {
  templates.emplace_back("quote-list", &view_type<QuoteListView>());
}

} // namespace localoffer
