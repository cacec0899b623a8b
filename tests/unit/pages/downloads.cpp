#include "catch.hpp"
#include "pages/page_list.hpp"
#include "site_fixture.hpp"

#include <algorithm>

using namespace localoffer;

namespace {

Table table_at(const std::vector<Download> &downloads, const std::string &route) {
  const auto found = std::find_if(downloads.begin(), downloads.end(),
                                  [&](const Download &one) { return one.route == route; });
  REQUIRE(found != downloads.end());
  return found->table();
}

std::string cell(const Table &table, std::size_t row, const std::string &column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == column) return table.rows.at(row).at(i);
  throw std::runtime_error("no column " + column);
}

} // namespace

TEST_CASE("downloads: milestones, with what they stand for and what is not known left empty") {
  const SiteFixture fixture(Files{{"milestones/list.yaml", R"(
- {id: a, ref: 1Bii, title: A, text: A., status: late, first_due: 2018-12}
- {id: b, ref: 3B i-vi, title: B, text: B., status: risk, first_due: 2019-09, replaced_by: [1B ii], why: So.}
- {id: c, ref: 4A i, title: C, text: C., status: mixed, first_due: 2019-09}
)"}});
  const auto downloads = make_downloads(fixture.site());
  const Table table = table_at(downloads, "/data/actions");
  REQUIRE(table.rows.size() == 3);
  CHECK(cell(table, 0, "ref") == "1B ii");
  CHECK(cell(table, 0, "first_due") == "2018-12");
  CHECK(cell(table, 0, "due_now").empty());
  CHECK(cell(table, 0, "late") == "true");
  CHECK(cell(table, 0, "days_late") == "440");
  CHECK(cell(table, 0, "address") == "https://testshire.example/actions/1b-ii/");
  CHECK(cell(table, 1, "stands_for") == "6");
  CHECK(cell(table, 1, "ended") == "replaced");
  CHECK(cell(table, 1, "replaced_by") == "1B ii");
  CHECK(cell(table, 1, "late") == "false");
  CHECK(cell(table, 2, "late") == "false");
  CHECK(cell(table, 2, "days_late").empty());
  CHECK(table.title == "Actions");
}

TEST_CASE("downloads: numbers are written the same in every language, and unusable ones are left empty") {
  const SiteFixture fixture(
      {{"priorities/time.md", "---\ntitle: Time\nnumber: 1\nheadline: It goes well.\n---\nWords.\n"},
       {"workstreams/list.yaml", R"(
- {id: a, number: "1.1", priority: time, text: A., stated: {total: 3.5, counts: {risk: 3.5}}}
- {id: b, number: "1.2", priority: time, text: B., stated: {total: 7, counts: {risk: 2, done: 0}, date: 2020-03}}
)"},
       {"measures/m.yaml", "title: M\npriority: time\ntext: M.\nunit: score\ndirection: up\n"
                           "observations: [{date: 2020-01, value: 1234.5, area: Mendip, about: true}]\n"}});
  const auto downloads = make_downloads(fixture.site());
  const Table stated = table_at(downloads, "/data/workstreams");
  REQUIRE(stated.rows.size() == 4);
  CHECK(cell(stated, 0, "count").empty());
  CHECK(cell(stated, 0, "total").empty());
  CHECK(cell(stated, 1, "count") == "2");
  CHECK(cell(stated, 2, "count") == "0");
  CHECK(cell(stated, 3, "status").empty());
  CHECK(cell(stated, 3, "count") == "5");
  CHECK(cell(stated, 3, "counted_on") == "2020-03");
  const Table figures = table_at(downloads, "/data/measures/m");
  CHECK(cell(figures, 0, "value") == "1234.5");
  CHECK(cell(figures, 0, "about") == "true");
  CHECK(cell(figures, 0, "part_of_area") == "Mendip");
  CHECK(cell(table_at(downloads, "/data/measures"), 0, "baseline").empty());
  for (const auto &download : downloads) {
    const Table table = download.table();
    for (const auto &row : table.rows)
      CHECK(row.size() == table.columns.size());
  }
}
