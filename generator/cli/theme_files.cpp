#include "cli/theme_files.hpp"

#include "base/files.hpp"
#include "base/text.hpp"
#include "content/languages.hpp"
#include "pages/make_pages.hpp"
#include "render/explain_terms.hpp"
#include "review/review_pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

// What a site has that names none.
constexpr auto default_theme = "clear";
constexpr auto default_language = "en";

/// As short as people would write it from where they are.
std::string shown_path(const fs::path &path) {
  const fs::path relative = fs::proximate(path);
  return relative.empty() || *relative.begin() == ".." ? fs::absolute(path).lexically_normal().string()
                                                       : relative.string();
}

/// The files or folders of a folder by name, without `ending`, sorted.
std::vector<std::string> names_in(const fs::path &folder, std::string_view ending) {
  std::vector<std::string> names;
  if (!fs::is_directory(folder)) return names;
  for (const auto &entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(ending)) names.push_back(name.substr(0, name.size() - ending.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// True when `name` is one of what there is; a diagnostic otherwise. A name is only ever compared, so that
/// settings from a stranger lead to no other place on the disk.
bool is_one_of(const std::string &name, const std::vector<std::string> &names, const char *what,
               const Span &span, std::vector<Diagnostic> &diagnostics) {
  if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  // "fr" is no slip of "ar", and "pl, cy" is a list without its brackets.
  const auto near = is_language_key(name) ? std::nullopt : did_you_mean(name, names);
  const bool is_list = name.find(',') != std::string::npos;
  diagnostics.push_back({"unknown-value",
                         Severity::error,
                         span,
                         fmt::format("there is no {} '{}'", what, name),
                         fmt::format("{}There is: {}.",
                                     is_list ? fmt::format("Write a list in brackets: [{}]. ", name)
                                     : near  ? fmt::format("Did you mean '{}'? ", *near)
                                             : "",
                                     names.empty() ? "none" : joined(names)),
                         {}});
  return false;
}

} // namespace

std::optional<fs::path> find_theme(const fs::path &themes, const Settings &settings,
                                   std::vector<Diagnostic> &diagnostics) {
  if (!fs::is_directory(themes))
    throw WorldError(fmt::format("there is no folder of themes at '{}'", themes.string()),
                     "Build or install the program with its themes, or name their folder with --theme-dir.");
  const std::string name = settings.theme.given ? *settings.theme : default_theme;
  if (!is_one_of(name, names_in(themes, ""), "theme", {settings.file, settings.theme.place}, diagnostics))
    return std::nullopt;
  return themes / name;
}

std::shared_ptr<const Words> load_words(const fs::path &theme, const Settings &settings,
                                        std::vector<Diagnostic> &diagnostics) {
  Authored<std::string> language = settings.language;
  if (!language.given) language.value = default_language;
  return load_words(theme, settings, language, nullptr, diagnostics);
}

std::shared_ptr<const Words> load_words(const fs::path &theme, const Settings &settings,
                                        const Authored<std::string> &language,
                                        std::shared_ptr<const Words> others,
                                        std::vector<Diagnostic> &diagnostics) {
  if (!is_one_of(*language, names_in(theme / "words", ".yaml"), "theme's word file for the language",
                 {settings.file, language.place}, diagnostics))
    return nullptr;
  const fs::path path = theme / "words" / (*language + ".yaml");
  const auto file = std::make_shared<const SourceFile>(SourceFile{shown_path(path), read_file(path)});
  return std::make_shared<const Words>(Words::load(file, *language, std::move(others), diagnostics));
}

SiteColours colours_of(const Settings &settings, std::vector<Diagnostic> &diagnostics) {
  SiteColours colours;
  if (settings.colours.brand.given) colours.brand = *settings.colours.brand;
  if (settings.colours.brand_text.given) colours.brand_text = *settings.colours.brand_text;
  if (settings.colours.link.given) colours.link = *settings.colours.link;
  for (const auto &problem : check_contrast(colours)) {
    const auto &setting = problem.setting == "link" ? settings.colours.link : settings.colours.brand_text;
    const Place place = setting.given ? setting.place : settings.colours.place;
    diagnostics.push_back(
        {"low-contrast", Severity::error, {settings.file, place}, problem.message, problem.help, {}});
  }
  return colours;
}

std::string asset_href(const SiteTheme &theme, std::string_view name, const Addresses &addresses) {
  const Asset *asset = theme.asset(name);
  return asset != nullptr ? addresses.href(asset->route) : std::string{};
}

std::map<std::string, Picture> pictures_of(const SiteTheme &theme, const Addresses &addresses) {
  std::map<std::string, Picture> pictures;
  for (const auto &[name, picture] : theme.pictures())
    pictures.emplace(name, Picture{addresses.href(picture.asset.route), picture.text});
  return pictures;
}

PageScripts page_scripts(const SiteTheme &theme, const Addresses &addresses) {
  return {asset_href(theme, "aloud.js", addresses), asset_href(theme, "send.js", addresses)};
}

SiteTheme load_theme(const fs::path &folder, const Words &words, const SiteColours &colours,
                     std::vector<Diagnostic> &diagnostics) {
  ThemeRequest request;
  request.folder = folder;
  for (const auto &[name, type] : page_templates())
    request.views.emplace(name, type);
  for (const auto &[name, type] : review_templates())
    request.views.emplace(name, type);
  request.views.emplace(TermExplainer::template_name, &view_type<UsedTermsView>());
  request.word = [&words](std::string_view key) { return words.plain(key); };
  request.word_keys = words.keys();
  request.colours = colours;
  return SiteTheme::load(request, diagnostics);
}

} // namespace localoffer
