#include "programme/personal_data.hpp"

#include "catch.hpp"
#include "programme/named_children.hpp"
#include "programme/personal_numbers.hpp"

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
  CHECK(found("'alex@example.net', _alex@example.net_ and __alex@example.net__", Kind::email) ==
        Parts(3, "alex@example.net"));
  CHECK(find_personal_data("mailto:a@b.org")[0].domain == "b.org");
  CHECK(find_personal_data("a@b, @example.org and https://example.org/@alex@example.org").empty());
}

TEST_CASE("what stands in the address of a page is found where it is a mailbox or a telephone") {
  CHECK(found("[mail](https://example.org/alex@example.net)", Kind::email) == Parts{"alex@example.net"});
  CHECK(found("https://example.org/?to=alex@example.net&x=1", Kind::email) == Parts{"alex@example.net"});
  REQUIRE(find_personal_data("https://wa.me/447700900123").size() == 1);
  CHECK(find_personal_data("https://wa.me/447700900123")[0].number == "07700900123");
  for (const std::string_view other :
       {"https://user@example.org/", "https://example.org/@51.2,-2.9", "https://example.org/07700900123",
        "https://example.org/?id=9990000018"})
    CHECK(find_personal_data(other).empty());
}

TEST_CASE("what is pasted from a word processor is found all the same") {
  CHECK(found("999\u00a0000\u00a00018 and 999\u2011000\u20110018", Kind::nhs_number) ==
        Parts{"999\u00a0000\u00a00018", "999\u2011000\u20110018"});
  CHECK(found("07700\u2009900\u00ad123", Kind::mobile) == Parts{"07700\u2009900\u00ad123"});
  CHECK(found("alex [at] example.org, alex(at)example.org", Kind::email) ==
        Parts{"alex [at] example.org", "alex(at)example.org"});
  CHECK(find_personal_data("alex [at] example [dot] org")[0].domain == "example.org");
  CHECK(found("ZZ99\u00a09ZZ (caf\u00e9)", Kind::postcode) == Parts{"ZZ99\u00a09ZZ"});
  CHECK(find_personal_data("2020\u20132021, \u201cfive\u201d (at) noon").empty());
}

TEST_CASE("a postcode in small letters has an area that exists, and a blank") {
  CHECK(found("at bs99 9zz.", Kind::postcode) == Parts{"bs99 9zz"});
  CHECK(found("at e1w 9zz", Kind::postcode) == Parts{"e1w 9zz"});
  for (const std::string_view other : {"zz99 9zz", "bs999zz", "ks2 1st", "b1 1st", "in 2 3rd", "by2 3xx",
                                       "bs99 9zzz", "bs99 9kk", "xbs99 9zz"}) {
    CAPTURE(other);
    CHECK(find_personal_data(other).empty());
  }
}

TEST_CASE("mobile numbers are found however they are spaced") {
  for (const std::string number : {"07700900123", "07700 900123", "07700 900 123", "+447700900123",
                                   "+44 7700 900123", "+44 (0)7700 900123", "077 00 90 01 23"})
    CHECK(found("Call " + number + ".", Kind::mobile) == Parts{number});
  for (const std::string_view other :
       {"0770090012", "077009001234", "2021-07-07 00:90", "A07700900123", "£07700.900123"})
    CHECK(find_personal_data(other).empty());
}

TEST_CASE("telephone numbers of every kind are found") {
  for (const std::string number :
       {"01632 960101", "01632960101", "(01632) 960101", "0113 496 0123", "020 7946 0018", "+44 20 7946 0018",
        "+44 (0)20 7946 0018", "0044 1632 960 101", "01632-960-101", "01632 96010", "055 1234 5678",
        "0845 496 0123", "0909 879 0123", "+441632960101"}) {
    CAPTURE(number);
    const auto parts = find_personal_data("Call " + number + ".");
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].kind == Kind::telephone);
    const std::string digits = parts[0].number;
    CHECK((digits.size() == 11 || digits == "0163296010"));
  }
  CHECK(find_personal_data("tel:+44 (0)1632 960101")[0].number == "01632960101");
}

