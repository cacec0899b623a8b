#pragma once

#include "source/handles.hpp"
#include "source/snapshot.hpp"

namespace localoffer::git {

/// See Snapshot::last_changed; walks back from `newest`.
LastChanges last_changed(git_repository *repository, const std::filesystem::path &where,
                         const git_commit *newest, const std::vector<std::string> &paths);

} // namespace localoffer::git
