#pragma once

#include "history/recorded.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace localoffer {

/// One difference between two commits: a record that came, went or was renamed, or one field of it.
struct Event {
  enum class What { added, removed, renamed, changed };

  std::uint32_t commit = 0; ///< index into History::commits
  What what = What::changed;
  RecordName record;  ///< of a renamed one: its new name
  std::string field;  ///< "status", "target.value", "observations[].value"; "id" of a renamed record
  std::string item;   ///< of a list whose items have names: which one
  std::string before; ///< empty when there was nothing; of a removed record: its title
  std::string after;  ///< empty when there is nothing now; of an added record: its title
  std::shared_ptr<const RecordedState> state; ///< of an added record: its facts, which no event repeats
  bool left_out = false;                      ///< part of a mass edit that changed no fact: not to be shown

  bool operator==(const Event &other) const;
};

std::string_view to_string(Event::What what);

/// What turns the records `before` into the records `after`, by kind and id. A record that went while one
/// like it came (the same fields, or the same ref) was renamed. A long text is cut to where it differs.
std::vector<Event> compare_records(const std::vector<const RecordedState *> &before,
                                   const std::vector<const RecordedState *> &after);

void pack(PackedWriter &out, const Event &event);
Event unpack_event(PackedReader &in);

} // namespace localoffer
