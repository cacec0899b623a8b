#pragma once

#include "base/search_index.hpp"

#include <string>

namespace localoffer {

/// The index as the theme's search.js loads it: an object whose "index" is MiniSearch's own serialised form
/// (serializationVersion 2), so that a browser only has to load it. The same index gives the same bytes.
std::string search_json(const SearchIndex &index);

} // namespace localoffer
