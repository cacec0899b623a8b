#include "pages/family_items.hpp"
#include "pages/page_list.hpp"
#include "pages/record_links.hpp"

#include <algorithm>

namespace localoffer {

struct NewsListView {
  Frame frame;
  std::vector<NewsItemView> news;
};
VIEW_FIELDS(NewsListView, frame, news);

struct NewsView {
  Frame frame;
  Html text, meaning, discrepancy;
  bool has_priorities = false;
  std::vector<LinkView> priorities;
  std::optional<LinkView> previous, next;
  bool has_neighbours = false;
};
VIEW_FIELDS(NewsView, frame, text, meaning, discrepancy, has_priorities, priorities, previous, next,
            has_neighbours);

namespace {

LinkView news_link(const Site &site, const NewsUpdate &update) {
  return {*update.head.title, site.href(site.addresses.news_update(update))};
}

View news_list(const Site &site, const std::vector<const NewsUpdate *> &news) {
  NewsListView view;
  PageInfo info;
  info.route = site.addresses.news();
  info.heading = site.words.say("news.heading");
  info.description = site.words.say("news.description");
  for (const auto *update : news) {
    view.news.push_back(news_item(site, *update));
    info.records.push_back(&update->head);
  }
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.news(), "news-list", std::move(view));
}

View one_update(const Site &site, const std::vector<const NewsUpdate *> &news, std::size_t index) {
  const NewsUpdate &update = *news[index];
  const RecordHead &head = update.head;
  NewsView view;
  view.text = prose_of(site, head, head.text);
  view.meaning = prose_of(site, head, head.meaning, {3, "meaning-"});
  view.discrepancy = prose_of(site, head, head.discrepancy, {3, "discrepancy-"});
  view.priorities = priority_links(site, update.priorities);
  view.has_priorities = !view.priorities.empty();
  // In the order of time: what came before is the previous one.
  if (index + 1 < news.size()) view.previous = news_link(site, *news[index + 1]);
  if (index > 0) view.next = news_link(site, *news[index - 1]);
  view.has_neighbours = view.previous || view.next;

  PageInfo info;
  info.route = site.addresses.news_update(update);
  info.heading = *head.title;
  info.caption = site.words.date(*update.date);
  info.description = plain_text(*head.text);
  info.breadcrumbs = {{site.words.say("news.heading"), site.href(site.addresses.news())}};
  info.records = {&head};
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.news_update(update), "news", std::move(view));
}

} // namespace

std::vector<const NewsUpdate *> newest_news(const Site &site) {
  std::vector<const NewsUpdate *> news;
  for (const auto &update : site.programme.content.records.news)
    news.push_back(&update);
  std::stable_sort(news.begin(), news.end(),
                   [](const NewsUpdate *a, const NewsUpdate *b) { return *b->date < *a->date; });
  return news;
}

NewsItemView news_item(const Site &site, const NewsUpdate &update) {
  NewsItemView view;
  view.title = *update.head.title;
  view.href = site.href(site.addresses.news_update(update));
  view.date = site.words.date(*update.date);
  if (!update.head.text->empty()) // the rest is on its own page
    view.text = inline_html(site, update.head.text->first_block(), update.head.file);
  return view;
}

void add_news(const Site &site, std::vector<View> &views) {
  const auto news = newest_news(site);
  if (news.empty()) return;
  views.push_back(news_list(site, news));
  for (std::size_t i = 0; i < news.size(); ++i)
    views.push_back(one_update(site, news, i));
}

void list_news_templates(PageTemplates &templates) {
  templates.emplace_back("news-list", &view_type<NewsListView>());
  templates.emplace_back("news", &view_type<NewsView>());
}

} // namespace localoffer
