#pragma once

#include "base/feed.hpp"
#include "base/table.hpp"
#include "base/view.hpp"
#include "language/glossary.hpp"
#include "pages/site.hpp"

namespace localoffer {

/// Data to download beside the pages: written as CSV and JSON with its description.
struct Download {
  std::string route;            ///< without an ending: "/data/actions"
  std::function<Table()> table; ///< made anew each time, and only while the site lives
};

/// A feed beside the pages. The same news in another format is another file, at the address that the feed
/// itself names.
struct PublishedFeed {
  enum class Format { atom, json };
  std::string route; ///< "/feeds/changes.atom"
  Format format = Format::atom;
  Feed feed;
};

struct PublishedCalendar {
  std::string route;                  ///< "/feeds/dates.ics"
  std::function<Calendar()> calendar; ///< made when it is asked for, and only while the site lives
};

/// A file of the content that a page shows or offers, copied as it is.
struct ContentFile {
  std::string route; ///< "/files/pictures/map.png"
  std::string path;  ///< in the snapshot
};

/// One entry of the sitemap.
struct ListedRoute {
  std::string address;              ///< the whole address
  std::optional<Date> last_changed; ///< in git
};

/// Everything that one site consists of, before it is rendered.
struct Pages {
  std::vector<View> views; ///< in the order of their routes
  std::vector<Download> downloads;
  std::vector<PublishedFeed> feeds;
  std::vector<PublishedCalendar> calendars; ///< none without entries
  std::vector<ContentFile> files;
  std::vector<std::string> pictures; ///< the names of the theme's pictures that pages show
  std::vector<ListedRoute> sitemap;
  std::vector<TermExplanation> terms; ///< in the language's order
};

/// Which pages exist and what each says. Two pages at one address ("address-collision") and redirects that
/// are wrong
/// ("bad-redirect") are diagnostics.
Pages make_pages(const Site &site, std::vector<Diagnostic> &diagnostics, unsigned threads = 1);

/// The shape of the view behind each template, by the template's name: what a theme is checked against.
std::vector<std::pair<std::string, const ViewType *>> page_templates();

} // namespace localoffer
