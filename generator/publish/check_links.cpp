#include "publish/check_links.hpp"

#include "publish/html_references.hpp"

#include "base/character_set.hpp"
#include "base/parallel_map.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>

namespace localoffer {
namespace {

constexpr std::string_view not_found_page = "404.html";
constexpr std::string_view home_page = "index.html";
constexpr std::string_view page_ending = ".html";
constexpr CharacterSet needs_thought("%? \t\n"); ///< in an address

struct Page {
  const Output *output = nullptr;
  const PageReferences *html = nullptr;

  bool has_id(std::optional<std::uint32_t> id) const {
    return id && std::binary_search(html->ids.begin(), html->ids.end(), *id);
  }
};

constexpr std::size_t no_page = static_cast<std::size_t>(-1);

/// Where the site is: "https://example.org" and "/somerset/".
struct SiteAddress {
  std::string origin; ///< empty when not known
  std::string base;   ///< begins and ends with "/"
};

SiteAddress parse_address(std::string_view address) {
  SiteAddress site;
  if (const auto scheme = address.find("://"); scheme != std::string_view::npos) {
    const auto path = std::min(address.find('/', scheme + 3), address.size());
    site.origin = lower_ascii(address.substr(0, path));
    address.remove_prefix(path);
  }
  site.base = address;
  if (!site.base.starts_with('/')) site.base.insert(0, "/");
  if (!site.base.ends_with('/')) site.base += '/';
  return site;
}

bool has_scheme(std::string_view reference) {
  const auto colon = reference.find_first_of(":/?#");
  return colon != std::string_view::npos && colon > 0 && reference[colon] == ':';
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const int letter = (static_cast<unsigned char>(c) | 0x20) - 'a';
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    plain += coded ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
    if (coded) i += 2;
  }
  return plain;
}

/// An address of the site, taken apart. The path begins with "/" and is not decoded.
struct InternalTarget {
  std::string path;
  std::optional<std::string> fragment;
};

/// "a/./b/../c" without its dots, as a browser takes them out. Climbing past the top stays at the top.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> parts;
  bool ends_in_folder = false;
  for (std::size_t begin = 1; begin <= path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    const auto part = path.substr(begin, end - begin);
    const bool dots = part == "." || part == "..";
    if (part == ".." && !parts.empty()) parts.pop_back();
    if (!dots) parts.push_back(part);
    ends_in_folder = dots && end == path.size();
    begin = end + 1;
  }
  std::string plain;
  for (const auto part : parts)
    plain.append("/").append(part);
  return ends_in_folder || plain.empty() ? plain + "/" : plain;
}

/// What a reference on the page at `page_path` (from the server's root) means; nothing when it leads
/// elsewhere.
std::optional<InternalTarget> resolve(std::string_view reference, const std::string &page_path,
                                      const SiteAddress &site) {
  reference = trimmed(reference);
  InternalTarget target;
  if (const auto hash = reference.find('#'); hash != std::string_view::npos) {
    target.fragment = percent_decoded(reference.substr(hash + 1));
    reference = reference.substr(0, hash);
  }
  reference = reference.substr(0, reference.find('?'));
  const bool names_host = has_scheme(reference) || reference.starts_with("//");
  if (names_host) {
    std::string full(reference);
    if (reference.starts_with("//")) full.insert(0, site.origin.substr(0, site.origin.find(':') + 1));
    const std::string lower = lower_ascii(full);
    if (site.origin.empty() || !lower.starts_with(site.origin)) return std::nullopt;
    const std::string path = full.substr(site.origin.size());
    if (!(path + "/").starts_with(site.base))
      return std::nullopt; // also another host whose name begins the same
    target.path = without_dots(path.empty() ? "/" : path);
  } else if (reference.empty()) {
    target.path = page_path;
  } else if (reference.starts_with('/')) {
    target.path = without_dots(reference);
  } else {
    target.path = without_dots(page_path.substr(0, page_path.rfind('/') + 1) + std::string(reference));
  }
  return target;
}

/// What a path of the site leads to.
struct Place {
  const Output *output = nullptr; ///< null when there is nothing
  std::size_t page = no_page;     ///< its index among the pages, if it is one
};

