#pragma once

#include "render/site_colours.hpp"
#include "render/template.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// A file that pages refer to. Its route holds the hash of its bytes, so that browsers may keep it for ever.
struct Asset {
  std::string name;  ///< from the theme's assets/: "main.css"
  std::string route; ///< "/assets/main-1a2b3c4d.css"
  std::string bytes;
};

/// A picture that stands beside a sentence. It is published only where a page shows it.
struct ThemePicture {
  Asset asset;
  std::string text; ///< what it shows
};

/// What a theme is loaded for.
struct ThemeRequest {
  std::filesystem::path folder;
  /// Which templates the site uses and the type of the views that each renders: "priority" ->
  /// view_type<...>().
  std::map<std::string, const ViewType *, std::less<>> views;
  /// Interface words and their keys, as in TemplateSurroundings.
  std::function<const std::string *(std::string_view)> word;
  std::vector<std::string> word_keys;
  SiteColours colours;
};

/// How a site looks. A theme's folder holds:
///  - templates/NAME.mustache: the page template NAME; folders may stand between;
///  - templates/_NAME.mustache: the partial {{>NAME}}; templates/parts/_tag.mustache is {{>parts/tag}};
///  - assets/: files that are published as they are, but for main.css, to which the site's colours are added,
///  and
///    for url(...) in style sheets, which are changed to the hashed names;
///  - pictures/: pictures that stand beside sentences, and pictures.yaml, which says what they show.
/// It is never changed once it is loaded, so any number of threads may render with it.
class SiteTheme {
public:
  /// Reads and checks all of it. Mistakes in templates, templates that the site needs and the theme lacks
  /// ("template-missing") and ones that nothing uses ("template-unused", a warning) become diagnostics,
  /// sorted, each once. Throws WorldError when the folder cannot be read or its styles have not been built.
  static SiteTheme load(const ThemeRequest &request, std::vector<Diagnostic> &diagnostics);

  /// Null when the theme has no such page template.
  const CompiledTemplate *find(std::string_view template_name) const;

  const std::vector<Asset> &assets() const { return assets_; }

  /// By the asset's own name, such as "main.css"; null when there is none.
  const Asset *asset(std::string_view name) const;

  /// By name, such as "meeting".
  const std::map<std::string, ThemePicture> &pictures() const { return pictures_; }

private:
  std::map<std::string, CompiledTemplate, std::less<>> templates_;
  std::vector<Asset> assets_; ///< by name
  std::map<std::string, ThemePicture> pictures_;
};

} // namespace localoffer
