#include "catch.hpp"
#include "history/earlier_figure.hpp"
#include "history/timelines.hpp"
#include "past_fixture.hpp"

using namespace localoffer;
using testing::changes_in_words;
using testing::Past;
using testing::Texts;

namespace {

std::string observations(const std::string &items, const std::string &more = "") {
  return "title: M\n" + more + "observations: [" + items + "]\n";
}

} // namespace

TEST_CASE("the figure before another is the newest earlier one of the same area") {
  const Facts facts{{"direction", "down"},
                    {"observations[].value 2020", "1"},
                    {"observations[].value 2020-03", "5"},
                    {"observations[].value 2020-03, Mendip", "50"},
                    {"observations[].value 2020-06-30", "4"},
                    {"observations[].value 2020-12", "6"},
                    {"observations[].value undated", "9"}};
  const auto of = [&](const std::string &item) { return earlier_figure(facts, item); };
  REQUIRE(of("2020-12"));
  CHECK(of("2020-12")->item == "2020-06-30");
  CHECK(of("2020-12")->value == "4");
  CHECK(of("2020-12")->trend == -1);
  CHECK(of("2020-06-30")->trend == 1);
  CHECK(of("2020-03")->item == "2020");
  CHECK_FALSE(of("2020"));
  CHECK_FALSE(of("2020-03, Mendip"));
  CHECK_FALSE(of("2020-12, Taunton"));
  CHECK_FALSE(of("undated"));
  CHECK(of("2021-01")->trend == 0); // it is not there itself
}

TEST_CASE("without a direction, and where nothing differs, there is no trend") {
  Facts facts{{"observations[].value 2020", "5"}, {"observations[].value 2021", "6"}};
  CHECK(earlier_figure(facts, "2021")->trend == 0);
  facts["direction"] = "up";
  CHECK(earlier_figure(facts, "2021")->trend == 1);
  facts["observations[].value 2021"] = "5";
  CHECK(earlier_figure(facts, "2021")->trend == 0);
  facts["observations[].value 2021"] = "about 5";
  CHECK(earlier_figure(facts, "2021")->trend == 0);
}

TEST_CASE("figures that came, were corrected, and went are told with when they were published") {
  Past past;
  past.measure("m", observations("{date: 2020-01, value: 5}", "direction: up\n")).commit("2020-02-01");
  past.measure("m", observations("{date: 2020-01, value: 5}, {date: 2020-02, value: 4}", "direction: up\n"))
      .commit("2020-03-01");
  past.measure("m", observations("{date: 2020-01, value: 6}, {date: 2020-02, value: 7}", "direction: up\n"))
      .commit("2020-04-01");
  past.measure("m", observations("{date: 2020-02, value: 7}", "direction: up\n")).commit("2020-05-01");
  const auto told = past.told();
  CHECK(changes_in_words(told) ==
        Texts{"figure added measure m [2020-02]:  -> 4", "figure corrected measure m [2020-01]: 5 -> 6",
              "figure corrected measure m [2020-02]: 4 -> 7", "figure withdrawn measure m [2020-01]: 6 -> "});
  const auto change = [&](std::size_t i) { return told.changes[told.changes.size() - 4 + i]; };
  CHECK_FALSE(change(0).published);
  CHECK(change(0).trend == -1);
  CHECK(change(0).previous == "5");
  CHECK(change(0).previous_item == "2020-01");
  CHECK(change(1).published == Date{2020, 2, 1});
  CHECK(change(2).published == Date{2020, 3, 1});
  CHECK(change(2).trend == 1);
  CHECK(change(3).published == Date{2020, 2, 1});
  CHECK(change(3).previous.empty());
  const auto &line = told.measures.at("m");
  CHECK(line.appeared == Date{2020, 2, 1});
  REQUIRE(line.figures.size() == 4);
  CHECK((line.figures[2].kind == FigureChange::Kind::corrected));
  CHECK(line.figures[2].published == Date{2020, 3, 1});
  CHECK((line.figures[3].kind == FigureChange::Kind::withdrawn));
}

TEST_CASE("a figure that went and comes back came out on the day it came back") {
  Past past;
  past.measure("m", observations("{date: 2020-01, value: 5}")).commit("2020-02-01");
  past.measure("m", observations("")).commit("2020-03-01");
  past.measure("m", observations("{date: 2020-01, value: 5}")).commit("2020-04-01");
  past.measure("m", observations("{date: 2020-01, value: 6}")).commit("2020-05-01");
  const auto told = past.told();
  CHECK(told.changes.back().published == Date{2020, 4, 1});
}

