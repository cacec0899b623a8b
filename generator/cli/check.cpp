#include "cli/baseline.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "cli/tell.hpp"
#include "cli/terminal.hpp"
#include "cli/until_the_end.hpp"

#include <fmt/format.h>

namespace localoffer {

int run(const CheckCommand &command) {
  const auto began = std::chrono::steady_clock::now();

  // The same passes as a build's, all but the last: nothing is written.
  const OpenedSite opened = open_site(command.site);
  const SiteBuild &site = until_the_end(
      make_site(opened, command.site, {.use_baseline = !command.write_baseline, .no_bytes = true}));
  print_report(command.format, site.diagnostics);
  if (command.write_baseline) {
    write_baseline(*command.write_baseline, site.diagnostics);
    fmt::print(words_for(command.format),
               "Wrote {}. Name it in the site's settings, from the repository's top: baseline: {}\n",
               *command.write_baseline, *command.write_baseline);
  }
  if (command.format == Format::text) fmt::print("{}", summary_by_rule(site.diagnostics));

  const bool failed = has_errors(site.diagnostics);
  fmt::print(words_for(command.format), "Checked {} in {}.\n{}\n{}\n", opened.snapshot->info().description,
             time_text(seconds_since(began)), problems_line(site.diagnostics),
             failed ? "The site cannot be built."
                    : fmt::format("The site can be built: it has {} pages.", site.pages));
  return failed ? 1 : 0;
}

} // namespace localoffer
