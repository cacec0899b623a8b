#include "render/render_pages.hpp"

#include "base/parallel_map.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace localoffer {

std::string path_of_route(std::string_view route) {
  if (route.empty() || route.front() != '/' || route.find("..") != std::string_view::npos)
    throw std::logic_error(fmt::format("'{}' is not a route", route));
  std::string path(route.substr(1));
  if (path.empty() || path.back() == '/') path += "index.html";
  return path;
}

std::vector<Output> render_pages(const std::vector<View> &views, const SiteTheme &theme, unsigned threads) {
  return parallel_map(views, threads, [&](const View &view) {
    const CompiledTemplate *compiled = theme.find(view.template_name);
    if (!compiled || compiled->type != view.type)
      throw std::logic_error(
          fmt::format("the theme was not loaded for the view of '{}' with the template '{}'", view.route,
                      view.template_name));
    Output output{path_of_route(view.route), {}};
    const auto value = view.value();
    render_template(*compiled, value.get(), output.bytes);
    output.bytes.shrink_to_fit();
    return output;
  });
}

std::vector<Output> asset_outputs(const SiteTheme &theme) {
  std::vector<Output> outputs;
  for (const auto &asset : theme.assets())
    outputs.push_back({path_of_route(asset.route), asset.bytes});
  return outputs;
}

} // namespace localoffer
