#pragma once

#include "pages/common_views.hpp"

namespace localoffer {

/// "45%", "about 50%", "5 days", "1.2": a figure in its measure's unit.
std::string measure_value(const Site &site, const Measure &measure, double value, bool about = false);

/// An observation's figure in its measure's unit, or the words that stand in its place where it is not shown.
std::string observation_value(const Site &site, const Measure &measure, const Observation &one);

/// "fewer-than-5" in words: "fewer than 5".
std::string hidden_value(const Site &site, const std::string &why);

/// "in March 2021", "on 16 October 2019": a date inside a sentence.
std::string at_date(const Site &site, const Date &date);

/// "About 50%, February 2021"; "No figure published yet" when there is none. Where the figures are for
/// several parts of the area and none for all of it: "Mendip 86%, Taunton 41%, March 2021".
std::string newest_text(const Site &site, const MeasureFacts &measure);

/// "75% by December 2021" or "No target given".
std::string target_text(const Site &site, const Measure &measure);

/// "A higher figure is better." Empty when the reports do not say.
std::string direction_text(const Site &site, const Measure &measure);

/// "The report gives no starting point and no target." Empty when nothing is missing. A measure in words has
/// no numbers, and that is said in its place.
std::string missing_text(const Site &site, const MeasureFacts &measure);

/// One sentence that says what the figures show: "It was 45% in 2020, 17% in January 2021 and about 50% in
/// February 2021."
std::string figures_sentence(const Site &site, const MeasureFacts &measure);

/// How far the measure has come, in sentences: from the starting point to the target, or what is missing to
/// tell it.
std::vector<std::string> progress_sentences(const Site &site, const MeasureFacts &measure);

/// The figures as a line with target and starting point, where a drawing says more than the table: two dates,
/// or one figure beside a target or a starting point. Otherwise nothing.
std::optional<Chart> measure_chart(const Site &site, const MeasureFacts &measure);

/// All figures with their dates, areas and notes. No rows when there are no figures.
DataTableView figures_table(const Site &site, const MeasureFacts &measure);

} // namespace localoffer
