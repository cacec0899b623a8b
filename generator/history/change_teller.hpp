#pragma once

#include "history/changes.hpp"
#include "history/status_counter.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace localoffer {

/// One record in one commit: its events, and its facts before and after them.
struct RecordStep {
  RecordName name;
  const CommitInfo *commit = nullptr;
  std::uint32_t commit_index = 0;
  std::vector<const Event *> events;
  std::shared_ptr<const Facts> before, after; ///< never null
  bool added = false, removed = false;
};

/// When each observation of a measure first came out: measure, observation -> day.
using Published = std::map<std::pair<std::string, std::string>, Date>;

/// Says what single events mean, and adds that to a list of changes. What it is made with must outlive it,
/// and may change between calls.
class ChangeTeller {
public:
  ChangeTeller(const ScaleThen &scale, const Published &published, std::vector<Change> &out)
      : scale_(scale), published_(published), out_(out) {}

  /// A change of a record, with its title and the refs that it stands for; and one with what its event says.
  Change &add(const RecordStep &step, Change::Kind kind);
  Change &add(const RecordStep &step, Change::Kind kind, const Event &event);

  /// False when the event is of wording alone. A milestone's own status and dates belong to its timeline:
  /// they are passed over here.
  bool tell(const RecordStep &step, const Event &event);

  /// False when the two statuses mean the same.
  bool tell_status(const RecordStep &step, const Event &event, const std::string &why);

private:
  bool tell_date(const RecordStep &step, const Event &event);
  /// That a figure came out which is not shown.
  bool tell_hidden(const RecordStep &step, const Event &event);
  bool tell_number(const RecordStep &step, const Event &event);
  bool tell_fact(const RecordStep &step, const Event &event);

  const ScaleThen &scale_;
  const Published &published_;
  std::vector<Change> &out_;
};

} // namespace localoffer
