#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/open_site.hpp"
#include "cli/report.hpp"
#include "cli/site_build.hpp"
#include "cli/tell.hpp"
#include "cli/terminal.hpp"
#include "serve/preview_server.hpp"

#include <csignal>
#include <cstdio>
#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

namespace localoffer {
namespace {

/// Ctrl-C and a polite kill, taken by one thread that waits for them. They are blocked before any thread
/// begins, so that all threads inherit it.
class EndSignals {
public:
  EndSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void wait() const {
    int caught = 0;
    sigwait(&signals_, &caught);
  }

private:
  sigset_t signals_{};
};

std::vector<WatchedPath> paths_to_watch(const Location &location, const SiteBuild &site) {
  std::vector<WatchedPath> paths{{location.root / location.path, false}};
  if (!site.content_folder.empty() && is_snapshot_path(site.content_folder))
    paths.push_back({location.root / site.content_folder, true});
  if (!site.theme.empty()) paths.push_back({site.theme, true});
  return paths;
}

PreviewBuild preview_of(SiteBuild site, std::vector<WatchedPath> watch) {
  PreviewBuild preview;
  preview.good = !has_errors(site.diagnostics);
  preview.outputs = std::move(site.outputs);
  preview.base = site.base;
  preview.watch = std::move(watch);
  for (const auto &diagnostic : site.diagnostics)
    preview.problems.push_back({std::string(to_string(diagnostic.severity)),
                                std::string(trimmed(report_text({diagnostic}, false)))});
  return preview;
}

/// One build of the work tree. The world may fail while somebody is writing, and the preview goes on.
PreviewBuild build_preview(const ServeCommand &command, const Location &location) {
  const auto began = std::chrono::steady_clock::now();
  try {
    const OpenedSite opened = open_site(command.site);
    SiteBuild site = make_site(opened, command.site);
    print_report(Format::text, site.diagnostics);
    fmt::print("{} in {}. {}\n", has_errors(site.diagnostics) ? "Could not build the site" : "Built the site",
               time_text(seconds_since(began)), problems_line(site.diagnostics));
    std::fflush(stdout);
    auto watch = paths_to_watch(location, site);
    return preview_of(std::move(site), std::move(watch));
  } catch (const WorldError &error) {
    fmt::print(stderr, "{}\n{}\n", error.what(), error.remedy());
    PreviewBuild failed;
    failed.problems.push_back({"error", fmt::format("{}\n{}", error.what(), error.remedy())});
    failed.watch = paths_to_watch(location, {});
    return failed;
  }
}

} // namespace

int run(const ServeCommand &command) {
  const Location location = locate(command.site.settings);
  if (location.kind == Location::Kind::bare)
    throw WorldError(
        fmt::format("'{}' is in a bare repository, which has no files to watch", command.site.settings),
        "Clone it with its files and serve from there, or use 'localoffer build'.");
  if (open_site(command.site).snapshot->list(location.path).empty())
    throw WorldError(fmt::format("there is no file '{}'", command.site.settings),
                     "Check the name: it is the settings file of a site, such as site/somerset.yaml.");

  const EndSignals end;
  PreviewServer server([&] { return build_preview(command, location); });
  const int port = server.listen(command.port);
  server.start();
  fmt::print("Look at the site at http://localhost:{}/\nIt follows the files as you save them. Press Ctrl-C "
             "to end.\n",
             port);
  std::fflush(stdout);
  end.wait();
  server.stop();
  fmt::print("\nEnded.\n");
  return 0;
}

} // namespace localoffer
