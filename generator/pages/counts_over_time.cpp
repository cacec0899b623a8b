#include "pages/change_items.hpp"

#include <algorithm>

namespace localoffer {
namespace {

constexpr std::size_t most_points = 24; ///< of a line that can be read on a phone
constexpr std::size_t most_lines = 4;   ///< that the theme's strokes and marks tell apart

int count_of(const CountsFrom &point, const std::string &status) {
  const auto found = point.counts.find(status);
  return found == point.counts.end() ? 0 : found->second;
}

/// The last of each month, and the first of all; of very long histories, every so many.
CountsOverTime thinned(const CountsOverTime &counts, const Date &today) {
  CountsOverTime points = counts;
  // What stood on the last day that is known still stands.
  if (points.back().from < today) points.push_back({today, points.back().counts});
  if (points.size() <= most_points) return points;
  CountsOverTime months{points.front()};
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Date &day = points[i].from, &before = months.back().from;
    const bool same_month = months.size() > 1 && day.year == before.year && day.month == before.month;
    if (same_month)
      months.back() = points[i];
    else
      months.push_back(points[i]);
  }
  const std::size_t step = (months.size() + most_points - 1) / most_points;
  CountsOverTime few;
  for (std::size_t i = 0; i < months.size(); ++i)
    if ((months.size() - 1 - i) % step == 0 || i == 0) few.push_back(months[i]);
  return few;
}

/// One line of the chart: a status, or what is left when there are too many.
struct Line {
  std::string label;
  std::vector<std::string> statuses;

  int at(const CountsFrom &point) const {
    int sum = 0;
    for (const auto &status : statuses)
      sum += count_of(point, status);
    return sum;
  }
};

/// The statuses that any point has, in the scale's order; those of older scales come last.
std::vector<Line> lines_of(const Site &site, const CountsOverTime &points) {
  std::vector<std::string> keys;
  for (const auto &status : site.settings().statuses)
    keys.push_back(*status.key);
  for (const auto &[key, status] : site.past->scale.all())
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  std::vector<Line> lines;
  for (const auto &key : keys)
    if (std::any_of(points.begin(), points.end(),
                    [&](const CountsFrom &point) { return count_of(point, key) > 0; })) {
      const Status *now = site.settings().status(key);
      lines.push_back({now ? *now->label : site.past->scale.status(key).label, {key}});
    }
  return lines;
}

LineChart chart_of(const Site &site, const CountsOverTime &points, std::vector<Line> lines) {
  if (lines.size() > most_lines) {
    Line rest{site.words.say("changes.other_statuses"), {}};
    for (std::size_t i = most_lines - 1; i < lines.size(); ++i)
      rest.statuses.push_back(lines[i].statuses.front());
    lines.resize(most_lines - 1);
    lines.push_back(std::move(rest));
  }
  LineChart chart;
  int highest = 1;
  for (const auto &line : lines) {
    LineChart::Series series{line.label, {}};
    for (const auto &point : points) {
      const int count = line.at(point);
      highest = std::max(highest, count);
      series.points.push_back({static_cast<double>(day_number(point.from)), static_cast<double>(count),
                               site.words.date(point.from), site.words.number(count), false});
    }
    chart.series.push_back(std::move(series));
  }
  chart.highest = highest;
  chart.lowest_text = site.words.number(0);
  chart.highest_text = site.words.number(highest);
  return chart;
}

DataTableView table_of(const Site &site, const CountsOverTime &points, const std::vector<Line> &lines,
                       const std::string &id, std::string caption) {
  DataTableView table;
  table.id = id + "-table";
  table.caption = std::move(caption);
  table.columns.push_back({site.words.say("changes.column_date"), false});
  for (const auto &line : lines)
    table.columns.push_back({line.label, true});
  table.columns.push_back({site.words.say("figure.total"), true});
  for (const auto &point : points) {
    TableRowView row{site.words.date(point.from), {}};
    int total = 0;
    for (const auto &line : lines) {
      row.cells.push_back({site.words.number(line.at(point)), true});
      total += line.at(point);
    }
    row.cells.push_back({site.words.number(total), true});
    table.rows.push_back(std::move(row));
  }
  return table;
}

} // namespace

std::optional<FigureView> counts_over_time(const Site &site, const CountsOverTime &counts,
                                           const std::string &id, std::string caption) {
  if (counts.size() < 2) return std::nullopt;
  const auto points = thinned(counts, site.programme.today);
  const auto lines = lines_of(site, points);
  std::vector<std::string> parts;
  for (const auto &line : lines)
    if (line.at(points.front()) != line.at(points.back()))
      parts.push_back(site.words.say("changes.went", {{"status", line.label},
                                                      {"before", long{line.at(points.front())}},
                                                      {"after", long{line.at(points.back())}}}));
  const WordArguments days{{"first", site.words.date(points.front().from)},
                           {"last", site.words.date(points.back().from)},
                           {"parts", site.words.list(parts)}};
  FigureView figure;
  figure.message = site.words.say(parts.empty() ? "changes.over_time_same" : "changes.over_time", days);
  figure.chart.id = id;
  figure.chart.message = figure.message;
  figure.chart.line = chart_of(site, points, lines);
  figure.table = table_of(site, points, lines, id, std::move(caption));
  return figure;
}

} // namespace localoffer
