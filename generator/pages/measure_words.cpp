#include "pages/measure_words.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace localoffer {
namespace {

bool in_words(const Measure &measure) {
  return *measure.unit == "words";
}

/// Figures for different parts of the area stand beside each other, not one after the other.
bool by_area(const MeasureFacts &measure) {
  return std::any_of(measure.observations.begin(), measure.observations.end(),
                     [](const auto *one) { return one->area.given; });
}

/// Where figures of parts of the area stand beside it, the whole area is named as well.
std::string figure_at_date(const Site &site, const MeasureFacts &measure, const Observation &one) {
  const bool named = one.area.given || by_area(measure);
  return site.words.say(named ? "measure.figure_at_in_area" : "measure.figure_at",
                        {{"figure", observation_value(site, *measure.record, one)},
                         {"date", at_date(site, *one.date)},
                         {"area", one.area.given ? *one.area : site.words.say("measure.in_whole_area")}});
}

/// The newest figures of the parts of the area, where there is none for all of it.
std::vector<const Observation *> newest_by_area(const MeasureFacts &measure) {
  std::vector<const Observation *> newest;
  for (const auto *one : measure.observations) {
    const auto same = std::find_if(newest.begin(), newest.end(),
                                   [&](const auto *other) { return *other->area == *one->area; });
    if (same == newest.end())
      newest.push_back(one);
    else
      *same = one;
  }
  return newest;
}

std::string gap_text(const Site &site, const Measure &measure, double gap) {
  if (*measure.unit == "percent")
    return site.words.say("measure.points", {{"number", site.words.number(gap)}});
  return measure_value(site, measure, gap);
}

/// The middle of the time that a date names, so that a month is drawn in its middle and a year in its own.
double position_of(const Date &date) {
  return static_cast<double>(day_number(first_day(date)) + day_number(last_day(date))) / 2;
}

/// "fewer-than-5" -> "fewer_than_5", as keys of words are written.
std::string hidden_key(std::string why) {
  std::replace(why.begin(), why.end(), '-', '_');
  return why;
}

LineChart::Point point_at(const Site &site, const Measure &measure, const Date &date, double value,
                          bool about) {
  return {position_of(date),
          value,
          site.words.date(date),
          measure_value(site, measure, value, about),
          about,
          false};
}

/// Where a figure is not shown there is a gap with its words, wherever the figure would lie.
LineChart::Point point_of(const Site &site, const Measure &measure, const Observation &one) {
  if (!one.hidden.given) return point_at(site, measure, *one.date, *one.value, *one.about);
  return {position_of(*one.date),
          0,
          site.words.date(*one.date),
          observation_value(site, measure, one),
          false,
          true};
}

std::string note_of(const Site &site, const Observation &one) {
  if (!one.hidden.given) return *one.note;
  const std::string why = site.words.say("measure.hidden_note." + hidden_key(*one.hidden));
  return one.note.given ? *one.note + " " + why : why;
}

/// The next round number away from zero: few digits, and not much empty room above the highest figure.
double round_up(double value) {
  if (value <= 0) return 0;
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0})
    if (value <= step * power) return step * power;
  return value;
}

void set_axis(const Site &site, const Measure &measure, LineChart &line) {
  double lowest = 0, highest = 0;
  const auto reach = [&](double value) {
    lowest = std::min(lowest, value);
    highest = std::max(highest, value);
  };
  for (const auto &series : line.series)
    for (const auto &point : series.points)
      if (!point.hidden) reach(point.y);
  if (line.baseline) reach(line.baseline->y);
  if (line.target) reach(line.target->y);
  const bool share = *measure.unit == "percent" && highest <= 100;
  line.highest = share ? 100 : round_up(highest);
  line.lowest = -round_up(-lowest);
  line.lowest_text = measure_value(site, measure, line.lowest);
  line.highest_text = measure_value(site, measure, line.highest);
}

} // namespace

