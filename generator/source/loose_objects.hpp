#pragma once

#include <git2.h>

namespace localoffer::git {

/// Reads loose objects for a repository in libgit2's stead: its versions up to 1.5 at least never come back
/// from one that was cut short, as a power cut leaves it, but wait for the rest for ever. Returns libgit2's
/// code.
int guard_loose_objects(git_repository *repository);

} // namespace localoffer::git
