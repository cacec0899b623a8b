#pragma once

#include "pages/site.hpp"
#include "render/output.hpp"
#include "render/theme.hpp"
#include "review/marked_page.hpp"

#include "base/view.hpp"

#include <string>
#include <vector>

namespace localoffer {

/// A page that a draft would change.
struct PageChange {
  enum class Kind { changed, added, removed };
  Kind kind = Kind::changed;
  std::string route;
  std::string heading;
  std::vector<PageMark> marks;         ///< of a changed page, in its order
  std::string said_before, said_after; ///< its prose as plain text, a line for each block; of a changed page
};

struct PageChanges {
  std::vector<PageChange> pages; ///< in the order of their routes
  std::vector<Output> marked;    ///< the changed pages with their changes marked
};

/// Compares the pages of two sites by their views. Of `after`, the views of pages that differ get a link to
/// the page with its changes marked.
PageChanges compare_pages(const std::vector<View> &before, std::vector<View> &after, const Site &site,
                          const SiteTheme &theme, unsigned threads);

} // namespace localoffer
