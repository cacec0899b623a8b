#pragma once

#include <string_view>

namespace localoffer {

/// How many bytes of `text` say when somebody was born, from its first on: "born on 3 May 2012", "DOB
/// 03/05/12", "Date of birth: 2012-05-03"; 0 for anything else. A year or a month alone leads to nobody, and
/// neither does who was born before or after a day. It looks at no more than a line's beginning.
std::size_t birth_date_at(std::string_view text);

} // namespace localoffer
