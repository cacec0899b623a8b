#include "base/text.hpp"
#include "pages/measure_words.hpp"
#include "pages/page_list.hpp"
#include "pages/scrutiny_items.hpp"

#include <algorithm>

namespace localoffer {

struct ReviewItemView {
  std::string title, href, when, findings, responses;
};
VIEW_FIELDS(ReviewItemView, title, href, when, findings, responses);

struct ReviewListView {
  Frame frame;
  std::vector<ReviewItemView> items;
};
VIEW_FIELDS(ReviewListView, frame, items);

struct TeamMemberView {
  std::string who, role;
  std::optional<LinkView> body;
};
VIEW_FIELDS(TeamMemberView, who, role, body);

struct RecommendationView {
  std::string id, name, state, responded, aspects, no_addressee;
  Html text, meaning, response, discrepancy;
  std::vector<LinkView> addressed_to;
  std::optional<StatusView> status;
  bool has_priorities = false;
  std::vector<LinkView> priorities;
};
VIEW_FIELDS(RecommendationView, id, name, state, responded, aspects, no_addressee, text, meaning, response,
            discrepancy, addressed_to, status, has_priorities, priorities);

/// Recommendations under one heading of the review.
struct RecommendationGroupView {
  std::string id, heading, sentence;
  std::vector<RecommendationView> items;
};
VIEW_FIELDS(RecommendationGroupView, id, heading, sentence, items);

struct ReviewView {
  Frame frame;
  std::vector<FactView> facts;
  Html text, meaning, scope, method, discrepancy;
  std::vector<std::string> sentences;
  bool has_team = false, has_sample = false, has_recommendations = false, has_measures = false,
       has_key = false;
  std::vector<TeamMemberView> team;
  std::vector<TextView> sample;
  std::string recommendations_heading;
  std::vector<RecommendationGroupView> recommendations;
  std::optional<DataTableView> coverage, figures;
  std::vector<LinkView> measures;
  std::string findings; ///< how many there are
  std::optional<LinkView> findings_link;
  std::vector<StatusKeyView> status_key;
};
VIEW_FIELDS(ReviewView, frame, facts, text, meaning, scope, method, discrepancy, sentences, has_team,
            has_sample, has_recommendations, has_measures, has_key, team, sample, recommendations_heading,
            recommendations, coverage, figures, measures, findings, findings_link, status_key);

/// What a review found stands on a page of its own: it is long, and most people want the recommendations.
struct ReviewFindingsView {
  Frame frame;
  std::string sentence;
  LinkView other; ///< from the weaknesses to the strengths, and back
  std::vector<AspectGroupView> groups;
};
VIEW_FIELDS(ReviewFindingsView, frame, sentence, other, groups);

namespace {

class ReviewPage {
public:
  ReviewPage(const Site &site, const Review &review)
      : site_(site), words_(site.words), review_(review), findings_(findings_of(site, review)),
        recommendations_(recommendations_of(site.programme, review)), shown_(no_counts(site.settings())) {}

  View make() {
    const RecordHead &head = review_.head;
    info_.records.push_back(&head);
    view_.text = prose_of(site_, head, head.text);
    view_.meaning = prose_of(site_, head, head.meaning, {3, "meaning-"});
    view_.discrepancy = prose_of(site_, head, head.discrepancy, {3, "discrepancy-"});
    view_.sentences = {responses_sentence(site_, recommendations_), findings_count(site_, findings_)};
    tell_recommendations();
    tell_coverage();
    tell_findings();
    tell_figures();
    tell_how();
    view_.status_key = status_key(site_, shown_);
    view_.has_key = !view_.status_key.empty();
    tell_frame();
    return make_view(site_.addresses.review(head.id), "review", std::move(view_));
  }

private:
  void contents(const std::string &text, const std::string &id) {
    info_.on_this_page.push_back({text, "#" + id});
  }

