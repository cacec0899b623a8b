#pragma once

#include <string_view>

namespace localoffer {

/// Whether a word is a short form, such as "SEND", "SaLT" or "S&LT": two capitals or more, none of its small
/// letters in a row longer than one. "McDonald" and "1B" are none.
bool is_short_form(std::string_view word);

/// The form itself, of "SENCO’s" and "SENCOs".
std::string_view short_form_in(std::string_view word);

} // namespace localoffer
