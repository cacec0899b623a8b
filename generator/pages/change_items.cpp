#include "pages/change_items.hpp"

#include "content/kinds.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace localoffer {
namespace {

using Kind = Change::Kind;

constexpr std::size_t most_on_a_record =
    12; ///< newest changes on a record's own page; the rest is one link away

/// The headings under which changes are told, in this order.
constexpr std::array<std::string_view, 5> groups{"worse", "figures", "better", "new", "wording"};

std::string_view group_of(Kind kind) {
  switch (kind) {
  case Kind::figure_corrected:
  case Kind::figure_withdrawn:
  case Kind::target_changed:
  case Kind::figure_added:
    return "figures";
  case Kind::rose:
  case Kind::completed:
  case Kind::moved_earlier:
    return "better";
  case Kind::added:
  case Kind::date_set:
  case Kind::fact_changed:
  case Kind::status_changed:
  case Kind::renamed:
    return "new";
  case Kind::wording:
    return "wording";
  default:
    return "worse";
  }
}

/// The changes of these records, oldest first, without what the first commit brought.
std::vector<const Change *> changes_of(const Site &site, const std::set<RecordName> &names) {
  std::vector<std::size_t> indices;
  if (!site.past) return {};
  for (const auto &name : names)
    if (const auto found = site.past->changes_of.find(name); found != site.past->changes_of.end())
      indices.insert(indices.end(), found->second.begin(), found->second.end());
  std::sort(indices.begin(), indices.end());
  std::vector<const Change *> changes;
  for (const std::size_t index : indices)
    if (site.past->changes[index].commit > 0) changes.push_back(&site.past->changes[index]);
  return changes;
}

/// Newest first; what one commit changed, worst first.
void list_items(const Site &site, std::vector<const Change *> changes, RecordPastView &view) {
  std::stable_sort(changes.begin(), changes.end(), [](const Change *a, const Change *b) {
    return a->commit != b->commit ? a->commit > b->commit : a->kind < b->kind;
  });
  for (const auto *change : changes) {
    if (change->kind == Kind::wording) continue;
    if (view.items.size() == most_on_a_record) {
      view.all = LinkView{site.words.say("changes.see_all"), site.href(site.addresses.changes())};
      break;
    }
    view.items.push_back(change_view(site, *change));
  }
  view.has_items = !view.items.empty();
}

std::string moved_sentence(const Site &site, const MilestoneTimeline &line) {
  const Words &words = site.words;
  if (!line.first_promised) return {};
  const std::string first = words.date(*line.first_promised);
  if (line.moves.empty()) return words.say("changes.never_moved", {{"date", first}});
  const long days = line.days_moved();
  if (!line.promised) return words.say("changes.moved_away", {{"date", first}});
  return words.say(days == 0  ? "changes.moved_and_back"
                   : days < 0 ? "changes.moved_forward"
                              : "changes.moved_back",
                   {{"date", first},
                    {"times", static_cast<long>(line.moves.size())},
                    {"now", words.date(*line.promised)},
                    {"time", words.duration(std::abs(days))}});
}

/// Never empty: the last one says since when the record goes.
std::vector<std::string> past_sentences(const Site &site, const MilestoneTimeline &line) {
  const Words &words = site.words;
  std::vector<std::string> sentences;
  if (auto moved = moved_sentence(site, line); !moved.empty()) sentences.push_back(std::move(moved));
  for (const auto &rewrite : line.rewritten)
    sentences.push_back(words.say("changes.rewritten",
                                  {{"date", words.date(*rewrite.from)}, {"on", words.date(*rewrite.on)}}));
  for (const auto &stretch : line.stretches)
    if (const long days = stretch.until ? days_between(stretch.from, *stretch.until) : 0; days > 0)
      sentences.push_back(words.say("changes.status_for", {{"status", stretch.status.label},
                                                           {"date", words.date(stretch.from)},
                                                           {"time", words.duration(days)}}));
  if (!line.stretches.empty())
    sentences.push_back(
        words.say("changes.status_since", {{"status", line.stretches.back().status.label},
                                           {"date", words.date(line.stretches.back().from)}}));
  sentences.push_back(words.say("changes.record_begins",
                                {{"date", words.date(line.appeared)}, {"thing", site.noun("milestone", 1)}}));
  return sentences;
}

/// A change beside what is said of it.
struct Said {
  ChangeView view;
  const Change *change;
};

ChangeEntryView one_entry(ChangeView view) {
  return {std::move(view.name),
          std::move(view.href),
          std::move(view.date),
          std::move(view.sentence),
          std::move(view.reason),
          std::move(view.by),
          {},
          {}};
}

/// The same said of several records: once, with their names in the order of the plan.
ChangeEntryView entry_for_all(const Site &site, std::vector<Said> set) {
  std::stable_sort(set.begin(), set.end(),
                   [](const Said &a, const Said &b) { return comes_before(a.view.name, b.view.name); });
  ChangeEntryView entry = one_entry(set.front().view);
  entry.name.clear();
  entry.href.clear();
  long refs = 0;
  std::set<std::string> kinds;
  for (auto &said : set) {
    entry.names.push_back({std::move(said.view.name), std::move(said.view.href)});
    refs += said.change->refs;
    kinds.insert(said.change->record.kind);
  }
  const bool one_kind = kinds.size() == 1;
  entry.names_label = site.words.say(
      one_kind ? "changes.alike" : "changes.alike_mixed",
      {{"count", refs}, {"things", one_kind ? kind_noun(site, *kinds.begin(), refs) : std::string{}}});
  return entry;
}

/// What is said of three records or more in the same words is said once.
std::vector<ChangeEntryView> entries_of(const Site &site, const std::vector<const Change *> &changes) {
  constexpr std::size_t enough = 3;
  std::vector<std::vector<Said>> sets;
  std::map<std::string, std::size_t> set_of;
  for (const auto *change : changes) {
    ChangeView one = change_view(site, *change);
    const auto [known, is_new] = set_of.emplace(one.date + one.sentence + one.reason + one.by, sets.size());
    if (is_new) sets.emplace_back();
    sets[known->second].push_back({std::move(one), change});
  }
  std::vector<ChangeEntryView> entries;
  for (auto &set : sets)
    if (set.size() >= enough)
      entries.push_back(entry_for_all(site, std::move(set)));
    else
      for (auto &said : set)
        entries.push_back(one_entry(std::move(said.view)));
  return entries;
}

} // namespace

