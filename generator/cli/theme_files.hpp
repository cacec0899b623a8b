#pragma once

#include "content/settings.hpp"
#include "language/words.hpp"
#include "pages/site.hpp"
#include "render/theme.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace localoffer {

/// The folder of the site's theme; nothing, with a diagnostic, when there is no such theme. `themes` is the
/// folder that themes lie in.
std::optional<std::filesystem::path> find_theme(const std::filesystem::path &themes, const Settings &settings,
                                                std::vector<Diagnostic> &diagnostics);

/// The theme's words in the site's language; null, with a diagnostic, when it has none.
std::shared_ptr<const Words> load_words(const std::filesystem::path &theme, const Settings &settings,
                                        std::vector<Diagnostic> &diagnostics);

/// The same in another language; what is missing is said in the words of `others`.
std::shared_ptr<const Words> load_words(const std::filesystem::path &theme, const Settings &settings,
                                        const Authored<std::string> &language,
                                        std::shared_ptr<const Words> others,
                                        std::vector<Diagnostic> &diagnostics);

/// The site's own colours, or the theme's; colours that cannot be read on each other are diagnostics.
SiteColours colours_of(const Settings &settings, std::vector<Diagnostic> &diagnostics);

/// What links to one of a theme's assets, such as "main.css"; empty when the theme has none of that name.
std::string asset_href(const SiteTheme &theme, std::string_view name, const Addresses &addresses);

/// What pages may show of a theme's pictures.
std::map<std::string, Picture> pictures_of(const SiteTheme &theme, const Addresses &addresses);

/// Of the scripts that stand on every page.
PageScripts page_scripts(const SiteTheme &theme, const Addresses &addresses);

/// The theme, checked against all pages.
SiteTheme load_theme(const std::filesystem::path &folder, const Words &words, const SiteColours &colours,
                     std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
