#pragma once

#include <string>
#include <string_view>

namespace localoffer {

/// The markup `after` with the differences from `before` marked in its texts (marks.hpp). The trees are
/// compared, block by block and then word by word: a block that stands elsewhere is a move, another line
/// break is nothing, and a link that leads elsewhere is another link. Both are what prose_html.hpp writes.
std::string marked_html(std::string_view before, std::string_view after);

/// Markup that is removed or added as a whole.
std::string marked_removed_html(std::string_view markup);
std::string marked_added_html(std::string_view markup);

} // namespace localoffer
