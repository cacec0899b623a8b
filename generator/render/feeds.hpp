#pragma once

#include "base/feed.hpp"

#include <string>

namespace localoffer {

/// Atom 1.0 (RFC 4287), to be published as *.atom with the type application/atom+xml. Times are the day at
/// 00:00:00Z (section 3.3). Content is escaped HTML (section 3.1.1.2) and is left out where `html` is empty.
/// The characters that XML 1.0 does not allow (section 2.2) are left out. Throws nothing.
std::string atom_feed(const Feed &feed);

/// JSON Feed 1.1 (jsonfeed.org), to be published as *.json with the type application/feed+json. An item must
/// have content: one without `html` has its summary, or else its title, as plain text. Throws
/// nlohmann::json::type_error when a text is not well-formed UTF-8.
std::string json_feed(const Feed &feed);

} // namespace localoffer
