#pragma once

#include "render/theme.hpp"

namespace localoffer {

/// The paths of all files in a folder and the folders in it, from that folder, with "/", in the order of
/// their bytes, which is the same on every machine. Throws WorldError when it cannot be read.
std::vector<std::string> files_in(const std::filesystem::path &folder);

/// "main.css" -> "/assets/main-1a2b3c4d.css".
std::string hashed_route(const std::string &name, std::string_view bytes);

/// All of a theme's assets with their hashed routes, by name. `site_css` goes to the end of main.css.
std::vector<Asset> load_assets(const std::filesystem::path &folder, std::string_view site_css);

/// A style sheet with each url(...) that names an asset changed to that asset's route. `name` is the sheet's
/// own, from which its relative addresses are counted.
std::string with_hashed_urls(std::string_view css, std::string_view name, const std::vector<Asset> &assets);

} // namespace localoffer
