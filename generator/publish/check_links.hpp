#pragma once

#include "base/diagnostic.hpp"
#include "publish/site_references.hpp"
#include "render/output.hpp"

#include <string_view>
#include <vector>

namespace localoffer {

/// Reads those HTML pages among the outputs that `references` does not know yet.
void read_references(const std::vector<Output> &outputs, SiteReferences &references, unsigned threads);

/// Follows every href and src of the HTML pages among the outputs that stays on the site, and reports,
/// sorted:
///
/// - `broken-link`: its target is not among the outputs, or is a folder's page named without the final "/";
/// - `broken-anchor`: its target page has no element with the id after "#";
/// - `duplicate-html-id`: an id twice on one page;
/// - `orphan-page`: a page that no chain of links from index.html leads to. 404.html, which the web server
/// shows by
///   itself, and pages that only send their reader on are no orphans.
///
/// `site_address` is where the site's top will be, as "/", "/somerset/" or "https://example.org/somerset/". A
/// full address below it counts as the site's own; others are left alone, and so is mailto: and its like.
/// Each diagnostic's span is the page's path.
std::vector<Diagnostic> check_links(const std::vector<Output> &outputs, const SiteReferences &references,
                                    std::string_view site_address, unsigned threads);

} // namespace localoffer