class Checker {
public:
  Checker(const std::vector<Output> &outputs, const SiteReferences &references, std::string_view site_address)
      : site_(parse_address(site_address)), references_(references) {
    places_.reserve(outputs.size() * 2);
    for (const Output &output : outputs) {
      const bool is_page = output.path.ends_with(page_ending);
      const Place place{&output, is_page ? pages_.size() : no_page};
      const std::string_view path = output.path;
      places_.emplace(path, place);
      // The same by the address that pages link to: "a/" for "a/index.html".
      if (path == home_page || path.ends_with("/index.html"))
        places_.emplace(path.substr(0, path.size() - home_page.size()), place);
      if (is_page) pages_.push_back({&output, references.find(output.path)});
    }
  }

  std::vector<Diagnostic> run(unsigned threads) {
    std::vector<std::uint32_t> numbers(references_.reference_count());
    std::iota(numbers.begin(), numbers.end(), 0U);
    plain_places_ = parallel_map(numbers, threads, [this](std::uint32_t number) {
      return plain_place(references_.reference(number).value);
    });
    auto checked = parallel_map(pages_, threads, [this](const Page &page) { return check_page(page); });
    std::vector<Diagnostic> problems;
    std::vector<std::vector<std::size_t>> links;
    for (auto &page : checked) {
      std::move(page.problems.begin(), page.problems.end(), std::back_inserter(problems));
      links.push_back(std::move(page.links));
    }
    add_orphans(links, problems);
    sort_diagnostics(problems);
    return problems;
  }

private:
  struct Checked {
    std::vector<Diagnostic> problems;
    std::vector<std::size_t> links; ///< pages that a reader can go to from here
  };

  static void add(std::vector<Diagnostic> &problems, const Page &page, const char *code, std::string message,
                  std::string help) {
    Diagnostic problem;
    problem.code = code;
    problem.span = Span(page.output->path);
    problem.message = std::move(message);
    problem.help = std::move(help);
    problems.push_back(std::move(problem));
  }

  Checked check_page(const Page &page) const {
    Checked checked;
    const auto &ids = page.html->ids;
    for (std::size_t i = 1; i < ids.size(); ++i)
      if (ids[i] == ids[i - 1])
        add(checked.problems, page, "duplicate-html-id",
            fmt::format("the id '{}' is on this page more than once", references_.id(ids[i])),
            "Give each element an id of its own.");
    // An address is told of once, by the message that comes first in the alphabet: numbers differ from run to
    // run.
    std::map<std::string_view, Diagnostic> broken;
    for (const auto number : page.html->references) {
      const auto &reference = references_.reference(number);
      if (reference.element == "base") continue;
      Place place = plain_places_[number];
      if (place.output == nullptr) {
        const auto target = resolve(reference.value, site_.base + page.output->path, site_);
        if (!target) continue;
        place = place_of(output_path(*target));
        if (auto problem = problem_with(reference, *target)) {
          const auto [told, is_new] = broken.emplace(reference.value, *problem);
          if (!is_new && problem->message < told->second.message) told->second = std::move(*problem);
        }
      }
      const bool followed = reference.element == "a" || reference.element == "area";
      if (followed && place.page != no_page) checked.links.push_back(place.page);
    }
    for (const auto &[address, problem] : broken)
      add(checked.problems, page, problem.code.c_str(), problem.message, problem.help);
    std::sort(checked.links.begin(), checked.links.end());
    checked.links.erase(std::unique(checked.links.begin(), checked.links.end()), checked.links.end());
    return checked;
  }

  /// Where a reference leads that needs no thought, as most do: it begins with the site's base, there is
  /// nothing to decode or to take out, and it leads to a page that has the place that it names. None
  /// otherwise.
  Place plain_place(std::string_view reference) const {
    if (!reference.starts_with(site_.base) || needs_thought.find_in(reference) != std::string_view::npos)
      return {};
    reference.remove_prefix(site_.base.size());
    const auto hash = reference.find('#');
    const auto found = places_.find(reference.substr(0, hash));
    if (found == places_.end()) return {};
    const Place &place = found->second;
    if (hash == std::string_view::npos || place.page == no_page) return place;
    return pages_[place.page].has_id(references_.number_of_id(reference.substr(hash + 1))) ? place : Place{};
  }

