#include "render/theme_assets.hpp"

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

bool is_style_sheet(const std::string &name) {
  return fs::path(name).extension() == ".css";
}

const Asset *find_asset(const std::vector<Asset> &assets, const std::string &name) {
  const auto found =
      std::find_if(assets.begin(), assets.end(), [&](const Asset &a) { return a.name == name; });
  return found == assets.end() ? nullptr : &*found;
}

} // namespace

std::string hashed_route(const std::string &name, std::string_view bytes) {
  const fs::path path(name);
  const std::string file = fmt::format("{}-{}{}", path.stem().string(), content_hash(bytes).substr(0, 8),
                                       path.extension().string());
  return "/assets/" + (path.parent_path() / file).generic_string();
}

std::vector<std::string> files_in(const fs::path &folder) {
  std::vector<std::string> names;
  try {
    for (const auto &entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder).generic_string());
  } catch (const fs::filesystem_error &error) {
    throw WorldError(fmt::format("cannot read the theme's folder '{}': {}", folder.generic_string(),
                                 error.code().message()),
                     "Check the theme's name in the site's settings, and that the theme is installed.");
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string with_hashed_urls(std::string_view css, std::string_view name, const std::vector<Asset> &assets) {
  constexpr std::string_view opening = "url(";
  const fs::path folder = fs::path(name).parent_path();
  std::string out;
  while (!css.empty()) {
    const auto start = css.find(opening);
    const auto end = start == std::string_view::npos ? start : css.find(')', start);
    if (end == std::string_view::npos) break;
    const auto inside_start = start + opening.size();
    auto address = trimmed(css.substr(inside_start, end - inside_start));
    if (address.size() > 1 && (address.front() == '"' || address.front() == '\'')) {
      address.remove_prefix(1);
      address.remove_suffix(1);
    }
    const Asset *asset = find_asset(assets, (folder / address).lexically_normal().generic_string());
    out += css.substr(0, inside_start);
    out += asset ? asset->route : std::string(css.substr(inside_start, end - inside_start));
    out += ')';
    css.remove_prefix(end + 1);
  }
  out += css;
  return out;
}

std::vector<Asset> load_assets(const fs::path &folder, std::string_view site_css) {
  std::vector<Asset> assets;
  const auto names = files_in(folder);
  if (!std::binary_search(names.begin(), names.end(), "main.css"))
    throw WorldError(fmt::format("the theme has no style sheet '{}'", (folder / "main.css").generic_string()),
                     "Build the theme first: run ./site/build, or 'cmake --build' in the build folder.");
  // Style sheets come last, because they name the others.
  for (const bool style_sheets : {false, true}) {
    for (const auto &name : names) {
      if (is_style_sheet(name) != style_sheets) continue;
      std::string bytes = read_file(folder / name);
      if (style_sheets) bytes = with_hashed_urls(bytes, name, assets);
      if (name == "main.css") bytes += site_css;
      std::string route = hashed_route(name, bytes);
      assets.push_back({name, std::move(route), std::move(bytes)});
    }
  }
  std::sort(assets.begin(), assets.end(), [](const Asset &a, const Asset &b) { return a.name < b.name; });
  return assets;
}

} // namespace localoffer
