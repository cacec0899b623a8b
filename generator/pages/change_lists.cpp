#include "pages/change_items.hpp"
#include "pages/list_pages.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace localoffer {

/// One line of a list about the past: the record, and sentences about it.
struct PastItemView {
  std::string name, href;
  std::vector<std::string> sentences;
};
VIEW_FIELDS(PastItemView, name, href, sentences);

struct PastListView {
  Frame frame;
  std::vector<std::string> sentences; ///< on the first page of the list
  std::vector<PastItemView> items;
  std::optional<LinkView> previous, next; ///< pages of the same list
  bool has_neighbours = false;
};
VIEW_FIELDS(PastListView, frame, sentences, items, previous, next, has_neighbours);

namespace {

constexpr long half_a_year = 183; ///< days without a change after which work is listed as standing still

class PastLists {
public:
  explicit PastLists(const Site &site) : site_(site), words_(site.words), past_(*site.past) {}

  /// One of the lists. What a line says is told only for the page that it stands on.
  struct List {
    std::string key, route;
    std::size_t count = 0;
    std::function<PastItemView(std::size_t)> line; ///< refers to the site alone
  };

  std::vector<List> lists() const { return {moved(), still(), gone()}; }

  std::string heading(const std::string &key) const {
    return words_.sentence_case(
        words_.say("changes.list." + key + "_heading", {{"things", site_.noun("milestone", 2)}}));
  }

  std::string sentence(const List &list) const {
    const auto count = static_cast<long>(list.count);
    return words_.say("changes.list." + list.key + "_sentence",
                      {{"count", count},
                       {"things", site_.noun("milestone", count)},
                       {"date", words_.date(site_.programme.today)}});
  }

  PastListView page(const List &list, const std::vector<std::string> &routes, std::size_t index) const {
    PastListView view;
    PageInfo info;
    info.route = routes[index];
    info.section = site_.addresses.changes();
    info.breadcrumbs = {{words_.say("changes.heading"), site_.href(site_.addresses.changes())}};
    if (index == 0) {
      view.sentences = {sentence(list)};
      info.heading = heading(list.key);
      info.description = view.sentences.front();
    } else {
      info.heading = info.description = list_page_heading(site_, heading(list.key), index, routes.size());
      info.breadcrumbs.push_back({heading(list.key), site_.href(list.route)});
    }
    const std::size_t end = std::min(list.count, (index + 1) * most_on_a_page);
    for (std::size_t i = index * most_on_a_page; i < end; ++i)
      view.items.push_back(list.line(i));
    add_neighbours(site_, routes, index, view);
    if (!past_.history.commits.empty()) info.changed = past_.history.commits.back().date;
    view.frame = make_frame(site_, std::move(info));
    return view;
  }

  std::vector<LinkView> links() const {
    const Addresses &at = site_.addresses;
    std::vector<LinkView> links;
    const auto link = [&](bool there, const std::string &key, const std::string &route) {
      if (there) links.push_back({heading(key), site_.href(route)});
    };
    link(!moved_milestones().empty(), "moved", at.changes_moved());
    link(!still_milestones().empty(), "still", at.changes_still());
    link(!gone_records().empty(), "gone", at.changes_gone());
    return links;
  }

private:
  struct Moved {
    const MilestoneFacts *milestone = nullptr;
    const MilestoneTimeline *line = nullptr;
  };

  PastItemView item(const MilestoneFacts &milestone) const {
    const RecordHead &head = milestone.record->head;
    const RecordLabel label = label_of(site_, {"milestone", head.id}, *head.title);
    return {label.name, site_.href(label.route), {}};
  }

  std::vector<Moved> moved_milestones() const {
    std::vector<Moved> all;
    for (const auto &milestone : site_.programme.milestones) {
      const auto found = past_.milestones.find(milestone.record->head.id);
      if (found != past_.milestones.end() && !found->second.moves.empty())
        all.push_back({&milestone, &found->second});
    }
    return all;
  }

