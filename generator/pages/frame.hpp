#pragma once

#include "base/view.hpp"
#include "pages/page_use.hpp"
#include "pages/site.hpp"

#include <string>
#include <vector>

namespace localoffer {

struct LinkView {
  std::string text, href;
  bool current = false; ///< the page that is being read, or the part of the site that it belongs to
};
VIEW_FIELDS(LinkView, text, href, current);

/// A published report that facts on the page come from, and the parts of it.
struct SourceView {
  std::string title, publisher, date, href, sections;
};
VIEW_FIELDS(SourceView, title, publisher, date, href, sections);

/// What a page of a draft says of itself.
struct DraftView {
  std::string review_href; ///< what would change in all
  std::string marked_href; ///< this page with its changes marked; empty where it has none
  std::string clean_href;  ///< of a marked page: the page as it would be
  std::string count;       ///< of a marked page: how many changes it has
};
VIEW_FIELDS(DraftView, review_href, marked_href, clean_href, count);

/// The page in one of the site's languages.
struct LanguageLinkView {
  std::string code, name, direction, href, address;
  bool current = false;
};
VIEW_FIELDS(LanguageLinkView, code, name, direction, href, address, current);

/// What a page in another language than the site's own says of its words.
struct TranslationView {
  std::vector<std::string> sentences; ///< who translated and checked it, and whether it is too old
  std::string untranslated;           ///< that some of it is in the original language; shown where it is so
  std::string original_href, original_language;
  bool has_sentences = false;
};
VIEW_FIELDS(TranslationView, sentences, untranslated, original_href, original_language, has_sentences);

/// What every page has around its own content.
struct Frame {
  std::string language, direction;
  std::optional<LinkView> easy_read; ///< this page with pictures
  std::string caption;               ///< above the h1, where it needs a place: "Priority 8"
  std::string heading;               ///< the page's h1
  std::string title;                 ///< of the document: at most 65 characters, unique on the site
  std::string description;           ///< for search results and social previews
  std::string canonical;             ///< the page's whole address; empty for the "not found" page
  std::string site_title, home_href, search_href, stylesheet, icon;
  bool not_listed = false;                       ///< search engines are asked to pass the page by
  std::string kept_notice, kept_link, kept_href; ///< that this page is kept as it was; empty on today's site
  std::vector<LanguageLinkView> languages;       ///< none for a site in one language
  std::optional<TranslationView> translation;    ///< on a page in another language than the site's own
  bool has_languages = false;
  std::string words_note;            ///< that nobody has checked the interface words; or empty
  std::optional<DraftView> draft;    ///< on a draft that is not published
  std::string feed_href, feed_title; ///< what changed, as a feed; empty where no page tells of it
  std::vector<LinkView> navigation;
  std::vector<LinkView> breadcrumbs; ///< from the home page down to the page above this one
  std::vector<LinkView> on_this_page;
  bool has_breadcrumbs = false, has_contents = false, has_sources = false;
  bool explains_words = true; ///< the words that the page uses are listed at its end
  std::vector<LinkView> footer_links;
  Html notice;               ///< what this site is and is not
  std::string position_date; ///< "This shows the position on 25 March 2021."
  std::vector<SourceView> sources;
  std::string last_changed;  ///< a sentence; empty when there is no history to tell it from
  std::string problem_href;  ///< mailto: that names the page
  std::string problem_email; ///< the address in it, for paper and for those who have no mail program
  PageUseView use;
  Html other_formats;
  std::string contact_href;
  std::string publisher;
};
VIEW_FIELDS(Frame, language, direction, easy_read, caption, heading, title, description, canonical,
            site_title, home_href, search_href, stylesheet, icon, not_listed, kept_notice, kept_link,
            kept_href, languages, has_languages, translation, words_note, draft, feed_href, feed_title,
            navigation, breadcrumbs, on_this_page, has_breadcrumbs, has_contents, has_sources, explains_words,
            footer_links, notice, position_date, sources, last_changed, problem_href, problem_email, use,
            other_formats, contact_href, publisher);

/// What a page says about itself so that its frame can be made.
struct PageInfo {
  std::string route;
  std::string caption; ///< above the heading
  std::string heading;
  std::string title;                 ///< of the document, when the heading alone does not say where one is
  std::string description;           ///< empty: the site's own
  std::string section;               ///< the route of the navigation entry that the page belongs to
  std::vector<LinkView> breadcrumbs; ///< below the home page; hrefs made already
  std::vector<LinkView> on_this_page;
  bool explains_words = true;              ///< terms are explained where the page uses them
  bool is_in_one_language = false;         ///< the other languages of the site have no such page
  std::vector<const RecordHead *> records; ///< that the page tells of: their sources and last changes
  std::optional<Date> changed;             ///< of a page that gathers: when what it gathers last changed
};

Frame make_frame(const Site &site, PageInfo info);

/// The sources that the records and citations name: each report once, its sections joined, newest report
/// first.
std::vector<SourceView> source_views(const Site &site, const std::vector<const Citation *> &citations);

/// What inspectors, reviewers and reports say, and what stands in the way: pages for which the menu may have
/// no room.
std::vector<LinkView> outside_looks(const Site &site);

/// The Markdown pages of the content: those with `order` first, by it, then the others.
std::vector<const Page *> pages_in_order(const Programme &programme);

/// Cut at a word, with an ellipsis, when it has more characters than `most`.
std::string shortened(const std::string &text, std::size_t most);

/// Text as part of an address: everything but letters, digits and -._~ becomes %XX.
std::string percent_encoded(std::string_view text);

} // namespace localoffer
