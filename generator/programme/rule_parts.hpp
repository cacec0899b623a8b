#pragma once

#include "programme/programme.hpp"

// What several rules ask and say.

namespace localoffer::rules {

/// What an author calls it: its ref, or its title when the plan gives it none.
std::string name_of(const Milestone &record);

/// How to keep what a report itself gets wrong.
std::string allow_line(std::string_view code);

/// False when a milestone was left out for a mistake of its own: then whatever counts them would raise one
/// more false alarm.
bool milestones_are_complete(const Programme &programme);

/// Whether a text holds a person's name behind a title: "Mrs Example", "Dr. Example".
bool names_somebody(const std::string &text);

bool is_named(const std::vector<Authored<std::string>> &keys, const std::string &key);

/// Something that leads to a person. What stands at the span is never shown.
void report_datum(std::vector<Diagnostic> &found, Span span, std::string message, std::string help);

} // namespace localoffer::rules
