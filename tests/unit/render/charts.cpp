#include "catch.hpp"
#include "render/chart.hpp"
#include "render/chart_svg.hpp"

#include <regex>
#include <set>

using namespace localoffer;

namespace {

Chart bar_chart(std::string id = "status") {
  Chart chart;
  chart.id = std::move(id);
  chart.message = "7 of 115 actions are off track & 50 are at risk.";
  chart.bar.parts = {{"Off track", 7, "7", "bad", "triangle"},
                     {"At risk", 50, "50", "warning", "diamond"},
                     {"On track or complete", 58, "58", "good", "circle"}};
  return chart;
}

Chart line_chart() {
  Chart chart;
  chart.id = "ehc-plans";
  chart.message = "It rose.";
  chart.line.series = {
      {"", {{18300, 8, "February 2020", "8%", false}, {18628, 16, "January 2021", "16%", true}}}};
  chart.line.baseline = LineChart::Point{18200, 4, "November 2019", "4%", false};
  chart.line.baseline_label = "Where it began";
  chart.line.target = LineChart::Point{18990, 75, "December 2021", "75%", false};
  chart.line.target_label = "Target: 75% by December 2021";
  chart.line.lowest_text = "0%";
  chart.line.highest_text = "100%";
  return chart;
}

Chart timeline_chart() {
  Chart chart;
  chart.id = "next";
  chart.message = "What comes next.";
  chart.timeline.items = {{300, "Third", "later <b>", "neutral", "ring"},
                          {100, "First", "early", "good", "tick"}};
  chart.timeline.today = 200;
  chart.timeline.today_text = "Today";
  return chart;
}

bool holds(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

std::multiset<std::string> all_matches(const std::string &text, const std::string &expression) {
  std::multiset<std::string> found;
  const std::regex pattern(expression);
  for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern); match != std::sregex_iterator();
       ++match)
    found.insert((*match)[1]);
  return found;
}

/// True when every element is closed in turn and nothing stands outside the one at the top: what XML asks of
/// it.
bool well_formed(const std::string &svg) {
  static const std::regex tag(R"x(<(/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<>]*")*)(/?)>|([^<>]+))x");
  std::vector<std::string> open;
  std::size_t at = 0;
  for (auto match = std::sregex_iterator(svg.begin(), svg.end(), tag); match != std::sregex_iterator();
       ++match) {
    if (static_cast<std::size_t>(match->position()) != at) return false;
    at += static_cast<std::size_t>(match->length());
    if ((*match)[5].matched) {
      if (open.empty()) return false;
    } else if ((*match)[1].length() > 0) {
      if (open.empty() || open.back() != (*match)[2]) return false;
      open.pop_back();
    } else if ((*match)[4].length() == 0) {
      open.push_back((*match)[2]);
    }
  }
  return at == svg.size() && open.empty();
}

} // namespace

TEST_CASE("charts are well formed, named, and hold no style or script") {
  for (const auto &chart : {bar_chart(), line_chart(), timeline_chart()}) {
    const std::string svg = draw(chart);
    CAPTURE(svg);
    CHECK(well_formed(svg));
    CHECK(holds(svg, "role=\"img\" aria-labelledby=\"" + chart.id + "-title\""));
    CHECK_FALSE(holds(svg, " style="));
    CHECK_FALSE(holds(svg, "<script"));
    const auto ids = all_matches(svg, " id=\"([^\"]*)\"");
    for (const auto &id : ids) {
      CHECK(ids.count(id) == 1);
      CHECK(id.rfind(chart.id + "-", 0) == 0);
    }
  }
}

TEST_CASE("a bar shows each part's label, value, mark and a pattern of its own") {
  const std::string svg = draw(bar_chart());
  CHECK(holds(svg, ">7 of 115 actions are off track &amp; 50 are at risk.</title>"));
  CHECK(holds(svg, ">Off track: 7; At risk: 50; On track or complete: 58.</desc>"));
  for (const auto *text : {">Off track<", ">At risk<", ">On track or complete<", ">7<", ">50<", ">58<"})
    CHECK(holds(svg, text));
  for (const auto *role : {"chart-role-bad", "chart-role-warning", "chart-role-good"})
    CHECK(holds(svg, role));
  CHECK(all_matches(svg, "url\\(#([^)]*)\\)").size() == 6);
}

