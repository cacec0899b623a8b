#pragma once

#include "history/timelines.hpp"

#include <map>
#include <set>
#include <string>

namespace localoffer {

/// A record's facts at some time: field -> value.
using Facts = std::map<std::string, std::string>;

/// Empty when the record has no such field.
std::string value(const Facts &facts, const std::string &field);

/// Counts refs by status, for the whole plan and for each priority, while milestones come, change and go.
class StatusCounter {
public:
  /// Empty facts take the milestone out.
  void set_milestone(const std::string &id, const Facts &facts);
  void set_workstream(const std::string &id, const std::string &priority);
  void rename_priority(const std::string &from, const std::string &to);

  /// Writes down what has changed since the last time, as of this day. Where a clock went backwards, the
  /// latest day so far stands for it, so that the days stay in order.
  void note(const Date &on);

  CountsOverTime take_counts() { return std::move(counts_); }
  std::map<std::string, CountsOverTime> take_priorities() { return std::move(priorities_); }

private:
  /// What one milestone adds to the counts.
  struct Share {
    std::string status, own_priority, workstream;
    int refs = 1;
  };

  std::string priority_of(const Share &share) const;
  void add(const Share &share, int sign);

  std::map<std::string, Share> shares_;            ///< by milestone
  std::map<std::string, std::string> workstreams_; ///< workstream -> priority
  std::map<std::string, int> all_now_;
  std::map<std::string, std::map<std::string, int>> priorities_now_;
  std::optional<Date> last_; ///< the latest day of any commit so far
  bool all_changed_ = false;
  std::set<std::string> changed_; ///< priorities
  CountsOverTime counts_;
  std::map<std::string, CountsOverTime> priorities_;
};

} // namespace localoffer
