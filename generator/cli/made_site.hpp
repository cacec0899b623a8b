#pragma once

#include "cli/site_build.hpp"
#include "pages/make_pages.hpp"
#include "render/explain_terms.hpp"
#include "render/theme.hpp"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace localoffer {

/// A site before its pages are rendered: what they are made from, and what each will say. It does not move,
/// because its parts refer to each other.
struct MadeSite {
  Programme programme;
  LastChanges changes;
  std::optional<Timelines> past;
  Readings readings;
  std::optional<EarlierReadings> earlier_readings;
  std::shared_ptr<const Words>
      words; ///< null where the settings cannot be read, or the theme has no such words
  std::map<std::string, std::shared_ptr<const Words>> other_words; ///< of the site's other languages
  std::filesystem::path theme_folder;
  SiteTheme theme;
  std::optional<Site> site; ///< nothing where its theme cannot draw it
  Pages pages;
  std::optional<TermExplainer> terms; ///< of the pages, once they are made
  std::vector<Diagnostic> found;      ///< as they came
  bool stopped = true;                ///< a mistake keeps the pages from being made
};

/// The passes of build_site up to the pages; what is told of the site so far is put into `build`.
std::shared_ptr<MadeSite> make_site_pages(const SiteRequest &request, SiteBuild &build);

/// The passes after that: renders and checks the pages. `more` are files that have been made already.
void finish_site(const SiteRequest &request, const std::shared_ptr<MadeSite> &made, std::vector<Output> more,
                 SiteBuild &build);

} // namespace localoffer
