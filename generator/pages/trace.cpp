#include "base/text.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"
#include "pages/scrutiny_items.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>

namespace localoffer {

/// A priority that takes up a concern, with what is promised and counted in it.
struct TracedPriorityView {
  LinkView link;
  std::string standing, no_measures;
  bool has_recommendations = false, has_measures = false;
  std::vector<AnsweredView> recommendations;
  std::vector<MeasureItemView> measures;
};
VIEW_FIELDS(TracedPriorityView, link, standing, no_measures, has_recommendations, has_measures,
            recommendations, measures);

/// A priority that takes up weaknesses without a concern between.
struct TracedDirectlyView {
  std::string id, name;
  std::vector<LinkView> findings;
  TracedPriorityView priority;
};
VIEW_FIELDS(TracedDirectlyView, id, name, findings, priority);

struct TracedConcernView {
  std::string id, name, no_findings;
  Html text;
  LinkView concern; ///< where it stands with its inspection
  bool has_findings = false, has_newer = false;
  std::vector<LinkView> findings, newer;
  std::vector<TracedPriorityView> priorities;
  FollowUpView follow_up;
};
VIEW_FIELDS(TracedConcernView, id, name, no_findings, text, concern, has_findings, has_newer, findings, newer,
            priorities, follow_up);

/// A row of the table that shows all ways at once.
struct TraceRowView {
  LinkView concern; ///< on this page
  std::string priorities, milestones, measures;
};
VIEW_FIELDS(TraceRowView, concern, priorities, milestones, measures);

/// A finding outside the concerns, or whatever nothing takes up.
struct TraceEndView {
  std::string kind;
  LinkView link;
  FollowUpView follow_up;
};
VIEW_FIELDS(TraceEndView, kind, link, follow_up);

struct TraceView {
  Frame frame;
  std::vector<std::string> sentences;
  bool has_table = false;
  std::string concern_column, priority_column, milestone_column, measure_column;
  std::vector<TraceRowView> rows;
  std::vector<TracedConcernView> concerns;
  std::vector<TracedDirectlyView> direct;
  bool has_others = false, has_ends = false, has_unfounded = false;
  std::vector<TraceEndView> others, ends;
  std::string no_ends, unfounded_heading, unfounded_sentence;
  std::vector<LinkView> unfounded;
};
VIEW_FIELDS(TraceView, frame, sentences, has_table, concern_column, priority_column, milestone_column,
            measure_column, rows, concerns, direct, has_others, has_ends, has_unfounded, others, ends,
            no_ends, unfounded_heading, unfounded_sentence, unfounded);

namespace {

class TracePage {
public:
  TracePage(const Site &site, const Trace &trace)
      : site_(site), words_(site.words), programme_(site.programme), trace_(trace) {}

  View make() {
    tell_sentences();
    for (const auto &concern : trace_.concerns)
      tell_concern(concern);
    tell_table();
    tell_direct();
    tell_others();
    tell_ends();
    tell_unfounded();
    tell_frame();
    return make_view(site_.addresses.trace(), "trace", std::move(view_));
  }

private:
  void tell_sentences() {
    const auto taken_up = [](const auto &list) {
      return static_cast<long>(
          std::count_if(list.begin(), list.end(), [](const auto &one) { return one.taken_up(); }));
    };
    const auto concerns = static_cast<long>(trace_.concerns.size());
    const auto weaknesses = static_cast<long>(trace_.weaknesses.size());
    if (concerns > 0)
      view_.sentences.push_back(
          words_.say("trace.concerns", {{"counted", site_.counted("concern", concerns)},
                                        {"count", taken_up(trace_.concerns)},
                                        {"open", concerns - taken_up(trace_.concerns)}}));
    if (weaknesses > 0)
      view_.sentences.push_back(
          words_.say("trace.weaknesses", {{"total", weaknesses},
                                          {"count", taken_up(trace_.weaknesses)},
                                          {"open", weaknesses - taken_up(trace_.weaknesses)}}));
  }

