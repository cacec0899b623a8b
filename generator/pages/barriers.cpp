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

/// A risk in words, under the table of all risks' scores.
struct RiskView {
  std::string id, heading, score;
  Html text, meaning, mitigation, discrepancy;
};
VIEW_FIELDS(RiskView, id, heading, score, text, meaning, mitigation, discrepancy);

struct BarrierListView {
  Frame frame;
  std::string sentence;
  std::vector<BarrierGroupView> groups;
  bool has_risks = false;
  std::optional<DataTableView> risk_table;
  std::vector<RiskView> risks;
};
VIEW_FIELDS(BarrierListView, frame, sentence, groups, has_risks, risk_table, risks);

namespace {

std::string risk_name(const Site &site, const Risk &risk) {
  if (!risk.ref.given) return *risk.head.title;
  return site.words.say("barrier.risk_name", {{"ref", *risk.ref}, {"title", *risk.head.title}});
}

/// "Score 12: 4 for how bad, times 3 for how likely."
std::string score_text(const Site &site, const Risk &risk) {
  if (!risk.score.given) return site.words.say("barrier.no_score");
  const bool has_factors = risk.consequence.given && risk.likelihood.given;
  std::string text = site.words.say(has_factors ? "barrier.score_of" : "barrier.score",
                                    {{"score", long{*risk.score}},
                                     {"consequence", long{*risk.consequence}},
                                     {"likelihood", long{*risk.likelihood}}});
  if (risk.previous_score.given)
    text += " " + site.words.say("barrier.score_before", {{"score", long{*risk.previous_score}}});
  return text;
}

std::vector<const Risk *> risks_worst_first(const Site &site) {
  std::vector<const Risk *> risks;
  for (const auto &risk : site.programme.content.records.risks)
    risks.push_back(&risk);
  std::stable_sort(risks.begin(), risks.end(),
                   [](const Risk *a, const Risk *b) { return *a->score > *b->score; });
  return risks;
}

DataTableView risk_table(const Site &site, const std::vector<const Risk *> &risks) {
  const auto number = [&](const Authored<int> &value) {
    return TableCellView{value.given ? site.words.number(*value) : site.words.say("barrier.not_given"), true};
  };
  DataTableView table;
  table.id = "risk-table";
  table.caption = site.words.say("barrier.table_caption");
  table.columns = {{site.words.say("barrier.column_risk"), false},
                   {site.words.say("barrier.column_consequence"), true},
                   {site.words.say("barrier.column_likelihood"), true},
                   {site.words.say("barrier.column_score"), true},
                   {site.words.say("barrier.column_before"), true}};
  for (const auto *risk : risks)
    table.rows.push_back({risk_name(site, *risk),
                          {number(risk->consequence), number(risk->likelihood), number(risk->score),
                           number(risk->previous_score)}});
  return table;
}

void tell_risks(const Site &site, BarrierListView &view, PageInfo &info) {
  const auto risks = risks_worst_first(site);
  if (risks.empty()) return;
  view.has_risks = true;
  view.risk_table = risk_table(site, risks);
  for (const auto *risk : risks) {
    const RecordHead &head = risk->head;
    view.risks.push_back({head.id, risk_name(site, *risk), score_text(site, *risk),
                          prose_of(site, head, head.text), prose_of(site, head, head.meaning),
                          prose_of(site, head, risk->mitigation), prose_of(site, head, head.discrepancy)});
    info.records.push_back(&head);
  }
  info.on_this_page.push_back({site.words.say("barrier.risks"), "#risks"});
}

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
  if (records.barriers.empty() && records.risks.empty()) return;
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
  tell_risks(site, view, info);
  view.sentence = site.words.say("barrier.how_many", {{"count", static_cast<long>(records.barriers.size())}});
  info.description = view.sentence;
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.barriers(), "barrier-list", std::move(view)));
}

void list_barrier_templates(PageTemplates &templates) {
  templates.emplace_back("barrier-list", &view_type<BarrierListView>());
}

} // namespace localoffer
