#include "programme/programme.hpp"

#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "content/kinds.hpp"
#include "programme/ref_order.hpp"
#include "programme/references.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

namespace localoffer {
namespace {

/// The records of one kind that have an id of their own; of two with one id, the first.
template <class Record>
std::vector<const Record *> distinct(const std::vector<Record> &records) {
  std::set<std::string_view> seen;
  std::vector<const Record *> kept;
  for (const auto &record : records)
    if (!record.head.id.empty() && seen.insert(record.head.id).second) kept.push_back(&record);
  return kept;
}

/// A place in a list that the author need not give: what has none comes last.
int order_or_last(const Authored<int> &order) {
  return order.given ? *order : std::numeric_limits<int>::max();
}

/// Sorted by a key, then by id.
template <class Record, class Key>
std::vector<const Record *> sorted_by(std::vector<const Record *> records, const Key &key) {
  std::stable_sort(records.begin(), records.end(), [&](const Record *a, const Record *b) {
    return std::make_tuple(key(*a), std::string_view(a->head.id)) <
           std::make_tuple(key(*b), std::string_view(b->head.id));
  });
  return records;
}

/// What a name in another record stands for: a ref without a range, or all refs of a range.
std::vector<std::string> refs_named(const std::string &name,
                                    const std::map<std::string, std::size_t> &known) {
  return known.count(name) != 0 ? std::vector<std::string>{name} : expanded_refs(name);
}

std::optional<std::size_t> index_of(const std::map<std::string, std::size_t> &indices,
                                    const Authored<Ref> &ref) {
  if (!ref.given) return std::nullopt;
  const auto found = indices.find(ref->id);
  if (found == indices.end()) return std::nullopt;
  return found->second;
}

class Joiner {
public:
  explicit Joiner(Programme &programme) : programme_(programme), records_(programme.content.records) {}

  void join() {
    list_files();
    list_bodies_and_reports();
    list_themes();
    list_priorities();
    list_workstreams();
    list_milestones();
    list_measures();
    join_milestones();
    add_barriers();
    if (!records_.plans.empty()) programme_.plan = &records_.plans.front();
  }

private:
  void list_files() {
    for_each_record(records_, [&](std::string_view kind, const auto &record) {
      programme_.records_of_file[record.head.file->path].push_back({std::string(kind), record.head.id});
    });
    const std::size_t inside = programme_.settings().content->size() + 1;
    for (const auto &path : programme_.content.unread)
      for (const auto &[folder, kind] : record_folders())
        if (path.compare(inside, folder.size() + 1, folder + "/") == 0) programme_.unread_kinds.insert(kind);
  }

  void list_bodies_and_reports() {
    for (const Body *body : distinct(records_.bodies))
      programme_.body_by_id[body->head.id] = body;
    for (const Report *report : distinct(records_.reports))
      programme_.report_by_id[report->head.id] = report;
  }

  void list_themes() {
    for (const Theme *theme :
         sorted_by(distinct(records_.themes), [](const Theme &one) { return order_or_last(one.order); })) {
      programme_.theme_by_id[theme->head.id] = programme_.themes.size();
      programme_.themes.push_back({theme, {}, {}, no_counts(programme_.settings())});
    }
  }

  void list_priorities() {
    for (const Priority *priority : sorted_by(
             distinct(records_.priorities), [](const Priority &one) { return order_or_last(one.number); })) {
      const std::size_t index = programme_.priorities.size();
      programme_.priority_by_id[priority->head.id] = index;
      PriorityFacts facts;
      facts.record = priority;
      facts.lead = body_of(priority->lead);
      facts.counts = no_counts(programme_.settings());
      if (const auto theme = index_of(programme_.theme_by_id, priority->theme)) {
        facts.theme = programme_.themes[*theme].record;
        programme_.themes[*theme].priorities.push_back(index);
      }
      programme_.priorities.push_back(std::move(facts));
    }
    for (auto &facts : programme_.priorities)
      for (const auto &link : facts.record->linked_priorities)
        if (const auto linked = index_of(programme_.priority_by_id, link)) facts.linked.push_back(*linked);
  }

  void list_workstreams() {
    auto workstreams = distinct(records_.workstreams);
    std::stable_sort(workstreams.begin(), workstreams.end(), [](const Workstream *a, const Workstream *b) {
      return comes_before(*a->number, *b->number);
    });
    for (const Workstream *workstream : workstreams) {
      const auto priority = index_of(programme_.priority_by_id, workstream->priority);
      if (!priority) continue;
      const std::size_t index = programme_.workstreams.size();
      programme_.workstream_by_id[workstream->head.id] = index;
      programme_.priorities[*priority].workstreams.push_back(index);
      programme_.workstreams.push_back({workstream, *priority, {}, no_counts(programme_.settings()), {}});
    }
  }