TEST_CASE("targets and starting points that change are told, with their dates") {
  Past past;
  past.measure("m", "title: M\ndirection: up\n").commit("2020-01-01");
  past.measure(
          "m",
          "title: M\ndirection: up\ntarget: {value: 90, date: 2021}\nbaseline: {value: 40, date: 2019}\n")
      .commit("2020-02-01");
  past.measure(
          "m",
          "title: M\ndirection: down\ntarget: {value: 80, date: 2022}\nbaseline: {value: 40, date: 2019}\n")
      .commit("2020-03-01");
  past.measure("m", "title: M\ndirection: down\nbaseline: {value: 40, date: 2019}\n").commit("2020-04-01");
  CHECK(changes_in_words(past.told()) ==
        Texts{"figure added measure m:  -> 40", "figure added measure m:  -> 90",
              "target changed measure m: up -> down", "target changed measure m: 2021 -> 2022",
              "target changed measure m: 90 -> 80", "target changed measure m: 2022 -> ",
              "target changed measure m: 80 -> "});
}

TEST_CASE("a renamed measure keeps its line and its dates of publication") {
  Past past;
  past.measure("a", observations("{date: 2020-01, value: 5}, {date: 2020-02, value: 6}"))
      .commit("2020-02-01");
  past.move("content/measures/a.yaml", "content/measures/b.yaml").commit("2020-03-01");
  past.measure("b", observations("{date: 2020-01, value: 7}, {date: 2020-02, value: 6}"))
      .commit("2020-04-01");
  const auto told = past.told();
  CHECK(told.changes.back().published == Date{2020, 2, 1});
  CHECK(told.measures.size() == 1);
  CHECK(told.measures.at("b").appeared == Date{2020, 2, 1});
}

TEST_CASE("a measure may be given the name of one that was taken out") {
  Past past;
  past.measure("b", observations("{date: 2020-01, value: 1}, {date: 2020-02, value: 2}"))
      .commit("2020-02-01");
  past.remove("content/measures/b.yaml");
  past.measure("a", observations("{date: 2020-01, value: 5}, {date: 2020-02, value: 6}"))
      .commit("2020-03-01");
  past.move("content/measures/a.yaml", "content/measures/b.yaml").commit("2020-04-01");
  past.measure("b", observations("{date: 2020-01, value: 7}, {date: 2020-02, value: 8}"))
      .commit("2020-05-01");
  const auto told = past.told();
  REQUIRE(changes_in_words(told).size() == 5);
  CHECK(told.changes[told.changes.size() - 2].published == Date{2020, 3, 1});
  CHECK(told.changes.back().published == Date{2020, 3, 1});
  CHECK_FALSE(told.measures.at("b").withdrawn);
}

TEST_CASE("what a measure hides now is not told of its past") {
  Past past;
  past.measure("m", observations("{date: 2020-01, value: 9}, {date: 2020-02, value: 8}"))
      .commit("2020-02-01");
  past.measure("m", observations(
                        "{date: 2020-01, value: 9}, {date: 2020-02, value: 7}, {date: 2020-03, value: 6}"))
      .commit("2020-03-01");
  past.measure("m", observations("{date: 2020-01, value: 9}, {date: 2020-02, hidden: protects-another}, "
                                 "{date: 2020-03, value: 6}, {date: 2020-04, hidden: fewer-than-5}"))
      .commit("2020-04-01");
  const auto told = past.told();
  std::size_t hidden = 0;
  for (const auto &change : told.changes) {
    CAPTURE(change.item, change.before, change.after, change.previous);
    for (const auto *number : {&change.before, &change.after, &change.previous})
      CHECK((*number != "8" && *number != "7"));
    if (change.kind == Change::Kind::figure_withdrawn) {
      CHECK(change.item == "2020-02");
      CHECK(change.before.empty());
      ++hidden;
    }
    if (change.item == "2020-04") {
      CHECK(change.kind == Change::Kind::figure_added);
      CHECK(change.after == "fewer-than-5");
      ++hidden;
    }
    if (change.item == "2020-03") CHECK(change.trend == 0);
  }
  CHECK(hidden == 2);
  for (const auto &figure : told.measures.at("m").figures)
    CHECK((figure.before != "8" && figure.before != "7" && figure.after != "7"));
}