  TracedPriorityView priority_view(std::size_t index) {
    const PriorityFacts &facts = programme_.priorities[index];
    TracedPriorityView view;
    view.link = {priority_name(site_, *facts.record), site_.href(site_.addresses.priority(*facts.record))};
    view.standing = standing_sentence(site_, facts);
    for (const std::size_t measure : facts.measures) {
      view.measures.push_back(measure_item(site_, programme_.measures[measure]));
      info_.records.push_back(&programme_.measures[measure].record->head);
    }
    view.recommendations = answered(site_, recommendations_for(site_, *facts.record));
    view.has_recommendations = !view.recommendations.empty();
    view.has_measures = !view.measures.empty();
    if (!view.has_measures)
      view.no_measures = words_.say("trace.no_measures", {{"things", site_.noun("measure", 2)}});
    info_.records.push_back(&facts.record->head);
    return view;
  }

  void tell_concern(const ConcernTrace &trace) {
    const Concern &concern = *trace.concern;
    TracedConcernView view;
    view.id = "concern-" + concern.head.id;
    view.name = concern_name(site_, concern);
    view.text = prose_of(site_, concern.head, concern.head.text, {3, view.id + "-"});
    view.concern = {words_.say("trace.read_concern", {{"concern", view.name}}),
                    site_.href(site_.addresses.concern(concern))};
    for (const Finding *finding : trace.findings) {
      view.findings.push_back(finding_link(site_, *finding));
      info_.records.push_back(&finding->head);
    }
    view.has_findings = !view.findings.empty();
    const bool any_listed = !programme_.content.records.findings.empty();
    if (!view.has_findings && any_listed) view.no_findings = words_.say("trace.no_findings");
    for (const std::size_t index : trace.priorities)
      view.priorities.push_back(priority_view(index));
    for (const Concern *newer : trace.continued_by)
      view.newer.push_back(concern_link(site_, *newer));
    view.has_newer = !view.newer.empty();
    view.follow_up = follow_up(site_, trace);
    info_.records.push_back(&concern.head);
    info_.on_this_page.push_back({view.name, "#" + view.id});
    view_.concerns.push_back(std::move(view));
  }

  /// How many milestones there are, or why no number can be given.
  std::string milestones_text(const ConcernTrace &trace) const {
    if (trace.priorities.empty()) return words_.say("trace.nothing_short");
    if (trace.counts.total > 0) {
      std::vector<std::string> parts;
      for (const auto &entry : trace.counts.entries)
        if (entry.count > 0)
          parts.push_back(words_.say("trace.label_count",
                                     {{"label", *entry.status->label}, {"count", long{entry.count}}}));
      return words_.say("trace.total_and_parts",
                        {{"count", long{trace.counts.total}}, {"parts", joined(parts)}});
    }
    std::vector<std::string> sentences;
    for (const std::size_t index : trace.priorities)
      sentences.push_back(standing_sentence(site_, programme_.priorities[index]));
    return joined(sentences, " ");
  }

  std::string measures_text(const ConcernTrace &trace) const {
    if (trace.measures.empty()) return words_.say("trace.nothing_short");
    const auto with_figure =
        static_cast<long>(std::count_if(trace.measures.begin(), trace.measures.end(), [&](std::size_t index) {
          return programme_.measures[index].completeness.has_figure;
        }));
    return words_.say("trace.measures",
                      {{"total", static_cast<long>(trace.measures.size())}, {"count", with_figure}});
  }

  void tell_table() {
    view_.concern_column = words_.sentence_case(site_.noun("concern", 1));
    view_.priority_column = words_.sentence_case(site_.noun("priority", 2));
    view_.milestone_column = words_.sentence_case(site_.noun("milestone", 2));
    view_.measure_column = words_.sentence_case(site_.noun("measure", 2));
    for (const auto &trace : trace_.concerns) {
      std::vector<std::string> taken_up;
      for (const auto &link : follow_up(site_, trace).links)
        taken_up.push_back(link.text);
      view_.rows.push_back({{concern_name(site_, *trace.concern), "#concern-" + trace.concern->head.id},
                            taken_up.empty() ? words_.say("trace.nothing_short") : words_.list(taken_up),
                            milestones_text(trace),
                            measures_text(trace)});
    }
    view_.has_table = !view_.rows.empty();
  }

