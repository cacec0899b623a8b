#include "review/portable_links.hpp"

#include <algorithm>
#include <array>

namespace localoffer {
namespace {

/// A link of the site, from where the page stands.
std::string portable(std::string_view link, std::string_view up, std::string_view base) {
  const auto place_end = std::min(link.find_first_of("?#"), link.size());
  const auto place = link.substr(base.size(), place_end - base.size());
  std::string out(up);
  out += place;
  if (place.empty() || place.back() == '/') out += "index.html";
  return out + std::string(link.substr(place_end));
}

/// One tag. Links stand in double quotes, as every page of ours has them.
std::string portable_tag(std::string_view tag, std::string_view up, std::string_view base) {
  static constexpr std::array<std::string_view, 4> beginnings{" href=\"", " src=\"",
                                                              " content=\"0; url=", " xlink:href=\""};
  std::string out;
  for (std::size_t at = 0; at < tag.size();) {
    const auto found = std::find_if(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
      return tag.substr(at, beginning.size()) == beginning;
    });
    if (found == beginnings.end()) {
      out += tag[at++];
      continue;
    }
    out += *found;
    at += found->size();
    const auto end = std::min(tag.find('"', at), tag.size());
    const auto link = tag.substr(at, end - at);
    const bool is_ours = link.starts_with(base) && !link.starts_with("//");
    out += is_ours ? portable(link, up, base) : std::string(link);
    at = end;
  }
  return out;
}

} // namespace

std::string with_portable_links(std::string_view html, std::string_view path, std::string_view base) {
  std::string up;
  for (auto folders = std::count(path.begin(), path.end(), '/'); folders > 0; --folders)
    up += "../";
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    const auto begin = std::min(html.find('<', at), html.size());
    out += html.substr(at, begin - at);
    const auto end = std::min(html.find('>', begin), html.size());
    out += portable_tag(html.substr(begin, end - begin), up, base);
    at = end;
  }
  return out;
}

} // namespace localoffer
