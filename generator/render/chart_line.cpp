#include "base/text.hpp"
#include "render/chart_svg.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <optional>

namespace localoffer {
namespace {

using namespace chart_svg;
using Point = LineChart::Point;

constexpr double plot_top = 24, plot_height = 190, plot_bottom = plot_top + plot_height;
constexpr double side_padding = 16; ///< inside the plot, so that marks stand clear of its edges
constexpr std::size_t looks = 4;    ///< of series: strokes and marks that the theme tells apart

struct Box {
  double left, top, right, bottom;

  bool meets(const Box &other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

class LineDrawing {
public:
  explicit LineDrawing(const Chart &chart) : chart_(chart), line_(chart.line) {
    set_scales();
    plot_left_ = std::max(text_width(line_.lowest_text), text_width(line_.highest_text)) + 6;
  }

  std::string draw() {
    append_axes();
    if (line_.target) append_target(*line_.target);
    for (std::size_t i = 0; i < line_.series.size(); ++i)
      append_stroke(i);
    if (line_.baseline) append_baseline(*line_.baseline);
    for (std::size_t i = 0; i < line_.series.size(); ++i)
      append_points(i);
    append_values();
    const double height = append_legend(append_dates());
    return svg(chart_, "line", height, description(), body_);
  }

private:
  template <class Function>
  void for_each_point(const Function &function) const {
    for (const auto &series : line_.series)
      for (const auto &point : series.points)
        function(point);
    if (line_.baseline) function(*line_.baseline);
    if (line_.target) function(*line_.target);
  }

  void set_scales() {
    lowest_ = std::min(line_.lowest, line_.highest);
    highest_ = std::max(line_.lowest, line_.highest);
    bool first = true;
    for_each_point([&](const Point &point) {
      if (!point.hidden) {
        lowest_ = std::min(lowest_, point.y);
        highest_ = std::max(highest_, point.y);
      }
      earliest_ = first ? point.x : std::min(earliest_, point.x);
      latest_ = first ? point.x : std::max(latest_, point.x);
      first = false;
    });
  }

  double x_of(const Point &point) const {
    const double left = plot_left_ + side_padding, right = chart_width - side_padding;
    if (latest_ <= earliest_) return (left + right) / 2;
    return left + (right - left) * (point.x - earliest_) / (latest_ - earliest_);
  }

  /// A hidden point lies nowhere: what is said of it stands on the axis.
  double y_of(const Point &point) const {
    if (point.hidden) return plot_bottom;
    if (highest_ <= lowest_) return (plot_top + plot_bottom) / 2;
    return plot_bottom - plot_height * (point.y - lowest_) / (highest_ - lowest_);
  }

  void append_axes() {
    for (const double part : {0.0, 0.25, 0.5, 0.75}) {
      const double y = plot_top + plot_height * part;
      append_line(body_, plot_left_, y, chart_width, y, "chart-grid");
    }
    append_line(body_, plot_left_, plot_bottom, chart_width, plot_bottom, "chart-axis");
    append_text(body_, plot_left_ - 6, plot_top + 5, line_.highest_text, {"chart-text", Anchor::end});
    append_text(body_, plot_left_ - 6, plot_bottom + 5, line_.lowest_text, {"chart-text", Anchor::end});
  }

  void append_target(const Point &target) {
    const double y = y_of(target);
    append_line(body_, plot_left_, y, chart_width, y, "chart-target");
    append_mark(body_, "ring", x_of(target), y, "chart-target-mark");
    keep_clear(target);
  }

  void append_baseline(const Point &baseline) {
    append_mark(body_, "cross", x_of(baseline), y_of(baseline), "chart-baseline-mark");
    keep_clear(baseline);
  }

  static std::string look_class(std::size_t series) {
    return fmt::format("chart-series-{}", series % looks + 1);
  }

  static std::string_view look_shape(std::size_t series) {
    constexpr std::array<std::string_view, looks> shapes{"circle", "square", "triangle", "diamond"};
    return shapes[series % looks];
  }

  /// A hidden point interrupts the line, which would give it away.
  void append_stroke(std::size_t series) {
    std::string points;
    const auto append = [&] {
      if (!points.empty())
        fmt::format_to(std::back_inserter(body_), R"(<polyline class="chart-stroke {}" points="{}"/>)",
                       look_class(series), points);
      points.clear();
    };
    for (const auto &point : line_.series[series].points)
      if (point.hidden)
        append();
      else
        points += fmt::format("{}{},{}", points.empty() ? "" : " ", number(x_of(point)), number(y_of(point)));
    append();
  }

  void append_points(std::size_t series) {
    fmt::format_to(std::back_inserter(body_), R"(<g class="{}">)", look_class(series));
    for (const auto &point : line_.series[series].points) {
      if (point.hidden) continue;
      append_mark(body_, look_shape(series), x_of(point), y_of(point),
                  point.uncertain ? "chart-point chart-point-uncertain" : "chart-point");
      keep_clear(point);
    }
    body_ += "</g>";
  }

  void keep_clear(const Point &point) {
    const double x = x_of(point), y = y_of(point);
    taken_.push_back({x - 7, y - 7, x + 7, y + 7});
  }

  /// The values that readers look for come first: where each line ends and begins, the target, the baseline.
  /// A value for which there is no room is left to the table, and so are all but the last where there are
  /// several lines, because it could not be seen which line they belong to.
  void append_values() {
    const bool several = line_.series.size() > 1;
    for (const auto &series : line_.series) {
      if (!series.points.empty()) append_value(series.points.back(), &series, series.points.size() - 1);
      if (series.points.size() > 1 && !several) append_value(series.points.front(), &series, 0);
    }
    if (line_.target) append_value(*line_.target, nullptr, 0);
    if (line_.baseline) append_value(*line_.baseline, nullptr, 0);
    if (several) return;
    for (const auto &series : line_.series)
      for (std::size_t i = 1; i + 1 < series.points.size(); ++i)
        append_value(series.points[i], &series, i);
  }

  /// True where the line comes from above or goes up: a value there stands in the way of the line unless it
  /// is below.
  static bool in_a_valley(const LineChart::Series &series, std::size_t at) {
    if (series.points[at].hidden) return false;
    double highest_neighbour = series.points[at].y;
    const auto reach = [&](const Point &neighbour) {
      if (!neighbour.hidden) highest_neighbour = std::max(highest_neighbour, neighbour.y);
    };
    if (at > 0) reach(series.points[at - 1]);
    if (at + 1 < series.points.size()) reach(series.points[at + 1]);
    return highest_neighbour > series.points[at].y;
  }

  void append_value(const Point &point, const LineChart::Series *series, std::size_t at) {
    const double width = text_width(point.y_text), x = x_of(point), y = y_of(point);
    const auto box_at = [&](double centre, double baseline) {
      const double left =
          std::clamp(centre - width / 2, plot_left_, std::max(plot_left_, chart_width - width));
      return Box{left, baseline - 13, left + width, baseline + 3};
    };
    const double beside = width / 2 + 9;
    std::array<Box, 6> places{box_at(x, y - 11),          box_at(x, y + 23),
                              box_at(x + beside, y - 9),  box_at(x - beside, y - 9),
                              box_at(x + beside, y + 20), box_at(x - beside, y + 20)};
    if (series && in_a_valley(*series, at)) std::swap(places[0], places[1]);
    const auto *place =
        std::find_if(places.begin(), places.end(), [&](const Box &box) { return is_free(box); });
    if (place == places.end()) return;
    taken_.push_back(*place);
    append_text(body_, (place->left + place->right) / 2, place->bottom - 3, point.y_text,
                {"chart-text chart-value", Anchor::middle});
  }

  bool is_free(const Box &box) const {
    if (box.top < 0 || box.bottom > plot_bottom) return false;
    return std::none_of(taken_.begin(), taken_.end(), [&](const Box &other) { return box.meets(other); });
  }

  /// The dates under the axis: the first, the last, then as many between as there is room for. Returns where
  /// they end.
  double append_dates() {
    std::map<double, std::string> dates;
    for_each_point([&](const Point &point) { dates.emplace(x_of(point), point.x_text); });
    std::vector<Box> drawn;
    std::size_t most_lines = 0;
    const auto add = [&](double x, const std::string &text) {
      const auto lines = wrapped(text, 75);
      double width = 0;
      for (const auto &line : lines)
        width = std::max(width, text_width(line));
      const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, chart_width - width));
      const Box box{left - 2, 0, left + width + 2, 1};
      if (std::any_of(drawn.begin(), drawn.end(), [&](const Box &other) { return box.meets(other); })) return;
      drawn.push_back(box);
      append_line(body_, x, plot_bottom, x, plot_bottom + 6, "chart-axis");
      for (std::size_t i = 0; i < lines.size(); ++i)
        append_text(body_, left + width / 2, plot_bottom + 24 + line_height * static_cast<double>(i),
                    lines[i], {"chart-text", Anchor::middle});
      most_lines = std::max(most_lines, lines.size());
    };
    add(dates.begin()->first, dates.begin()->second);
    add(dates.rbegin()->first, dates.rbegin()->second);
    for (const auto &[x, text] : dates)
      add(x, text);
    return plot_bottom + 12 + line_height * static_cast<double>(most_lines);
  }

