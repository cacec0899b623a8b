#include "programme/personal_data.hpp"

#include "catch.hpp"

using namespace localoffer;
using Kind = PersonalData::Kind;

// Numbers and addresses that belong to nobody: Ofcom keeps 07700 900000 to 900999 for drama, the NHS does not
// give out numbers that begin with 999, and ZZ is no postal area.

namespace {

/// What was found, as it stands in the text.
std::vector<std::string> found(std::string_view text, Kind kind) {
  std::vector<std::string> parts;
  for (const auto &one : find_personal_data(text)) {
    CHECK(one.kind == kind);
    parts.emplace_back(text.substr(one.begin, one.length));
  }
  return parts;
}

using Parts = std::vector<std::string>;

} // namespace

TEST_CASE("e-mail addresses are found with their domain") {
  CHECK(found("Write to alex.example+send@Mail.Example.org.", Kind::email) ==
        Parts{"alex.example+send@Mail.Example.org"});
  CHECK(find_personal_data("mailto:a@b.org")[0].domain == "b.org");
  CHECK(find_personal_data("a@b, @example.org and https://example.org/@alex@example.org").empty());
}

TEST_CASE("mobile numbers are found however they are spaced") {
  for (const std::string number : {"07700900123", "07700 900123", "07700 900 123", "+447700900123",
                                   "+44 7700 900123", "+44 (0)7700 900123", "077 00 90 01 23"})
    CHECK(found("Call " + number + ".", Kind::mobile) == Parts{number});
  for (const std::string_view other :
       {"01632 960101", "0770090012", "077009001234", "2021-07-07 00:90", "A07700900123", "£07700.900123"})
    CHECK(find_personal_data(other).empty());
}

TEST_CASE("NHS numbers are found by their check digit") {
  CHECK(found("999 000 0018, 9997654323 and 999-000-0018", Kind::nhs_number) ==
        Parts{"999 000 0018", "9997654323", "999-000-0018"});
  for (const std::string_view other :
       {"9990000017", "99 9000 0018", "0000000000", "19990000018", "999.000.0018"})
    CHECK(find_personal_data(other).empty());
}

TEST_CASE("whole postcodes are found, and halves are not") {
  CHECK(found("ZZ1 1ZZ, ZZ11AA; Z1A 1AA Z11 1AA ZZ1A 1AA", Kind::postcode) ==
        Parts{"ZZ1 1ZZ", "ZZ11AA", "Z1A 1AA", "Z11 1AA", "ZZ1A 1AA"});
  for (const std::string_view other :
       {"ZZ1", "1B vi", "ZZ1 1zz", "IP7 1st", "ZZ1 1CI", "ZZZ1 1ZZ", "ZZ1 1ZZZ"})
    CHECK(find_personal_data(other).empty());
}
