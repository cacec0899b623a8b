#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// Something in a text that leads to a person.
struct PersonalData {
  enum class Kind {
    email,
    mobile,
    telephone, ///< any other number of the United Kingdom but 03, 0800 and 0808, which no private person has
    nhs_number,
    pupil_number,
    insurance_number,
    postcode,
    birth_date,
  };
  Kind kind = Kind::email;
  std::size_t begin = 0, length = 0; ///< bytes
  std::string domain = {};           ///< of an e-mail address, in small letters
  std::string number = {};           ///< of a mobile or telephone: its digits, from the first 0 on
};

/// What stands in a text, in its order. Web addresses are passed over. The time it takes grows with the
/// text's length alone.
std::vector<PersonalData> find_personal_data(std::string_view text);

/// "an e-mail address", "the number of a mobile telephone".
std::string_view name_of(PersonalData::Kind kind);

} // namespace localoffer
