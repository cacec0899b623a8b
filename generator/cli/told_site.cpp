#include "cli/told_site.hpp"

#include "cli/report.hpp"
#include "cli/theme_files.hpp"

#include <fmt/format.h>

namespace localoffer {

ToldSite::ToldSite(const OpenedSite &opened, const SiteOptions &options) {
  std::vector<Diagnostic> found;
  Content content = load_content(*opened.snapshot, opened.location.path, {}, options.jobs);
  const bool has_content = content.settings.content.given;
  const Date today = options.as_of.value_or(opened.snapshot->info().date.value_or(Date{}));
  programme_ = join(std::move(content), today, found);
  found.clear();
  if (has_content)
    if (const auto theme = find_theme(themes_folder(options), settings(), found))
      words_ = load_words(*theme, settings(), found);
  if (!words_)
    throw WorldError(fmt::format("the settings {} cannot be read", opened.location.path),
                     fmt::format("See what is wrong with: localoffer check {}", options.settings));
}

Site ToldSite::with(const Timelines &past) const {
  return {programme_, *words_, Addresses(programme_), {}, {}, {}, &past};
}

} // namespace localoffer
