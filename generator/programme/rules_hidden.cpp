#include "content/codes.hpp"
#include "programme/hidden_figures.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"

#include <fmt/format.h>
#include <map>

// Numbers so small that people may know who is meant, and what would give them away.

namespace localoffer::rules {
namespace {

constexpr auto to_allow =
    "If it does not count people, write '# allow personal-data: ' and the reason on the line "
    "before.";

bool is_small(const Authored<double> &value) {
  return value && *value > 0 && *value < 5;
}

void report_small(const Measure &measure, const Authored<double> &value, const std::string &help,
                  Found &found) {
  if (is_small(value))
    report_datum(found, {measure.head.file, value.place},
                 "this number is so small that people may know who is meant", help + " " + to_allow);
}

/// Counts of people, as far as one can tell: a target is what is hoped for and counts nobody.
void check_small_counts(const Measure &measure, Found &found) {
  if (*measure.unit != "count") return;
  for (const auto &one : measure.observations)
    if (!one.hidden)
      report_small(measure, one.value,
                   "Write 'hidden: fewer-than-5' in the place of 'value:' and the number.", found);
  report_small(measure, measure.baseline.value, "Leave the baseline out, with 'not_published: [baseline]'.",
               found);
  for (const auto &other : measure.comparators)
    report_small(measure, other.value, "Leave this comparison out.", found);
}

/// A figure has a value or says why it has none.
void check_form(const Measure &measure, const Observation &one, Found &found) {
  const bool is_written = one.value.place.line != 0 || one.hidden.place.line != 0;
  if (one.date && !is_written)
    found.push_back(
        diagnose("missing-field", {measure.head.file, one.place}, "this observation has no 'value'",
                 "Add the figure: 'value: 12'. A number from 1 to 4 is written 'hidden: fewer-than-5'."));
  if (one.value && one.hidden)
    report_datum(found, {measure.head.file, one.value.place}, "this figure is hidden, and here it stands",
                 "Leave 'value:' out, here and in every older version of this file.");
  if (one.hidden && *one.hidden == "fewer-than-5" && measure.unit && *measure.unit != "count")
    found.push_back(diagnose(
        "unknown-value", {measure.head.file, one.hidden.place},
        fmt::format("'fewer-than-5' is for counts, and the unit of this measure is '{}'", *measure.unit),
        "Write the figure, or 'hidden: protects-another'."));
}

/// The figures of one date: of the whole area, and of its parts.
struct OfDate {
  const Observation *whole = nullptr;
  std::vector<const Observation *> parts;
};

void report_given_away(const Measure &measure, const Observation &hidden, const Observation &by,
                       Found &found) {
  found.push_back(
      diagnose("personal-data", {measure.head.file, hidden.hidden.place},
               "this hidden number can be worked out: the whole area less the other parts",
               "Hide another part's figure of the same date too, the smallest that is shown: 'hidden: "
               "protects-another' in "
               "the place of 'value:'. Or hide the whole area's. If the parts are not all of the area, write "
               "'# allow personal-data: ' and the reason on the line before."));
  found.back().notes.push_back({{measure.head.file, by.value.place}, "the whole area"});
}

void check_parts(const Measure &measure, const OfDate &date, Found &found) {
  if (!date.whole || date.parts.empty()) return;
  HiddenParts parts;
  const Observation *small = nullptr, *any = nullptr;
  for (const auto *one : date.parts) {
    if (!one->hidden)
      parts.shown += *one->value;
    else if (*one->hidden == "fewer-than-5")
      ++parts.fewer_than_5, small = one;
    else
      ++parts.protecting;
    if (one->hidden) any = one;
  }
  if (date.whole->value && small && gives_away(parts, *date.whole->value))
    report_given_away(measure, *small, *date.whole, found);
  if (date.whole->hidden && !any)
    found.push_back(diagnose(
        "personal-data", {measure.head.file, date.whole->hidden.place},
        "this hidden number can be worked out: all of its parts are shown",
        "Hide one of the parts too, the smallest: 'hidden: protects-another' in the place of 'value:'. If "
        "the parts "
        "are not all of the area, write '# allow personal-data: ' and the reason on the line before."));
}

void check_measure(const Measure &measure, Found &found) {
  check_small_counts(measure, found);
  std::map<std::string, OfDate> dates;
  for (const auto &one : measure.observations) {
    check_form(measure, one, found);
    if (!one.date || (!one.value && !one.hidden)) continue;
    auto &of_date = dates[to_iso(*one.date)];
    if (one.area)
      of_date.parts.push_back(&one);
    else
      of_date.whole = &one;
  }
  if (*measure.unit != "count") return;
  for (const auto &[date, figures] : dates)
    check_parts(measure, figures, found);
}

} // namespace

void small_counts_stay_hidden(const Programme &programme, Found &found) {
  for (const auto &measure : programme.content.records.measures)
    check_measure(measure, found);
}

} // namespace localoffer::rules
