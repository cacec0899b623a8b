#pragma once

#include <string_view>

namespace localoffer {

// Numbers that are given to one person each, as their issuers check them. Each function takes the number
// alone, without blanks or hyphens, and is false for anything else.

/// Ten digits, of which the last checks the nine before it (NHS Data Dictionary, modulus 11).
bool is_nhs_number(std::string_view digits);

/// A unique pupil number, in capitals: a check letter, eleven digits, and a digit, or the letter that a
/// temporary one ends in (Department for Education, modulus 23).
bool is_pupil_number(std::string_view text);

/// A National Insurance number, in capitals: two letters that HM Revenue and Customs gives out together, six
/// digits and a letter from A to D. It has nothing to check it by.
bool is_insurance_number(std::string_view text);

/// The groups in which a telephone number of the United Kingdom begins: "1632960101" without its first 0 has
/// an area code that exists. Numbers of 03, 0800 and 0808 are none here: only organisations have them.
bool is_telephone_number(std::string_view digits_after_zero);

/// The letters that a postcode begins with, in small letters: "bs".
bool is_postcode_area(std::string_view letters);

} // namespace localoffer
