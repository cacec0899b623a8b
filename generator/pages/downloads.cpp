#include "base/text.hpp"
#include "pages/change_words.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/stated_words.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

using Row = std::vector<std::string>;

/// A table whose words are download.tables.NAME and whose columns' words are download.columns.NAME.
Table described_table(const Site &site, std::string_view name,
                      const std::vector<std::pair<std::string, std::string>> &columns) {
  const WordArguments arguments{
      {"things", site.noun("milestone", 2)},      {"thing", site.noun("milestone", 1)},
      {"measures", site.noun("measure", 2)},      {"workstreams", site.noun("workstream", 2)},
      {"workstream", site.noun("workstream", 1)}, {"area", *site.settings().area}};
  const auto say = [&](std::string_view folder, std::string_view key, std::string_view part) {
    return site.words.say(fmt::format("download.{}.{}.{}", folder, key, part), arguments);
  };
  Table table;
  table.title = site.words.sentence_case(say("tables", name, "title"));
  table.description = say("tables", name, "about");
  for (const auto &[column, datatype] : columns)
    table.columns.push_back(
        {column, say("columns", column, "title"), say("columns", column, "about"), datatype});
  return table;
}

/// As exactly as it is known: "2018-12" for a month.
template <class Field>
std::string iso(const Field &date) {
  return date.given ? to_iso(*date) : std::string{};
}

/// The shortest decimal that is this number, the same in every language.
std::string plain(const Authored<double> &number) {
  return number.given ? fmt::format("{}", *number) : std::string{};
}

std::string yes_no(bool value) {
  return value ? "true" : "false";
}

/// What other records call it.
std::string ref_or_id(const MilestoneFacts &milestone) {
  return milestone.record->ref.given ? shown_ref(milestone) : milestone.record->head.id;
}

std::string refs_in_data(const Site &site, const std::vector<std::size_t> &indices) {
  std::vector<std::string> refs;
  for (const std::size_t index : indices)
    refs.push_back(ref_or_id(site.programme.milestones[index]));
  return joined(refs, "; ");
}

std::string ended(const MilestoneFacts &milestone) {
  const Ending ending = ending_of(milestone);
  return ending == Ending::replaced ? "replaced" : ending == Ending::stopped ? "stopped" : "";
}

Table milestones_table(const Site &site) {
  Table table = described_table(site, "milestones",
                                {{"ref", "string"},
                                 {"stands_for", "integer"},
                                 {"title", "string"},
                                 {"status", "string"},
                                 {"status_label", "string"},
                                 {"ended", "string"},
                                 {"theme", "string"},
                                 {"priority", "string"},
                                 {"workstream", "string"},
                                 {"lead_organisation", "string"},
                                 {"lead_role", "string"},
                                 {"first_due", "string"},
                                 {"due_now", "string"},
                                 {"completed", "string"},
                                 {"late", "boolean"},
                                 {"days_late", "integer"},
                                 {"depends_on", "string"},
                                 {"replaced_by", "string"},
                                 {"address", "string"}});
  for (const auto &milestone : site.programme.milestones) {
    const Milestone &record = *milestone.record;
    const bool late = is_late(milestone);
    table.rows.push_back({shown_ref(milestone), std::to_string(milestone.refs.size()), *record.head.title,
                          *milestone.status->key, *milestone.status->label, ended(milestone),
                          milestone.theme ? *milestone.theme->head.title : "",
                          milestone.priority ? *milestone.priority->head.title : "",
                          milestone.workstream ? *milestone.workstream->number : "",
                          milestone.lead ? *milestone.lead->head.title : "", *record.lead_role,
                          iso(record.first_due), iso(record.due), iso(record.completed), yes_no(late),
                          late ? std::to_string(milestone.lateness.days_late) : "",
                          refs_in_data(site, milestone.depends_on), refs_in_data(site, milestone.replaced_by),
                          site.addresses.absolute(site.addresses.milestone(milestone))});
  }
  return table;
}

Table measures_table(const Site &site) {
  Table table = described_table(site, "measures",
                                {{"measure", "string"},
                                 {"title", "string"},
                                 {"priority", "string"},
                                 {"who", "string"},
                                 {"unit", "string"},
                                 {"better", "string"},
                                 {"baseline", "decimal"},
                                 {"baseline_date", "string"},
                                 {"target", "decimal"},
                                 {"target_date", "string"},
                                 {"newest", "decimal"},
                                 {"newest_hidden", "string"},
                                 {"newest_date", "string"},
                                 {"address", "string"}});
  for (const auto &measure : site.programme.measures) {
    const Measure &record = *measure.record;
    table.rows.push_back(
        {record.head.id, *record.head.title, measure.priority ? *measure.priority->head.title : "",
         *record.who, *record.unit, *record.direction, plain(record.baseline.value),
         iso(record.baseline.date), plain(record.target.value), iso(record.target.date),
         measure.newest ? plain(measure.newest->value) : "", measure.newest ? *measure.newest->hidden : "",
         measure.newest ? iso(measure.newest->date) : "",
         site.addresses.absolute(site.addresses.measure(record))});
  }
  return table;
}

