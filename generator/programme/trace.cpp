#include "programme/trace.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace localoffer {
namespace {

/// Without a date, what is only called "autumn 2019" would come last; the report's date stands in for it.
long day_of(const When &when, const Authored<Date> &published) {
  for (const auto *date : {&when.to, &when.from, &published})
    if (date->given) return day_number(last_day(**date));
  return 0;
}

template <class Record>
std::vector<const Record *> pointers(const std::vector<Record> &records) {
  std::vector<const Record *> all;
  for (const auto &record : records)
    all.push_back(&record);
  return all;
}

/// "b" before "aa": shorter letters first, numbers by their size.
bool letter_before(const std::string &a, const std::string &b) {
  const bool numbers = !a.empty() && !b.empty() && a[0] <= '9' && b[0] <= '9';
  if (!numbers && a.size() != b.size()) return a.size() < b.size();
  return comes_before(a, b);
}

class Tracer {
public:
  explicit Tracer(const Programme &programme) : programme_(programme), records_(programme.content.records) {}

  Trace follow() {
    for (const Concern *concern : concerns_in_order())
      trace_.concerns.push_back(follow_concern(*concern));
    for (const auto &finding : records_.findings)
      if (*finding.kind == "weakness") trace_.weaknesses.push_back(follow_finding(finding));
    list_unfounded();
    return std::move(trace_);
  }

private:
  std::vector<const Concern *> concerns_in_order() const {
    const auto inspections = inspections_in_order(programme_);
    const auto key = [&](const Concern &concern) {
      const auto inspection =
          std::find_if(inspections.begin(), inspections.end(), [&](const Inspection *candidate) {
            return candidate->head.id == concern.inspection->id;
          });
      return std::make_tuple(inspection,
                             concern.number.given ? *concern.number : std::numeric_limits<int>::max());
    };
    auto concerns = pointers(records_.concerns);
    std::stable_sort(concerns.begin(), concerns.end(),
                     [&](const Concern *a, const Concern *b) { return key(*a) < key(*b); });
    return concerns;
  }

  std::vector<const Concern *> concerns_named(const std::vector<Authored<Ref>> &refs) const {
    std::vector<const Concern *> named;
    for (const auto &concern : records_.concerns)
      if (names(refs, concern.head.id)) named.push_back(&concern);
    return named;
  }

  static bool names(const std::vector<Authored<Ref>> &refs, const std::string &id) {
    return std::any_of(refs.begin(), refs.end(), [&](const Authored<Ref> &ref) { return ref->id == id; });
  }

  ConcernTrace follow_concern(const Concern &concern) const {
    ConcernTrace found;
    found.concern = &concern;
    for (const auto &finding : records_.findings)
      if (names(finding.concerns, concern.head.id)) found.findings.push_back(&finding);
    found.priorities = priorities_named(programme_, concern.priorities);
    found.counts = no_counts(programme_.settings());
    for (const std::size_t index : found.priorities) {
      const PriorityFacts &priority = programme_.priorities[index];
      found.measures.insert(found.measures.end(), priority.measures.begin(), priority.measures.end());
      for (const auto &entry : priority.counts.entries)
        add_to(found.counts, *entry.status, entry.count);
    }
    found.continues = concerns_named(concern.continues);
    for (const auto &newer : records_.concerns)
      if (names(newer.continues, concern.head.id)) found.continued_by.push_back(&newer);
    return found;
  }

  FindingTrace follow_finding(const Finding &finding) const {
    FindingTrace found;
    found.finding = &finding;
    found.concerns = concerns_named(finding.concerns);
    found.priorities = priorities_named(programme_, finding.priorities);
    if (!finding.no_follow_up.given)
      for (const auto &recommendation : records_.recommendations)
        if (leads_to(finding, recommendation)) found.recommendations.push_back(&recommendation);
    return found;
  }

  /// The recommendations that a finding names; without any, those of its review that are on its aspect and,
  /// where it names priorities, share one with it.
  static bool leads_to(const Finding &finding, const Recommendation &recommendation) {
    if (!finding.recommendations.empty()) return names(finding.recommendations, recommendation.head.id);
    if (!finding.review.given || !finding.aspect.given || recommendation.review->id != finding.review->id)
      return false;
    const bool same_aspect =
        std::any_of(recommendation.aspects.begin(), recommendation.aspects.end(),
                    [&](const Authored<std::string> &aspect) { return *aspect == *finding.aspect; });
    const bool shares_priority =
        finding.priorities.empty() ||
        std::any_of(recommendation.priorities.begin(), recommendation.priorities.end(),
                    [&](const Authored<Ref> &priority) { return names(finding.priorities, priority->id); });
    return same_aspect && shares_priority;
  }

  void list_unfounded() {
    std::vector<std::size_t> founded;
    const auto add = [&](const std::vector<Authored<Ref>> &refs) {
      const auto named = priorities_named(programme_, refs);
      founded.insert(founded.end(), named.begin(), named.end());
    };
    for (const auto &concern : records_.concerns)
      add(concern.priorities);
    for (const auto &finding : records_.findings)
      add(finding.priorities);
    for (const auto &recommendation : records_.recommendations)
      add(recommendation.priorities);
    for (std::size_t i = 0; i < programme_.priorities.size(); ++i)
      if (std::find(founded.begin(), founded.end(), i) == founded.end()) trace_.unfounded.push_back(i);
  }

  const Programme &programme_;
  const Records &records_;
  Trace trace_;
};

} // namespace

const ConcernTrace *Trace::of(const Concern &concern) const {
  for (const auto &one : concerns)
    if (one.concern == &concern) return &one;
  return nullptr;
}

const FindingTrace *Trace::of(const Finding &finding) const {
  for (const auto &one : weaknesses)
    if (one.finding == &finding) return &one;
  return nullptr;
}

Trace trace(const Programme &programme) {
  return Tracer(programme).follow();
}

std::vector<std::size_t> priorities_named(const Programme &programme,
                                          const std::vector<Authored<Ref>> &refs) {
  std::vector<std::size_t> indices;
  for (const auto &ref : refs)
    if (const auto found = programme.priority_by_id.find(ref->id); found != programme.priority_by_id.end())
      indices.push_back(found->second);
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  return indices;
}

std::vector<const Inspection *> inspections_in_order(const Programme &programme) {
  auto inspections = pointers(programme.content.records.inspections);
  std::stable_sort(inspections.begin(), inspections.end(), [](const Inspection *a, const Inspection *b) {
    return day_of(a->when, a->report_published) > day_of(b->when, b->report_published);
  });
  return inspections;
}

std::vector<const Review *> reviews_in_order(const Programme &programme) {
  auto reviews = pointers(programme.content.records.reviews);
  std::stable_sort(reviews.begin(), reviews.end(), [](const Review *a, const Review *b) {
    return day_of(a->when, {}) > day_of(b->when, {});
  });
  return reviews;
}

std::vector<const Recommendation *> recommendations_of(const Programme &programme, const Review &review) {
  std::vector<const Recommendation *> recommendations;
  for (const auto &recommendation : programme.content.records.recommendations)
    if (recommendation.review->id == review.head.id) recommendations.push_back(&recommendation);
  std::stable_sort(
      recommendations.begin(), recommendations.end(),
      [](const Recommendation *a, const Recommendation *b) { return letter_before(*a->letter, *b->letter); });
  return recommendations;
}

} // namespace localoffer