  RecommendationView recommendation_view(const Recommendation &recommendation) {
    const RecordHead &head = recommendation.head;
    RecommendationView view;
    view.id = "recommendation-" + slug(*recommendation.letter);
    view.name = recommendation_name(site_, recommendation);
    view.state = words_.say("response." + response_key(recommendation));
    if (recommendation.responded.given) view.responded = words_.date(*recommendation.responded);
    view.text = prose_of(site_, head, head.text, {5, view.id + "-"});
    view.meaning = prose_of(site_, head, head.meaning, {5, view.id + "-meaning-"});
    view.response = prose_of(site_, head, recommendation.response, {5, view.id + "-response-"});
    view.discrepancy = prose_of(site_, head, head.discrepancy, {5, view.id + "-discrepancy-"});
    view.addressed_to = body_links(site_, recommendation.addressed_to);
    if (view.addressed_to.empty()) view.no_addressee = words_.say("review.no_addressee");
    std::vector<std::string> aspects;
    for (const auto &aspect : review_.aspects)
      if (belongs_to(recommendation, aspect)) aspects.push_back(*aspect.label);
    view.aspects = joined(aspects, "; ");
    if (const Status *status =
            recommendation.status.given ? site_.settings().status(*recommendation.status) : nullptr) {
      view.status = status_view(site_, *status);
      add_to(shown_, *status, 1);
    }
    view.priorities = priority_links(site_, priorities_named(site_.programme, recommendation.priorities));
    view.has_priorities = !view.priorities.empty();
    info_.records.push_back(&head);
    return view;
  }

  static bool belongs_to(const Recommendation &recommendation, const Aspect &aspect) {
    return std::any_of(recommendation.aspects.begin(), recommendation.aspects.end(),
                       [&](const Authored<std::string> &key) { return *key == *aspect.key; });
  }

  void tell_recommendations() {
    view_.recommendations_heading = words_.sentence_case(site_.noun("recommendation", 2));
    std::vector<std::vector<const Recommendation *>> members;
    for (const Recommendation *recommendation : recommendations_) {
      const std::string heading = recommendation->group.given ? *recommendation->group : std::string{};
      auto &groups = view_.recommendations;
      auto group =
          std::find_if(groups.begin(), groups.end(), [&](const auto &one) { return one.heading == heading; });
      if (group == groups.end()) {
        group =
            groups.insert(groups.end(), {heading.empty() ? "" : "group-" + slug(heading), heading, {}, {}});
        members.emplace_back();
      }
      group->items.push_back(recommendation_view(*recommendation));
      members[static_cast<std::size_t>(group - groups.begin())].push_back(recommendation);
    }
    for (std::size_t i = 0; i < members.size(); ++i)
      if (!view_.recommendations[i].heading.empty())
        view_.recommendations[i].sentence = responses_sentence(site_, members[i]);
    view_.has_recommendations = !recommendations_.empty();
    if (view_.has_recommendations) contents(view_.recommendations_heading, "recommendations");
  }

  /// Nothing that the review looked at may be lost from sight: what has none, has 0.
  void tell_coverage() {
    if (review_.aspects.empty()) return;
    DataTableView table;
    table.id = "coverage-table";
    table.caption = words_.say("review.coverage_caption");
    table.columns = {{words_.say("review.column_aspect"), false},
                     {words_.say("scrutiny.strengths"), true},
                     {words_.say("scrutiny.weaknesses"), true},
                     {view_.recommendations_heading, true}};
    for (const auto &aspect : review_.aspects) {
      const auto found = [&](const char *kind) {
        return count(std::count_if(findings_.begin(), findings_.end(), [&](const Finding *finding) {
          return *finding->kind == kind && *finding->aspect == *aspect.key;
        }));
      };
      const auto recommended =
          std::count_if(recommendations_.begin(), recommendations_.end(),
                        [&](const Recommendation *one) { return belongs_to(*one, aspect); });
      const std::string name = aspect.group.given ? *aspect.group + ": " + *aspect.label : *aspect.label;
      table.rows.push_back({name, {found("strength"), found("weakness"), count(recommended)}});
    }
    view_.coverage = std::move(table);
    contents(words_.say("review.coverage"), "coverage");
  }