  /// What the strokes and marks mean, one a row. Returns where the drawing ends.
  double append_legend(double top) {
    double y = top + 8;
    const auto row = [&](const std::string &label) {
      for (const auto &text : wrapped(label, chart_width - 52)) {
        append_text(body_, 52, y + 16, text);
        y += line_height;
      }
      y += 6;
    };
    for (std::size_t i = 0; i < line_.series.size(); ++i) {
      if (line_.series[i].label.empty()) continue;
      append_line(body_, 2, y + 11, 42, y + 11, "chart-stroke " + look_class(i));
      fmt::format_to(std::back_inserter(body_), R"(<g class="{}">)", look_class(i));
      append_mark(body_, look_shape(i), 22, y + 11, "chart-point");
      body_ += "</g>";
      row(line_.series[i].label);
    }
    if (line_.target && !line_.target_label.empty()) {
      append_line(body_, 2, y + 11, 42, y + 11, "chart-target");
      append_mark(body_, "ring", 22, y + 11, "chart-target-mark");
      row(line_.target_label);
    }
    if (line_.baseline && !line_.baseline_label.empty()) {
      append_mark(body_, "cross", 22, y + 11, "chart-baseline-mark");
      row(line_.baseline_label);
    }
    return y;
  }

  std::string description() const {
    std::vector<std::string> facts;
    for (const auto &series : line_.series)
      for (const auto &point : series.points)
        facts.push_back(fmt::format("{}{}{}: {}", series.label, series.label.empty() ? "" : ", ",
                                    point.x_text, point.y_text));
    std::string text = joined(facts, "; ") + ".";
    if (line_.target && !line_.target_label.empty()) text += " " + line_.target_label + ".";
    if (line_.baseline && !line_.baseline_label.empty()) text += " " + line_.baseline_label + ".";
    return text;
  }

  const Chart &chart_;
  const LineChart &line_;
  double lowest_ = 0, highest_ = 0;
  double earliest_ = 0, latest_ = 0;
  double plot_left_ = 0;
  std::vector<Box> taken_; ///< where a value may not stand
  std::string body_;
};

} // namespace

std::string draw_line(const Chart &chart) {
  return LineDrawing(chart).draw();
}

} // namespace localoffer
