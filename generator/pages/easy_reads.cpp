#include "pages/easy_reads.hpp"

#include "pages/page_list.hpp"

#include <algorithm>
#include <set>

namespace localoffer {

/// A sentence and the picture beside it.
struct EasyReadPairView {
  std::string text, picture_href, picture_text;
};
VIEW_FIELDS(EasyReadPairView, text, picture_href, picture_text);

struct EasyReadPartView {
  std::string heading;
  std::vector<EasyReadPairView> pairs;
};
VIEW_FIELDS(EasyReadPartView, heading, pairs);

struct EasyReadView {
  Frame frame;
  std::string review; ///< who reviewed it and when, or that nobody has
  std::string full_href;
  std::vector<EasyReadPartView> parts;
  LinkView list;
};
VIEW_FIELDS(EasyReadView, frame, review, full_href, parts, list);

struct EasyReadItemView {
  std::string title, href, label, review;
};
VIEW_FIELDS(EasyReadItemView, title, href, label, review);

struct EasyReadListView {
  Frame frame;
  std::vector<EasyReadItemView> pages;
};
VIEW_FIELDS(EasyReadListView, frame, pages);

namespace {

/// Words under `easy_read:` come in two kinds, and a page without a review has no way to the other.
std::string say_as_reviewed(const Site &site, const EasyRead &page, const std::string &what) {
  return site.words.say("easy_read." + what + (is_reviewed(page) ? "_reviewed" : "_unreviewed"));
}

std::string review_sentence(const Site &site, const EasyRead &page) {
  if (!is_reviewed(page)) return site.words.say("easy_read.not_reviewed");
  return site.words.say("easy_read.reviewed",
                        {{"who", *page.reviewed_by}, {"date", site.words.date(*page.reviewed_on)}});
}

std::vector<const EasyRead *> in_order(const Site &site) {
  std::vector<const EasyRead *> pages;
  for (const auto &page : site.programme.content.records.easy_reads)
    pages.push_back(&page);
  std::stable_sort(pages.begin(), pages.end(), [](const EasyRead *a, const EasyRead *b) {
    if (a->order.given != b->order.given) return a->order.given;
    return *a->order < *b->order;
  });
  return pages;
}

/// Whether all of them are reviewed, or none, or some: "reviewed", "unreviewed" or "mixed".
std::string standing_of_all(const Site &site) {
  const auto &pages = site.programme.content.records.easy_reads;
  const auto reviewed = std::count_if(pages.begin(), pages.end(), is_reviewed);
  if (reviewed == 0) return "unreviewed";
  return static_cast<std::size_t>(reviewed) == pages.size() ? "reviewed" : "mixed";
}

EasyReadPairView pair_view(const Site &site, const EasyReadItem &item) {
  EasyReadPairView view{*item.text, {}, {}};
  if (const auto picture = site.pictures.find(*item.picture); picture != site.pictures.end()) {
    view.picture_href = picture->second.href;
    view.picture_text = site.original(picture->second.text);
  }
  return view;
}

View list_page(const Site &site) {
  EasyReadListView view;
  PageInfo info;
  info.route = info.section = site.addresses.easy_reads();
  info.heading = easy_read_heading(site);
  info.description = site.words.say("easy_read.description");
  info.explains_words = false;
  for (const auto *page : in_order(site)) {
    view.pages.push_back({*page->head.title, site.href(site.addresses.easy_read(*page)),
                          say_as_reviewed(site, *page, "label"), review_sentence(site, *page)});
    info.records.push_back(&page->head);
  }
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.easy_reads(), "easy-read-list", std::move(view));
}

View one_page(const Site &site, const EasyRead &page) {
  const std::string list_route = site.addresses.easy_reads();
  EasyReadView view;
  view.review = review_sentence(site, page);
  view.full_href = site.href(page_told_again(site, page));
  view.list = {site.words.say("easy_read.all"), site.href(list_route)};
  for (const auto &part : page.parts) {
    view.parts.push_back({*part.heading, {}});
    for (const auto &item : part.items)
      view.parts.back().pairs.push_back(pair_view(site, item));
  }

  PageInfo info;
  info.route = site.addresses.easy_read(page);
  info.section = list_route;
  info.caption = say_as_reviewed(site, page, "label");
  info.heading = *page.head.title;
  // The page that it tells again may have the same heading, and no two documents have one title.
  info.title = site.words.say(is_reviewed(page) ? "easy_read.title_reviewed" : "easy_read.title_unreviewed",
                              {{"title", *page.head.title}});
  if (!page.parts.empty() && !page.parts.front().items.empty())
    info.description = *page.parts.front().items.front().text;
  info.breadcrumbs = {{easy_read_heading(site), site.href(list_route)}};
  info.explains_words = false; // what needs an explanation has a sentence and a picture of its own
  info.records = {&page.head};
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.easy_read(page), "easy-read", std::move(view));
}

} // namespace

std::optional<LinkView> version_with_pictures(const Site &site, const std::string &route) {
  for (const auto &page : site.programme.content.records.easy_reads)
    if (page_told_again(site, page) == route)
      return LinkView{say_as_reviewed(site, page, "link"), site.href(site.addresses.easy_read(page))};
  return std::nullopt;
}

std::string easy_read_heading(const Site &site) {
  return site.words.say("easy_read.heading_" + standing_of_all(site));
}

std::string easy_read_menu_entry(const Site &site) {
  return site.words.say("easy_read.menu_" + standing_of_all(site));
}

std::vector<std::string> pictures_in_use(const Site &site) {
  std::set<std::string> names;
  for (const auto &page : site.programme.content.records.easy_reads)
    for (const auto &part : page.parts)
      for (const auto &item : part.items)
        names.insert(*item.picture);
  return {names.begin(), names.end()};
}

void add_easy_reads(const Site &site, std::vector<View> &views) {
  const auto pages = in_order(site);
  if (pages.empty()) return;
  views.push_back(list_page(site));
  for (const auto *page : pages)
    if (!page_told_again(site, *page).empty()) views.push_back(one_page(site, *page));
}

void list_easy_read_templates(PageTemplates &templates) {
  templates.emplace_back("easy-read", &view_type<EasyReadView>());
  templates.emplace_back("easy-read-list", &view_type<EasyReadListView>());
}

} // namespace localoffer
