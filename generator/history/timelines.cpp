#include "history/timelines.hpp"

#include "history/change_teller.hpp"
#include "history/earlier_figure.hpp"
#include "history/status_counter.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace localoffer {
namespace {

std::optional<Date> date(const Facts &facts, const std::string &field) {
  return parse_date(value(facts, field));
}

std::optional<Date> due(const Facts &facts) {
  const auto now = date(facts, "due");
  return now ? now : date(facts, "first_due");
}

std::string reason_in(const RecordStep &step) {
  for (const auto *event : step.events)
    if (event->field == "why") return event->after;
  return step.added ? value(*step.after, "why") : std::string{};
}

class Teller {
public:
  explicit Teller(const History &history) : history_(history) {}

  Timelines tell() {
    for (std::size_t begin = 0; begin < history_.events.size();) {
      std::size_t end = begin;
      while (end < history_.events.size() && history_.events[end].commit == history_.events[begin].commit)
        told_.scale.follow(history_.events[end++]);
      take_commit(begin, end);
      begin = end;
    }
    hide_numbers();
    told_.changes.shrink_to_fit();
    for (std::size_t i = 0; i < told_.changes.size(); ++i)
      told_.changes_of[told_.changes[i].record].push_back(i);
    told_.counts = counter_.take_counts();
    told_.priorities = counter_.take_priorities();
    return std::move(told_);
  }

private:
  void take_commit(std::size_t begin, std::size_t end) {
    const std::uint32_t index = history_.events[begin].commit;
    std::vector<RecordStep> steps;
    std::map<RecordName, std::size_t> step_of;
    for (; begin < end; ++begin) {
      const Event &event = history_.events[begin];
      const auto [known, is_new] = step_of.emplace(event.record, steps.size());
      if (is_new) {
        steps.emplace_back();
        steps.back().name = event.record;
        steps.back().commit = &history_.commits[index];
        steps.back().commit_index = index;
      }
      steps[known->second].events.push_back(&event);
    }
    for (auto &step : steps)
      take(step);
    for (const auto &step : steps)
      tell(step);
    counter_.note(history_.commits[index].date);
  }

  /// Brings the record's facts up to date.
  void take(RecordStep &step) {
    for (const auto *event : step.events) {
      if (event->what == Event::What::renamed) rename({event->record.kind, event->before}, event->record);
      if (event->what == Event::What::added) step.added = true;
      if (event->what == Event::What::removed) step.removed = true;
    }
    auto &facts = facts_[step.name];
    step.before = facts ? facts : std::make_shared<const Facts>();
    auto followed = std::make_shared<Facts>(*step.before);
    for (const auto *event : step.events)
      follow(*event, *followed);
    step.after = facts = std::move(followed);
    if (step.name.kind == "milestone") counter_.set_milestone(step.name.id, step.removed ? Facts{} : *facts);
    if (step.name.kind == "workstream") counter_.set_workstream(step.name.id, value(*facts, "priority"));
    if (step.removed) {
      facts_.erase(step.name);
      told_.last_changed.erase(step.name);
      return;
    }
    if (std::any_of(step.events.begin(), step.events.end(), [](const Event *one) { return is_shown(*one); }))
      told_.last_changed[step.name] = step.commit->date;
  }

  static void follow(const Event &event, Facts &facts) {
    if (event.state) {
      for (const auto &[field, value] : event.state->fields)
        facts[field] = value;
      for (const auto &list : event.state->lists)
        for (const auto &item : list.items)
          for (const auto &[field, value] : item.fields)
            facts[list.field + "[]" + (field.empty() ? "" : "." + field) + " " + item.key] = value;
      return;
    }
    if (event.what != Event::What::changed) return;
    const std::string key = event.item.empty() ? event.field : event.field + " " + event.item;
    if (event.after.empty())
      facts.erase(key);
    else
      facts[key] = event.after;
  }

  template <class Map, class Name>
  static void move_entry(Map &map, const Name &from, const Name &to) {
    auto node = map.extract(from);
    if (node.empty()) return;
    node.key() = to;
    map.erase(to);
    map.insert(std::move(node));
  }

