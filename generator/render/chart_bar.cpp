#include "base/text.hpp"
#include "render/chart_svg.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <numeric>

namespace localoffer {
namespace {

using namespace chart_svg;

constexpr double bar_top = 26, bar_height = 46, gap = 4;
constexpr double smallest_part = 5; ///< one action among hundreds is still seen
constexpr double legend_top = bar_top + bar_height + 16;
constexpr double swatch_width = 26, swatch_height = 18, row_padding = 12;

/// What is laid over a role's colour, so that two parts differ without it. Each is drawn in a 10 by 10 tile.
struct Hatch {
  std::string_view role; ///< the role that it belongs to; none for the spare ones
  std::string_view drawing;
};
constexpr std::array<Hatch, 8> hatches{{
    {"bad", ""},
    {"warning", R"(<path class="chart-hatch" d="M-2,2L2,-2M-2,12L12,-2M8,12L12,8"/>)"},
    {"progress", R"(<path class="chart-hatch" d="M0,5H10"/>)"},
    {"good", R"(<circle class="chart-hatch-dot" cx="5" cy="5" r="2"/>)"},
    {"neutral", R"(<path class="chart-hatch" d="M5,0V10"/>)"},
    {"muted", R"(<path class="chart-hatch" d="M-1,-1L11,11M-1,11L11,-1"/>)"},
    {"", R"(<path class="chart-hatch" d="M5,0V10M0,5H10"/>)"},
    {"", R"(<path class="chart-hatch" d="M-2,8L2,12M-2,-2L12,12M8,-2L12,2"/>)"},
}};

/// The hatch of each part: the first part of a role has the role's own, others have what no part has, as far
/// as that goes.
std::vector<std::size_t> choose_hatches(const std::vector<BarChart::Part> &parts) {
  constexpr std::size_t none = hatches.size();
  std::vector<std::size_t> chosen(parts.size(), none);
  std::array<bool, hatches.size()> taken{};
  const auto take = [&](std::size_t part, std::size_t hatch) {
    chosen[part] = hatch;
    taken[hatch] = true;
  };
  for (std::size_t part = 0; part < parts.size(); ++part)
    for (std::size_t hatch = 0; hatch < hatches.size(); ++hatch)
      if (hatches[hatch].role == parts[part].role && !taken[hatch]) take(part, hatch);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (chosen[part] != none) continue;
    const auto *spare = std::find(taken.rbegin(), taken.rend(), false).base();
    take(part, spare == taken.begin() ? part % hatches.size()
                                      : static_cast<std::size_t>(spare - taken.begin()) - 1);
  }
  return chosen;
}

/// Widths that fill the bar, with gaps between; a part of 0 has no width and no gap.
std::vector<double> part_widths(const std::vector<BarChart::Part> &parts) {
  const auto drawn = std::count_if(parts.begin(), parts.end(), [](const auto &p) { return p.value > 0; });
  std::vector<double> widths(parts.size(), 0.0);
  if (drawn == 0) return widths;
  const double total = std::accumulate(parts.begin(), parts.end(), 0.0, [](double sum, const auto &p) {
    return sum + std::max(p.value, 0.0);
  });
  const auto count = static_cast<double>(drawn);
  const double shared = chart_width - gap * (count - 1) - smallest_part * count;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].value > 0) widths[i] = smallest_part + shared * parts[i].value / total;
  return widths;
}

std::string pattern_id(const Chart &chart, std::size_t part) {
  return fmt::format("{}-pattern-{}", escape_html(chart.id), part + 1);
}

void append_patterns(std::string &out, const Chart &chart) {
  const auto chosen = choose_hatches(chart.bar.parts);
  out += "<defs>";
  for (std::size_t i = 0; i < chosen.size(); ++i)
    fmt::format_to(std::back_inserter(out),
                   R"(<pattern class="{}" id="{}" width="10" height="10" patternUnits="userSpaceOnUse">)"
                   R"(<rect class="chart-fill" width="10" height="10"/>{}</pattern>)",
                   role_class(chart.bar.parts[i].role), pattern_id(chart, i), hatches[chosen[i]].drawing);
  out += "</defs>";
}

void append_patterned(std::string &out, const std::string &pattern, double x, double y, double width,
                      double height) {
  fmt::format_to(std::back_inserter(out),
                 R"x(<rect class="chart-edge" fill="url(#{})" x="{}" y="{}" width="{}" height="{}"/>)x",
                 pattern, number(x + 1), number(y + 1), number(width - 2), number(height - 2));
}

/// Each part with its mark and value above it, where there is room for them.
void append_bar(std::string &out, const Chart &chart) {
  const auto &parts = chart.bar.parts;
  const auto widths = part_widths(parts);
  double x = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (widths[i] <= 0) continue;
    fmt::format_to(std::back_inserter(out), R"(<g class="chart-part {}">)", role_class(parts[i].role));
    append_patterned(out, pattern_id(chart, i), x, bar_top, widths[i], bar_height);
    const double label_width = 22 + text_width(parts[i].value_text);
    if (label_width <= widths[i]) {
      append_mark(out, parts[i].shape, x + 8, bar_top - 13);
      append_text(out, x + 22, bar_top - 8, parts[i].value_text, {"chart-text chart-value"});
    }
    out += "</g>";
    x += widths[i] + gap;
  }
  if (x <= 0)
    fmt::format_to(std::back_inserter(out),
                   R"(<rect class="chart-empty" x="1" y="{}" width="{}" height="{}"/>)", number(bar_top + 1),
                   number(chart_width - 2), number(bar_height - 2));
}

/// One row a part: its pattern, its mark, its label and its value. Returns where the rows end.
double append_legend(std::string &out, const Chart &chart) {
  double top = legend_top;
  for (std::size_t i = 0; i < chart.bar.parts.size(); ++i) {
    const auto &part = chart.bar.parts[i];
    const double value_width = text_width(part.value_text);
    constexpr double label_x = swatch_width + 32;
    const auto lines = wrapped(part.label, chart_width - label_x - value_width - 8);
    const double baseline = top + row_padding / 2 + 15;
    if (i > 0) append_line(out, 0, top, chart_width, top, "chart-rule");
    fmt::format_to(std::back_inserter(out), R"(<g class="chart-part {}">)", role_class(part.role));
    append_patterned(out, pattern_id(chart, i), 0, baseline - 14, swatch_width, swatch_height);
    append_mark(out, part.shape, swatch_width + 16, baseline - 5);
    for (std::size_t line = 0; line < lines.size(); ++line)
      append_text(out, label_x, baseline + line_height * static_cast<double>(line), lines[line]);
    append_text(out, chart_width, baseline, part.value_text, {"chart-text chart-value", Anchor::end});
    out += "</g>";
    top += row_padding + line_height * static_cast<double>(lines.size());
  }
  return top;
}

std::string description_of(const BarChart &bar) {
  std::vector<std::string> facts;
  for (const auto &part : bar.parts)
    facts.push_back(fmt::format("{}: {}", part.label, part.value_text));
  return joined(facts, "; ") + ".";
}

} // namespace

std::string draw_bar(const Chart &chart) {
  std::string body;
  append_patterns(body, chart);
  append_bar(body, chart);
  const double height = append_legend(body, chart);
  return svg(chart, "bar", height, description_of(chart.bar), body);
}

} // namespace localoffer
