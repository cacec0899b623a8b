#pragma once

#include "source/handles.hpp"

namespace localoffer::git {

/// The commit that a revision names. Throws WorldError when there is none: it says what exists, and the
/// nearest name.
CommitHandle find_commit(git_repository *repository, const std::filesystem::path &where,
                         const std::string &revision);

/// HEAD's commit; null before the first commit.
CommitHandle head_commit(git_repository *repository, const std::filesystem::path &where);

} // namespace localoffer::git
