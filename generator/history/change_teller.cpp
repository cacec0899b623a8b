#include "history/change_teller.hpp"

#include "content/record_schema.hpp"
#include "history/earlier_figure.hpp"

#include <algorithm>

namespace localoffer {
namespace {

/// A reason that comes together with what it explains is told there.
bool explains_another(const RecordStep &step, const Event &why) {
  const std::string prefix = why.field.substr(0, why.field.size() - 3);
  return std::any_of(step.events.begin(), step.events.end(), [&](const Event *one) {
    return one->item == why.item && (one->field == prefix + "status" || one->field == prefix + "due" ||
                                     one->field == prefix + "first_due" || one->field == prefix + "ended");
  });
}

/// The reason that the item of a list gives for its own change.
std::string reason_of_item(const RecordStep &step, const Event &change) {
  const std::string field = change.field.substr(0, change.field.rfind('.') + 1) + "why";
  for (const auto *event : step.events)
    if (event->item == change.item && event->field == field) return event->after;
  return {};
}

} // namespace

Change &ChangeTeller::add(const RecordStep &step, Change::Kind kind) {
  Change &change = out_.emplace_back();
  change.kind = kind;
  change.record = step.name;
  change.commit = step.commit_index;
  change.title = value(*step.after, "title");
  if (change.title.empty()) change.title = value(*step.before, "title");
  if (const auto ref = value(*step.after, "ref"); step.name.kind == "milestone" && !ref.empty())
    change.refs = static_cast<int>(expanded_refs(ref).size());
  return change;
}

Change &ChangeTeller::add(const RecordStep &step, Change::Kind kind, const Event &event) {
  Change &change = add(step, kind);
  change.field = event.field;
  change.item = event.item;
  change.before = event.before;
  change.after = event.after;
  return change;
}

bool ChangeTeller::tell(const RecordStep &step, const Event &event) {
  if (event.field == "title") return false;
  const bool of_milestone = step.name.kind == "milestone";
  if (of_milestone && (event.field == "status" || event.field == "due" || event.field == "first_due" ||
                       event.field == "ended"))
    return true;
  if (event.field == "why" || event.field.ends_with(".why")) return explains_another(step, event);
  const auto *type = type_at(step.name.kind, event.field);
  if (!type) return false;
  if (event.field == hidden_figure) return tell_hidden(step, event);
  // What a report states of its own numbers is compared on its page; only a correction is news.
  const bool corrected = !event.before.empty() && !event.after.empty();
  if (event.field.starts_with("stated") && !corrected) return false;
  switch (type->kind) {
  case ValueType::Kind::status:
    return !event.field.starts_with("stated") && tell_status(step, event, reason_of_item(step, event));
  case ValueType::Kind::date:
    return tell_date(step, event);
  case ValueType::Kind::number:
  case ValueType::Kind::whole_number:
    return tell_number(step, event);
  case ValueType::Kind::reference:
    return tell_fact(step, event);
  default:
    break;
  }
  if (event.field == "direction" && !event.before.empty()) {
    add(step, Change::Kind::target_changed, event);
    return true;
  }
  return event.field == "lead_role" || event.field == "response_state" ? tell_fact(step, event) : false;
}

bool ChangeTeller::tell_status(const RecordStep &step, const Event &event, const std::string &why) {
  const StatusThen was = scale_.status(event.before), is = scale_.status(event.after);
  Change::Kind kind = Change::Kind::status_changed;
  if (!event.before.empty() && !event.after.empty()) {
    switch (movement(was, is)) {
    case Movement::none:
      return false;
    case Movement::fell:
      kind = Change::Kind::fell;
      break;
    case Movement::rose:
      kind = Change::Kind::rose;
      break;
    case Movement::completed:
      kind = Change::Kind::completed;
      break;
    case Movement::stopped:
      kind = Change::Kind::stopped;
      break;
    case Movement::replaced:
      kind = Change::Kind::replaced;
      break;
    case Movement::reopened:
      kind = Change::Kind::reopened;
      break;
    case Movement::unclear:
      break;
    }
  }
  Change &change = add(step, kind, event);
  change.before = event.before.empty() ? std::string{} : was.label;
  change.after = event.after.empty() ? std::string{} : is.label;
  change.rank = rank_of(is);
  change.why = why;
  return true;
}

bool ChangeTeller::tell_date(const RecordStep &step, const Event &event) {
  const auto was = parse_date(event.before), is = parse_date(event.after);
  if (event.field.ends_with(".date") && event.field.find('[') == std::string::npos &&
      (event.field.starts_with("target") || event.field.starts_with("baseline"))) {
    const bool has_value = std::any_of(step.events.begin(), step.events.end(), [](const Event *one) {
      return one->field == "target.value" || one->field == "baseline.value";
    });
    // A date that comes with its figure is told with it.
    if (!has_value || !event.before.empty())
      add(step, event.before.empty() ? Change::Kind::figure_added : Change::Kind::target_changed, event);
    return true;
  }
  // Of the other dates, a promise's matter: a next step's, an answer's. When a comment was made is wording.
  const bool promise = event.field.ends_with("due") || event.field.ends_with("answer_due");
  if (!promise) return event.field == "completed";
  if (!was && !is) return false;
  Change &change = add(step,
                       !was                          ? Change::Kind::date_set
                       : !is                         ? Change::Kind::date_dropped
                       : days_between(*was, *is) > 0 ? Change::Kind::moved_later
                                                     : Change::Kind::moved_earlier,
                       event);
  if (was && is) change.days = days_between(*was, *is);
  change.why = reason_of_item(step, event);
  return true;
}

bool ChangeTeller::tell_number(const RecordStep &step, const Event &event) {
  if (event.field == "order" || event.field.ends_with(".order") || event.field == "number") return false;
  const bool of_target = event.field.starts_with("target") || event.field.starts_with("baseline");
  if (of_target && !event.before.empty()) {
    add(step, Change::Kind::target_changed, event);
    return true;
  }
  Change &change = add(step,
                       event.before.empty()  ? Change::Kind::figure_added
                       : event.after.empty() ? Change::Kind::figure_withdrawn
                                             : Change::Kind::figure_corrected,
                       event);
  if (event.field != "observations[].value") return true;
  if (!value(*step.after, hidden_fact(event.item)).empty()) change.before.clear();
  const auto published = published_.find({step.name.id, event.item});
  if (change.kind != Change::Kind::figure_added && published != published_.end())
    change.published = published->second;
  if (const auto earlier = earlier_figure(*step.after, event.item); earlier && !event.after.empty()) {
    change.previous = earlier->value;
    change.previous_item = earlier->item;
    change.trend = earlier->trend;
  }
  return true;
}

bool ChangeTeller::tell_hidden(const RecordStep &step, const Event &event) {
  const bool is_told = std::any_of(step.events.begin(), step.events.end(), [&](const Event *one) {
    return one->field == "observations[].value" && one->item == event.item;
  });
  if (is_told || event.after.empty() || !event.before.empty()) return true;
  Change &change = add(step, Change::Kind::figure_added, event);
  change.field = "observations[].value";
  return true;
}

bool ChangeTeller::tell_fact(const RecordStep &step, const Event &event) {
  // Sources, topics and the like say nothing new about the work.
  static const std::vector<std::string> telling{"lead",       "lead_role",      "priority",
                                                "workstream", "response_state", "successor"};
  if (std::find(telling.begin(), telling.end(), event.field) == telling.end()) return false;
  add(step, Change::Kind::fact_changed, event);
  return true;
}

} // namespace localoffer