  void rename(const RecordName &from, const RecordName &to) {
    move_entry(facts_, from, to);
    move_entry(told_.last_changed, from, to);
    if (from.kind == "milestone") move_entry(told_.milestones, from.id, to.id);
    if (from.kind == "measure") {
      move_entry(told_.measures, from.id, to.id);
      // An earlier measure may have had the new name; its dates go.
      Published moved;
      for (auto one = published_.begin(); one != published_.end();) {
        const auto &[measure, item] = one->first;
        if (measure == from.id) moved.emplace(std::pair(to.id, item), one->second);
        one = measure == from.id || measure == to.id ? published_.erase(one) : std::next(one);
      }
      published_.merge(moved);
    }
    if (from.kind == "milestone") counter_.set_milestone(from.id, {});
    if (from.kind == "priority") counter_.rename_priority(from.id, to.id);
    for (auto &change : told_.changes)
      if (change.record == from) change.record = to;
  }

  void tell(const RecordStep &step) {
    const std::size_t told_before = told_.changes.size();
    if (step.name.kind == "milestone") tell_milestone(step);
    if (step.name.kind == "measure") tell_measure(step);
    if (step.added) {
      if (is_shown(*step.events.front()))
        teller_.add(step, Change::Kind::added).returned = gone_.erase(step.name) > 0;
      return;
    }
    if (step.removed) {
      teller_.add(step, Change::Kind::withdrawn);
      gone_.insert(step.name);
      return;
    }
    // tell_milestone may have told something already; the words alone changed only where nothing else did.
    bool words_changed = false;
    for (const auto *event : step.events) {
      if (event->left_out) continue;
      if (event->what == Event::What::renamed)
        teller_.add(step, Change::Kind::renamed, *event);
      else if (!teller_.tell(step, *event))
        words_changed = true;
    }
    if (words_changed && told_.changes.size() == told_before) teller_.add(step, Change::Kind::wording);
  }

  // ---- milestones

  void tell_milestone(const RecordStep &step) {
    MilestoneTimeline &line = told_.milestones[step.name.id];
    const Date on = step.commit->date;
    if (step.added) begin(line, step);
    if (step.removed) {
      line.withdrawn = on;
      return;
    }
    const std::string why = reason_in(step);
    for (const auto *event : step.events)
      if (event->what == Event::What::changed && event->field == "status") {
        if (!line.stretches.empty()) line.stretches.back().until = on;
        line.stretches.push_back({told_.scale.status(event->after), on, std::nullopt});
        if (!event->left_out) teller_.tell_status(step, *event, why);
      } else if (event->what == Event::What::changed && event->field == "ended" && event->after.empty()) {
        teller_.add(step, Change::Kind::status_changed, *event).why = why;
      } else if (event->what == Event::What::changed && event->field == "ended") {
        teller_.add(step, event->after == "replaced" ? Change::Kind::replaced : Change::Kind::stopped, *event)
            .why = why;
      }
    if (!step.added) tell_move(line, step, why);
  }

  void begin(MilestoneTimeline &line, const RecordStep &step) {
    const Date on = step.commit->date;
    // One that comes back goes on with what is known of it.
    if (line.stretches.empty()) line.appeared = on;
    if (!line.stretches.empty()) line.stretches.back().until = line.withdrawn.value_or(on);
    line.withdrawn.reset();
    line.stretches.push_back({told_.scale.status(value(*step.after, "status")), on, std::nullopt});
    const auto first = date(*step.after, "first_due"), now = due(*step.after);
    const auto was = std::exchange(line.promised, now);
    if (!line.first_promised) line.first_promised = first ? first : now;
    const std::string why = value(*step.after, "why");
    if (was && now && *was != *now)
      line.moves.push_back({was, now, days_between(*was, *now), on, why});
    else if (line.moves.empty() && first && now && *first != *now)
      line.moves.push_back({first, now, days_between(*first, *now), std::nullopt, why});
  }

