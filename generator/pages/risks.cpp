#include "pages/page_list.hpp"
#include "pages/record_links.hpp"
#include "pages/risk_words.hpp"

#include <algorithm>

namespace localoffer {

/// A risk in a cell of the matrix: its short name to look at, all of it to listen to.
struct RiskMarkView {
  std::string ref, title, href;
};
VIEW_FIELDS(RiskMarkView, ref, title, href);

struct RiskCellView {
  bool has_risks = false;
  std::vector<RiskMarkView> risks;
};
VIEW_FIELDS(RiskCellView, has_risks, risks);

struct RiskRowView {
  std::string header;
  std::vector<RiskCellView> cells;
};
VIEW_FIELDS(RiskRowView, header, cells);

struct RiskView {
  std::string id, heading, score, change;
  RecordTextView about;
  Html mitigation;
  bool has_priorities = false;
  std::vector<LinkView> priorities;
};
VIEW_FIELDS(RiskView, id, heading, score, change, about, mitigation, has_priorities, priorities);

struct RiskListView {
  Frame frame;
  std::string sentence;
  bool has_matrix = false;
  std::vector<std::string> columns;
  std::vector<RiskRowView> rows;
  std::string without_factors;
  std::vector<RiskMarkView> outside; ///< of the matrix: nobody says how bad or how likely they are
  std::vector<RiskView> risks;
  std::optional<LinkView> barriers;
};
VIEW_FIELDS(RiskListView, frame, sentence, has_matrix, columns, rows, without_factors, outside, risks,
            barriers);

namespace {

constexpr int highest = 5; // of both factors

using Risks = std::vector<const Risk *>;

std::string risk_name(const Site &site, const Risk &risk) {
  if (!risk.ref.given) return *risk.head.title;
  return site.words.say("risk.name", {{"ref", *risk.ref}, {"title", *risk.head.title}});
}

RiskMarkView mark_of(const Risk &risk) {
  if (!risk.ref.given) return {*risk.head.title, "", "#" + risk.head.id};
  return {*risk.ref, *risk.head.title, "#" + risk.head.id};
}

/// "Its score is 12: 4 for how bad it would be, times 3 for how likely it is."
std::string score_text(const Site &site, const Risk &risk) {
  if (score_of(risk) == 0) return site.words.say("risk.no_score");
  return site.words.say(has_factors(risk) ? "risk.score_of" : "risk.score",
                        {{"score", long{score_of(risk)}},
                         {"consequence", long{*risk.consequence}},
                         {"likelihood", long{*risk.likelihood}}});
}

/// "Up from 9 to 12: it has become a bigger worry."
std::string change_text(const Site &site, const Risk &risk) {
  const int now = score_of(risk), before = *risk.previous_score;
  if (now == 0 || !risk.previous_score.given) return {};
  const char *key = now > before ? "risk.up" : now < before ? "risk.down" : "risk.same";
  return site.words.say(key, {{"before", long{before}}, {"now", long{now}}});
}

RiskView risk_view(const Site &site, const Risk &risk) {
  RiskView view;
  view.id = risk.head.id;
  view.heading = risk_name(site, risk);
  view.score = score_text(site, risk);
  view.change = change_text(site, risk);
  view.about = record_text(site, risk.head, 4);
  view.mitigation = prose_of(site, risk.head, risk.mitigation, {4, view.id + "-mitigation-"});
  view.priorities = priority_links(site, risk.priorities);
  view.has_priorities = !view.priorities.empty();
  return view;
}

/// The worst is at the top right, where people who know such tables look for it.
void draw_matrix(const Site &site, const Risks &risks, RiskListView &view) {
  const auto header = [&](const char *of, int factor) {
    return site.words.say(std::string("risk.") + of + std::to_string(factor));
  };
  for (int likelihood = 1; likelihood <= highest; ++likelihood)
    view.columns.push_back(header("likelihood_", likelihood));
  for (int consequence = highest; consequence >= 1; --consequence) {
    RiskRowView row{header("consequence_", consequence), {}};
    for (int likelihood = 1; likelihood <= highest; ++likelihood) {
      RiskCellView cell;
      for (const auto *risk : risks)
        if (has_factors(*risk) && *risk->consequence == consequence && *risk->likelihood == likelihood)
          cell.risks.push_back(mark_of(*risk));
      cell.has_risks = !cell.risks.empty();
      row.cells.push_back(std::move(cell));
    }
    view.rows.push_back(std::move(row));
  }
}

void tell_outside(const Site &site, const Risks &risks, RiskListView &view) {
  for (const auto *risk : risks)
    if (!has_factors(*risk)) view.outside.push_back(mark_of(*risk));
  view.has_matrix = view.outside.size() < risks.size();
  if (!view.outside.empty())
    view.without_factors = site.words.say(view.has_matrix ? "risk.outside" : "risk.no_factors",
                                          {{"count", static_cast<long>(view.outside.size())}});
}

} // namespace

void add_risks(const Site &site, std::vector<View> &views) {
  const Risks risks = risks_worst_first(site);
  if (risks.empty()) return;
  RiskListView view;
  PageInfo info;
  info.route = site.addresses.risks();
  info.heading = site.words.say("risk.heading");
  const bool has_barriers = !site.programme.content.records.barriers.empty();
  info.section = has_barriers ? site.addresses.barriers() : site.addresses.about();
  const LinkView above{site.words.say(has_barriers ? "barrier.heading" : "nav.about"),
                       site.href(info.section)};
  info.breadcrumbs = {above};
  if (has_barriers) view.barriers = above;
  view.sentence = site.words.say("risk.how_many", {{"count", static_cast<long>(risks.size())}});
  info.description = view.sentence;
  tell_outside(site, risks, view);
  if (view.has_matrix) draw_matrix(site, risks, view);
  for (const auto *risk : risks) {
    view.risks.push_back(risk_view(site, *risk));
    info.records.push_back(&risk->head);
  }
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.risks(), "risk-list", std::move(view)));
}

void list_risk_templates(PageTemplates &templates) {
  templates.emplace_back("risk-list", &view_type<RiskListView>());
}

} // namespace localoffer