  void list_milestones() {
    // By ref; what has none comes last, by its own order.
    std::vector<std::tuple<bool, RefOrder, int, const Milestone *>> milestones;
    for (const Milestone *one : distinct(records_.milestones))
      if (programme_.settings().status(*one->status))
        milestones.emplace_back(!one->ref.given, RefOrder(one->ref.given ? *one->ref : ""),
                                one->ref.given ? 0 : order_or_last(one->order), one);
    std::stable_sort(milestones.begin(), milestones.end(), [](const auto &a, const auto &b) {
      const auto &[a_bare, a_ref, a_order, a_record] = a;
      const auto &[b_bare, b_ref, b_order, b_record] = b;
      return std::tie(a_bare, a_ref, a_order) < std::tie(b_bare, b_ref, b_order);
    });
    programme_.counts = no_counts(programme_.settings());
    programme_.milestones.reserve(milestones.size());
    for (const auto &[bare, ref, order, milestone] : milestones)
      if (auto refs = refs_of(*milestone); none_is_taken(refs)) add_milestone(*milestone, std::move(refs));
  }

  bool none_is_taken(const std::vector<std::string> &refs) const {
    return std::none_of(refs.begin(), refs.end(),
                        [&](const std::string &ref) { return programme_.milestone_by_ref.count(ref) != 0; });
  }

  void add_milestone(const Milestone &milestone, std::vector<std::string> refs) {
    const std::size_t index = programme_.milestones.size();
    programme_.milestone_by_id[milestone.head.id] = index;
    for (const auto &ref : refs)
      programme_.milestone_by_ref[ref] = index;

    MilestoneFacts facts;
    facts.record = &milestone;
    facts.slug = milestone.ref.given ? slug(normalised_ref(*milestone.ref)) : milestone.head.id;
    facts.refs = std::move(refs);
    facts.status = programme_.settings().status(*milestone.status);
    facts.lead = body_of(milestone.lead);
    if (milestone.due.given) facts.due = *milestone.due;
    if (!facts.due && milestone.first_due.given) facts.due = *milestone.first_due;
    facts.lateness = lateness(*facts.status,
                              milestone.first_due.given ? std::optional(*milestone.first_due) : std::nullopt,
                              facts.due, programme_.today);
    if (!facts.due) facts.window = window_of(milestone);
    place_milestone(milestone, index, facts);
    programme_.milestones.push_back(std::move(facts));
  }

  const StatusWindow *window_of(const Milestone &milestone) const {
    for (const auto &period : records_.periods)
      for (const auto &window : period.windows)
        if (milestone.period.given && period.head.id == milestone.period->id && window.to.given &&
            *window.status == *milestone.status)
          return &window;
    return nullptr;
  }

  /// Files the milestone under its theme, priority and workstream, and counts its refs at each of them.
  void place_milestone(const Milestone &milestone, std::size_t index, MilestoneFacts &facts) {
    const int refs = static_cast<int>(facts.refs.size());
    const auto file_under = [&](auto &group) {
      group.milestones.push_back(index);
      add_to(group.counts, *facts.status, refs);
    };
    add_to(programme_.counts, *facts.status, refs);
    auto priority = index_of(programme_.priority_by_id, milestone.priority);
    if (const auto workstream = index_of(programme_.workstream_by_id, milestone.workstream)) {
      file_under(programme_.workstreams[*workstream]);
      facts.workstream = programme_.workstreams[*workstream].record;
      if (!priority) priority = programme_.workstreams[*workstream].priority;
    }
    auto theme = index_of(programme_.theme_by_id, milestone.theme);
    if (priority) {
      file_under(programme_.priorities[*priority]);
      facts.priority = programme_.priorities[*priority].record;
      if (!theme) theme = index_of(programme_.theme_by_id, facts.priority->theme);
    }
    if (theme) {
      file_under(programme_.themes[*theme]);
      facts.theme = programme_.themes[*theme].record;
    }
  }

  std::vector<std::size_t> milestones_named(const std::vector<Authored<std::string>> &names) const {
    std::vector<std::size_t> found;
    for (const auto &name : names)
      for (const auto &ref : refs_named(*name, programme_.milestone_by_ref)) {
        const auto milestone = programme_.milestone_by_ref.find(ref);
        if (milestone == programme_.milestone_by_ref.end()) continue;
        if (std::find(found.begin(), found.end(), milestone->second) == found.end())
          found.push_back(milestone->second);
      }
    return found;
  }