  void tell_direct() {
    for (std::size_t i = 0; i < programme_.priorities.size(); ++i) {
      TracedDirectlyView view;
      for (const auto &trace : trace_.weaknesses) {
        const auto &direct = trace.priorities;
        if (std::find(direct.begin(), direct.end(), i) == direct.end()) continue;
        view.findings.push_back(finding_link(site_, *trace.finding));
        info_.records.push_back(&trace.finding->head);
      }
      if (view.findings.empty()) continue;
      view.priority = priority_view(i);
      view.name = view.priority.link.text;
      view.id = "priority-" + programme_.priorities[i].record->head.id;
      info_.on_this_page.push_back({view.name, "#" + view.id});
      view_.direct.push_back(std::move(view));
    }
  }

  void tell_others() {
    for (const auto &trace : trace_.weaknesses)
      if (trace.taken_up() && trace.concerns.empty() && trace.priorities.empty())
        view_.others.push_back(end_of(trace));
    view_.has_others = !view_.others.empty();
    if (view_.has_others) info_.on_this_page.push_back({words_.say("trace.others"), "#others"});
  }

  TraceEndView end_of(const FindingTrace &trace) {
    info_.records.push_back(&trace.finding->head);
    return {words_.say("trace.kind_weakness"), finding_link(site_, *trace.finding), follow_up(site_, trace)};
  }

  void tell_ends() {
    for (const auto &trace : trace_.concerns)
      if (!trace.taken_up())
        view_.ends.push_back(
            {words_.sentence_case(site_.noun("concern", 1)),
             {concern_link(site_, *trace.concern).text, "#concern-" + trace.concern->head.id},
             follow_up(site_, trace)});
    for (const auto &trace : trace_.weaknesses)
      if (!trace.taken_up()) view_.ends.push_back(end_of(trace));
    view_.has_ends = !view_.ends.empty();
    if (!view_.has_ends) view_.no_ends = words_.say("trace.no_ends");
    info_.on_this_page.push_back({words_.say("trace.ends"), "#ends"});
  }

  /// Only where there are concerns that priorities could answer.
  void tell_unfounded() {
    if (trace_.concerns.empty() || trace_.unfounded.empty()) return;
    view_.has_unfounded = true;
    view_.unfounded = priority_links(site_, trace_.unfounded);
    view_.unfounded_heading =
        words_.say("trace.unfounded", {{"things", words_.sentence_case(site_.noun("priority", 2))}});
    view_.unfounded_sentence =
        words_.say("trace.unfounded_sentence", {{"count", static_cast<long>(trace_.unfounded.size())}});
    info_.on_this_page.push_back({view_.unfounded_heading, "#unfounded"});
  }

  void tell_frame() {
    info_.route = site_.addresses.trace();
    info_.section = site_.addresses.about();
    info_.heading = words_.say("trace.heading");
    info_.description = words_.say("trace.description");
    info_.breadcrumbs = {{words_.say("nav.about"), site_.href(site_.addresses.about())}};
    view_.frame = make_frame(site_, std::move(info_));
  }

  const Site &site_;
  const Words &words_;
  const Programme &programme_;
  const Trace &trace_;
  PageInfo info_;
  TraceView view_;
};

} // namespace

void add_trace(const Site &site, std::vector<View> &views) {
  const Trace found = trace(site.programme);
  if (!found.is_empty()) views.push_back(TracePage(site, found).make());
}

void list_trace_templates(PageTemplates &templates) {
  templates.emplace_back("trace", &view_type<TraceView>());
}

} // namespace localoffer
