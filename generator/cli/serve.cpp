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

/// Builds the work tree each time it is asked, from one thread at a time.
class Previewer {
public:
  Previewer(const SiteOptions &options, const Location &location) : options_(options), location_(location) {}

  /// The world may fail while somebody is writing, and the preview goes on.
  PreviewBuild build() {
    const auto began = std::chrono::steady_clock::now();
    try {
      SiteBuild site = make_site(open_site(options_), options_, {.all_bytes = true});
      const std::string problems = report_text(site.diagnostics, wants_colour(STDERR_FILENO));
      tell(problems + problems_line(site.diagnostics) + "\n",
           fmt::format("{} in {}.\n",
                       has_errors(site.diagnostics) ? "Tried to build the site" : "Built the site",
                       time_text(seconds_since(began))));
      auto watch = paths_to_watch(location_, site);
      return preview_of(std::move(site), std::move(watch));
    } catch (const WorldError &error) {
      const std::string problem = fmt::format("{}\n{}\n", error.what(), error.remedy());
      tell(problem, "");
      PreviewBuild failed;
      failed.problems.push_back({"error", problem});
      failed.watch = paths_to_watch(location_, {});
      return failed;
    }
  }

private:
  /// Problems that are as they were are not told again.
  void tell(const std::string &problems, const std::string &done) {
    if (problems != told_) fmt::print(stderr, "{}", problems);
    told_ = problems;
    fmt::print("{}", done);
    std::fflush(stdout);
  }

  const SiteOptions &options_;
  const Location &location_;
  std::string told_;
};

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
  Previewer previewer(command.site, location);
  PreviewServer server([&] { return previewer.build(); });
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
