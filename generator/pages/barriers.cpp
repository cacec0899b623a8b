#include "pages/common_views.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>

namespace localoffer {

struct BarrierGroupView {
  std::string id, heading;
  std::optional<LinkView> priority;
  std::vector<BarrierView> items;
};
VIEW_FIELDS(BarrierGroupView, id, heading, priority, items);

struct BarrierListView {
  Frame frame;
  std::string sentence;
  std::vector<BarrierGroupView> groups;
  std::optional<LinkView> risks; ///< what could still go wrong stands on a page of its own
};
VIEW_FIELDS(BarrierListView, frame, sentence, groups, risks);

namespace {

void add_group(const Site &site, BarrierGroupView group, const std::vector<const Barrier *> &barriers,
               BarrierListView &view, PageInfo &info) {
  if (barriers.empty()) return;
  for (const auto *barrier : barriers) {
    group.items.push_back(barrier_view(site, *barrier));
    info.records.push_back(&barrier->head);
  }
  info.on_this_page.push_back({group.heading, "#" + group.id});
  view.groups.push_back(std::move(group));
}

std::vector<const Barrier *> whole_plan_barriers(const Site &site) {
  std::vector<const Barrier *> barriers;
  for (const auto &barrier : site.programme.content.records.barriers)
    if (!barrier.priority.given) barriers.push_back(&barrier);
  std::stable_sort(barriers.begin(), barriers.end(),
                   [](const Barrier *a, const Barrier *b) { return *a->order < *b->order; });
  return barriers;
}

} // namespace

void add_barriers(const Site &site, std::vector<View> &views) {
  const Records &records = site.programme.content.records;
  if (records.barriers.empty()) return;
  BarrierListView view;
  PageInfo info;
  info.route = info.section = site.addresses.barriers();
  info.heading = site.words.say("barrier.heading");
  add_group(site, {"whole-plan", site.words.say("barrier.whole_plan"), {}, {}}, whole_plan_barriers(site),
            view, info);
  for (const auto &priority : site.programme.priorities) {
    const Priority &record = *priority.record;
    add_group(site,
              {"priority-" + record.head.id,
               priority_name(site, record),
               LinkView{*record.head.title, site.href(site.addresses.priority(record))},
               {}},
              priority.barriers, view, info);
  }
  if (!records.risks.empty())
    view.risks = LinkView{site.words.say("risk.heading"), site.href(site.addresses.risks())};
  view.sentence = site.words.say("barrier.how_many", {{"count", static_cast<long>(records.barriers.size())}});
  info.description = view.sentence;
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.barriers(), "barrier-list", std::move(view)));
}

void list_barrier_templates(PageTemplates &templates) {
  templates.emplace_back("barrier-list", &view_type<BarrierListView>());
}

} // namespace localoffer
