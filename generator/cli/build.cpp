#include "base/diagnostic_text.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/tell.hpp"
#include "cli/terminal.hpp"
#include "cli/until_the_end.hpp"
#include "cli/version.hpp"
#include "publish/publish.hpp"
#include "publish/untouched_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace localoffer {
namespace {

std::string size_text(const std::vector<Output> &outputs) {
  double bytes = 0;
  for (const auto &output : outputs)
    bytes += static_cast<double>(output.known ? output.known->size : output.bytes.size());
  return bytes < 1e6 ? fmt::format("{:.0f} kB", bytes / 1e3) : fmt::format("{:.1f} MB", bytes / 1e6);
}

void tell_failure(const BuildCommand &command, const SiteBuild &site) {
  fmt::print(words_for(command.format), "{}\nThe site was not built.{}\n", problems_line(site.diagnostics),
             std::filesystem::exists(command.out) ? fmt::format(" {} is as it was before.", command.out)
                                                  : "");
}

void tell_success(const BuildCommand &command, const SiteBuild &site, const PublishReport &published,
                  const std::string &source, double seconds) {
  std::FILE *const words = words_for(command.format);
  fmt::print(words, "Built '{}': {} pages and {} other files, {}, in {}.\n",
             one_line(site.title, longest_name), site.pages, site.outputs.size() - site.pages,
             size_text(site.outputs), time_text(seconds));
  fmt::print(words, "It was built from {}, and shows how things stood on {}.\n", source, site.today_text);
  fmt::print(words, "It is in {}. Files new or changed: {}. As they were: {}. Removed: {}.\n", command.out,
             published.written, published.linked, published.removed);
  if (!published.kept.empty())
    fmt::print(words, "Files that somebody else put there meanwhile are now in {}.\n",
               published.kept.string());
  fmt::print(words, "{}{}\n", made_pages_text(command.site, site), problems_line(site.diagnostics));
}

/// Whether the folder holds this very site, as it was written.
bool is_built(const std::filesystem::path &out, const Provenance &from) {
  if (from.inputs.empty()) return false;
  const auto before = read_provenance(out);
  if (!before || before->inputs != from.inputs) return false;
  const EarlierRelease there{out, read_manifest(out).value_or(Manifest{})};
  const UntouchedFiles untouched(there);
  return untouched.hold_nothing_else() &&
         std::all_of(there.manifest.files.begin(), there.manifest.files.end(),
                     [&](const Manifest::File &file) { return untouched.have(file); });
}

} // namespace

int run(const BuildCommand &command) {
  const auto began = std::chrono::steady_clock::now();

  // Where the content is: in a commit, in the work tree, or in a plain folder.
  const OpenedSite opened = open_site(command.site);
  const std::string &source = opened.snapshot->info().description;
  const std::string &commit = opened.snapshot->info().commit;
  const Provenance from{fmt::format("localoffer {}", version), source, opened.location.path, commit,
                        commit.empty() ? "" : inputs_hash(opened, command.site)};
  if (command.format == Format::text && is_built(command.out, from)) {
    fmt::print("Nothing to do: the site of {} is in {} already.\n"
               "To see again what was said of its content: localoffer check {}\n",
               source, command.out, command.site.settings);
    return 0;
  }

  // The whole site is made in memory; build_site lists the passes.
  const SiteBuild &site = until_the_end(make_site(opened, command.site));
  print_report(command.format, site.diagnostics);

  // Nothing is published while the content has errors: the site that is there stays as it is.
  if (has_errors(site.diagnostics)) {
    tell_failure(command, site);
    return 1;
  }

  // The site takes the place of the earlier one with one rename.
  const auto published = publish(site.outputs, command.out, {from, command.site.jobs});
  tell_success(command, site, published, source, seconds_since(began));
  return 0;
}

} // namespace localoffer
