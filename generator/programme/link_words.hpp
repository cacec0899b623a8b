#pragma once

#include <string_view>

namespace localoffer {

/// False for the words of a link that say nothing of what they lead to: "here", "Read more", "this page".
bool say_where_it_leads(std::string_view words);

/// Whether the words of a link are only where it leads: "https://example.org", "www.example.org".
bool are_an_address(std::string_view words);

} // namespace localoffer
