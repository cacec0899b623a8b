#pragma once

#include <filesystem>

namespace bench {

/// Takes the place of `folder`: a git repository with the made site in one commit, called "base", and its
/// files checked out.
void make_repository(const std::filesystem::path &folder, int milestones);

/// Back to the one commit, whatever was committed since.
void forget_changes(const std::filesystem::path &folder);

/// Commits another status for one milestone, each time for another. It is the same day, so that nothing else
/// on the site changes.
void change_one_status(const std::filesystem::path &folder, int milestones);

} // namespace bench
