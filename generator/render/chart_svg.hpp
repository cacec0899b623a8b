#pragma once

#include "base/chart.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What the three kinds of chart are drawn with. Lengths are units of the drawing, which is chart_width wide.
namespace chart_svg {

constexpr double chart_width = 360;
constexpr double text_size = 15;   ///< the theme's font-size for .chart-text
constexpr double line_height = 20; ///< from one line of text to the next

/// With at most one decimal, the same in every locale: "12.5", "12".
std::string number(double value);

/// How wide a line of text may become. The reader's typeface is not known and WCAG 1.4.12 lets readers space
/// letters and words out, so this is rather too much than too little.
double text_width(std::string_view text);

/// The text cut between words into lines that are not wider than `width` unless one word is. At least one
/// line.
std::vector<std::string> wrapped(std::string_view text, double width);

enum class Anchor { start, middle, end };

struct TextStyle {
  std::string_view classes = "chart-text";
  Anchor anchor = Anchor::start;
};

/// One line of text whose baseline is at y.
void append_text(std::string &out, double x, double y, std::string_view text, TextStyle style = {});

void append_line(std::string &out, double x1, double y1, double x2, double y2, std::string_view classes);

/// The mark that stands beside words so that nothing depends on colour: one of base/chart.hpp's shapes, about
/// as wide as a capital letter. `classes` goes on the mark besides the mark's own class.
void append_mark(std::string &out, std::string_view shape, double x, double y, std::string_view classes = {});

/// "chart-role-bad"; an unknown role is drawn as "neutral", because a chart must not lose a part.
std::string role_class(std::string_view role);

/// The whole element around what was drawn. `kind` is "bar", "line" or "timeline"; `description` may be
/// empty.
std::string svg(const Chart &chart, std::string_view kind, double height, std::string_view description,
                std::string_view body);

} // namespace chart_svg

std::string draw_bar(const Chart &chart);
std::string draw_line(const Chart &chart);
std::string draw_timeline(const Chart &chart);

} // namespace localoffer
