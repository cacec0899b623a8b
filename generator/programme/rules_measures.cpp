#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"

#include <fmt/format.h>

// Figures that show whether things get better, and what a report claims about them.

namespace localoffer::rules {
namespace {

void check_aim(const Measure &measure, Found &found) {
  if (!measure.direction || !measure.aim.side) return;
  const bool against = (*measure.direction == "down" && *measure.aim.side == "above") ||
                       (*measure.direction == "up" && *measure.aim.side == "below");
  if (!against) return;
  found.push_back(
      diagnose("direction-target", {measure.head.file, measure.aim.side.place},
               fmt::format("'{}' is better for this measure, and its aim is to be {} {}", *measure.direction,
                           *measure.aim.side, *measure.aim.than),
               "Check both. If the report itself wants this, leave 'aim:' out, write under 'claim:' what it "
               "says, and say under 'discrepancy:' that the two do not agree."));
  found.back().notes.push_back({{measure.head.file, measure.direction.place}, "the way that is better"});
}

void check_target(const Measure &measure, Found &found) {
  const Authored<double> &baseline = measure.baseline.value, &target = measure.target.value;
  if (!measure.direction || !baseline || !target) return;
  const bool against = *measure.direction == "up" ? *target < *baseline : *target > *baseline;
  if (!against) return;
  found.push_back(diagnose(
      "direction-target", {measure.head.file, target.place},
      fmt::format("'{}' is better for this measure, and its target of {} is worse than its baseline of {}",
                  *measure.direction, *target, *baseline),
      "Check all three. " + allow_line("direction-target")));
  found.back().notes.push_back({{measure.head.file, measure.direction.place}, "the way that is better"});
  found.back().notes.push_back({{measure.head.file, baseline.place}, "the baseline"});
}

/// What a measure is to have, and whether it has it.
struct Piece {
  std::string name;
  bool has = false, is_answered = false;
};

std::vector<Piece> pieces_of(const MeasureFacts &measure) {
  const Completeness &has = measure.completeness;
  // An aim says where to without a figure, which is all that there is to say.
  return {{"figure", has.has_figure, has.has_figure},
          {"baseline", has.has_baseline, has.has_baseline},
          {"target", has.has_target, has.has_target || measure.record->aim.given}};
}

} // namespace

void one_observation_a_date(const Programme &programme, Found &found) {
  for (const auto &measure : programme.content.records.measures) {
    std::map<std::pair<std::string, std::string>, Place> seen;
    for (const auto &one : measure.observations) {
      if (!one.date) continue;
      const auto [first, is_new] =
          seen.emplace(std::pair(to_iso(*one.date), lower_ascii(*one.area)), one.date.place);
      if (is_new) continue;
      found.push_back(diagnose(
          "one-observation", {measure.head.file, one.date.place},
          one.area ? fmt::format("there are two figures for {} in {}", *one.area, to_iso(*one.date))
                   : fmt::format("there are two figures for {}", to_iso(*one.date)),
          "Keep one. If the report gives both, keep the one that it gives for the measure itself, and "
          "say under 'discrepancy:' what the other one is and where it stands."));
      found.back().notes.push_back({{measure.head.file, first->second}, "the first figure"});
    }
  }
}

void direction_fits_target(const Programme &programme, Found &found) {
  for (const auto &measure : programme.content.records.measures) {
    check_aim(measure, found);
    check_target(measure, found);
  }
}

void claims_have_a_target(const Programme &programme, Found &found) {
  for (const auto &measure : programme.content.records.measures)
    if (*measure.claims_target && !(measure.target.value && measure.target.date))
      found.push_back(diagnose(
          "claim-needs-target", {measure.head.file, measure.claims_target.place},
          "the report says that this measure is in line with its target, and there is no target",
          "Add 'target:' with its value and date. If the report gives none, say so under 'discrepancy:', and "
          "write '# allow claim-needs-target: ' and the reason on the line before; the page then says that "
          "nobody can check the claim."));
}

void measures_are_complete(const Programme &programme, Found &found) {
  for (const auto &measure : programme.measures) {
    const Measure &record = *measure.record;
    std::vector<std::string> missing, given;
    for (const auto &[name, has, is_answered] : pieces_of(measure)) {
      const bool said = is_named(record.not_published, name);
      if (!is_answered && !said) missing.push_back(name);
      if (has && said) given.push_back(name);
    }
    if (!missing.empty())
      found.push_back(diagnose(
          "measure-incomplete", record.head.span(),
          fmt::format("'{}' has no {}", *record.head.title, joined(missing, " and no ")),
          fmt::format("Add what the reports give, with its date. What they do not give is said like this: "
                      "'not_published: [{}]'.",
                      joined(missing))));
    if (!given.empty())
      found.push_back(diagnose("measure-incomplete", {record.head.file, record.not_published.front().place},
                               fmt::format("'{}' is said not to be published, and stands in this record",
                                           joined(given, "' and '")),
                               "Take it out of 'not_published:'."));
  }
}

} // namespace localoffer::rules
