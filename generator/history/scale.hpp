#pragma once

#include "history/events.hpp"

#include <map>
#include <string>
#include <vector>

namespace localoffer {

/// A status as a scale had it at some time.
struct StatusThen {
  std::string key, label;
  std::vector<std::string> lifecycle, confidence; ///< as in Status

  bool operator==(const StatusThen &) const = default;
};

/// What a change from one status to another means.
enum class Movement {
  none, ///< the same in other words
  fell, ///< less sure, or further from done
  rose, ///< more sure, or nearer to done
  completed,
  stopped,
  replaced,
  reopened, ///< it was complete, and is not any more
  unclear,  ///< the scale does not order the two
};

Movement movement(const StatusThen &from, const StatusThen &to);

/// How sure a status is: 0 off track, 1 at risk, 2 nothing said, 3 on track, 4 complete, 5 embedded.
int rank_of(const StatusThen &status);

/// The statuses of a site's settings, followed through the history.
class ScaleThen {
public:
  /// Takes over what an event says of the settings; others are passed over.
  void follow(const Event &event);

  /// A status that the scale does not have is given its key for a label.
  StatusThen status(const std::string &key) const;

  /// All that the scale ever had, as it had them last.
  const std::map<std::string, StatusThen> &all() const { return statuses_; }

private:
  std::map<std::string, StatusThen> statuses_;
};

} // namespace localoffer
