#pragma once

#include "programme/programme.hpp"

namespace localoffer {

/// A concern, what led to it, and what was promised and is counted because of it.
struct ConcernTrace {
  const Concern *concern = nullptr;
  std::vector<const Finding *> findings;     ///< in the order of the files
  std::vector<std::size_t> priorities;       ///< indices, in the plan's order
  std::vector<std::size_t> measures;         ///< of those priorities
  Counts counts;                             ///< of those priorities' listed milestones
  std::vector<const Concern *> continues;    ///< older concerns that it goes on with
  std::vector<const Concern *> continued_by; ///< newer concerns that go on with it

  bool taken_up() const { return !priorities.empty() || !continued_by.empty(); }
};

/// A weakness, and what takes it up.
struct FindingTrace {
  const Finding *finding = nullptr;
  std::vector<const Concern *> concerns;
  std::vector<std::size_t> priorities;                 ///< straight, without a concern between
  std::vector<const Recommendation *> recommendations; ///< of the same review and line of enquiry

  bool taken_up() const { return !concerns.empty() || !priorities.empty() || !recommendations.empty(); }
};

/// From what was found to what was promised, and where the way ends.
struct Trace {
  std::vector<ConcernTrace> concerns;   ///< by inspection, then number
  std::vector<FindingTrace> weaknesses; ///< all of them, of inspections and reviews
  std::vector<std::size_t> unfounded;   ///< priorities that no concern, finding or recommendation leads to

  bool is_empty() const { return concerns.empty() && weaknesses.empty(); }
  /// Null when there is no such concern.
  const ConcernTrace *of(const Concern &concern) const;
  const FindingTrace *of(const Finding &finding) const;
};

/// Follows the records' own links. A strength needs no answer and is in no list of weaknesses.
Trace trace(const Programme &programme);

/// The priorities that `refs` name, once each, in the plan's order.
std::vector<std::size_t> priorities_named(const Programme &programme, const std::vector<Authored<Ref>> &refs);

/// The inspections, newest first.
std::vector<const Inspection *> inspections_in_order(const Programme &programme);
/// The reviews, newest first.
std::vector<const Review *> reviews_in_order(const Programme &programme);
/// The recommendations of one review, by letter: "b" before "aa", "2" before "10".
std::vector<const Recommendation *> recommendations_of(const Programme &programme, const Review &review);

} // namespace localoffer
