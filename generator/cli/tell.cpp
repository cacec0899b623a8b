#include "cli/tell.hpp"

#include "base/diagnostic_text.hpp"
#include "cli/past.hpp"
#include "cli/report.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace localoffer {

SiteBuild make_site(const OpenedSite &opened, const SiteOptions &options, const HowToMake &how) {
  ProgressBar bar(pass_count);
  const auto store = store_for(options);
  SiteBuild site = build_site(
      {*opened.snapshot, opened.location.path, options.as_of, options.jobs, themes_folder(options),
       store.get(), options.allow_shallow, how.use_baseline, !how.all_bytes, options.explain, false,
       std::nullopt, [&](int pass, std::string_view what) { bar.begin(pass, what); }, how.no_bytes});
  site.diagnostics.insert(site.diagnostics.begin(), opened.notices.begin(), opened.notices.end());
  return site;
}

std::string made_pages_text(const SiteOptions &options, const SiteBuild &site) {
  if (!options.explain) return {};
  std::string text = fmt::format("Pages made: {}. As the last run made them: {}.\n",
                                 site.pages - site.remembered, site.remembered);
  for (const auto &[path, reason] : site.made)
    text += fmt::format("  {}: {}\n", one_line(path, longest_name), reason);
  return text;
}

void print_report(Format format, const std::vector<Diagnostic> &diagnostics) {
  const bool text = format == Format::text;
  const auto all = report(format, diagnostics, text && wants_colour(STDERR_FILENO));
  if (text)
    std::fwrite(all.data(), 1, all.size(), stderr); // as say(): the build goes on when nobody can hear it
  else
    fmt::print("{}", all);
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
