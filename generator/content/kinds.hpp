#pragma once

#include "content/records.hpp"

#include <string_view>

namespace localoffer {

/// Calls `function(kind, folder, list)` for each kind of record: what references and the field guide call it,
/// the folder of a local area that holds its files, and the member of Records that takes them. The plan is
/// one file without a folder. This is the only list of the kinds, in the order of the field guide.
template <class Function>
void for_each_kind(const Function &function) {
  function("plan", "", &Records::plans);
  function("earlier plan", "earlier-plans", &Records::earlier_plans);
  function("inspection", "inspections", &Records::inspections);
  function("finding", "findings", &Records::findings);
  function("concern", "concerns", &Records::concerns);
  function("priority", "priorities", &Records::priorities);
  function("milestone", "milestones", &Records::milestones);
  function("workstream", "workstreams", &Records::workstreams);
  function("measure", "measures", &Records::measures);
  function("barrier", "barriers", &Records::barriers);
  function("risk", "risks", &Records::risks);
  function("theme", "themes", &Records::themes);
  function("period", "periods", &Records::periods);
  function("review", "reviews", &Records::reviews);
  function("recommendation", "recommendations", &Records::recommendations);
  function("you said", "you-said", &Records::you_said);
  function("quote", "quotes", &Records::quotes);
  function("question", "questions", &Records::questions);
  function("news update", "news", &Records::news);
  function("funding", "funding", &Records::funding);
  function("body", "bodies", &Records::bodies);
  function("meeting", "meetings", &Records::meetings);
  function("document", "documents", &Records::documents);
  function("topic", "topics", &Records::topics);
  function("easy read", "easy-read", &Records::easy_reads);
  function("report", "reports", &Records::reports);
  function("term", "terms", &Records::terms);
  function("page", "pages", &Records::pages);
}

/// Calls `function(kind, record)` for every record, kind by kind.
template <class Function>
void for_each_record(const Records &records, const Function &function) {
  for_each_kind([&](std::string_view kind, std::string_view, auto list) {
    for (const auto &record : records.*list)
      function(kind, record);
  });
}

} // namespace localoffer
