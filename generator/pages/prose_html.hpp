#pragma once

#include "base/view.hpp"
#include "content/prose.hpp"
#include "pages/site.hpp"

namespace localoffer {

struct ProseOptions {
  int heading_level = 2; ///< what the prose's highest heading becomes, so that it fits under the page's own
  std::string id_prefix; ///< before the ids of its headings, where a page shows several pieces of prose
};

/// Prose as HTML without classes: the theme styles it through the element around it. Links to content become
/// addresses of pages. A paragraph "Table: ..." straight before a table is its caption.
Html prose_html(const Site &site, const Prose &prose, const SourceFilePtr &file, const ProseOptions &options);

/// For places that take a phrase, a list's item or a table's cell: one paragraph without its <p>; more prose
/// as it is.
Html inline_html(const Site &site, const Prose &prose, const SourceFilePtr &file);

/// The headings that prose_html gives ids, as links to them: "#id".
struct ProseHeading {
  std::string text, id;
  int level = 2;
};
std::vector<ProseHeading> prose_headings(const Prose &prose, const ProseOptions &options);

} // namespace localoffer
