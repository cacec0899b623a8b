#include "render/chart_svg.hpp"

#include "base/text.hpp"
#include "render/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

namespace localoffer {
namespace chart_svg {
namespace {

/// A character's width in parts of the text's size, as the wider of the common sans-serif typefaces have it.
double character_width(char c) {
  if (c == ' ') return 0.28 + 0.16; // with what a reader may add between words
  if (std::string_view("ijl.,:;'|!").find(c) != std::string_view::npos) return 0.3;
  if (std::string_view("ftr()[]-/I").find(c) != std::string_view::npos) return 0.4;
  if (std::string_view("mwMW%@").find(c) != std::string_view::npos) return 0.9;
  if (c >= 'A' && c <= 'Z') return 0.7;
  return 0.57;
}

std::string_view word_of(Anchor anchor) {
  switch (anchor) {
  case Anchor::start:
    return "start";
  case Anchor::middle:
    return "middle";
  case Anchor::end:
    return "end";
  }
  return "start";
}

} // namespace

std::string number(double value) {
  std::string text = fmt::format("{:.1f}", std::round(value * 10) / 10);
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

double text_width(std::string_view text) {
  constexpr double spacing = 0.12; // what a reader may add to each letter
  double width = 0;
  for (char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
    if (!continues) width += character_width(c) + spacing;
  }
  return width * text_size;
}

std::vector<std::string> wrapped(std::string_view text, double width) {
  std::vector<std::string> lines(1);
  while (!(text = trimmed(text)).empty()) {
    const auto word = text.substr(0, text.find_first_of(" \n\t"));
    text.remove_prefix(word.size());
    std::string longer = lines.back().empty() ? std::string(word) : lines.back() + ' ' + std::string(word);
    if (lines.back().empty() || text_width(longer) <= width)
      lines.back() = std::move(longer);
    else
      lines.emplace_back(word);
  }
  return lines;
}

void append_text(std::string &out, double x, double y, std::string_view text, TextStyle style) {
  fmt::format_to(std::back_inserter(out), R"(<text class="{}" x="{}" y="{}")", style.classes, number(x),
                 number(y));
  if (style.anchor != Anchor::start)
    fmt::format_to(std::back_inserter(out), R"( text-anchor="{}")", word_of(style.anchor));
  out += '>';
  append_escaped_html(out, text);
  out += "</text>";
}

void append_line(std::string &out, double x1, double y1, double x2, double y2, std::string_view classes) {
  fmt::format_to(std::back_inserter(out), R"(<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>)", classes,
                 number(x1), number(y1), number(x2), number(y2));
}

void append_mark(std::string &out, std::string_view shape, double x, double y, std::string_view classes) {
  struct Drawing {
    std::string_view shape;
    bool filled;
    std::string_view path; ///< around 0,0
  };
  // Areas are about equal, so that no status looks heavier than another.
  constexpr std::array<Drawing, 7> drawings{{
      {"circle", true, "M-6,0a6,6 0 1 0 12,0a6,6 0 1 0 -12,0z"},
      {"triangle", true, "M0,-7l8,13.5h-16z"},
      {"square", true, "M-5.5,-5.5h11v11h-11z"},
      {"diamond", true, "M0,-8l8,8l-8,8l-8,-8z"},
      {"ring", false, "M-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0z"},
      {"cross", false, "M-5,-5l10,10m0,-10l-10,10"},
      {"tick", false, "M-6,0l4,5l8,-10"},
  }};
  const auto *found =
      std::find_if(drawings.begin(), drawings.end(), [&](const Drawing &d) { return d.shape == shape; });
  const Drawing &drawing = found == drawings.end() ? drawings.front() : *found;
  fmt::format_to(std::back_inserter(out), R"x(<path class="{}{}{}" transform="translate({} {})" d="{}"/>)x",
                 drawing.filled ? "chart-mark" : "chart-mark-line", classes.empty() ? "" : " ", classes,
                 number(x), number(y), drawing.path);
}

std::string role_class(std::string_view role) {
  constexpr std::array<std::string_view, 6> roles{"good", "progress", "warning", "bad", "neutral", "muted"};
  const bool known = std::find(roles.begin(), roles.end(), role) != roles.end();
  return fmt::format("chart-role-{}", known ? role : "neutral");
}

std::string svg(const Chart &chart, std::string_view kind, double height, std::string_view description,
                std::string_view body) {
  const std::string id = escape_html(chart.id);
  std::string out = fmt::format(
      R"(<svg class="chart chart-{0}" viewBox="0 0 {1} {2}" role="img" aria-labelledby="{3}-title")", kind,
      number(chart_width), number(height), id);
  if (!description.empty()) out += fmt::format(R"( aria-describedby="{}-description")", id);
  out += fmt::format(R"(><title id="{}-title">{}</title>)", id, escape_html(chart.message));
  if (!description.empty())
    out += fmt::format(R"(<desc id="{}-description">{}</desc>)", id, escape_html(description));
  out += body;
  out += "</svg>";
  return out;
}

} // namespace chart_svg

namespace {

bool has_points(const LineChart &line) {
  return std::any_of(line.series.begin(), line.series.end(), [](const auto &s) { return !s.points.empty(); });
}

std::string draw_one(const Chart &chart) {
  if (!chart.bar.parts.empty()) return draw_bar(chart);
  if (has_points(chart.line)) return draw_line(chart);
  if (!chart.timeline.items.empty()) return draw_timeline(chart);
  return {};
}

} // namespace

bool has_something_to_draw(const Chart &chart) {
  return !chart.bar.parts.empty() || has_points(chart.line) || !chart.timeline.items.empty();
}

std::string draw(const Chart &chart) {
  if (!chart.earlier) return draw_one(chart);
  const auto one = [](const Chart &which, const std::string &text) {
    return fmt::format("<p class=\"chart-when\">{}</p>\n{}\n", escape_html(text), draw_one(which));
  };
  return one(*chart.earlier, chart.earlier_text) + one(chart, chart.later_text);
}

} // namespace localoffer
