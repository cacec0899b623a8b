#pragma once

#include "base/view.hpp"
#include "render/explain_terms.hpp"
#include "render/output.hpp"
#include "render/theme.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// Where a route's file stands: "/priorities/" -> "priorities/index.html", "/404.html" -> "404.html".
std::string path_of_route(std::string_view route);

/// Each view's page, in the views' order, on up to `threads` threads. Every view's template must be one that
/// the theme was loaded for, with the same type, and loading must have given no error; std::logic_error says
/// otherwise.
/// Terms are explained where `terms` are given.
///
/// A page whose bytes `known` tells is not made: its output makes it on demand, and needs the views, the
/// theme and the terms for that. Any other is shown to `made` as soon as it is there, which may be from
/// several threads at once.
std::vector<Output>
render_pages(const std::vector<View> &views, const SiteTheme &theme, unsigned threads,
             const TermExplainer *terms = nullptr,
             const std::function<std::optional<KnownBytes>(const View &)> &known = nullptr,
             const std::function<void(Output &)> &made = nullptr);

/// The theme's assets as files to write.
std::vector<Output> asset_outputs(const SiteTheme &theme);

/// Of the theme's pictures those that are named.
std::vector<Output> picture_outputs(const SiteTheme &theme, const std::vector<std::string> &names);

} // namespace localoffer