std::string measure_value(const Site &site, const Measure &measure, double value, bool about) {
  const std::string &unit = *measure.unit;
  const std::string number = site.words.number(value);
  std::string text = number;
  if (unit == "percent")
    text = site.words.percent(value);
  else if (unit == "days" || unit == "weeks")
    text = site.words.say("measure.unit_" + unit, {{"number", number}, {"count", std::lround(value)}});
  return about ? site.words.say("measure.about", {{"figure", text}}) : text;
}

std::string observation_value(const Site &site, const Measure &measure, const Observation &one) {
  return one.hidden.given ? hidden_value(site, *one.hidden)
                          : measure_value(site, measure, *one.value, *one.about);
}

std::string hidden_value(const Site &site, const std::string &why) {
  return site.words.say("measure.hidden." + hidden_key(why));
}

std::string at_date(const Site &site, const Date &date) {
  return site.words.say(date.day != 0 ? "measure.on_date" : "measure.in_date",
                        {{"date", site.words.date(date)}});
}

std::string newest_text(const Site &site, const MeasureFacts &measure) {
  const Measure &record = *measure.record;
  const Observation *newest = measure.newest;
  if (newest && !newest->area.given)
    return site.words.say("measure.newest",
                          {{"figure", site.words.sentence_case(observation_value(site, record, *newest))},
                           {"date", site.words.date(*newest->date)}});
  std::vector<std::string> areas;
  for (const auto *one : newest_by_area(measure))
    areas.push_back(
        site.words.say("measure.newest_in_area", {{"area", *one->area},
                                                  {"figure", observation_value(site, record, *one)},
                                                  {"date", site.words.date(*one->date)}}));
  if (!areas.empty()) return site.words.list(areas);
  return site.words.say(in_words(record) ? "measure.not_counted" : "measure.no_figure");
}

std::string target_text(const Site &site, const Measure &measure) {
  if (!measure.target.value.given) return site.words.say("measure.no_target");
  std::string value = measure_value(site, measure, *measure.target.value);
  if (!measure.target.date.given) return value;
  return site.words.say("measure.target_by",
                        {{"figure", value}, {"date", site.words.date(*measure.target.date)}});
}

std::string direction_text(const Site &site, const Measure &measure) {
  const bool known = *measure.direction == "up" || *measure.direction == "down";
  return known ? site.words.say("measure.better_" + *measure.direction) : std::string{};
}

std::string missing_text(const Site &site, const MeasureFacts &measure) {
  if (in_words(*measure.record)) return site.words.say("measure.in_words");
  const Completeness &has = measure.completeness;
  std::vector<std::string> missing;
  const auto need = [&](bool present, const char *key) {
    if (!present) missing.push_back(site.words.say(key));
  };
  need(has.has_figure, "measure.missing_figure");
  need(measure.record->baseline.value.given, "measure.missing_baseline");
  need(measure.record->target.value.given, "measure.missing_target");
  if (missing.empty()) return {};
  return site.words.say("measure.missing", {{"list", site.words.list(missing)}});
}

std::string figures_sentence(const Site &site, const MeasureFacts &measure) {
  constexpr std::size_t most_in_a_sentence = 4;
  const Measure &record = *measure.record;
  const auto &all = measure.observations;
  if (all.empty())
    return site.words.say(in_words(record) ? "measure.not_counted_sentence" : "measure.no_figure_sentence");
  if (all.size() <= most_in_a_sentence || by_area(measure)) {
    std::vector<std::string> figures;
    for (const auto *one : by_area(measure) ? newest_by_area(measure) : all)
      figures.push_back(figure_at_date(site, measure, *one));
    return site.words.say("measure.was", {{"figures", site.words.list(figures)}});
  }
  return site.words.say("measure.from_to", {{"first", figure_at_date(site, measure, *all.front())},
                                            {"last", figure_at_date(site, measure, *all.back())}});
}

