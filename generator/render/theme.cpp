#include "render/theme.hpp"

#include "base/files.hpp"
#include "base/text.hpp"
#include "render/theme_assets.hpp"
#include "render/theme_pictures.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

struct TemplateFiles {
  std::map<std::string, SourceFilePtr, std::less<>> pages;
  std::map<std::string, SourceFilePtr, std::less<>> partials;
};

TemplateFiles read_templates(const fs::path &theme) {
  const fs::path folder = theme / "templates";
  TemplateFiles files;
  for (const auto &name : files_in(folder)) {
    const fs::path path(name);
    if (path.extension() != ".mustache") continue;
    const auto source =
        std::make_shared<SourceFile>(SourceFile{(folder / path).generic_string(), read_file(folder / path)});
    const std::string stem = path.stem().string();
    if (stem.size() > 1 && stem.front() == '_')
      files.partials.emplace((path.parent_path() / stem.substr(1)).generic_string(), source);
    else
      files.pages.emplace((path.parent_path() / stem).generic_string(), source);
  }
  return files;
}

/// Takes out the mistakes that a shared partial repeats for each page that uses it.
void keep_one_of_each(std::vector<Diagnostic> &diagnostics) {
  std::set<std::tuple<std::string, Place, std::string, std::string>> seen;
  const auto is_again = [&](const Diagnostic &d) {
    return !seen.emplace(d.span.file_path(), d.span.place, d.code, d.message).second;
  };
  diagnostics.erase(std::remove_if(diagnostics.begin(), diagnostics.end(), is_again), diagnostics.end());
}

void report_missing(const ThemeRequest &request, const TemplateFiles &files, const std::string &name,
                    std::vector<Diagnostic> &diagnostics) {
  std::vector<std::string> there;
  for (const auto &[page, source] : files.pages)
    there.push_back(page);
  const auto near = did_you_mean(name, there);
  diagnostics.push_back(
      {"template-missing",
       Severity::error,
       Span((request.folder / "templates" / (name + ".mustache")).generic_string()),
       fmt::format("the theme has no template '{}', which the site needs", name),
       near ? fmt::format("Did you mean to call '{}.mustache' so?", *near)
            : fmt::format("Write it for the view '{}'.", request.views.find(name)->second->name),
       {}});
}

void report_unused(const std::string &name, const SourceFilePtr &file, std::vector<Diagnostic> &diagnostics) {
  diagnostics.push_back({"template-unused",
                         Severity::warning,
                         {file, {}},
                         fmt::format("no page uses the template '{}'", name),
                         "Take it out, or begin its name with '_' if it is a partial.",
                         {}});
}

} // namespace

SiteTheme SiteTheme::load(const ThemeRequest &request, std::vector<Diagnostic> &diagnostics) {
  const TemplateFiles files = read_templates(request.folder);
  const TemplateSurroundings surroundings{files.partials, request.word, request.word_keys};

  SiteTheme theme;
  std::vector<Diagnostic> found;
  for (const auto &[name, type] : request.views) {
    const auto file = files.pages.find(name);
    if (file == files.pages.end())
      report_missing(request, files, name, found);
    else
      theme.templates_.emplace(name, compile_template(file->second, *type, surroundings, found));
  }
  for (const auto &[name, file] : files.pages)
    if (request.views.find(name) == request.views.end()) report_unused(name, file, found);

  theme.pictures_ = load_pictures(request.folder / "pictures", found);
  sort_diagnostics(found);
  keep_one_of_each(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());

  theme.assets_ = load_assets(request.folder / "assets", to_css(request.colours));
  return theme;
}

const CompiledTemplate *SiteTheme::find(std::string_view template_name) const {
  const auto found = templates_.find(template_name);
  return found == templates_.end() ? nullptr : &found->second;
}

const Asset *SiteTheme::asset(std::string_view name) const {
  const auto found =
      std::find_if(assets_.begin(), assets_.end(), [&](const Asset &a) { return a.name == name; });
  return found == assets_.end() ? nullptr : &*found;
}

} // namespace localoffer
