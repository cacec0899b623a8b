#pragma once

#include "pages/common_views.hpp"

namespace localoffer {

// Records between the programme and families, as they stand in lists of several pages.

/// A news update in a list, with its first paragraph.
struct NewsItemView {
  std::string title, href, date;
  Html text;
};
VIEW_FIELDS(NewsItemView, title, href, date, text);

std::vector<const NewsUpdate *> newest_news(const Site &site); ///< newest first
NewsItemView news_item(const Site &site, const NewsUpdate &update);

/// Somebody's own words, with what is known of them and of their consent.
struct QuoteView {
  std::string id;
  Html words_said;
  std::string speaker; ///< "A parent, March 2021"
  std::string consent;
  std::string left_out; ///< "We left out the name of a school."; empty when nothing was
  Html text, meaning, discrepancy;
  std::optional<LinkView> priority; ///< not on the priority's own page
};
VIEW_FIELDS(QuoteView, id, words_said, speaker, consent, left_out, text, meaning, discrepancy, priority);

/// `id_prefix`: where the page holds other records too.
QuoteView quote_view(const Site &site, const Quote &quote, const std::string &id_prefix = {});

/// Newest first.
std::vector<const Quote *> quotes_on(const Site &site, const Priority &priority);

/// A topic in a list.
struct TopicItemView {
  std::string title, href;
  Html text;
};
VIEW_FIELDS(TopicItemView, title, href, text);

std::vector<TopicItemView> topic_items(const Site &site); ///< in the topics' own order

/// Those with `order` first, by it.
std::vector<const Question *> questions_in_order(const Site &site);

/// True when families have got an answer, or are told what was done.
bool is_answered(const YouSaid &said);
/// "No answer yet, after 7 months."
std::string waiting_text(const Site &site, const YouSaid &said);

} // namespace localoffer
