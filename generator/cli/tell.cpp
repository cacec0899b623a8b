#include "cli/tell.hpp"

#include "cli/past.hpp"
#include "cli/report.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace localoffer {

SiteBuild make_site(const OpenedSite &opened, const SiteOptions &options, bool use_baseline) {
  ProgressBar bar(pass_count);
  const auto store = store_for(options);
  SiteBuild site = build_site({*opened.snapshot, opened.location.path, options.as_of, options.jobs,
                               themes_folder(options), store.get(), options.allow_shallow, use_baseline,
                               [&](int pass, std::string_view what) { bar.begin(pass, what); }});
  site.diagnostics.insert(site.diagnostics.begin(), opened.notices.begin(), opened.notices.end());
  return site;
}

void print_report(Format format, const std::vector<Diagnostic> &diagnostics) {
  const bool text = format == Format::text;
  fmt::print(text ? stderr : stdout, "{}", report(format, diagnostics, text && wants_colour(STDERR_FILENO)));
}

std::FILE *words_for(Format format) {
  return format == Format::text ? stdout : stderr;
}

std::string problems_line(const std::vector<Diagnostic> &diagnostics) {
  if (diagnostics.empty()) return "No problems were found.";
  return fmt::format("Problems: {} ({}).", count_by_severity(diagnostics), count_by_rule(diagnostics));
}

double seconds_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

} // namespace localoffer