  /// The dates that moved most, the most delayed first.
  List moved() const {
    auto all = moved_milestones();
    std::stable_sort(all.begin(), all.end(), [](const Moved &a, const Moved &b) {
      // A date that was taken away is further off than any.
      if (a.line->promised.has_value() != b.line->promised.has_value()) return !a.line->promised;
      if (a.line->days_moved() != b.line->days_moved()) return a.line->days_moved() > b.line->days_moved();
      return a.line->moves.size() > b.line->moves.size();
    });
    const std::size_t count = all.size();
    return {"moved", site_.addresses.changes_moved(), count, [*this, all = std::move(all)](std::size_t i) {
              PastItemView view = item(*all[i].milestone);
              view.sentences = {first_past_sentence(site_, *all[i].line)};
              return view;
            }};
  }

  std::vector<std::pair<Date, const MilestoneFacts *>> still_milestones() const {
    std::vector<std::pair<Date, const MilestoneFacts *>> all;
    for (const auto &milestone : site_.programme.milestones) {
      const auto changed = past_.last_changed.find({"milestone", milestone.record->head.id});
      if (changed == past_.last_changed.end() || is_done(*milestone.status)) continue;
      if (days_between(changed->second, site_.programme.today) >= half_a_year)
        all.emplace_back(changed->second, &milestone);
    }
    return all;
  }

  /// Work that is not done and of which nothing was said for half a year, the longest first.
  List still() const {
    auto all = still_milestones();
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    const std::size_t count = all.size();
    return {"still", site_.addresses.changes_still(), count, [*this, all = std::move(all)](std::size_t i) {
              const auto &[day, milestone] = all[i];
              PastItemView view = item(*milestone);
              view.sentences = {
                  words_.say("changes.list.still_since",
                             {{"date", words_.date(day)},
                              {"time", words_.duration(days_between(day, site_.programme.today))}})};
              return view;
            }};
  }

  /// What was taken out and is not back, newest first.
  std::vector<const Change *> gone_records() const {
    std::vector<const Change *> all;
    for (auto change = past_.changes.rbegin(); change != past_.changes.rend(); ++change)
      if (change->kind == Change::Kind::withdrawn &&
          past_.last_changed.find(change->record) == past_.last_changed.end())
        all.push_back(&*change);
    return all;
  }

  List gone() const {
    auto all = gone_records();
    const std::size_t count = all.size();
    return {"gone", site_.addresses.changes_gone(), count, [*this, all = std::move(all)](std::size_t i) {
              const Change &change = *all[i];
              const ChangeText text = change_text(site_, change);
              return PastItemView{
                  text.label.name,
                  "",
                  {words_.say("changes.list.gone_on",
                              {{"thing", kind_noun(site_, change.record.kind, 1)},
                               {"date", words_.date(past_.history.commits[change.commit].date)}}),
                   text.reason}};
            }};
  }

  const Site &site_;
  const Words &words_;
  const Timelines &past_;
};

} // namespace

void add_change_lists(const Site &site, std::vector<View> &views) {
  if (!site.past) return;
  const PastLists all(site);
  for (auto &one : all.lists()) {
    if (one.count == 0) continue;
    const auto list = std::make_shared<const PastLists::List>(std::move(one));
    const auto routes = std::make_shared<const std::vector<std::string>>(
        list_page_routes(list->route, cut_into_pages({list->count}).size()));
    for (std::size_t i = 0; i < routes->size(); ++i) {
      views.push_back(make_view_later((*routes)[i], "past-list",
                                      [all, list, routes, i] { return all.page(*list, *routes, i); }));
      if (i > 0) continue;
      views.back().heading = all.heading(list->key);
      views.back().description = all.sentence(*list);
    }
  }
}

std::vector<LinkView> change_lists(const Site &site) {
  return site.past ? PastLists(site).links() : std::vector<LinkView>{};
}

void list_change_list_templates(PageTemplates &templates) {
  templates.emplace_back("past-list", &view_type<PastListView>());
}

} // namespace localoffer