Row observation_row(const Observation &one) {
  return {iso(one.date), plain(one.value), *one.hidden, yes_no(*one.about), *one.area, *one.note};
}

Table observations_table(const Site &site) {
  Table table = described_table(site, "observations",
                                {{"measure", "string"},
                                 {"date", "string"},
                                 {"value", "decimal"},
                                 {"hidden", "string"},
                                 {"about", "boolean"},
                                 {"part_of_area", "string"},
                                 {"note", "string"}});
  for (const auto &measure : site.programme.measures)
    for (const auto *one : measure.observations) {
      Row row = observation_row(*one);
      row.insert(row.begin(), measure.record->head.id);
      table.rows.push_back(std::move(row));
    }
  return table;
}

Table one_measure_table(const Site &site, const MeasureFacts &measure) {
  Table table = described_table(site, "one_measure",
                                {{"date", "string"},
                                 {"value", "decimal"},
                                 {"hidden", "string"},
                                 {"about", "boolean"},
                                 {"part_of_area", "string"},
                                 {"note", "string"}});
  table.title = *measure.record->head.title;
  for (const auto *one : measure.observations)
    table.rows.push_back(observation_row(*one));
  return table;
}

/// One row for each workstream and status; numbers that cannot be used, such as halves, are left empty.
Table stated_table(const Site &site) {
  Table table = described_table(site, "stated",
                                {{"workstream", "string"},
                                 {"title", "string"},
                                 {"priority", "string"},
                                 {"status", "string"},
                                 {"status_label", "string"},
                                 {"count", "integer"},
                                 {"total", "integer"},
                                 {"counted_on", "string"}});
  for (const auto &workstream : site.programme.workstreams) {
    const Workstream &record = *workstream.record;
    const StatedFigures figures = stated_figures(site.settings(), record.stated);
    const std::string total = figures.usable ? std::to_string(figures.total) : "";
    const auto add = [&](const std::string &status, const std::string &label, const std::string &count) {
      table.rows.push_back({*record.number, *record.head.title,
                            *site.programme.priorities[workstream.priority].record->head.title, status, label,
                            count, total, iso(record.stated.date)});
    };
    if (!figures.usable) {
      add("", "", "");
      continue;
    }
    for (std::size_t i = 0; i < figures.by_status.size(); ++i) {
      const Status &status = site.settings().statuses[i];
      if (figures.by_status[i]) add(*status.key, *status.label, std::to_string(*figures.by_status[i]));
    }
    if (figures.unexplained > 0)
      add("", site.words.say("stated.unexplained"), std::to_string(figures.unexplained));
  }
  return table;
}

Table changes_table(const Site &site) {
  Table table = described_table(site, "changes",
                                {{"changed_on", "date"},
                                 {"change", "string"},
                                 {"kind_of_record", "string"},
                                 {"record", "string"},
                                 {"title", "string"},
                                 {"field", "string"},
                                 {"item", "string"},
                                 {"before", "string"},
                                 {"after", "string"},
                                 {"days_moved", "integer"},
                                 {"times_moved", "integer"},
                                 {"reason", "string"},
                                 {"commit", "string"}});
  for (const auto *change : told_changes(*site.past)) {
    const CommitInfo &commit = site.past->history.commits[change->commit];
    table.rows.push_back({to_iso(commit.date), std::string(key_of(change->kind)), change->record.kind,
                          change->record.id, change->title, change->field, change->item, change->before,
                          change->after, change->days == 0 ? "" : std::to_string(change->days),
                          change->times == 0 ? "" : std::to_string(change->times), change->why, commit.id});
  }
  return table;
}

} // namespace

std::vector<Download> make_downloads(const Site &site) {
  const Programme &programme = site.programme;
  const std::string folder = "/data";
  std::vector<Download> downloads;
  const auto add = [&](std::string route, Table (*table)(const Site &)) {
    downloads.push_back({std::move(route), [&site, table] { return table(site); }});
  };
  if (site.past) add(folder + "/changes", changes_table);
  if (!programme.milestones.empty()) {
    std::string route = folder + site.addresses.milestones();
    route.pop_back();
    add(std::move(route), milestones_table);
  }
  if (!programme.workstreams.empty()) add(folder + "/workstreams", stated_table);
  if (programme.measures.empty()) return downloads;
  add(folder + "/measures", measures_table);
  add(folder + "/observations", observations_table);
  for (const auto &measure : programme.measures) {
    if (measure.observations.empty()) continue;
    constexpr std::string_view ending = ".csv";
    std::string route = site.addresses.measure_data(*measure.record);
    route.resize(route.size() - ending.size());
    downloads.push_back({std::move(route), [&site, &measure] { return one_measure_table(site, measure); }});
  }
  return downloads;
}

} // namespace localoffer
