#pragma once

#include "base/store.hpp"
#include "content/settings.hpp"
#include "history/timelines.hpp"
#include "source/snapshot.hpp"

#include <memory>
#include <optional>
#include <string>

namespace localoffer {

struct SiteOptions;

/// How the history of a site is read.
struct PastRequest {
  const Snapshot &snapshot;
  std::string settings; ///< the settings file, in the snapshot
  Store *store = nullptr;
  unsigned jobs = 1;
  bool allow_shallow = false;       ///< a history that begins late is told all the same
  const Content *content = nullptr; ///< of the snapshot, if it has been read: its files are then at hand
};

/// The history of a snapshot's commit, with mass edits left out and authors reduced to the roles that the
/// settings let be shown. Nothing where there are no commits, and, with a diagnostic, where a commit changed
/// more than can be told. A .mailmap or a list of commits that is too large is a diagnostic. Throws
/// WorldError for a shallow clone that is not allowed.
std::optional<History> read_past(const PastRequest &request, const Settings &settings,
                                 std::vector<Diagnostic> &diagnostics);

/// The store that the command line asks for: the folder named, else localoffer in the user's cache folder
/// (XDG_CACHE_HOME, or ~/.cache). Null for --no-cache, and where no folder can be used.
std::unique_ptr<Store> store_for(const SiteOptions &options);

} // namespace localoffer
