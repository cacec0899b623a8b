#include "history/status_counter.hpp"

#include <utility>

namespace localoffer {
namespace {

void change(std::map<std::string, int> &counts, const std::string &status, int by) {
  const auto entry = counts.emplace(status, 0).first;
  entry->second += by;
  if (entry->second == 0) counts.erase(entry);
}

void note_line(CountsOverTime &line, const Date &on, const std::map<std::string, int> &counts) {
  if (!line.empty() && line.back().counts == counts) return;
  // One day has one line, and what a day's commits come to may be nothing.
  if (!line.empty() && line.back().from == on) line.pop_back();
  if (line.empty() ? !counts.empty() : line.back().counts != counts) line.push_back({on, counts});
}

} // namespace

std::string value(const Facts &facts, const std::string &field) {
  const auto found = facts.find(field);
  return found == facts.end() ? std::string{} : found->second;
}

void StatusCounter::set_milestone(const std::string &id, const Facts &facts) {
  if (const auto known = shares_.find(id); known != shares_.end()) {
    add(known->second, -1);
    shares_.erase(known);
  }
  Share share{value(facts, "status"), value(facts, "priority"), value(facts, "workstream"), 1};
  if (share.status.empty()) return;
  if (const auto ref = value(facts, "ref"); !ref.empty())
    share.refs = static_cast<int>(expanded_refs(ref).size());
  add(share, 1);
  shares_[id] = std::move(share);
}

void StatusCounter::set_workstream(const std::string &id, const std::string &priority) {
  const auto known = workstreams_.find(id);
  if (known != workstreams_.end() && known->second == priority) return;
  const auto shift = [&](int sign) {
    for (const auto &[milestone, share] : shares_)
      if (share.own_priority.empty() && share.workstream == id) add(share, sign);
  };
  shift(-1);
  workstreams_[id] = priority;
  shift(1);
}

void StatusCounter::rename_priority(const std::string &from, const std::string &to) {
  if (auto node = priorities_.extract(from); !node.empty()) {
    node.key() = to;
    priorities_.insert(std::move(node));
  }
}

std::string StatusCounter::priority_of(const Share &share) const {
  if (!share.own_priority.empty()) return share.own_priority;
  const auto workstream = workstreams_.find(share.workstream);
  return workstream == workstreams_.end() ? std::string{} : workstream->second;
}

void StatusCounter::add(const Share &share, int sign) {
  change(all_now_, share.status, sign * share.refs);
  all_changed_ = true;
  const std::string priority = priority_of(share);
  if (priority.empty()) return;
  change(priorities_now_[priority], share.status, sign * share.refs);
  changed_.insert(priority);
}

void StatusCounter::note(const Date &on) {
  if (!last_ || *last_ < on) last_ = on;
  if (std::exchange(all_changed_, false)) note_line(counts_, *last_, all_now_);
  for (const auto &priority : std::exchange(changed_, {})) {
    note_line(priorities_[priority], *last_, priorities_now_[priority]);
    if (priorities_[priority].empty()) priorities_.erase(priority); // its line has another name now
  }
}

} // namespace localoffer
