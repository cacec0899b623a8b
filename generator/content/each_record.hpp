#pragma once

#include "content/records.hpp"

namespace localoffer {

/// Calls `function(kind, record)` for every record, kind by kind. `kind` is what references call it:
/// "measure".
template <class Function>
void for_each_record(const Records &records, const Function &function) {
  const auto each = [&](std::string_view kind, const auto &list) {
    for (const auto &record : list)
      function(kind, record);
  };
  each("plan", records.plans);
  each("report", records.reports);
  each("theme", records.themes);
  each("priority", records.priorities);
  each("workstream", records.workstreams);
  each("milestone", records.milestones);
  each("measure", records.measures);
  each("barrier", records.barriers);
  each("risk", records.risks);
  each("body", records.bodies);
  each("meeting", records.meetings);
  each("term", records.terms);
  each("page", records.pages);
}

} // namespace localoffer