ChangeView change_view(const Site &site, const Change &change) {
  const ChangeText text = change_text(site, change);
  return {text.label.name,
          text.label.route.empty() ? "" : site.href(text.label.route),
          site.words.date(site.past->history.commits[change.commit].date),
          text.sentence,
          text.reason,
          text.by};
}

std::vector<ChangeGroupView> change_groups(const Site &site, const std::vector<const Change *> &changes,
                                           std::size_t most) {
  std::vector<ChangeGroupView> views;
  const auto sorted = worst_first(site, changes);
  for (const auto group : groups) {
    ChangeGroupView view;
    view.id = group;
    view.heading = site.words.say("changes.group." + view.id);
    std::size_t left = 0;
    std::set<RecordName> reworded;
    std::vector<const Change *> of_group;
    for (const auto *change : sorted) {
      if (group_of(change->kind) != group) continue;
      if (change->kind == Kind::wording && !reworded.insert(change->record).second) continue;
      if (of_group.size() < most)
        of_group.push_back(change);
      else
        ++left;
    }
    view.items = entries_of(site, of_group);
    if (left > 0) view.sentence = site.words.say("changes.more", {{"count", static_cast<long>(left)}});
    if (!of_group.empty()) views.push_back(std::move(view));
  }
  return views;
}

std::string first_past_sentence(const Site &site, const MilestoneTimeline &line) {
  return past_sentences(site, line).front();
}

std::optional<RecordPastView> milestone_past(const Site &site, const MilestoneFacts &milestone) {
  const std::string &id = milestone.record->head.id;
  if (!site.past) return std::nullopt;
  const auto found = site.past->milestones.find(id);
  if (found == site.past->milestones.end()) return std::nullopt;
  RecordPastView view;
  view.sentences = past_sentences(site, found->second);
  list_items(site, changes_of(site, std::set<RecordName>{{"milestone", id}}), view);
  return view;
}

std::optional<RecordPastView> measure_past(const Site &site, const MeasureFacts &measure) {
  const std::string &id = measure.record->head.id;
  if (!site.past) return std::nullopt;
  const auto found = site.past->measures.find(id);
  if (found == site.past->measures.end()) return std::nullopt;
  RecordPastView view;
  const auto changes = changes_of(site, std::set<RecordName>{{"measure", id}});
  list_items(site, changes, view);
  view.sentences.push_back(
      site.words.say("changes.record_begins", {{"date", site.words.date(found->second.appeared)},
                                               {"thing", site.noun("measure", 1)}}));
  if (!view.has_items) view.sentences.push_back(site.words.say("changes.none_since"));
  return view;
}

std::optional<RecordPastView> priority_past(const Site &site, const PriorityFacts &priority) {
  if (!site.past) return std::nullopt;
  RecordPastView view;
  list_items(site, changes_of(site, priority), view);
  if (!view.has_items) view.sentences.push_back(site.words.say("changes.none_since"));
  return view;
}

std::string corrected_sentence(const Site &site, const MeasureFacts &measure) {
  if (!site.past) return {};
  const auto found = site.past->measures.find(measure.record->head.id);
  if (found == site.past->measures.end()) return {};
  const auto &figures = found->second.figures;
  const auto corrected = std::count_if(figures.begin(), figures.end(), [](const FigureChange &figure) {
    return figure.kind != FigureChange::Kind::added;
  });
  return corrected == 0 ? std::string{}
                        : site.words.say("changes.corrected", {{"count", static_cast<long>(corrected)}});
}

std::vector<const Change *> changes_of(const Site &site, const PriorityFacts &priority) {
  const Programme &programme = site.programme;
  std::set<RecordName> names{{"priority", priority.record->head.id}};
  for (const std::size_t index : priority.milestones)
    names.insert({"milestone", programme.milestones[index].record->head.id});
  for (const std::size_t index : priority.measures)
    names.insert({"measure", programme.measures[index].record->head.id});
  for (const std::size_t index : priority.workstreams)
    names.insert({"workstream", programme.workstreams[index].record->head.id});
  return changes_of(site, names);
}

std::vector<const Change *> changes_of(const Site &site, const Topic &topic) {
  std::set<RecordName> names;
  for_each_record(site.programme.content.records, [&](std::string_view kind, const auto &record) {
    for (const auto &one : record.head.topics)
      if (one->id == topic.head.id) names.insert({std::string(kind), record.head.id});
  });
  return changes_of(site, names);
}

} // namespace localoffer