TEST_CASE("numbers of organisations and look-alikes are no telephone numbers") {
  for (const std::string_view other : {"0300 123 4567",
                                       "0800 138 1119",
                                       "0808 800 4000",
                                       "+44 300 123 4567", // nobody has these at home
                                       "0-19-852663-6",
                                       "ISBN 0198526636",
                                       "ISBN-10: 0198526636",
                                       "978-0-19-852663-6", // ISBNs
                                       "2021-01-07 10:30",
                                       "01 02 2021",
                                       "01/02/2021",
                                       "00 01 02 03 04 05",
                                       "0 1 2 3 4 5 6 7 8 9 10",
                                       "010 7946 0018",
                                       "021 7946 0018",
                                       "1632 960101",
                                       "01632 9601011",
                                       "0163296010",
                                       "RA/01632960101",
                                       "\xC2\xA3"
                                       "1,016,329,601.01",
                                       "0.01632960101",
                                       "A01632960101",
                                       "2019 2020 2021",
                                       "+33 1 63 29 60 10"}) {
    CAPTURE(other);
    CHECK(find_personal_data(other).empty());
  }
}

TEST_CASE("NHS numbers are found by their check digit") {
  CHECK(found("999 000 0018, 9997654323 and 999-000-0018", Kind::nhs_number) ==
        Parts{"999 000 0018", "9997654323", "999-000-0018"});
  CHECK(found("999.000.0018, 999 0000018 and 999000 0018", Kind::nhs_number) ==
        Parts{"999.000.0018", "999 0000018", "999000 0018"});
  for (const std::string_view other :
       {"9990000017", "99 9000 0018", "0000000000", "19990000018", "99.90000018", "9990000081", "9996754323"})
    CHECK(find_personal_data(other).empty());
}

TEST_CASE("an NHS number's last digit checks the others") {
  for (const std::string_view right : {"9434765919", "9990000018", "4010232137"}) {
    CHECK(is_nhs_number(right));
    for (std::size_t i = 0; i < right.size();
         ++i) { // any other digit is wrong, and so are neighbours that swapped
      std::string wrong(right);
      wrong[i] = static_cast<char>('0' + (wrong[i] - '0' + 1) % 10);
      CHECK_FALSE(is_nhs_number(wrong));
      std::string swapped(right);
      if (i > 0) std::swap(swapped[i - 1], swapped[i]);
      if (swapped != right) CHECK_FALSE(is_nhs_number(swapped));
    }
  }
  for (const std::string_view wrong : {"", "943476591", "94347659190", "943476591A", "0000000000"})
    CHECK_FALSE(is_nhs_number(wrong));
}

TEST_CASE("a unique pupil number's letter checks its digits") {
  // The second ends in a letter: a temporary number.
  for (const std::string_view right : {"H801200001001", "M99920000101B", "M99900000001Z", "P820200001023"}) {
    CHECK(is_pupil_number(right));
    for (std::size_t i = 1; i < 12; ++i) {
      std::string wrong(right);
      wrong[i] = static_cast<char>('0' + (wrong[i] - '0' + 1) % 10);
      CHECK_FALSE(is_pupil_number(wrong));
      std::string swapped(right);
      if (i > 1) std::swap(swapped[i - 1], swapped[i]);
      if (swapped != right) CHECK_FALSE(is_pupil_number(swapped));
    }
    for (const char letter : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
      std::string wrong(right);
      wrong[0] = letter;
      CHECK(is_pupil_number(wrong) == (letter == right[0]));
    }
  }
  for (const std::string_view wrong : {"", "H80120000100", "H8012000010011", "H80120000100I", "H80120000100O",
                                       "H80120000100S", "8801200001001", "HH01200001001"})
    CHECK_FALSE(is_pupil_number(wrong));
}

TEST_CASE("unique pupil numbers are found however they are spaced") {
  CHECK(found("H801200001001, H 801 2000 01 001; h801200001001 (M99920000101B)", Kind::pupil_number) ==
        Parts{"H801200001001", "H 801 2000 01 001", "h801200001001", "M99920000101B"});
  for (const std::string_view other :
       {"A801200001001", "H801200001010", "H80120000100", "H8012000010011", "XH801200001001", "1B ii",
        "H 8 0 1 2 0 0 0 0 1 0 0 1", "h 801 2000 01 00b", "/H801200001001"})
    CHECK(find_personal_data(other).empty());
}

