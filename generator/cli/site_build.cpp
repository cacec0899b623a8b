#include "cli/site_build.hpp"

#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/site_files.hpp"
#include "content/load.hpp"
#include "language/words.hpp"
#include "pages/make_pages.hpp"
#include "programme/programme.hpp"
#include "programme/rules.hpp"
#include "publish/check_links.hpp"
#include "publish/check_paths.hpp"
#include "render/render_pages.hpp"
#include "render/theme.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

// What a site has that names none.
constexpr auto default_theme = "clear";
constexpr auto default_language = "en";

void append(std::vector<Diagnostic> &all, std::vector<Diagnostic> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Date today_of(const SiteRequest &request, const Settings &settings) {
  if (request.as_of) return *request.as_of;
  if (settings.as_of.given) return last_day(*settings.as_of);
  if (request.snapshot.info().date) return *request.snapshot.info().date;
  throw WorldError(
      fmt::format("{} has no commit, so it does not say which day the site calls today",
                  request.snapshot.info().description),
      fmt::format("Add a line such as 'as_of: 2021-03-25' to {}, or run the command with --as-of 2021-03-25.",
                  request.settings));
}

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
  const auto near = did_you_mean(name, names);
  diagnostics.push_back({"unknown-value",
                         Severity::error,
                         span,
                         fmt::format("there is no {} '{}'", what, name),
                         fmt::format("{}There is: {}.", near ? fmt::format("Did you mean '{}'? ", *near) : "",
                                     names.empty() ? "none" : joined(names)),
                         {}});
  return false;
}

/// The folder of the site's theme; nothing, with a diagnostic, when there is no such theme.
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

std::optional<Words> load_words(const fs::path &theme, const Settings &settings,
                                std::vector<Diagnostic> &diagnostics) {
  const std::string language = settings.language.given ? *settings.language : default_language;
  if (!is_one_of(language, names_in(theme / "words", ".yaml"), "theme's word file for the language",
                 {settings.file, settings.language.place}, diagnostics))
    return std::nullopt;
  const fs::path path = theme / "words" / (language + ".yaml");
  return Words::load(std::make_shared<const SourceFile>(SourceFile{shown_path(path), read_file(path)}),
                     language, diagnostics);
}

SiteColours colours_of(const Settings &settings) {
  SiteColours colours;
  if (settings.colours.brand.given) colours.brand = *settings.colours.brand;
  if (settings.colours.brand_text.given) colours.brand_text = *settings.colours.brand_text;
  if (settings.colours.link.given) colours.link = *settings.colours.link;
  return colours;
}

void check_colours(const Settings &settings, const SiteColours &colours,
                   std::vector<Diagnostic> &diagnostics) {
  for (const auto &problem : check_contrast(colours)) {
    const auto &setting = problem.setting == "link" ? settings.colours.link : settings.colours.brand_text;
    const Place place = setting.given ? setting.place : settings.colours.place;
    diagnostics.push_back(
        {"low-contrast", Severity::error, {settings.file, place}, problem.message, problem.help, {}});
  }
}

SiteTheme load_theme(const fs::path &folder, const Words &words, const SiteColours &colours,
                     std::vector<Diagnostic> &diagnostics) {
  ThemeRequest request;
  request.folder = folder;
  for (const auto &[name, type] : page_templates())
    request.views.emplace(name, type);
  request.word = [&words](std::string_view key) { return words.plain(key); };
  request.word_keys = words.keys();
  request.colours = colours;
  return SiteTheme::load(request, diagnostics);
}

LastChanges changes_of(const SiteRequest &request, const Content &content) {
  std::vector<std::string> paths = content.files;
  paths.push_back(request.settings);
  return request.snapshot.last_changed(paths);
}

/// What was found so far, as the authors' silences and rule settings leave it; true when the build stops
/// here.
bool stops(SiteBuild &site, const std::vector<Diagnostic> &found, const Content &content) {
  site.diagnostics = settle(found, content);
  return has_errors(site.diagnostics);
}

} // namespace

SiteBuild build_site(const SiteRequest &request) {
  SiteBuild site;
  std::vector<Diagnostic> found;

  // Every file of the site becomes records, each on its own; what is wrong in one does not hide what is wrong
  // in others.
  request.begins(0, "Reading the content");
  Content content = load_content(request.snapshot, request.settings, {}, request.jobs);
  if (request.use_baseline) load_baseline(request.snapshot, {}, content);
  append(found, std::move(content.diagnostics));
  content.diagnostics.clear();
  if (!content.settings.content.given) { // a mistake that has been told
    stops(site, found, content);
    return site;
  }
  site.title = *content.settings.title;
  site.content_folder = *content.settings.content;
  const Date today = today_of(request, content.settings);
  site.today = today;

  // The records are joined into one programme, and the programme is held to the rules. From here on it never
  // changes.
  request.begins(1, "Joining the records and checking the rules");
  const LastChanges changes = changes_of(request, content);
  const Programme programme = join(std::move(content), today, found);
  append(found, check_rules(programme));

  // The theme is checked against the pages that it will draw, its words against the language's plurals, and
  // the site's colours against what people can read; an author who changes all three hears of all mistakes at
  // once.
  request.begins(2, "Loading the theme");
  const Settings &settings = programme.settings();
  const auto theme_folder = find_theme(request.themes, settings, found);
  const auto loaded_words = theme_folder ? load_words(*theme_folder, settings, found) : std::nullopt;
  if (!loaded_words) {
    stops(site, found, programme.content);
    return site;
  }
  site.theme = *theme_folder;
  const Words &words = *loaded_words;
  const SiteColours colours = colours_of(settings);
  check_colours(settings, colours, found);
  const SiteTheme theme = load_theme(site.theme, words, colours, found);
  if (stops(site, found, programme.content)) return site;
  site.today_text = words.date(today);

  // Each page's view is made from the programme; a view holds all that its template will see.
  request.begins(3, "Making the pages");
  const auto route_of = [&](const char *asset) {
    const Asset *found_asset = theme.asset(asset);
    return found_asset != nullptr ? found_asset->route : std::string{};
  };
  const Site whole{programme,           words, Addresses(programme), changes, route_of("main.css"),
                   route_of("icon.svg")};
  const Pages pages = make_pages(whole, found);
  site.base = whole.addresses.href("/");
  if (stops(site, found, programme.content)) return site;

  // Views and templates become HTML. A page depends on its own view alone, so the order does not matter.
  request.begins(4, "Rendering the pages");
  site.outputs = render_pages(pages.views, theme, request.jobs);
  site.pages = site.outputs.size();

  // What stands beside the pages: data to download, pictures, styles, and the files that search engines read.
  request.begins(5, "Adding downloads and files");
  add_files(site.outputs, asset_outputs(theme));
  add_files(site.outputs, download_outputs(pages.downloads, whole));
  add_files(site.outputs, content_outputs(pages.files, request.snapshot));
  add_files(site.outputs, search_engine_outputs(pages.sitemap, whole));
  std::sort(site.outputs.begin(), site.outputs.end(),
            [](const Output &a, const Output &b) { return a.path < b.path; });

  // Nothing is published that leads nowhere, that nobody can reach, or that cannot stand on a disk.
  request.begins(6, "Checking the links");
  append(found, check_paths(site.outputs));
  append(found, check_links(site.outputs, whole.addresses.absolute("/"), request.jobs));
  if (stops(site, found, programme.content)) site.outputs.clear();
  return site;
}

} // namespace localoffer
