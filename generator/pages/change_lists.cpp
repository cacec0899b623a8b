#include "pages/change_items.hpp"
#include "pages/page_list.hpp"

#include <algorithm>

namespace localoffer {

/// One line of a list about the past: the record, and sentences about it.
struct PastItemView {
  std::string name, href;
  std::vector<std::string> sentences;
};
VIEW_FIELDS(PastItemView, name, href, sentences);

struct PastListView {
  Frame frame;
  std::vector<std::string> sentences;
  std::vector<PastItemView> items;
};
VIEW_FIELDS(PastListView, frame, sentences, items);

namespace {

constexpr long half_a_year = 183; ///< days without a change after which work is listed as standing still

class PastLists {
public:
  explicit PastLists(const Site &site) : site_(site), words_(site.words), past_(*site.past) {}

  void add(std::vector<View> &views) const {
    const Addresses &at = site_.addresses;
    for (const auto &list :
         {List{"moved", at.changes_moved(), moved()}, List{"still", at.changes_still(), still()},
          List{"gone", at.changes_gone(), gone()}})
      if (!list.items.empty()) views.push_back(page(list));
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
  struct List {
    std::string key, route;
    std::vector<PastItemView> items;
  };
  struct Moved {
    const MilestoneFacts *milestone = nullptr;
    const MilestoneTimeline *line = nullptr;
  };

  std::string heading(const std::string &key) const {
    return words_.sentence_case(
        words_.say("changes.list." + key + "_heading", {{"things", site_.noun("milestone", 2)}}));
  }

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
  std::vector<PastItemView> moved() const {
    auto all = moved_milestones();
    std::stable_sort(all.begin(), all.end(), [](const Moved &a, const Moved &b) {
      // A date that was taken away is further off than any.
      if (a.line->promised.has_value() != b.line->promised.has_value()) return !a.line->promised;
      if (a.line->days_moved() != b.line->days_moved()) return a.line->days_moved() > b.line->days_moved();
      return a.line->moves.size() > b.line->moves.size();
    });
    std::vector<PastItemView> items;
    for (const auto &[milestone, line] : all) {
      items.push_back(item(*milestone));
      items.back().sentences = {first_past_sentence(site_, *line)};
    }
    return items;
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
  std::vector<PastItemView> still() const {
    auto all = still_milestones();
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<PastItemView> items;
    for (const auto &[day, milestone] : all) {
      items.push_back(item(*milestone));
      items.back().sentences = {words_.say(
          "changes.list.still_since",
          {{"date", words_.date(day)}, {"time", words_.duration(days_between(day, site_.programme.today))}})};
    }
    return items;
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

  std::vector<PastItemView> gone() const {
    std::vector<PastItemView> items;
    for (const auto *change : gone_records()) {
      const ChangeText text = change_text(site_, *change);
      items.push_back({text.label.name,
                       "",
                       {words_.say("changes.list.gone_on",
                                   {{"thing", kind_noun(site_, change->record.kind, 1)},
                                    {"date", words_.date(past_.history.commits[change->commit].date)}}),
                        text.reason}});
    }
    return items;
  }

  View page(const List &list) const {
    PastListView view;
    view.sentences = {words_.say("changes.list." + list.key + "_sentence",
                                 {{"count", static_cast<long>(list.items.size())},
                                  {"things", site_.noun("milestone", static_cast<long>(list.items.size()))},
                                  {"date", words_.date(site_.programme.today)}})};
    view.items = list.items;
    PageInfo info;
    info.route = list.route;
    info.section = site_.addresses.changes();
    info.heading = heading(list.key);
    info.description = view.sentences.front();
    info.breadcrumbs = {{words_.say("changes.heading"), site_.href(site_.addresses.changes())}};
    if (!past_.history.commits.empty()) info.changed = past_.history.commits.back().date;
    view.frame = make_frame(site_, std::move(info));
    return make_view(list.route, "past-list", std::move(view));
  }

  const Site &site_;
  const Words &words_;
  const Timelines &past_;
};

} // namespace

void add_change_lists(const Site &site, std::vector<View> &views) {
  if (site.past) PastLists(site).add(views);
}

std::vector<LinkView> change_lists(const Site &site) {
  return site.past ? PastLists(site).links() : std::vector<LinkView>{};
}

void list_change_list_templates(PageTemplates &templates) {
  templates.emplace_back("past-list", &view_type<PastListView>());
}

} // namespace localoffer
