#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/rule_list.hpp"
#include "programme/trace.hpp"

#include <algorithm>
#include <fmt/format.h>

// What inspectors and peers found, and what became of it.

namespace localoffer::rules {
namespace {

template <class Record>
const Record *with_id(const std::vector<Record> &records, const Authored<Ref> &ref) {
  if (!ref) return nullptr;
  const auto found = std::find_if(records.begin(), records.end(),
                                  [&](const Record &record) { return record.head.id == ref->id; });
  return found == records.end() ? nullptr : &*found;
}

/// `record` is the inspection or review that the key is to be one of.
template <class Record>
void check_aspect(const Authored<std::string> &key, const RecordHead &head, const Record *record,
                  Found &found) {
  if (!key || !record) return;
  std::vector<std::string> known;
  for (const auto &aspect : record->aspects)
    known.push_back(*aspect.key);
  if (std::find(known.begin(), known.end(), *key) != known.end()) return;
  const auto near = did_you_mean(*key, known);
  found.push_back(diagnose(
      "unknown-aspect", {head.file, key.place}, fmt::format("'{}' has no aspect '{}'", record->head.id, *key),
      (near ? fmt::format("did you mean '{}'? ", *near) : "") +
          (known.empty() ? fmt::format("List its aspects under 'aspects:' in {}.", record->head.file->path)
                         : fmt::format("It has: {}.", joined(known)))));
}

void report_gap(const RecordHead &head, std::string message, std::string_view fields, Found &found) {
  found.push_back(diagnose("no-follow-up", head.span(), std::move(message),
                           fmt::format("Name what takes it up under {}. If nothing does, write what is known "
                                       "of why under 'no_follow_up:'; the page shows it.",
                                       fields)));
}

void check_answer(const Recommendation &one, Found &found) {
  const auto report = [&](Place place, std::string message, std::string help) {
    found.push_back(
        diagnose("recommendation-unanswered", {one.head.file, place}, std::move(message), std::move(help)));
  };
  const std::string name = fmt::format("recommendation {}", *one.letter);
  if (one.addressed_to.empty())
    report(one.head.place, fmt::format("nothing says who is to act on {}", name),
           "Write the ids of the bodies under 'addressed_to:'.");
  if (!one.response_state)
    report(one.head.place, fmt::format("nothing says what was answered to {}", name),
           "Write 'response_state:' with accepted, partly-accepted or not-accepted, and the answer under "
           "'response:'. While there is none: 'response_state: no-response-yet'.");
  else if (*one.response_state != "no-response-yet" && !one.response)
    report(one.response_state.place,
           fmt::format("{} is '{}', and the answer is missing", name, *one.response_state),
           "Write the answer in plain English under 'response:'.");
  else if (*one.response_state == "no-response-yet" && one.response)
    report(one.response_state.place,
           fmt::format("{} has an answer, and its state says that it has none", name),
           "Write accepted, partly-accepted or not-accepted, or remove 'response:'.");
}

} // namespace

void recommendations_are_answered(const Programme &programme, Found &found) {
  for (const auto &one : programme.content.records.recommendations)
    check_answer(one, found);
}

void findings_belong_somewhere(const Programme &programme, Found &found) {
  const Records &records = programme.content.records;
  for (const auto &finding : records.findings) {
    if (finding.inspection.given == finding.review.given)
      found.push_back(diagnose(
          "finding-of-nothing",
          finding.inspection ? finding.head.span_of(finding.review) : finding.head.span(),
          finding.inspection ? "this finding names both an inspection and a review"
                             : "this finding names neither an inspection nor a review",
          "Write 'inspection:' or 'review:', the one that found it. If both did, write a finding for each."));
    check_aspect(finding.aspect, finding.head, with_id(records.inspections, finding.inspection), found);
    check_aspect(finding.aspect, finding.head, with_id(records.reviews, finding.review), found);
  }
  for (const auto &one : records.recommendations)
    for (const auto &aspect : one.aspects)
      check_aspect(aspect, one.head, with_id(records.reviews, one.review), found);
}

void weaknesses_are_taken_up(const Programme &programme, Found &found) {
  const Trace all = trace(programme);
  for (const auto &weakness : all.weaknesses) {
    const Finding &finding = *weakness.finding;
    const bool names_something = !finding.concerns.empty() || !finding.priorities.empty();
    if (!weakness.taken_up() && !names_something && !finding.no_follow_up)
      report_gap(finding.head, fmt::format("nothing takes up the weakness '{}'", *finding.head.title),
                 "'concerns:' or 'priorities:'", found);
  }
  for (const auto &one : all.concerns) {
    const Concern &concern = *one.concern;
    if (!one.taken_up() && concern.priorities.empty() && !concern.no_follow_up)
      report_gap(concern.head, fmt::format("nothing takes up the concern '{}'", *concern.head.title),
                 "'priorities:'", found);
  }
}

} // namespace localoffer::rules
