#include "pages/measure_words.hpp"

#include "catch.hpp"
#include "pages/page_list.hpp"
#include "site_fixture.hpp"

using namespace localoffer;

namespace {

SiteFixture measure(const std::string &fields) {
  return SiteFixture(
      {{"priorities/time.md", "---\ntitle: Time\nnumber: 1\nheadline: It goes well.\n---\nWords.\n"},
       {"measures/m.yaml", "title: Plans on time\npriority: time\ntext: Words.\n" + fields}});
}

const std::string three_figures = R"(unit: percent
direction: up
observations:
  - {date: 2019, value: 45}
  - {date: 2020-01, value: 17}
  - {date: 2020-02-10, value: 50, about: true}
)";

} // namespace

TEST_CASE("measures: a few figures make one sentence") {
  const SiteFixture fixture = measure(three_figures);
  const MeasureFacts &facts = fixture.measure("m");
  CHECK(figures_sentence(fixture.site(), facts) ==
        "It was 45% in 2019, 17% in January 2020 and about 50% on 10 February 2020.");
  CHECK(newest_text(fixture.site(), facts) == "About 50% (10 February 2020)");
  CHECK(target_text(fixture.site(), *facts.record) == "No target given");
  CHECK(missing_text(fixture.site(), facts) == "The report gives no starting point and no target.");
  CHECK(direction_text(fixture.site(), *facts.record) == "A higher figure is better.");
  CHECK(progress_sentences(fixture.site(), facts).empty());
}

TEST_CASE("measures: a line is drawn from two dates on, with percentages up to 100") {
  const SiteFixture fixture = measure(three_figures);
  const auto chart = measure_chart(fixture.site(), fixture.measure("m"));
  REQUIRE(chart);
  REQUIRE(chart->line.series.size() == 1);
  CHECK(chart->line.series[0].points.size() == 3);
  CHECK(chart->line.series[0].points[2].uncertain);
  CHECK(chart->line.highest_text == "100%");
  CHECK(chart->line.lowest_text == "0%");
}

TEST_CASE("measures: one figure is drawn beside a target, and alone it is not") {
  const std::string one = "unit: percent\ndirection: up\nobservations: [{date: 2020-03, value: 32}]\n";
  const SiteFixture alone = measure(one);
  CHECK_FALSE(measure_chart(alone.site(), alone.measure("m")));
  CHECK(figures_table(alone.site(), alone.measure("m")).rows.size() == 1);

  const SiteFixture aimed = measure(one + "target: {value: 75, date: 2020-12}\n");
  const auto chart = measure_chart(aimed.site(), aimed.measure("m"));
  REQUIRE(chart);
  CHECK(chart->line.target_label == "Target: 75% by December 2020");
  CHECK(
      progress_sentences(aimed.site(), aimed.measure("m")) ==
      std::vector<std::string>{"The target is 75% by December 2020. There are 43 percentage points to go.",
                               "The report gives no starting point, so we cannot tell how far it has come."});
}

TEST_CASE("measures: the way from the starting point to the target is told in words") {
  const SiteFixture down =
      measure("unit: days\ndirection: down\nbaseline: {value: 60, date: 2019-01}\n"
              "target: {value: 20, date: 2020-12}\nobservations: [{date: 2020-02, value: 50}]\n");
  CHECK(progress_sentences(down.site(), down.measure("m")) ==
        std::vector<std::string>{"The target is 20 days by December 2020. There are 30 days to go.",
                                 "It began at 60 days, and has come 25% of the way to the target."});
  const SiteFixture reached =
      measure("unit: days\ndirection: down\nbaseline: {value: 60, date: 2019-01}\n"
              "target: {value: 20, date: 2020-12}\nobservations: [{date: 2020-02, value: 1}]\n");
  CHECK(progress_sentences(reached.site(), reached.measure("m")) ==
        std::vector<std::string>{"It has reached its target of 20 days by December 2020."});
  CHECK(newest_text(reached.site(), reached.measure("m")) == "1 day (February 2020)");
}

TEST_CASE("measures: figures of parts of the area stand beside each other") {
  const SiteFixture fixture = measure("unit: percent\ndirection: up\nobservations:\n"
                                      "  - {date: 2020-03, value: 41, area: Taunton}\n"
                                      "  - {date: 2020-03, value: 86, area: Mendip}\n");
  const MeasureFacts &facts = fixture.measure("m");
  CHECK(figures_sentence(fixture.site(), facts) ==
        "It was 86% in Mendip in March 2020 and 41% in Taunton in March 2020.");
  CHECK(newest_text(fixture.site(), facts) == "Mendip: 86% (March 2020) and Taunton: 41% (March 2020)");
  CHECK_FALSE(measure_chart(fixture.site(), facts));
  CHECK(figures_table(fixture.site(), facts).columns.size() == 3);
}

