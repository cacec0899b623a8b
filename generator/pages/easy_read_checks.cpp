#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/kinds.hpp"
#include "pages/easy_reads.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

// What can be said of versions with pictures once all pages are known, and the theme's pictures.

namespace localoffer {
namespace {

/// "news-update" for the kind "news update".
std::string written_kind(std::string_view kind) {
  std::string written(kind);
  std::replace(written.begin(), written.end(), ' ', '-');
  return written;
}

/// "priority/8-timeliness": the record's kind or its folder, and its id.
std::optional<LinkTarget> record_named(const std::string &of) {
  const auto slash = of.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const std::string named = of.substr(0, slash);
  std::optional<LinkTarget> target;
  for_each_kind([&](std::string_view kind, std::string_view folder, auto) {
    if (named == written_kind(kind) || named == folder)
      target = LinkTarget{std::string(kind), of.substr(slash + 1), {}};
  });
  return target;
}

class EasyReadCheck {
public:
  EasyReadCheck(const Site &site, const std::vector<View> &views, std::vector<Diagnostic> &diagnostics)
      : site_(site), views_(views), diagnostics_(diagnostics) {}

  void run(const EasyRead &page) {
    if (page.of.given) check_page(page);
    for (const auto &part : page.parts)
      for (const auto &item : part.items)
        if (item.picture.given) check_picture(page, item.picture);
  }

private:
  void add(std::string_view code, Span span, std::string message, std::string help) {
    diagnostics_.push_back(diagnose(code, std::move(span), std::move(message), std::move(help)));
  }

  bool is_page(const std::string &route) const {
    return std::any_of(views_.begin(), views_.end(), [&](const View &view) { return view.route == route; });
  }

  /// What `of` may say, of the same form as what it says.
  std::vector<std::string> candidates(bool routes) const {
    std::vector<std::string> all;
    if (routes)
      for (const auto &view : views_)
        all.push_back(view.route);
    else
      for_each_record(site_.programme.content.records, [&](std::string_view kind, const auto &record) {
        all.push_back(written_kind(kind) + "/" + record.head.id);
      });
    return all;
  }

  void check_page(const EasyRead &page) {
    const std::string &of = *page.of;
    const Span span = page.head.span_of(page.of);
    const std::string route = page_told_again(site_, page);
    const auto target = record_named(of);
    if (route.empty() && target && !site_.addresses.of(*target).empty())
      return add("easy-read-page", span, fmt::format("'{}' stands on a page with others", of),
                 "Name the page: write its address, as /barriers/.");
    if (route.empty() || !is_page(route)) {
      const auto meant = did_you_mean(of, candidates(of.starts_with('/')));
      return add("easy-read-page", span, fmt::format("this site has no page '{}'", of),
                 fmt::format("{}Write a record's kind and id, as priority/8-timeliness, or an address, as "
                             "/about/.",
                             meant ? fmt::format("Did you mean '{}'? ", *meant) : ""));
    }
    const auto [first, is_new] = told_.emplace(route, &page);
    if (is_new) return;
    add("easy-read-page", span, fmt::format("the page '{}' has a version with pictures already", of),
        "Put the two together, or tell another page.");
    diagnostics_.back().notes.push_back({first->second->head.span_of(first->second->of), "it is this one"});
  }

  void check_picture(const EasyRead &page, const Authored<std::string> &name) {
    if (site_.pictures.count(*name) > 0) return;
    std::vector<std::string> names;
    for (const auto &[one, picture] : site_.pictures)
      names.push_back(one);
    const auto meant = did_you_mean(*name, names);
    add("unknown-picture", page.head.span_of(name), fmt::format("there is no picture '{}'", *name),
        fmt::format("{}The theme's pictures are: {}.",
                    meant ? fmt::format("Did you mean '{}'? ", *meant) : "",
                    names.empty() ? "none" : joined(names)));
  }

  const Site &site_;
  const std::vector<View> &views_;
  std::vector<Diagnostic> &diagnostics_;
  std::map<std::string, const EasyRead *> told_; ///< by the route of the page that it tells again
};

} // namespace

std::string page_told_again(const Site &site, const EasyRead &page) {
  const std::string &of = *page.of;
  if (of.starts_with('/')) return of;
  const auto target = record_named(of);
  const std::string route = target ? site.addresses.of(*target) : std::string{};
  return route.find('#') == std::string::npos ? route : std::string{};
}

void check_easy_read_pages(const Site &site, const std::vector<View> &views,
                           std::vector<Diagnostic> &diagnostics) {
  EasyReadCheck check(site, views, diagnostics);
  for (const auto &page : site.programme.content.records.easy_reads)
    check.run(page);
}

} // namespace localoffer
