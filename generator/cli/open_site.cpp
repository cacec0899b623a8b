#include "cli/open_site.hpp"

#include <cstdlib>
#include <fmt/format.h>

namespace localoffer {

OpenedSite open_site(const SiteOptions &options) {
  OpenedSite site;
  site.location = locate(options.settings);
  const auto &root = site.location.root;
  if (site.location.kind == Location::Kind::plain) {
    if (options.at)
      throw WorldError(
          fmt::format("'{}' is not in a git repository, so it has no '{}'", options.settings, *options.at),
          "Leave out --at to build from the files, or clone the repository.");
    site.snapshot = open_folder(root);
    site.notices.push_back(
        {"not-a-repository",
         Severity::notice,
         Span{site.location.path},
         fmt::format("'{}' is not a git repository, so the site is built from the files in it",
                     root.string()),
         "Pages cannot say when they last changed. To keep a history, run 'git init' there and commit.",
         {}});
  } else if (options.work_tree) {
    site.snapshot = open_work_tree(root);
  } else {
    site.snapshot = open_commit(root, options.at.value_or("HEAD"));
  }
  return site;
}

std::filesystem::path themes_folder(const SiteOptions &options) {
  if (options.themes) return *options.themes;
  if (const char *given = std::getenv("LOCALOFFER_THEMES"); given != nullptr && *given != '\0') return given;
  const auto program = std::filesystem::read_symlink("/proc/self/exe");
  return program.parent_path().parent_path() / "share" / "localoffer" / "themes";
}

} // namespace localoffer