TEST_CASE("parts of one role have different patterns") {
  Chart chart = bar_chart();
  for (auto &part : chart.bar.parts)
    part.role = "good";
  const auto patterns = all_matches(draw(chart), R"x((<rect class="chart-fill"[^>]*/>.*?)</pattern>)x");
  CHECK(std::set<std::string>(patterns.begin(), patterns.end()).size() == 3);
}

TEST_CASE("a part of 0 is in the legend and not in the bar; a bar of zeros is drawn empty") {
  Chart chart = bar_chart();
  chart.bar.parts[0].value = 0;
  CHECK(all_matches(draw(chart), "url\\(#([^)]*)\\)").size() == 5);
  CHECK(holds(draw(chart), ">Off track<"));
  for (auto &part : chart.bar.parts)
    part.value = 0;
  CHECK(holds(draw(chart), "chart-empty"));
  CHECK(has_something_to_draw(chart));
  CHECK(well_formed(draw(chart)));
}

TEST_CASE("a line shows values, dates, the target and the baseline; uncertain values are hollow") {
  const std::string svg = draw(line_chart());
  for (const auto *text :
       {">8%<", ">16%<", ">75%<", ">4%<", ">100%<", ">0%<", ">Target: 75% by December 2021<",
        ">Where it began<", ">November<", ">2019<", "chart-target", "chart-point-uncertain"})
    CHECK(holds(svg, text));
}

TEST_CASE("a line of one value, of equal values, and of several series can be drawn") {
  Chart chart;
  chart.id = "one";
  chart.line.series = {{"", {{100, 5, "2020", "5", false}}}};
  chart.line.lowest = chart.line.highest = 5;
  CHECK(well_formed(draw(chart)));
  CHECK_FALSE(holds(draw(chart), "nan"));
  chart.line.series = {{"Somerset", {{100, 5, "2020", "5", false}}},
                       {"England", {{100, 9, "2020", "9", false}}}};
  const std::string svg = draw(chart);
  for (const auto *text : {">Somerset<", ">England<", "chart-series-1", "chart-series-2"})
    CHECK(holds(svg, text));
}

TEST_CASE("a timeline is in the order of dates, with today in its place") {
  const std::string svg = draw(timeline_chart());
  CHECK(svg.find(">First<") < svg.find(">Today<"));
  CHECK(svg.find(">Today<") < svg.find(">Third<"));
  CHECK(holds(svg, ">later &lt;b&gt;<"));
}

TEST_CASE("a chart that holds nothing is not drawn") {
  Chart chart;
  chart.line.series = {{"empty", {}}};
  CHECK_FALSE(has_something_to_draw(chart));
  CHECK(draw(chart).empty());
}

TEST_CASE("text is cut between words into lines that fit") {
  const auto lines = chart_svg::wrapped("one two  three\nfour", chart_svg::text_width("one two"));
  CHECK(lines == std::vector<std::string>{"one two", "three", "four"});
  CHECK(chart_svg::wrapped("", 10) == std::vector<std::string>{""});
  CHECK(chart_svg::text_width("é") == chart_svg::text_width("e"));
}

TEST_CASE("numbers are short and the same everywhere") {
  CHECK(chart_svg::number(12) == "12");
  CHECK(chart_svg::number(12.34) == "12.3");
  CHECK(chart_svg::number(-0.01) == "0");
}

TEST_CASE("a hidden point is a gap with its words, wherever it would lie") {
  Chart chart = line_chart();
  chart.line.series = {{"",
                        {{18300, 40, "February", "40", false},
                         {18400, 3, "March", "fewer than 5", false, true},
                         {18500, 30, "April", "30", false}}}};
  const std::string drawn = draw(chart);
  CHECK(all_matches(drawn, "<polyline class=\"(chart-stroke)").size() == 2);
  CHECK(holds(drawn, ">fewer than 5<"));
  CHECK(holds(drawn, "March: fewer than 5"));
  CHECK(all_matches(drawn, "<path class=\"chart-mark (chart-point)\"").size() == 2);
  chart.line.series[0].points[1].y = -400; // it makes no difference what is said of it
  CHECK(draw(chart) == drawn);
}
