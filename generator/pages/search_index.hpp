#pragma once

#include "base/search_index.hpp"
#include "base/view.hpp"
#include "pages/search_texts.hpp"
#include "pages/site.hpp"

namespace localoffer {

/// What a browser needs to search all of the site. The same on any number of threads.
SearchIndex make_search_index(const Site &site, const std::vector<View> &views, unsigned threads);
SearchIndex make_search_index(const Site &site, std::vector<SearchText> texts, unsigned threads);

/// A hash of all that the index is made from: equal keys are equal indexes.
std::string search_key(const Site &site, const std::vector<SearchText> &texts);

} // namespace localoffer