  TableCellView count(std::ptrdiff_t number) const {
    return {words_.number(static_cast<double>(number)), true};
  }

  void tell_findings() {
    if (findings_.empty()) return;
    view_.findings = findings_count(site_, findings_);
    view_.findings_link = LinkView{words_.say("review.findings_link", {{"review", *review_.head.title}}),
                                   site_.href(site_.addresses.review_findings(review_.head.id))};
    contents(words_.say("review.findings"), "findings");
  }

  /// A row for each figure of another area; a measure without any has one row of its own figure.
  void tell_figures() {
    DataTableView table;
    table.id = "figures-table";
    table.caption = words_.say("review.figures_caption");
    table.columns = {{words_.sentence_case(site_.noun("measure", 1)), false},
                     {*site_.settings().area, false},
                     {words_.say("review.column_other"), false},
                     {words_.say("review.column_other_figure"), false},
                     {words_.say("measure.column_date"), false}};
    for (const auto &measure : site_.programme.measures) {
      const Measure &record = *measure.record;
      if (!record.review.given || record.review->id != review_.head.id) continue;
      info_.records.push_back(&record.head);
      view_.measures.push_back({*record.head.title, site_.href(site_.addresses.measure(record))});
      const std::string own = newest_text(site_, measure);
      for (const auto &other : record.comparators)
        table.rows.push_back(
            {*record.head.title,
             {{own, false},
              {*other.name, false},
              {measure_value(site_, record, *other.value), false},
              {other.date.given ? words_.date(*other.date) : words_.say("about.not_given"), false}}});
      if (record.comparators.empty())
        table.rows.push_back({*record.head.title,
                              {{own, false},
                               {words_.say("review.no_comparator"), false},
                               {words_.say("stated.not_given"), false},
                               {words_.say("stated.not_given"), false}}});
    }
    view_.has_measures = !view_.measures.empty();
    if (!view_.has_measures) return;
    view_.figures = std::move(table);
    contents(words_.say("review.figures"), "figures");
  }

  void tell_how() {
    const RecordHead &head = review_.head;
    view_.facts = {{words_.say("review.kind"), words_.sentence_case(*review_.kind), {}},
                   {words_.say("scrutiny.when"), when_text(site_, review_.when), {}}};
    if (FactView by{words_.say("review.by"), "", body_links(site_, review_.by)}; !by.links.empty())
      view_.facts.push_back(std::move(by));
    view_.scope = prose_of(site_, head, review_.scope, {3, "scope-"});
    view_.method = prose_of(site_, head, review_.method, {3, "method-"});
    for (const auto &member : review_.team) {
      TeamMemberView one{*member.who, *member.role, {}};
      const auto links = body_links(site_, {member.body});
      if (!links.empty()) one.body = links.front();
      view_.team.push_back(std::move(one));
    }
    view_.has_team = !view_.team.empty();
    for (const auto &statement : review_.sample)
      view_.sample.push_back({inline_html(site_, *statement.text, head.file)});
    view_.has_sample = !view_.sample.empty();
    contents(words_.say("review.how"), "how");
  }

  void tell_frame() {
    info_.route = site_.addresses.review(review_.head.id);
    info_.section = site_.addresses.reviews();
    info_.heading = *review_.head.title;
    info_.description = view_.sentences.front();
    info_.breadcrumbs = {
        {words_.sentence_case(site_.noun("review", 2)), site_.href(site_.addresses.reviews())}};
    view_.frame = make_frame(site_, std::move(info_));
  }

