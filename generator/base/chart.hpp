#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// A chart as plain data, already worded for its reader. It knows nothing of plans or sites: the renderer
/// draws it as SVG, and the page shows the same numbers as a table.
///
/// `role` is a colour role of the theme: "good", "progress", "warning", "bad", "neutral", "muted".
/// `shape` is the mark drawn beside the words, so that nothing depends on colour: "circle", "triangle",
/// "square", "diamond", "ring", "cross", "tick".

/// One bar cut into parts, drawn in order, each with its own pattern and label.
struct BarChart {
  struct Part {
    std::string label; ///< "Off track"
    double value = 0;  ///< not negative
    std::string value_text;
    std::string role;
    std::string shape;

    bool operator==(const Part &) const = default;
  };
  std::vector<Part> parts;

  bool operator==(const BarChart &) const = default;
};

/// Values over time with an optional target. x positions are days since 1970-01-01.
struct LineChart {
  struct Point {
    double x = 0;
    double y = 0;
    std::string x_text;     ///< "January 2021"
    std::string y_text;     ///< "16%"
    bool uncertain = false; ///< drawn hollow: the source gives two figures, or says about
    bool hidden = false;    ///< not drawn: `y` means nothing, and `y_text` stands in the gap

    bool operator==(const Point &) const = default;
  };
  struct Series {
    std::string label; ///< empty when there is one
    std::vector<Point> points;

    bool operator==(const Series &) const = default;
  };
  std::vector<Series> series;
  std::optional<Point> baseline;
  std::string baseline_label;
  std::optional<Point> target;
  std::string target_label; ///< "Target: 75% by December 2021"
  double lowest = 0;        ///< of the y axis
  double highest = 100;
  std::string lowest_text, highest_text;

  bool operator==(const LineChart &) const = default;
};

/// Dated items along a line.
struct TimelineChart {
  struct Item {
    double x = 0;
    std::string when_text;
    std::string label;
    std::string role;
    std::string shape;

    bool operator==(const Item &) const = default;
  };
  std::vector<Item> items;
  std::optional<double> today;
  std::string today_text;

  bool operator==(const TimelineChart &) const = default;
};

/// At most one of the three is drawn: the first that has something in it.
struct Chart {
  std::string id;      ///< unique on its page: the SVG's title and the table refer to it
  std::string message; ///< one sentence that says what the chart shows
  BarChart bar;
  LineChart line;
  TimelineChart timeline;
  /// Where a page shows a change: the chart as it was, and what stands over the two.
  std::shared_ptr<const Chart> earlier = nullptr;
  std::string earlier_text, later_text;

  /// Whether both draw the same.
  bool operator==(const Chart &other) const {
    return message == other.message && bar == other.bar && line == other.line && timeline == other.timeline;
  }
};

} // namespace localoffer
