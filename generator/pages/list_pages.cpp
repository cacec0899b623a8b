#include "pages/list_pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {

std::vector<ListPage> cut_into_pages(const std::vector<std::size_t> &lines) {
  std::vector<ListPage> pages(1);
  std::size_t room = most_on_a_page;
  for (std::size_t group = 0; group < lines.size(); ++group)
    for (std::size_t at = 0; at < lines[group];) {
      if (room == 0) {
        pages.emplace_back();
        room = most_on_a_page;
      }
      const std::size_t count = std::min(room, lines[group] - at);
      pages.back().push_back({group, at, at + count});
      room -= count;
      at += count;
    }
  return pages;
}

std::vector<std::string> list_page_routes(const std::string &route, std::size_t count) {
  std::vector<std::string> routes{route};
  for (std::size_t number = 2; number <= count; ++number)
    routes.push_back(fmt::format("{}page-{}/", route, number));
  return routes;
}

std::string list_page_heading(const Site &site, const std::string &heading, std::size_t index,
                              std::size_t count) {
  return site.words.say(
      "list.page_heading",
      {{"heading", heading}, {"number", static_cast<long>(index + 1)}, {"total", static_cast<long>(count)}});
}

LinkView list_page_link(const Site &site, const std::vector<std::string> &routes, std::size_t index) {
  return {site.words.say("list.page", {{"number", static_cast<long>(index + 1)},
                                       {"total", static_cast<long>(routes.size())}}),
          site.href(routes[index])};
}

} // namespace localoffer
