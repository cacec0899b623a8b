#pragma once

#include "cli/open_site.hpp"
#include "cli/options.hpp"
#include "cli/site_build.hpp"

#include <chrono>
#include <cstdio>
#include <fmt/format.h>

namespace localoffer {

struct HowToMake {
  bool use_baseline = true;
  bool all_bytes = false; ///< no page is left to be made on demand
  bool no_bytes = false;  ///< the pages are checked, and nobody will ask for them
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

/// Prints for people, on standard output. What is done does not depend on whether it can be told: that may be
/// a file on a full disk, or a terminal that is gone.
template <class... Words>
void say(fmt::string_view form, const Words &...words) {
  const auto text = fmt::vformat(form, fmt::make_format_args(words...));
  std::fwrite(text.data(), 1, text.size(), stdout);
}

double seconds_since(std::chrono::steady_clock::time_point began);

} // namespace localoffer
