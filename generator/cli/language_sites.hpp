#pragma once

#include "cli/made_site.hpp"

namespace localoffer {

/// The languages that a site's pages lead to, the main one first; none for a site in one language. One that
/// the theme has no words for is a diagnostic. The words are kept in `made`.
std::vector<SiteLanguage> find_languages(const std::filesystem::path &theme, MadeSite &made);

/// What a site has in its other languages: the pages and files below "/pl/".
struct LanguageOutputs {
  std::vector<Output> outputs;
  std::vector<ListedRoute> sitemap;
};

/// Builds the site once more in each of its other languages, with the translations of its content. Mistakes
/// in translations, and those that are too old, are diagnostics.
LanguageOutputs build_languages(const SiteRequest &request, MadeSite &made);

} // namespace localoffer
