#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// Something in a text that leads to a person.
struct PersonalData {
  enum class Kind { email, mobile, nhs_number, postcode };
  Kind kind = Kind::email;
  std::size_t begin = 0, length = 0; ///< bytes
  std::string domain;                ///< of an e-mail address, in small letters
};

/// E-mail addresses, mobile numbers and whole postcodes of the United Kingdom, and NHS numbers whose check
/// digit is right, in the order of the text. Web addresses are passed over.
std::vector<PersonalData> find_personal_data(std::string_view text);

} // namespace localoffer
