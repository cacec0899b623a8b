#pragma once

#include "pages/frame.hpp"

#include <optional>
#include <string>
#include <vector>

namespace localoffer {

// Pages told again in short sentences with pictures. Which words may be used of them follows from the review
// alone: "Easy Read" where one is recorded, and "with pictures" where none is.

/// The route of the page that a version with pictures tells again. Empty when no page can be meant: its kind
/// or its id is not known, or its record has no page of its own.
std::string page_told_again(const Site &site, const EasyRead &page);

/// A link to the version with pictures of the page at `route`; nothing where there is none.
std::optional<LinkView> version_with_pictures(const Site &site, const std::string &route);

/// What the list of them is called, for headings, and shorter for the menu. There is one at least.
std::string easy_read_heading(const Site &site);
std::string easy_read_menu_entry(const Site &site);

/// The names of the pictures that these pages show, each once.
std::vector<std::string> pictures_in_use(const Site &site);

} // namespace localoffer