  void tell_move(MilestoneTimeline &line, const RecordStep &step, const std::string &why) {
    const Date on = step.commit->date;
    const auto first_was = date(*step.before, "first_due"), first_is = date(*step.after, "first_due");
    const auto was = due(*step.before), is = due(*step.after);
    line.promised = is;
    if (first_was && first_was != first_is) {
      const long days = first_is ? days_between(*first_was, *first_is) : 0;
      line.rewritten.push_back({first_was, first_is, days, on, why});
      Change &change = teller_.add(step, Change::Kind::promise_rewritten);
      change.field = "first_due";
      change.before = to_iso(*first_was);
      change.after = first_is ? to_iso(*first_is) : "";
      change.days = days;
      change.why = why;
    }
    if (was == is) return;
    if (!line.first_promised) line.first_promised = is;
    const long days = was && is ? days_between(*was, *is) : 0;
    if (was) line.moves.push_back({was, is, days, on, why});
    // A first promise that is rewritten moves the date with it, and has been told.
    if (first_was && first_was != first_is && value(*step.after, "due") == value(*step.before, "due")) return;
    Change &change = teller_.add(step, !was       ? Change::Kind::date_set
                                       : !is      ? Change::Kind::date_dropped
                                       : days > 0 ? Change::Kind::moved_later
                                                  : Change::Kind::moved_earlier);
    change.field = "due";
    change.before = was ? to_iso(*was) : "";
    change.after = is ? to_iso(*is) : "";
    change.days = days;
    change.times = static_cast<int>(line.moves.size());
    change.days_in_all = line.days_moved();
    change.why = why;
  }

  // ---- measures

  void tell_measure(const RecordStep &step) {
    MeasureTimeline &line = told_.measures[step.name.id];
    const Date on = step.commit->date;
    constexpr std::string_view figure = "observations[].value";
    if (step.removed) {
      line.withdrawn = on;
      return;
    }
    if (step.added) {
      line.withdrawn.reset();
      line.appeared = on;
      for (const auto &[field, number] : *step.after)
        if (field.starts_with(figure))
          published_.emplace(std::pair(step.name.id, field.substr(figure.size() + 1)), on);
      return;
    }
    for (const auto *event : step.events) {
      if (event->field != figure) continue;
      const auto key = std::pair(step.name.id, event->item);
      FigureChange change{event->before.empty()  ? FigureChange::Kind::added
                          : event->after.empty() ? FigureChange::Kind::withdrawn
                                                 : FigureChange::Kind::corrected,
                          event->item,
                          event->before,
                          event->after,
                          on,
                          std::nullopt};
      if (const auto earlier = published_.find(key); earlier != published_.end())
        change.published = earlier->second;
      if (change.kind == FigureChange::Kind::added) published_[key] = on;
      line.figures.push_back(std::move(change));
    }
  }

  /// What a measure hides now is not told of its past either.
  void hide_numbers() {
    for (auto &change : told_.changes) {
      if (change.record.kind != "measure" || change.field != "observations[].value") continue;
      hide(change.record, change.item, {&change.before, &change.after});
      if (hide(change.record, change.previous_item, {&change.previous})) change.trend = 0;
    }
    for (auto &[id, line] : told_.measures)
      for (auto &change : line.figures)
        hide({"measure", id}, change.item, {&change.before, &change.after});
  }

  /// Puts the reason in the place of numbers, if the figure is hidden now.
  bool hide(const RecordName &measure, const std::string &item,
            const std::vector<std::string *> &numbers) const {
    const auto facts = facts_.find(measure);
    if (facts == facts_.end()) return false;
    const std::string why = value(*facts->second, hidden_fact(item));
    if (why.empty()) return false;
    for (auto *number : numbers)
      if (!number->empty()) *number = why;
    return true;
  }

  const History &history_;
  Timelines told_;
  std::map<RecordName, std::shared_ptr<const Facts>> facts_;
  std::set<RecordName> gone_; ///< what was taken out and has not come back
  Published published_;
  ChangeTeller teller_{told_.scale, published_, told_.changes};
  StatusCounter counter_;
};

} // namespace

long MilestoneTimeline::days_moved() const {
  return first_promised && promised ? days_between(*first_promised, *promised) : 0;
}

Timelines timelines_of(History history) {
  Timelines told = Teller(history).tell();
  told.history = std::move(history);
  for (auto &event : told.history.events)
    event.state.reset(); // it has been told, and is as large as the record
  told.history.events.shrink_to_fit();
  return told;
}

} // namespace localoffer
