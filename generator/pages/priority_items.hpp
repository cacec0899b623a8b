#pragma once

#include "pages/common_views.hpp"

namespace localoffer {

/// A measure in a list.
struct MeasureItemView {
  std::string title, href;
  std::string newest, target, direction, missing;
};
VIEW_FIELDS(MeasureItemView, title, href, newest, target, direction, missing);

/// What stands in the way, and what is done about it.
struct BarrierView {
  std::string id, title;
  Html text, meaning, mitigation, change, discrepancy;
  bool has_moved = false;
  std::vector<LinkView> moved; ///< workstreams whose dates moved
};
VIEW_FIELDS(BarrierView, id, title, text, meaning, mitigation, change, discrepancy, has_moved, moved);

/// Something promised next.
struct StepView {
  Html text;
  std::string due, passed, for_whom;
  std::optional<StatusView> status;
  Html why;
  std::optional<LinkView>
      from; ///< the priority, measure or milestone that it belongs to; empty on its own page
};
VIEW_FIELDS(StepView, text, due, passed, for_whom, status, why, from);

/// "Priority 8: EHC plans on time".
std::string priority_name(const Site &site, const Priority &priority);

MeasureItemView measure_item(const Site &site, const MeasureFacts &measure);
BarrierView barrier_view(const Site &site, const Barrier &barrier);

/// "This date has passed. ...", when a step's date is over and its status does not say that it is done.
std::string passed_text(const Site &site, const NextStep &step);
StepView step_view(const Site &site, const NextStep &step, const SourceFilePtr &file);

} // namespace localoffer