TEST_CASE("National Insurance numbers have letters that are given out") {
  for (const std::string_view right : {"AB123456C", "JG103759A", "ZY987654D", "NA123456B"})
    CHECK(is_insurance_number(right));
  for (const std::string_view wrong :
       {"QQ123456C", "DA123456A", "FA123456A", "IA123456A", "UA123456A", "VA123456A", "AD123456A",
        "AF123456A", "AI123456A", "AO123456A", "AQ123456A", "AU123456A", "AV123456A", "BG123456A",
        "GB123456A", "KN123456A", "NK123456A", "NT123456A", "TN123456A", "ZZ123456A", "AB123456E",
        "AB12345C",  "AB1234567", "A1123456C", ""})
    CHECK_FALSE(is_insurance_number(wrong));
}

TEST_CASE("National Insurance numbers are found however they are spaced") {
  CHECK(found("AB123456C, AB 12 34 56 C, ab123456c, AB 123456 C; AB-12-34-56-C", Kind::insurance_number) ==
        Parts{"AB123456C", "AB 12 34 56 C", "ab123456c", "AB 123456 C", "AB-12-34-56-C"});
  for (const std::string_view other : {"QQ 12 34 56 C", "AB 12 34 56", "AB 12 34 56 CD", "at 10 20 30 a",
                                       "AB123456E", "XAB123456C", "SEND 12 34 56 A", "AB1 2345 6C"})
    CHECK(find_personal_data(other).empty());
}

TEST_CASE("dates of birth are found in every form") {
  for (const std::string date :
       {"born on 3 May 2012", "Born 3rd May 2012", "born on May 3, 2012", "DOB 03/05/12", "DOB: 3.5.2012",
        "dob 2012-05-03", "D.O.B. 03-05-2012", "Date of birth: 3 May 2012", "date_of_birth: 2012-05-03",
        "date of birth is 3rd of May 2012", "born in Taunton on 3 May 2012", "birthday is on 3 May",
        "born on the 3rd of Sept 2012"}) {
    CAPTURE(date);
    CHECK(found("She was " + date + ".", Kind::birth_date) == Parts{date});
  }
  for (const std::string_view other :
       {"born in 2012", "born in May 2012", "children born after 1 September 2010",
        "born between 1 May 2010 and 3 May 2011", "stubborn 3 May 2012", "born on 32 May 2012",
        "born on 3 Mayor 2012", "DOB 03/13/12", "date of birth", "reborn", "born. On 3 May 2012 we met",
        "the board met on 3 May 2012", "birth date unknown"}) {
    CAPTURE(other);
    CHECK(find_personal_data(other).empty());
  }
}

TEST_CASE("the time that the search takes grows with the text alone") {
  // A search that is quadratic would take hours for these.
  for (const std::string_view piece :
       {"0(", "0((((((((((", "01632 96010 ", "A1 2 3 4 5 6 7 8 ", "born in Aaaaaaaaaaaaaaaaaa-", "a@a@",
        "a.b.c.", "+44 ", "https://a.b", "\xE2\x80\x9CTom, ", "my son my son ", "aged 9 aged 9 "}) {
    std::string text;
    while (text.size() < 2'000'000)
      text += piece;
    find_personal_data(text);
    named_children(text);
    quoted_parts(text);
  }
}

TEST_CASE("whole postcodes are found, and halves are not") {
  CHECK(found("ZZ1 1ZZ, ZZ11AA; Z1A 1AA Z11 1AA ZZ1A 1AA", Kind::postcode) ==
        Parts{"ZZ1 1ZZ", "ZZ11AA", "Z1A 1AA", "Z11 1AA", "ZZ1A 1AA"});
  for (const std::string_view other :
       {"ZZ1", "1B vi", "ZZ1 1zz", "IP7 1st", "ZZ1 1CI", "ZZZ1 1ZZ", "ZZ1 1ZZZ"})
    CHECK(find_personal_data(other).empty());
}
