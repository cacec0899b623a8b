#include "render/chart_svg.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace localoffer {
namespace {

using namespace chart_svg;

constexpr double rail_x = 12, text_x = 38, item_gap = 14;

/// The date beside its mark, and the words under it. Returns where the next item begins.
double append_item(std::string &out, const TimelineChart::Item &item, double top) {
  const double baseline = top + 16;
  fmt::format_to(std::back_inserter(out), R"(<g class="chart-part {}">)", role_class(item.role));
  // A disc of the page's colour, so that the rail does not run through hollow marks.
  fmt::format_to(std::back_inserter(out), R"(<circle class="chart-ground" cx="{}" cy="{}" r="11"/>)",
                 number(rail_x), number(baseline - 5));
  append_mark(out, item.shape, rail_x, baseline - 5);
  append_text(out, text_x, baseline, item.when_text, {"chart-text chart-value"});
  double y = baseline;
  for (const auto &line : wrapped(item.label, chart_width - text_x)) {
    y += line_height;
    append_text(out, text_x, y, line);
  }
  out += "</g>";
  return y + item_gap;
}

double append_today(std::string &out, const std::string &words, double top) {
  const double y = top + 12;
  const double width = text_width(words);
  append_line(out, 0, y, text_x - 8, y, "chart-today");
  append_line(out, std::min(text_x + width, chart_width), y, chart_width, y, "chart-today");
  append_text(out, text_x, y + 5, words, {"chart-text chart-value"});
  return top + 24 + item_gap;
}

} // namespace

/// Items stand one under another in the order of their dates and not to scale: on a phone there is room for
/// words only that way, and the dates are given in words.
std::string draw_timeline(const Chart &chart) {
  auto items = chart.timeline.items;
  std::stable_sort(items.begin(), items.end(), [](const auto &a, const auto &b) { return a.x < b.x; });

  std::string marks;
  double y = 2, first_mark = 0, last_mark = 0;
  bool today_is_drawn = !chart.timeline.today;
  for (const auto &item : items) {
    if (!today_is_drawn && item.x > *chart.timeline.today) {
      y = append_today(marks, chart.timeline.today_text, y);
      today_is_drawn = true;
    }
    last_mark = y + 11;
    if (first_mark <= 0) first_mark = last_mark;
    y = append_item(marks, item, y);
  }
  if (!today_is_drawn) y = append_today(marks, chart.timeline.today_text, y);

  std::string body;
  append_line(body, rail_x, first_mark, rail_x, last_mark, "chart-rail");
  return svg(chart, "timeline", y - item_gap + 6, {}, body + marks);
}

} // namespace localoffer
