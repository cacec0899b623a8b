#include "pages/scrutiny_items.hpp"

#include "base/text.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>

namespace localoffer {
namespace {

/// A name with what the reports call its place: "Concern 3: ...".
std::string numbered(const Site &site, std::string_view kind, const std::string &number,
                     const std::string &title) {
  if (number.empty()) return title;
  return site.words.sentence_case(site.noun(kind, 1)) + " " + number + ": " + title;
}

template <class Links>
void append(std::vector<LinkView> &all, const Links &links) {
  all.insert(all.end(), links.begin(), links.end());
}

FollowUpView finished(const Site &site, FollowUpView view, const RecordHead &head,
                      const Authored<Prose> &reason) {
  view.has_links = !view.links.empty();
  view.reason = prose_of(site, head, reason);
  if (!view.has_links && !reason.given) view.nothing = site.words.say("trace.not_said");
  return view;
}

FindingView finding_view(const Site &site, const Finding &finding, const Trace &trace) {
  const RecordHead &head = finding.head;
  FindingView view;
  view.id = "finding-" + head.id;
  view.title = *head.title;
  view.text = prose_of(site, head, head.text, {4, view.id + "-"});
  view.meaning = prose_of(site, head, head.meaning, {4, view.id + "-meaning-"});
  view.discrepancy = prose_of(site, head, head.discrepancy, {4, view.id + "-discrepancy-"});
  if (const FindingTrace *way = trace.of(finding)) view.follow_up = follow_up(site, *way);
  return view;
}

template <class Named>
std::vector<const Finding *> findings_that(const Site &site, const Named &named) {
  std::vector<const Finding *> findings;
  for (const auto &finding : site.programme.content.records.findings)
    if (named(finding)) findings.push_back(&finding);
  return findings;
}

long count_of_kind(const std::vector<const Finding *> &findings, std::string_view kind) {
  return std::count_if(findings.begin(), findings.end(),
                       [&](const Finding *finding) { return *finding->kind == kind; });
}

} // namespace

std::string when_text(const Site &site, const When &when) {
  if (when.words.given || !when.from.given) return site.words.sentence_case(*when.words);
  std::string from = site.words.date(*when.from);
  if (!when.to.given || *when.to == *when.from) return from;
  return site.words.say("scrutiny.from_to", {{"from", from}, {"to", site.words.date(*when.to)}});
}

std::vector<LinkView> body_links(const Site &site, const std::vector<Authored<Ref>> &refs) {
  std::vector<LinkView> links;
  for (const auto &ref : refs)
    if (const Body *body = site.programme.body(ref->id))
      links.push_back({*body->head.title, site.href(site.addresses.who_decides() + "#" + body->head.id)});
  return links;
}

std::string concern_name(const Site &site, const Concern &concern) {
  return numbered(site, "concern", concern.number.given ? site.words.number(*concern.number) : "",
                  *concern.head.title);
}

LinkView concern_link(const Site &site, const Concern &concern) {
  return {concern_name(site, concern), site.href(site.addresses.concern(concern))};
}

std::string recommendation_name(const Site &site, const Recommendation &recommendation) {
  return numbered(site, "recommendation", *recommendation.letter, *recommendation.head.title);
}

LinkView recommendation_link(const Site &site, const Recommendation &recommendation) {
  return {recommendation_name(site, recommendation),
          site.href(site.addresses.recommendation(recommendation))};
}

LinkView finding_link(const Site &site, const Finding &finding) {
  return {*finding.head.title, site.href(site.addresses.finding(finding))};
}

std::vector<LinkView> priority_links(const Site &site, const std::vector<std::size_t> &indices) {
  std::vector<LinkView> links;
  for (const std::size_t index : indices) {
    const Priority &priority = *site.programme.priorities[index].record;
    links.push_back({priority_name(site, priority), site.href(site.addresses.priority(priority))});
  }
  return links;
}

std::string response_key(const Recommendation &recommendation) {
  return recommendation.response_state.given ? *recommendation.response_state : "no-response-yet";
}

std::string responses_sentence(const Site &site, const std::vector<const Recommendation *> &recommendations) {
  std::vector<std::string> parts;
  for (const char *state : {"accepted", "partly-accepted", "not-accepted", "no-response-yet"}) {
    const auto count = static_cast<long>(
        std::count_if(recommendations.begin(), recommendations.end(),
                      [&](const Recommendation *one) { return response_key(*one) == state; }));
    if (count > 0)
      parts.push_back(site.words.say(std::string("response.count.") + state, {{"count", count}}));
  }
  const bool none_answered = parts.size() == 1 && !recommendations.empty() &&
                             response_key(*recommendations.front()) == "no-response-yet";
  if (none_answered)
    return site.words.say(
        "response.none_answered",
        {{"count", static_cast<long>(recommendations.size())},
         {"things", site.noun("recommendation", static_cast<long>(recommendations.size()))}});
  return site.words.say(
      parts.empty() ? "response.none" : "response.sentence",
      {{"counted", site.counted("recommendation", static_cast<long>(recommendations.size()))},
       {"parts", site.words.list(parts)}});
}

std::vector<const Recommendation *> recommendations_for(const Site &site, const Priority &priority) {
  std::vector<const Recommendation *> taken_up;
  for (const Review *review : reviews_in_order(site.programme))
    for (const Recommendation *one : recommendations_of(site.programme, *review))
      if (std::any_of(one->priorities.begin(), one->priorities.end(),
                      [&](const Authored<Ref> &ref) { return ref->id == priority.head.id; }))
        taken_up.push_back(one);
  return taken_up;
}

std::vector<AnsweredView> answered(const Site &site,
                                   const std::vector<const Recommendation *> &recommendations) {
  std::vector<AnsweredView> views;
  for (const Recommendation *one : recommendations)
    views.push_back({recommendation_link(site, *one), site.words.say("response." + response_key(*one))});
  return views;
}

std::string recommended_sentence(const Site &site, const Priority &priority) {
  const auto recommendations = recommendations_for(site, priority);
  return recommendations.empty() ? std::string{} : responses_sentence(site, recommendations);
}

FollowUpView follow_up(const Site &site, const ConcernTrace &trace) {
  FollowUpView view;
  append(view.links, priority_links(site, trace.priorities));
  for (const Concern *newer : trace.continued_by)
    view.links.push_back(concern_link(site, *newer));
  return finished(site, std::move(view), trace.concern->head, trace.concern->no_follow_up);
}

FollowUpView follow_up(const Site &site, const FindingTrace &trace) {
  FollowUpView view;
  for (const Concern *concern : trace.concerns)
    view.links.push_back(concern_link(site, *concern));
  append(view.links, priority_links(site, trace.priorities));
  for (const Recommendation *recommendation : trace.recommendations)
    view.links.push_back(recommendation_link(site, *recommendation));
  return finished(site, std::move(view), trace.finding->head, trace.finding->no_follow_up);
}

std::vector<AspectGroupView> findings_by_aspect(const Site &site, const std::vector<Aspect> &aspects,
                                                const std::vector<const Finding *> &findings,
                                                const Trace &trace, const std::string &fallback) {
  std::vector<AspectGroupView> groups;
  const auto add = [&](const std::string &group, AspectView view, const auto &belongs) {
    for (const Finding *finding : findings)
      if (belongs(*finding))
        (*finding->kind == "strength" ? view.strengths : view.weaknesses)
            .push_back(finding_view(site, *finding, trace));
    view.has_strengths = !view.strengths.empty();
    view.has_weaknesses = !view.weaknesses.empty();
    const bool is_rest = view.heading.empty() || view.id == "no-aspect";
    if (is_rest && !view.has_strengths && !view.has_weaknesses) return;
    const std::string &heading = group.empty() ? fallback : group;
    auto found = std::find_if(groups.begin(), groups.end(),
                              [&](const AspectGroupView &one) { return one.heading == heading; });
    if (found == groups.end())
      found = groups.insert(groups.end(), {"findings-" + slug(heading), heading, {}});
    found->aspects.push_back(std::move(view));
  };
  for (const auto &aspect : aspects)
    add(*aspect.group, {"aspect-" + *aspect.key, *aspect.label, false, false, {}, {}},
        [&](const Finding &finding) { return *finding.aspect == *aspect.key; });
  AspectView rest;
  if (!aspects.empty()) rest = {"no-aspect", site.words.say("scrutiny.other_findings"), false, false, {}, {}};
  add({}, std::move(rest), [&](const Finding &finding) {
    return std::none_of(aspects.begin(), aspects.end(),
                        [&](const Aspect &aspect) { return *aspect.key == *finding.aspect; });
  });
  return groups;
}

std::vector<const Finding *> findings_of(const Site &site, const Inspection &inspection) {
  return findings_that(site, [&](const Finding &one) {
    return one.inspection.given && one.inspection->id == inspection.head.id;
  });
}

std::vector<const Finding *> findings_of(const Site &site, const Review &review) {
  return findings_that(
      site, [&](const Finding &one) { return one.review.given && one.review->id == review.head.id; });
}

std::string findings_count(const Site &site, const std::vector<const Finding *> &findings) {
  return site.words.say("scrutiny.findings", {{"strengths", count_of_kind(findings, "strength")},
                                              {"weaknesses", count_of_kind(findings, "weakness")}});
}

} // namespace localoffer
