#pragma once

#include <string_view>
#include <vector>

namespace localoffer {

/// Cuts the text of a YAML list into its items, each with the "- " that begins it, so that an item that did
/// not change need not be parsed again. One piece, the whole text, for everything else. Where an item cannot
/// be read alone (it uses an anchor of another one, or the file is not YAML), the whole text has to be read.
std::vector<std::string_view> list_pieces(std::string_view text);

} // namespace localoffer