  const Site &site_;
  const Words &words_;
  const Review &review_;
  const std::vector<const Finding *> findings_;
  const std::vector<const Recommendation *> recommendations_;
  Counts shown_;
  PageInfo info_;
  ReviewView view_;
};

std::vector<const Finding *> of_kind(const std::vector<const Finding *> &findings, std::string_view kind) {
  std::vector<const Finding *> found;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(found),
               [&](const Finding *finding) { return *finding->kind == kind; });
  return found;
}

/// What was found to be good, or what was not: a page for each, because both are long.
View review_findings(const Site &site, const Review &review, const std::vector<const Finding *> &all,
                     const Trace &trace, bool of_strengths) {
  const auto findings = of_kind(all, of_strengths ? "strength" : "weakness");
  const std::string key = of_strengths ? "review.strengths" : "review.weaknesses";
  const std::string strengths = site.addresses.review_strengths(review.head.id);
  const std::string weaknesses = site.addresses.review_findings(review.head.id);
  ReviewFindingsView view;
  PageInfo info;
  info.route = of_strengths ? strengths : weaknesses;
  info.section = site.addresses.reviews();
  info.caption = *review.head.title;
  info.heading = site.words.say(key);
  info.title = site.words.say(key + "_title", {{"review", *review.head.title}});
  info.breadcrumbs = {{site.words.sentence_case(site.noun("review", 2)), site.href(site.addresses.reviews())},
                      {*review.head.title, site.href(site.addresses.review(review.head.id))}};
  for (const Finding *finding : findings)
    info.records.push_back(&finding->head);
  view.sentence = info.description =
      site.words.say(key + "_count", {{"count", static_cast<long>(findings.size())}});
  view.other = {site.words.say(of_strengths ? "review.weaknesses_link" : "review.strengths_link"),
                site.href(of_strengths ? weaknesses : strengths)};
  view.groups = findings_by_aspect(site, review.aspects, findings, trace, site.words.say("review.findings"));
  view.groups.erase(std::remove_if(view.groups.begin(), view.groups.end(),
                                   [](const AspectGroupView &group) {
                                     return std::none_of(group.aspects.begin(), group.aspects.end(),
                                                         [](const AspectView &one) {
                                                           return one.has_strengths || one.has_weaknesses;
                                                         });
                                   }),
                    view.groups.end());
  for (const auto &group : view.groups)
    info.on_this_page.push_back({group.heading, "#" + group.id});
  const std::string route = info.route;
  view.frame = make_frame(site, std::move(info));
  return make_view(route, "review-findings", std::move(view));
}

View review_list(const Site &site, const std::vector<const Review *> &reviews) {
  ReviewListView view;
  PageInfo info;
  info.route = info.section = site.addresses.reviews();
  info.heading = site.words.sentence_case(site.noun("review", 2));
  info.description = site.words.say("review.list_description");
  for (const Review *review : reviews) {
    view.items.push_back({*review->head.title, site.href(site.addresses.review(review->head.id)),
                          when_text(site, review->when), findings_count(site, findings_of(site, *review)),
                          responses_sentence(site, recommendations_of(site.programme, *review))});
    info.records.push_back(&review->head);
  }
  view.frame = make_frame(site, std::move(info));
  return make_view(site.addresses.reviews(), "review-list", std::move(view));
}

} // namespace

void add_reviews(const Site &site, std::vector<View> &views) {
  const auto reviews = reviews_in_order(site.programme);
  if (reviews.empty()) return;
  const Trace found = trace(site.programme);
  views.push_back(review_list(site, reviews));
  for (const Review *review : reviews) {
    views.push_back(ReviewPage(site, *review).make());
    const auto findings = findings_of(site, *review);
    if (findings.empty()) continue;
    for (const bool of_strengths : {false, true})
      views.push_back(review_findings(site, *review, findings, found, of_strengths));
  }
}

void list_review_templates(PageTemplates &templates) {
  templates.emplace_back("review-list", &view_type<ReviewListView>());
  templates.emplace_back("review", &view_type<ReviewView>());
  templates.emplace_back("review-findings", &view_type<ReviewFindingsView>());
}

} // namespace localoffer
