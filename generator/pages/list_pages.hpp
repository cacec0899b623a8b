#pragma once

#include "pages/frame.hpp"
#include "pages/site.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace localoffer {

// A long list goes on from page to page, so that an old telephone can show it, and so that a page changes
// only with what it shows.

inline constexpr std::size_t most_on_a_page = 250; ///< lines

/// The lines of one group of a list that stand on one page.
struct ListSlice {
  std::size_t group = 0, begin = 0, end = 0; ///< counted from 0; the last line is the one before `end`

  bool operator==(const ListSlice &) const = default;
};
using ListPage = std::vector<ListSlice>;

/// The pages of a list whose groups have so many lines, in order; one at least. A group that goes on on the
/// next page has its heading there too. A group without lines stands nowhere.
std::vector<ListPage> cut_into_pages(const std::vector<std::size_t> &lines);

/// The addresses of the pages of a list: of the first one, the list's own.
std::vector<std::string> list_page_routes(const std::string &route, std::size_t count);

/// What a page of a list is called, but for the first: "Next steps (page 2 of 4)".
std::string list_page_heading(const Site &site, const std::string &heading, std::size_t index,
                              std::size_t count);

/// "Page 2 of 4"
LinkView list_page_link(const Site &site, const std::vector<std::string> &routes, std::size_t index);

/// Links to the pages before and after.
template <class ListView>
void add_neighbours(const Site &site, const std::vector<std::string> &routes, std::size_t index,
                    ListView &view) {
  if (index > 0) view.previous = list_page_link(site, routes, index - 1);
  if (index + 1 < routes.size()) view.next = list_page_link(site, routes, index + 1);
  view.has_neighbours = view.previous || view.next;
}

} // namespace localoffer
