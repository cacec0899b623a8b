#pragma once

#include "base/search_index.hpp"
#include "base/view.hpp"
#include "pages/site.hpp"

#include <vector>

namespace localoffer {

/// A document with the words by which it is found.
struct SearchText {
  SearchDocument shown;
  std::string also; ///< other words that people look for it by
  std::string text; ///< all that it says
};

/// Each record, each part of a page of prose that has a heading, and each page that is of no record. In the
/// order of the kinds of record, then of the pages' routes. No two have the same address.
std::vector<SearchText> search_texts(const Site &site, const std::vector<View> &views, unsigned threads = 1);

} // namespace localoffer