TEST_CASE("measures: nothing published is said, and words are not numbers") {
  const SiteFixture none = measure("direction: up\n");
  CHECK(newest_text(none.site(), none.measure("m")) == "No figure has been published yet");
  CHECK(missing_text(none.site(), none.measure("m")) ==
        "The report gives no figure, no starting point and no target.");
  CHECK_FALSE(measure_chart(none.site(), none.measure("m")));
  const SiteFixture words = measure("unit: words\n");
  CHECK(newest_text(words.site(), words.measure("m")) == "Not counted in numbers");
  CHECK(missing_text(words.site(), words.measure("m")) ==
        "The report describes this in words. It gives no numbers.");
}

TEST_CASE("measures: a score below zero has an axis that reaches below zero") {
  const SiteFixture fixture = measure("unit: score\ndirection: up\nobservations:\n"
                                      "  - {date: 2019, value: -1.2}\n  - {date: 2020, value: 0.4}\n");
  const auto chart = measure_chart(fixture.site(), fixture.measure("m"));
  REQUIRE(chart);
  CHECK(chart->line.lowest == Approx(-1.5));
  CHECK(chart->line.highest == Approx(0.4));
}

TEST_CASE("measures: beside parts of the area, the whole area is named") {
  const SiteFixture fixture = measure("unit: days\ndirection: down\nobservations:\n"
                                      "  - {date: 2019, value: 9}\n"
                                      "  - {date: 2020, value: 8}\n"
                                      "  - {date: 2020, value: 7, area: Mendip}\n");
  CHECK(figures_sentence(fixture.site(), fixture.measure("m")) ==
        "It was 8 days in the whole area in 2020 and 7 days in Mendip in 2020.");
  const auto chart = measure_chart(fixture.site(), fixture.measure("m"));
  REQUIRE(chart);
  REQUIRE(chart->line.series.size() == 2);
  CHECK(chart->line.series[0].label == "The whole area");
  CHECK(newest_text(fixture.site(), fixture.measure("m")) == "8 days (2020)");
}

TEST_CASE("measures: a small number is told in words, and nothing tells it") {
  const SiteFixture fixture =
      measure("unit: count\ndirection: down\ntarget: {value: 0, date: 2021}\nobservations:\n"
              "  - {date: 2020-01, value: 40}\n  - {date: 2020-02, hidden: fewer-than-5}\n"
              "  - {date: 2020-03, value: 30, note: Provisional.}\n"
              "  - {date: 2020-04, hidden: protects-another, note: Final.}\n");
  const MeasureFacts &facts = fixture.measure("m");
  CHECK(figures_sentence(fixture.site(), facts) ==
        "It was 40 in January 2020, fewer than 5 in February 2020, 30 in "
        "March 2020 and not shown in April 2020.");
  CHECK(newest_text(fixture.site(), facts) == "Not shown (April 2020)");
  CHECK(
      progress_sentences(fixture.site(), facts).empty()); // the way to the target would give the number away
  const auto table = figures_table(fixture.site(), facts);
  REQUIRE(table.rows.size() == 4);
  CHECK(table.rows[1].cells[0].text == "fewer than 5");
  CHECK(table.rows[1].cells[1].text ==
        "We do not show numbers from 1 to 4, so that nobody can be recognised by them.");
  CHECK(table.rows[2].cells[1].text == "Provisional.");
  CHECK(table.rows[3].cells[1].text.starts_with("Final. We do not show this number"));
  const auto chart = measure_chart(fixture.site(), facts);
  REQUIRE(chart);
  const auto &points = chart->line.series[0].points;
  REQUIRE(points.size() == 4);
  CHECK(points[1].hidden);
  CHECK(points[1].y_text == "fewer than 5");
  CHECK_FALSE(points[2].hidden);
}

TEST_CASE("measures: where every figure is hidden there is nothing to draw") {
  const SiteFixture fixture =
      measure("unit: count\nobservations:\n  - {date: 2020-01, hidden: fewer-than-5}\n"
              "  - {date: 2020-02, hidden: fewer-than-5}\n");
  CHECK_FALSE(measure_chart(fixture.site(), fixture.measure("m")));
  CHECK(fixture.measure("m").completeness.has_figure);
}
