#include "pages/family_items.hpp"
#include "pages/page_list.hpp"

namespace localoffer {

/// What a reader without scripts is led to, and what the script needs.
struct SearchView {
  Frame frame;
  SearchBoxView search;
  std::string index_href, script, engine, stemmer;
  std::string title; ///< of the document, when something was looked for: "{query}" stands for it
  std::string a_to_z_href, contact_href;
  std::vector<LinkView> topics;
  std::optional<LinkView> questions;
};
VIEW_FIELDS(SearchView, frame, search, index_href, script, engine, stemmer, title, a_to_z_href, contact_href,
            topics, questions);

void add_search(const Site &site, std::vector<View> &views) {
  const Addresses &at = site.addresses;
  PageInfo info;
  info.route = at.search();
  info.heading = site.words.say("search.heading");
  info.description = site.words.say("search.description");

  SearchView view;
  view.search = search_box(site);
  view.index_href = site.href(at.search_index());
  view.script = site.scripts.search;
  view.engine = site.scripts.engine;
  view.stemmer = site.scripts.stemmer;
  view.a_to_z_href = site.href(at.a_to_z());
  view.contact_href = site.href(at.contact());
  for (const auto &topic : topic_items(site))
    view.topics.push_back({topic.title, topic.href});
  if (!site.programme.content.records.questions.empty())
    view.questions = LinkView{site.words.say("question.heading"), site.href(at.questions())};
  view.frame = make_frame(site, std::move(info));
  view.title = site.words.say("search.title", {{"query", "{query}"}, {"page", view.frame.title}});
  views.push_back(make_view(at.search(), "search", std::move(view)));
}

void list_search_templates(PageTemplates &templates) {
  templates.emplace_back("search", &view_type<SearchView>());
}

} // namespace localoffer
