#include "render/render_pages.hpp"

#include "base/hash.hpp"
#include "base/parallel_map.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace localoffer {
namespace {

std::string render_page(const View &view, const SiteTheme &theme, const TermExplainer *terms) {
  const CompiledTemplate *compiled = theme.find(view.template_name);
  if (!compiled || compiled->type != view.type)
    throw std::logic_error(fmt::format("the theme was not loaded for the view of '{}' with the template '{}'",
                                       view.route, view.template_name));
  std::string page;
  const auto value = view.value();
  render_template(*compiled, value.get(), page);
  if (terms) terms->explain(page);
  page.shrink_to_fit();
  return page;
}

} // namespace

std::string path_of_route(std::string_view route) {
  if (route.empty() || route.front() != '/' || route.find("..") != std::string_view::npos)
    throw std::logic_error(fmt::format("'{}' is not a route", route));
  std::string path(route.substr(1));
  if (path.empty() || path.back() == '/') path += "index.html";
  return path;
}

std::vector<Output> render_pages(const std::vector<View> &views, const SiteTheme &theme, unsigned threads,
                                 const TermExplainer *terms,
                                 const std::function<std::optional<KnownBytes>(const View &)> &known,
                                 const std::function<void(Output &)> &made) {
  return parallel_map(views, threads, [&](const View &view) {
    Output output{path_of_route(view.route), {}};
    if (known) output.known = known(view);
    if (output.known) {
      output.remembered = true;
      output.make = [&view, &theme, terms] { return render_page(view, theme, terms); };
    } else {
      output.bytes = render_page(view, theme, terms);
      output.known = KnownBytes{content_hash(output.bytes), output.bytes.size()};
      if (made) made(output);
    }
    return output;
  });
}

std::vector<Output> asset_outputs(const SiteTheme &theme) {
  std::vector<Output> outputs;
  for (const auto &asset : theme.assets())
    outputs.push_back({path_of_route(asset.route), asset.bytes});
  return outputs;
}

std::vector<Output> picture_outputs(const SiteTheme &theme, const std::vector<std::string> &names) {
  std::vector<Output> outputs;
  for (const auto &name : names)
    if (const auto picture = theme.pictures().find(name); picture != theme.pictures().end())
      outputs.push_back({path_of_route(picture->second.asset.route), picture->second.asset.bytes});
  return outputs;
}

} // namespace localoffer
