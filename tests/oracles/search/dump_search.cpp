// What a site's search is made from, and what it is made to, as JSON on standard output:
//   dump_search THEMES SITE.yaml... [--times]
// With --times it tells how long the index takes instead. It runs in the repository's top.
#include "cli/made_site.hpp"
#include "pages/search_index.hpp"
#include "pages/search_texts.hpp"
#include "render/search_json.hpp"
#include "source/snapshot.hpp"

#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace {

using namespace localoffer;
using Json = nlohmann::json;

Json texts_of(const Site &site, const std::vector<View> &views) {
  Json texts = Json::array();
  for (const auto &[shown, also, text] : search_texts(site, views))
    texts.push_back({{"id", shown.address},
                     {"title", shown.title},
                     {"heading", shown.heading},
                     {"also", also},
                     {"text", text},
                     {"t", shown.title},
                     {"h", shown.heading},
                     {"k", shown.kind},
                     {"x", shown.excerpt},
                     {"w", shown.weight}});
  return texts;
}

/// Milliseconds of the index and of its bytes, the quicker of three times.
double time_of(const Site &site, const std::vector<View> &views, unsigned threads) {
  double best = 1e9;
  for (int turn = 0; turn < 3; ++turn) {
    const auto begin = std::chrono::steady_clock::now();
    const std::string bytes = search_json(make_search_index(site, views, threads));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    best = std::min(best, took.count());
  }
  return best;
}

Json tell(const std::string &themes, const std::string &settings, bool times) {
  const auto snapshot = open_work_tree(".");
  SiteRequest request{*snapshot, settings, Date{2026, 1, 1}, 2, themes};
  SiteBuild build;
  const auto made = make_site_pages(request, build);
  if (made->stopped) throw std::runtime_error(settings + " has mistakes");
  const Site &site = *made->site;
  const auto &views = made->pages.views;
  if (times) return {{"one", time_of(site, views, 1)}, {"two", time_of(site, views, 2)}};
  const std::string bytes = search_json(make_search_index(site, views, 8));
  if (bytes != search_json(make_search_index(site, views, 1)))
    throw std::runtime_error(settings + ": the index depends on the number of threads");
  return {{"site", settings}, {"texts", texts_of(site, views)}, {"index", Json::parse(bytes)}};
}

} // namespace

int main(int count, char **arguments) {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  try {
    Json sites = Json::array();
    const bool times = !given.empty() && given.back() == "--times";
    for (std::size_t i = 1; i < given.size() - (times ? 1 : 0); ++i)
      sites.push_back(tell(given[0], given[i], times));
    std::cout << sites.dump() << "\n";
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
