#include "base/date.hpp"
#include "catch.hpp"

using namespace localoffer;

TEST_CASE("a date is read in three precisions and no other form") {
  CHECK(parse_date("2019") == Date{2019, 0, 0});
  CHECK(parse_date("2019-10") == Date{2019, 10, 0});
  CHECK(parse_date("2020-02-29") == Date{2020, 2, 29});
  for (const auto *wrong :
       {"", "19", "2019-13", "2019-00", "2019-02-29", "2019-1-1", "2019/10/16", "Dec 18", "20191016"})
    CHECK_FALSE(parse_date(wrong));
}

TEST_CASE("a date in a report's form is turned into ISO for the suggestion") {
  CHECK(suggest_iso_date("Dec 18") == "2018-12");
  CHECK(suggest_iso_date("April 19") == "2019-04");
  CHECK(suggest_iso_date("Sept 2019") == "2019-09");
  CHECK(suggest_iso_date("16 October 2019") == "2019-10-16");
  CHECK(suggest_iso_date("16th October 2019") == "2019-10-16");
  CHECK(suggest_iso_date("16/10/2019") == "2019-10-16");
  CHECK(suggest_iso_date("2019/10/16") == "2019-10-16");
  CHECK(suggest_iso_date("10/2019") == "2019-10");
  CHECK_FALSE(suggest_iso_date("autumn 2019"));
  CHECK_FALSE(suggest_iso_date("31/02/2019"));
  CHECK_FALSE(suggest_iso_date("soon"));
}

TEST_CASE("a promise for a month is kept until the month's last day") {
  const Date promised{2018, 12, 0};
  CHECK_FALSE(has_passed(promised, {2018, 12, 31}));
  CHECK(has_passed(promised, {2019, 1, 1}));
  CHECK(last_day({2020, 2, 0}) == Date{2020, 2, 29});
  CHECK(last_day({2021, 0, 0}) == Date{2021, 12, 31});
  CHECK(days_between({2018, 12, 0}, {2019, 3, 0}) == 90);
}

TEST_CASE("dates of different precision have one order") {
  CHECK(Date{2019, 0, 0} < Date{2019, 1, 0});
  CHECK(Date{2019, 1, 0} < Date{2019, 1, 1});
  CHECK(Date{2019, 1, 1} < Date{2019, 2, 0});
  CHECK(date_of_day_number(day_number({2021, 3, 25})) == Date{2021, 3, 25});
}

TEST_CASE("the nearest date is one that can be read") {
  CHECK(nearest_date(day_number({2021, 3, 25})) == Date{2021, 3, 25});
  for (const long day : {day_number({9999, 12, 31}), day_number({2200, 1, 1}), 104'249'991'374L})
    CHECK(nearest_date(day) == Date{2199, 12, 31});
  for (const long day : {day_number({1899, 12, 31}), -104'249'991'374L})
    CHECK(nearest_date(day) == Date{1900, 1, 1});
  CHECK(parse_date(to_iso(nearest_date(day_number({9999, 12, 31})))));
}
