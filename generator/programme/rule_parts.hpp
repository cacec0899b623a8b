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

/// The milestones that a period's report lists; where there is one period alone, also those that name none.
std::vector<const MilestoneFacts *> milestones_of(const Programme &programme, const Period &period);

/// By status, counted as everywhere: a range is each of its refs.
Counts counts_of(const Programme &programme, const std::vector<const MilestoneFacts *> &milestones);

/// Those of one priority.
std::vector<const MilestoneFacts *> of_priority(const std::vector<const MilestoneFacts *> &milestones,
                                                const std::string &id);

bool is_named(const std::vector<Authored<std::string>> &keys, const std::string &key);

} // namespace localoffer::rules
