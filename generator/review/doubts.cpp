#include "review/doubts.hpp"

#include <algorithm>
#include <set>

namespace localoffer {
namespace {

using Kind = Change::Kind;

bool has_digit(const std::string &text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool needs_a_reason(Kind kind) {
  return kind == Kind::fell || kind == Kind::reopened || kind == Kind::moved_later ||
         kind == Kind::date_dropped || kind == Kind::stopped || kind == Kind::withdrawn ||
         kind == Kind::promise_rewritten;
}

bool sets_a_date(Kind kind) {
  return kind == Kind::moved_later || kind == Kind::moved_earlier || kind == Kind::date_set;
}

class Doubts {
public:
  Doubts(const Site &site, const std::vector<ReviewChange> &facts) : site_(site) {
    for (const auto &fact : facts)
      if (fact.change->kind == Kind::figure_added)
        priorities_with_figures_.insert(priorities_of(*fact.change));
  }

  void add(const ReviewChange &told) {
    const Change &change = *told.change;
    if (needs_a_reason(change.kind) && change.why.empty()) say(ReviewDoubt::Kind::no_reason, told);
    if (change.kind == Kind::figure_corrected && change.why.empty())
      say(ReviewDoubt::Kind::figure_changed, told);
    const auto date = parse_date(change.after);
    if (sets_a_date(change.kind) && date && last_day(*date) < site_.programme.today && !is_done(change))
      say(ReviewDoubt::Kind::date_passed, told);
    const bool good = change.kind == Kind::completed || change.kind == Kind::rose;
    if (good && !has_digit(change.why) && priorities_with_figures_.count(priorities_of(change)) == 0)
      say(ReviewDoubt::Kind::no_figure, told);
  }

  /// Of what an author wrote; what the program works out changes with its reasons.
  void add(const PageChange &page) {
    for (const auto &mark : page.marks)
      if (has_digit(mark.removed) && !has_digit(mark.added) &&
          page.said_before.find(mark.removed) != std::string::npos)
        doubts_.push_back({ReviewDoubt::Kind::figure_removed, page.heading,
                           site_.words.say("draft.doubts.figure_removed", {{"words", mark.removed}}),
                           page.route});
  }

  std::vector<ReviewDoubt> take() { return std::move(doubts_); }

private:
  void say(ReviewDoubt::Kind kind, const ReviewChange &told) {
    doubts_.push_back(
        {kind, told.name,
         site_.words.say("draft.doubts." + std::string(key_of(kind)), {{"change", told.sentence}}),
         told.route});
  }

  bool is_done(const Change &change) const {
    const auto found = site_.programme.milestone_by_id.find(change.record.id);
    return change.record.kind == "milestone" && found != site_.programme.milestone_by_id.end() &&
           site_.programme.milestones[found->second].record->completed.given;
  }

  /// The priority that a milestone or a measure belongs to; empty where it belongs to none.
  std::string priorities_of(const Change &change) const {
    const auto &programme = site_.programme;
    if (change.record.kind == "milestone") {
      const auto found = programme.milestone_by_id.find(change.record.id);
      if (found != programme.milestone_by_id.end())
        return programme.milestones[found->second].record->priority->id;
    }
    if (change.record.kind == "measure") {
      const auto found = programme.measure_by_id.find(change.record.id);
      if (found != programme.measure_by_id.end())
        return programme.measures[found->second].record->priority->id;
    }
    return {};
  }

  const Site &site_;
  std::set<std::string> priorities_with_figures_;
  std::vector<ReviewDoubt> doubts_;
};

} // namespace

std::string_view key_of(ReviewDoubt::Kind kind) {
  switch (kind) {
  case ReviewDoubt::Kind::no_reason:
    return "no_reason";
  case ReviewDoubt::Kind::date_passed:
    return "date_passed";
  case ReviewDoubt::Kind::no_figure:
    return "no_figure";
  case ReviewDoubt::Kind::figure_changed:
    return "figure_changed";
  case ReviewDoubt::Kind::figure_removed:
    return "figure_removed";
  }
  return {};
}

std::vector<ReviewDoubt> doubts_about(const Site &site, const std::vector<ReviewChange> &facts,
                                      const std::vector<PageChange> &pages) {
  Doubts doubts(site, facts);
  for (const auto &fact : facts)
    doubts.add(fact);
  for (const auto &page : pages)
    doubts.add(page);
  return doubts.take();
}

} // namespace localoffer
