#pragma once

#include <string>
#include <string_view>

namespace localoffer {

/// The page at `path` ("actions/1a/index.html") with links from where it stands, so that the site can be read
/// in any folder, and from a disk without a server: "/actions/" becomes "../../actions/index.html". `base` is
/// the folder that the site's own links begin with: "/" or "/somerset/". Links elsewhere stay.
std::string with_portable_links(std::string_view html, std::string_view path, std::string_view base);

} // namespace localoffer