  /// The path of the output that a web server sends for an address; empty for one outside the site.
  std::string output_path(const InternalTarget &target) const {
    const auto path = percent_decoded(target.path);
    if (path + "/" == site_.base) return std::string(home_page);
    if (!path.starts_with(site_.base)) return {};
    auto inside = path.substr(site_.base.size());
    if (inside.empty() || inside.ends_with('/')) inside += home_page;
    return inside;
  }

  Place place_of(std::string_view path) const {
    const auto found = places_.find(path);
    return found == places_.end() || found->second.output->path != path ? Place{} : found->second;
  }

  std::optional<Diagnostic> problem_with(const HtmlReferences::Reference &reference,
                                         const InternalTarget &target) const {
    Diagnostic problem;
    const std::string what =
        fmt::format("<{} {}=\"{}\">", reference.element, reference.attribute, reference.value);
    const auto path = output_path(target);
    if (path.empty()) {
      problem.code = "broken-link";
      problem.message = what + " leads out of the site, which begins at '" + site_.base + "'";
      problem.help = "Begin the address with '" + site_.base +
                     "', or write all of it, with https://, when another "
                     "site is meant.";
      return problem;
    }
    const Place place = place_of(path);
    if (place.output == nullptr) {
      problem.code = "broken-link";
      problem.message = what + " leads to nothing: the site has no '" + path + "'";
      problem.help = place_of(path + "/" + std::string(home_page)).output != nullptr
                         ? "End the address with '/': a page is a folder's page."
                         : "Correct the address, or add the page.";
      return problem;
    }
    const Page *page = place.page == no_page ? nullptr : &pages_[place.page];
    // "" and "top" are the page's beginning everywhere; ":~:" begins what only the browser reads.
    if (page == nullptr || !target.fragment || target.fragment->empty() ||
        lower_ascii(*target.fragment) == "top" || target.fragment->starts_with(":~:") ||
        page->has_id(references_.number_of_id(*target.fragment)))
      return std::nullopt;
    problem.code = "broken-anchor";
    problem.message =
        what + " leads to no place on the page: '" + path + "' has no id '" + *target.fragment + "'";
    std::vector<std::string> ids;
    for (const auto id : page->html->ids)
      ids.emplace_back(references_.id(id));
    std::sort(ids.begin(), ids.end());
    const auto nearest = did_you_mean(*target.fragment, ids);
    problem.help =
        nearest ? "Did you mean '#" + *nearest + "'?" : "Correct the part after '#', or leave it out.";
    return problem;
  }

  void add_orphans(const std::vector<std::vector<std::size_t>> &links,
                   std::vector<Diagnostic> &problems) const {
    std::vector<bool> reached(pages_.size(), false);
    std::vector<std::size_t> waiting;
    if (const Place home = place_of(home_page); home.page != no_page) waiting.push_back(home.page);
    while (!waiting.empty()) {
      const auto page = waiting.back();
      waiting.pop_back();
      if (reached[page]) continue;
      reached[page] = true;
      waiting.insert(waiting.end(), links[page].begin(), links[page].end());
    }
    for (std::size_t i = 0; i < pages_.size(); ++i)
      if (!reached[i] && !pages_[i].html->refreshes && pages_[i].output->path != not_found_page)
        add(problems, pages_[i], "orphan-page",
            "no link from the home page leads to this page, not even by way of others",
            "Link to it from the page above it.");
  }

  SiteAddress site_;
  const SiteReferences &references_;
  std::vector<Page> pages_;
  std::vector<Place> plain_places_;                    ///< of each reference, by its number
  std::unordered_map<std::string_view, Place> places_; ///< by path, and by what pages link to
};

} // namespace

void read_references(const std::vector<Output> &outputs, SiteReferences &references, unsigned threads) {
  std::vector<const Output *> not_read;
  for (const Output &output : outputs)
    if (output.path.ends_with(page_ending) && references.find(output.path) == nullptr)
      not_read.push_back(&output);
  parallel_map(not_read, threads, [&](const Output *output) {
    std::string room;
    references.add(output->path, html_references(bytes_of(*output, room)));
    return true;
  });
}

std::vector<Diagnostic> check_links(const std::vector<Output> &outputs, const SiteReferences &references,
                                    std::string_view site_address, unsigned threads) {
  return Checker(outputs, references, site_address).run(threads);
}

} // namespace localoffer
