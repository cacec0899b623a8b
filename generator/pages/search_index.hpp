#pragma once

#include "base/search_index.hpp"
#include "base/view.hpp"
#include "pages/site.hpp"

namespace localoffer {

/// What a browser needs to search all of the site. The same on any number of threads.
SearchIndex make_search_index(const Site &site, const std::vector<View> &views, unsigned threads);

} // namespace localoffer