std::vector<std::string> progress_sentences(const Site &site, const MeasureFacts &measure) {
  const Measure &record = *measure.record;
  const TargetProgress &progress = measure.progress;
  std::vector<std::string> sentences;
  if (!progress.has_target || !progress.gap) return sentences;
  const std::string target = target_text(site, record);
  if (progress.on_target)
    sentences.push_back(site.words.say("measure.reached", {{"target", target}}));
  else
    sentences.push_back(site.words.say("measure.to_go",
                                       {{"target", target}, {"gap", gap_text(site, record, *progress.gap)}}));
  if (progress.share && !progress.on_target)
    sentences.push_back(
        site.words.say("measure.share", {{"baseline", measure_value(site, record, *record.baseline.value)},
                                         {"share", site.words.percent(std::round(*progress.share))}}));
  else if (!record.baseline.value.given)
    sentences.push_back(site.words.say("measure.no_baseline_to_tell"));
  return sentences;
}

std::optional<Chart> measure_chart(const Site &site, const MeasureFacts &measure) {
  const Measure &record = *measure.record;
  std::set<Date> dates;
  bool shows_figure = false;
  for (const auto *one : measure.observations) {
    dates.insert(*one->date);
    shows_figure = shows_figure || !one->hidden.given;
  }
  const bool has_marks = record.target.value.given || record.baseline.value.given;
  if (!shows_figure || (dates.size() == 1 && !has_marks)) return {};

  Chart chart;
  chart.id = "figures";
  chart.message = figures_sentence(site, measure);
  const std::string whole_area = by_area(measure) ? site.words.say("measure.whole_area") : std::string{};
  for (const auto *one : measure.observations) {
    auto &series = chart.line.series;
    const std::string label = one->area.given ? *one->area : whole_area;
    auto same =
        std::find_if(series.begin(), series.end(), [&](const auto &other) { return other.label == label; });
    if (same == series.end()) same = series.insert(series.end(), {label, {}});
    same->points.push_back(point_of(site, record, *one));
  }
  if (record.target.value.given) {
    const Date date = record.target.date.given ? *record.target.date : *dates.rbegin();
    chart.line.target = point_at(site, record, date, *record.target.value, false);
    chart.line.target_label = site.words.say("measure.chart_target", {{"target", target_text(site, record)}});
  }
  if (record.baseline.value.given) {
    const Date date = record.baseline.date.given ? *record.baseline.date : *dates.begin();
    chart.line.baseline = point_at(site, record, date, *record.baseline.value, false);
    chart.line.baseline_label =
        site.words.say("measure.chart_baseline", {{"figure", chart.line.baseline->y_text}});
  }
  set_axis(site, record, chart.line);
  return chart;
}

DataTableView figures_table(const Site &site, const MeasureFacts &measure) {
  const bool areas = by_area(measure);
  const bool notes = std::any_of(measure.observations.begin(), measure.observations.end(),
                                 [](const auto *one) { return one->note.given || one->hidden.given; });
  DataTableView table;
  table.id = "figures-table";
  table.caption = site.words.say("measure.table_caption", {{"measure", *measure.record->head.title}});
  table.columns.push_back({site.words.say("measure.column_date"), false});
  if (areas) table.columns.push_back({site.words.say("measure.column_area"), false});
  table.columns.push_back({site.words.say("measure.column_figure"), true});
  if (notes) table.columns.push_back({site.words.say("measure.column_note"), false});
  for (const auto *one : measure.observations) {
    TableRowView row{site.words.date(*one->date), {}};
    if (areas)
      row.cells.push_back({one->area.given ? *one->area : site.words.say("measure.whole_area"), false});
    row.cells.push_back({observation_value(site, *measure.record, *one), true});
    if (notes) row.cells.push_back({note_of(site, *one), false});
    table.rows.push_back(std::move(row));
  }
  return table;
}

} // namespace localoffer
