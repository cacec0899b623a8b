#include "pages/priority_items.hpp"

#include "pages/measure_words.hpp"
#include "pages/milestone_words.hpp"
#include "pages/stated_words.hpp"

namespace localoffer {

std::string priority_name(const Site &site, const Priority &priority) {
  if (!priority.number.given) return *priority.head.title;
  return site.words.sentence_case(site.noun("priority", 1)) + " " + site.words.number(*priority.number) +
         ": " + *priority.head.title;
}

MeasureItemView measure_item(const Site &site, const MeasureFacts &measure) {
  const Measure &record = *measure.record;
  return {*record.head.title,           site.href(site.addresses.measure(record)),
          newest_text(site, measure),   target_text(site, record),
          direction_text(site, record), missing_text(site, measure)};
}

BarrierView barrier_view(const Site &site, const Barrier &barrier) {
  BarrierView view;
  view.id = barrier.head.id;
  view.title = *barrier.head.title;
  view.text = prose_of(site, barrier.head, barrier.head.text);
  view.meaning = prose_of(site, barrier.head, barrier.head.meaning);
  view.mitigation = prose_of(site, barrier.head, barrier.mitigation);
  view.change = prose_of(site, barrier.head, barrier.change);
  view.discrepancy = prose_of(site, barrier.head, barrier.head.discrepancy);
  for (const auto &moved : barrier.moved) {
    const auto found = site.programme.workstream_by_id.find(moved->id);
    if (found == site.programme.workstream_by_id.end()) continue;
    const Workstream &workstream = *site.programme.workstreams[found->second].record;
    view.moved.push_back(
        {workstream_name(site, workstream), site.href(site.addresses.workstream(workstream))});
  }
  view.has_moved = !view.moved.empty();
  return view;
}

std::string passed_text(const Site &site, const NextStep &step) {
  if (!step.due.given || !has_passed(*step.due, site.programme.today)) return {};
  const Status *status = step.status.given ? site.settings().status(*step.status) : nullptr;
  if (status && is_done(*status)) return {};
  const bool known = status && !may_be_complete(*status);
  return site.words.say(known ? "step.passed_not_done" : "step.passed");
}

StepView step_view(const Site &site, const NextStep &step, const SourceFilePtr &file) {
  StepView view;
  view.text = inline_html(site, *step.text, file);
  if (step.due.given) view.due = site.words.date(*step.due);
  view.passed = passed_text(site, step);
  view.for_whom = *step.for_whom;
  if (const Status *status = step.status.given ? site.settings().status(*step.status) : nullptr)
    view.status = status_view(site, *status);
  if (step.why.given) view.why = inline_html(site, *step.why, file);
  return view;
}

} // namespace localoffer
