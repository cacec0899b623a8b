#pragma once

#include "pages/common_views.hpp"
#include "programme/trace.hpp"

// What the pages of inspections and reviews share.

namespace localoffer {

/// What takes up a finding, a concern or a recommendation; and what is said where nothing does.
struct FollowUpView {
  bool has_links = false;
  std::vector<LinkView> links;
  Html reason;         ///< what is known of why nothing takes it up
  std::string nothing; ///< that the reports do not say; empty when there is a link or a reason
};
VIEW_FIELDS(FollowUpView, has_links, links, reason, nothing);

struct FindingView {
  std::string id, title;
  Html text, meaning, discrepancy;
  std::optional<FollowUpView> follow_up; ///< of a weakness
};
VIEW_FIELDS(FindingView, id, title, text, meaning, discrepancy, follow_up);

/// The findings of one aspect.
struct AspectView {
  std::string id, heading; ///< both empty for findings that name no aspect
  bool has_strengths = false, has_weaknesses = false;
  std::vector<FindingView> strengths, weaknesses;
};
VIEW_FIELDS(AspectView, id, heading, has_strengths, has_weaknesses, strengths, weaknesses);

/// Aspects that the report puts under one heading.
struct AspectGroupView {
  std::string id, heading;
  std::vector<AspectView> aspects;
};
VIEW_FIELDS(AspectGroupView, id, heading, aspects);

/// A recommendation in a list, with the area's answer.
struct AnsweredView {
  LinkView link;
  std::string state;
};
VIEW_FIELDS(AnsweredView, link, state);

/// "From 9 to 13 March 2020" as two dates, "autumn 2019" as the reports say it.
std::string when_text(const Site &site, const When &when);

/// Links to the bodies that `refs` name.
std::vector<LinkView> body_links(const Site &site, const std::vector<Authored<Ref>> &refs);

/// "Concern 3: Plans take too long".
std::string concern_name(const Site &site, const Concern &concern);
LinkView concern_link(const Site &site, const Concern &concern);
/// "Recommendation a: Write one plan".
std::string recommendation_name(const Site &site, const Recommendation &recommendation);
LinkView recommendation_link(const Site &site, const Recommendation &recommendation);
LinkView finding_link(const Site &site, const Finding &finding);
std::vector<LinkView> priority_links(const Site &site, const std::vector<std::size_t> &indices);

/// Whatever has been answered: "accepted", "no-response-yet".
std::string response_key(const Recommendation &recommendation);
/// "14 recommendations: 14 have no response yet."
std::string responses_sentence(const Site &site, const std::vector<const Recommendation *> &recommendations);

/// The recommendations that a priority takes up, by review and letter.
std::vector<const Recommendation *> recommendations_for(const Site &site, const Priority &priority);
std::vector<AnsweredView> answered(const Site &site,
                                   const std::vector<const Recommendation *> &recommendations);
/// Their number and their answers; empty when there is none.
std::string recommended_sentence(const Site &site, const Priority &priority);

FollowUpView follow_up(const Site &site, const ConcernTrace &trace);
FollowUpView follow_up(const Site &site, const FindingTrace &trace);

/// The findings by the aspects that an inspection or a review names, in its order; groups without any aspect
/// have `fallback` for a heading. Every aspect is there, also one without findings.
std::vector<AspectGroupView> findings_by_aspect(const Site &site, const std::vector<Aspect> &aspects,
                                                const std::vector<const Finding *> &findings,
                                                const Trace &trace, const std::string &fallback);

/// The findings of one inspection or review.
std::vector<const Finding *> findings_of(const Site &site, const Inspection &inspection);
std::vector<const Finding *> findings_of(const Site &site, const Review &review);

/// "3 strengths and 5 weaknesses".
std::string findings_count(const Site &site, const std::vector<const Finding *> &findings);

} // namespace localoffer