  void join_milestones() {
    auto &milestones = programme_.milestones;
    for (std::size_t i = 0; i < milestones.size(); ++i) {
      const Milestone &record = *milestones[i].record;
      milestones[i].depends_on = milestones_named(record.depends_on);
      milestones[i].replaced_by = milestones_named(record.replaced_by);
      for (const std::size_t needed : milestones[i].depends_on)
        milestones[needed].needed_by.push_back(i);
      for (const std::size_t successor : milestones[i].replaced_by)
        milestones[successor].replaces.push_back(i);
      if (!record.same_comment_as.given) continue;
      const auto same = milestones_named({record.same_comment_as});
      if (!same.empty()) milestones[i].same_comment_as = same.front();
    }
  }

  void list_measures() {
    const auto place_of = [&](const Measure &one) {
      const auto priority = index_of(programme_.priority_by_id, one.priority);
      return std::make_pair(priority.value_or(programme_.priorities.size()), order_or_last(one.order));
    };
    for (const Measure *measure : sorted_by(distinct(records_.measures), place_of)) {
      const std::size_t index = programme_.measures.size();
      programme_.measure_by_id[measure->head.id] = index;
      MeasureFacts facts;
      facts.record = measure;
      if (const auto priority = index_of(programme_.priority_by_id, measure->priority)) {
        facts.priority = programme_.priorities[*priority].record;
        programme_.priorities[*priority].measures.push_back(index);
      }
      add_observations(*measure, facts);
      facts.progress = target_progress(*measure, facts.newest);
      facts.completeness = completeness(*measure);
      programme_.measures.push_back(std::move(facts));
    }
  }

  /// The newest figure is that of the whole area; when only one part of the area has figures, that of the
  /// part.
  static void add_observations(const Measure &measure, MeasureFacts &facts) {
    std::set<std::string> areas;
    for (const auto &one : measure.observations) {
      if (!one.date.given || (!one.value.given && !one.hidden.given)) continue;
      facts.observations.push_back(&one);
      areas.insert(*one.area);
    }
    std::stable_sort(facts.observations.begin(), facts.observations.end(),
                     [](const Observation *a, const Observation *b) {
                       return std::tie(*a->date, *a->area) < std::tie(*b->date, *b->area);
                     });
    if (areas.count("") == 0 && areas.size() != 1) return;
    const std::string shown = areas.count("") != 0 ? "" : *areas.begin();
    for (const Observation *one : facts.observations)
      if (*one->area == shown) facts.newest = one;
  }

  void add_barriers() {
    for (const Barrier *barrier : sorted_by(distinct(records_.barriers),
                                            [](const Barrier &one) { return order_or_last(one.order); })) {
      if (const auto priority = index_of(programme_.priority_by_id, barrier->priority))
        programme_.priorities[*priority].barriers.push_back(barrier);
      for (const auto &moved : barrier->moved)
        if (const auto workstream = index_of(programme_.workstream_by_id, moved))
          programme_.workstreams[*workstream].moved_by.push_back(barrier);
    }
  }

  const Body *body_of(const Authored<Ref> &ref) const {
    return ref.given ? programme_.body(ref->id) : nullptr;
  }

  Programme &programme_;
  const Records &records_;
};

/// Of all that the authors named, links and languages are asked for again. The others are most of the uses,
/// and the records have them too.
void forget_names(std::vector<Use> &uses) {
  std::erase_if(
      uses, [](const Use &use) { return use.kind != Use::Kind::link && use.kind != Use::Kind::language; });
  uses.shrink_to_fit();
}

} // namespace

const Body *Programme::body(const std::string &id) const {
  const auto found = body_by_id.find(id);
  return found == body_by_id.end() ? nullptr : found->second;
}

const Report *Programme::report(const std::string &id) const {
  const auto found = report_by_id.find(id);
  return found == report_by_id.end() ? nullptr : found->second;
}

Programme join(Content content, Date today, std::vector<Diagnostic> &diagnostics, unsigned threads) {
  Programme programme;
  programme.content = std::move(content);
  programme.today = today;
  Joiner(programme).join();
  using Check = void(const Programme &, std::vector<Diagnostic> &);
  const std::vector<Check *> checks{check_plan, check_duplicates, check_uses, check_documents};
  for (auto &found : parallel_map(checks, threads, [&](Check *check) {
         std::vector<Diagnostic> problems;
         check(programme, problems);
         return problems;
       }))
    std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
  forget_names(programme.content.uses);
  return programme;
}

} // namespace localoffer
