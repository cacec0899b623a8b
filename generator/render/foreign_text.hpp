#pragma once

#include <string>
#include <string_view>

namespace localoffer {

/// Finishes a page that holds text of another language between marks (base/foreign.hpp): each becomes a
/// <span> with that language and direction. Where no element can stand, in attributes, the title and
/// graphics, the marks go. Between `untranslated_begins` and `untranslated_ends` the page says that some of
/// it is not translated; that stays only where some of its main part is in the other language.
void finish_foreign_text(std::string &page, std::string_view language, std::string_view direction);

inline constexpr std::string_view untranslated_begins = "<!--untranslated-->",
                                  untranslated_ends = "<!--/untranslated-->";

} // namespace localoffer
