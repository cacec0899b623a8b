#pragma once

#include <string>

namespace bench {

/// The theme that a priority and its milestones belong to.
std::string made_theme(int priority);

/// "content/made/milestones/p-03/promise-00003.md", and what is in it.
std::string milestone_path(int number);
std::string milestone_file(int number, int milestones);

} // namespace bench
