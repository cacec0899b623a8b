#pragma once

#include "cli/open_site.hpp"
#include "cli/options.hpp"
#include "cli/site_build.hpp"

#include <chrono>
#include <cstdio>

namespace localoffer {

struct HowToMake {
  bool use_baseline = true;
  bool all_bytes = false; ///< no page is left to be made on demand
};

/// build_site for a command line, with its progress on the terminal. The notices of opening it come first.
SiteBuild make_site(const OpenedSite &opened, const SiteOptions &options, const HowToMake &how = {});

/// Why each page was made, a line for each, when that was asked for.
std::string made_pages_text(const SiteOptions &options, const SiteBuild &site);

/// Prints the diagnostics. In text they go to standard error, so that standard output holds what was done;
/// the other formats are documents for programs, and standard output is theirs.
void print_report(Format format, const std::vector<Diagnostic> &diagnostics);

/// Where words for people go beside a report of that format.
std::FILE *words_for(Format format);

/// One line: "Problems: 2 errors and 1 warning (2 unknown-status, 1 promise-passed)."
std::string problems_line(const std::vector<Diagnostic> &diagnostics);

double seconds_since(std::chrono::steady_clock::time_point began);

} // namespace localoffer
