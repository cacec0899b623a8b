#pragma once

#include "cli/site_build.hpp"
#include "pages/site.hpp"

#include <vector>

namespace localoffer {

/// The reports of a programme that are kept as they were, newest first. A tag that is not there or was moved
/// is a diagnostic. None in a snapshot without commits.
std::vector<KeptReport> find_kept_reports(const Programme &programme, const Snapshot &snapshot,
                                          std::vector<Diagnostic> &diagnostics);

/// Every file of one of them: the site of its commit, made by today's program and theme. Its styles are among
/// the files, at the top of `today`, so that browsers share them. What keeps it from being built is a
/// diagnostic at its period; it is not held to the rules about what plans should say.
std::vector<Output> build_kept_report(const SiteRequest &request, const Site &today, const KeptReport &report,
                                      std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
