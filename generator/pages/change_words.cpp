#include "pages/change_words.hpp"

#include "base/text.hpp"
#include "content/markdown.hpp"
#include "pages/measure_words.hpp"
#include "pages/milestone_words.hpp"
#include "pages/priority_items.hpp"
#include "pages/stated_words.hpp"
#include "programme/links.hpp"
#include "programme/personal_data.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace localoffer {
namespace {

using Kind = Change::Kind;

/// The words of Markdown, in one line.
std::string without_marks(const std::string &markdown) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.scalar = markdown;
  std::vector<Diagnostic> unused;
  const auto file = std::make_shared<const SourceFile>(SourceFile{{}, markdown});
  return plain_text(parse_markdown(file, node, {}, unused));
}

/// Where somebody who relied on a promise should hear why.
bool wants_reason(Kind kind) {
  switch (kind) {
  case Kind::withdrawn:
  case Kind::fell:
  case Kind::reopened:
  case Kind::promise_rewritten:
  case Kind::moved_later:
  case Kind::date_dropped:
  case Kind::stopped:
  case Kind::replaced:
  case Kind::figure_corrected:
  case Kind::figure_withdrawn:
  case Kind::target_changed:
    return true;
  default:
    return false;
  }
}

class Wording {
public:
  Wording(const Site &site, const Change &change)
      : site_(site), words_(site.words), change_(change), commit_(site.past->history.commits[change.commit]) {
  }

  ChangeText make() {
    ChangeText text;
    text.label = label_of(site_, change_.record, change_.title);
    text.sentence = sentence();
    text.reason = reason();
    if (change_.why.empty() && wants_reason(change_.kind)) text.note = note();
    if (!commit_.author_name.empty())
      text.by = words_.say("changes.by", {{"role", site_.original(commit_.author_name)}});
    return text;
  }

private:
  std::string say(std::string_view key, const WordArguments &arguments = {}) const {
    return words_.say(fmt::format("changes.kind.{}", key), arguments);
  }

  /// What the record itself is, also where lists count it among other entries.
  std::string thing() const {
    const std::string &kind = change_.record.kind;
    return words_.has("noun." + kind + ".one") ? site_.noun(kind, 1) : kind_noun(site_, kind, 1);
  }

  const MeasureFacts *measure() const {
    const auto found = site_.programme.measure_by_id.find(change_.record.id);
    return change_.record.kind == "measure" && found != site_.programme.measure_by_id.end()
               ? &site_.programme.measures[found->second]
               : nullptr;
  }

  /// A date in words; what is no date as it is.
  std::string shown_date(const std::string &iso) const {
    const auto date = parse_date(iso);
    return date ? words_.date(*date) : iso;
  }

  /// "2021-01, Mendip" -> "January 2021, Mendip".
  std::string shown_item(const std::string &item) const {
    const auto comma = item.find(", ");
    const std::string rest = comma == std::string::npos ? "" : item.substr(comma);
    return shown_date(item.substr(0, comma)) + rest;
  }

  /// A figure in its measure's unit; a date where the field is one.
  std::string shown_value(const std::string &text) const {
    if (text.empty()) return {};
    if (change_.field.ends_with(".date")) return shown_date(text);
    if (text == "fewer-than-5" || text == "protects-another") return hidden_value(site_, text);
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return site_.original(text);
    return measure() ? measure_value(site_, *measure()->record, number, is_about(number))
                     : words_.number(number);
  }

  /// Whether the source says "about" of a figure, as far as the record still has it.
  bool is_about(double number) const {
    const auto &all = measure()->observations;
    return std::any_of(all.begin(), all.end(), [&](const Observation *one) {
      return *one->about && *one->value == number && change_.item.starts_with(to_iso(*one->date));
    });
  }

  /// What a field that names a record, or a role, says to people.
  std::string shown_fact(const std::string &text) const {
    if (change_.field == "response_state") return text.empty() ? text : words_.say("response." + text);
    if (change_.field == "lead") {
      const Body *body = site_.programme.body(text);
      return body ? *body->head.title : site_.original(text);
    }
    const auto title = [&](const auto &index, const auto &all) {
      const auto found = index.find(text);
      return found == index.end() ? site_.original(text) : *all[found->second].record->head.title;
    };
    if (change_.field == "priority") return title(site_.programme.priority_by_id, site_.programme.priorities);
    if (change_.field == "workstream")
      return title(site_.programme.workstream_by_id, site_.programme.workstreams);
    return site_.original(text);
  }

  /// Between two months a move is so many months, however many days they have.
  std::string time_moved() const {
    const auto was = parse_date(change_.before), is = parse_date(change_.after);
    const bool in_months = was && is && was->day == 0 && is->day == 0 && was->month > 0 && is->month > 0;
    const long months = in_months ? std::abs(12L * (is->year - was->year) + is->month - was->month) : 0;
    constexpr long said_in_years = 24; // as words.duration has it
    return months > 0 && months < said_in_years ? words_.say("duration.months", {{"count", months}})
                                                : words_.duration(std::abs(change_.days));
  }

  std::string moved(std::string_view key) const {
    std::string text = say(key, {{"before", shown_date(change_.before)},
                                 {"after", shown_date(change_.after)},
                                 {"time", time_moved()}});
    if (change_.times > 1)
      text += " " +
              say(change_.days_in_all == 0 ? "moved_often_back" : "moved_often",
                  {{"times", long{change_.times}}, {"time", words_.duration(std::abs(change_.days_in_all))}});
    return in_step(std::move(text));
  }

  /// What is said of a step, or of a part, begins with it: it is not said of the whole record.
  std::string in_step(std::string text) const {
    if (change_.item.empty()) return text;
    return say(change_.field.starts_with("parts") ? "part" : "step",
               {{"step", site_.original(without_marks(change_.item))}, {"sentence", std::move(text)}});
  }

  std::string figure(std::string_view key) const {
    const bool of_list = !change_.item.empty() && change_.field.starts_with("observations");
    const WordArguments arguments{{"date", shown_item(change_.item)},
                                  {"before", shown_value(change_.before)},
                                  {"after", shown_value(change_.after)}};
    std::string text = say(of_list ? std::string(key) : std::string(key) + "_plain", arguments);
    if (!change_.previous.empty() && change_.kind == Kind::figure_added)
      text +=
          " " + say(change_.trend > 0   ? "figure_better"
                    : change_.trend < 0 ? "figure_worse"
                                        : "figure_before",
                    {{"before", shown_value(change_.previous)}, {"date", shown_item(change_.previous_item)}});
    if (change_.published) text += " " + say("published_on", {{"date", words_.date(*change_.published)}});
    return text;
  }

  std::string target() const {
    const std::string what = change_.field.substr(0, change_.field.find('.'));
    if (change_.field == "direction") return say("direction_changed");
    const std::string key = what == "baseline" ? "baseline" : "target";
    const bool is_now =
        measure() && measure()->completeness.has_target && what == "target" && !change_.after.empty();
    if (change_.before.empty() && is_now)
      return say("target_given", {{"after", target_text(site_, *measure()->record)}});
    if (change_.before.empty()) return say(key + "_given", {{"after", shown_value(change_.after)}});
    if (change_.after.empty()) return say(key + "_taken_away", {{"before", shown_value(change_.before)}});
    return say(key + "_changed",
               {{"before", shown_value(change_.before)}, {"after", shown_value(change_.after)}});
  }

  std::string fact() const {
    const std::string what = words_.say("changes.fact." + change_.field);
    const std::string was = shown_fact(change_.before), is = shown_fact(change_.after);
    const std::string_view key = was.empty() ? "fact_given" : is.empty() ? "fact_taken_away" : "fact_changed";
    return say(key, {{"what", what}, {"before", was}, {"after", is}});
  }

  std::string sentence() const {
    const WordArguments statuses{{"before", site_.original(change_.before)},
                                 {"after", site_.original(change_.after)},
                                 {"thing", thing()}};
    switch (change_.kind) {
    case Kind::moved_later:
    case Kind::moved_earlier:
      return moved(key_of(change_.kind));
    case Kind::promise_rewritten:
      return change_.after.empty() ? say("promise_taken_away", {{"before", shown_date(change_.before)}})
                                   : moved("promise_rewritten");
    case Kind::date_dropped:
    case Kind::date_set:
      return in_step(say(key_of(change_.kind),
                         {{"before", shown_date(change_.before)}, {"after", shown_date(change_.after)}}));
    case Kind::figure_added:
      return change_.field.starts_with("target") || change_.field.starts_with("baseline")
                 ? target()
                 : figure("figure_added");
    case Kind::figure_withdrawn:
      if (change_.before.empty()) return say("figure_hidden", {{"date", shown_item(change_.item)}});
      return figure(key_of(change_.kind));
    case Kind::figure_corrected:
      return figure(key_of(change_.kind));
    case Kind::target_changed:
      return target();
    case Kind::fact_changed:
      return fact();
    case Kind::stopped:
    case Kind::replaced:
      return change_.field == "ended" ? say(std::string(key_of(change_.kind)) + "_ended", statuses)
                                      : in_step(say(key_of(change_.kind), statuses));
    case Kind::added:
      return say(change_.returned ? "returned" : "added", statuses);
    case Kind::status_changed:
      if (change_.field == "ended") return say("ended_taken_back", statuses);
      return in_step(say(change_.before.empty()  ? "status_given"
                         : change_.after.empty() ? "status_taken_away"
                                                 : "status_changed",
                         statuses));
    default:
      return in_step(say(key_of(change_.kind), statuses));
    }
  }

  std::string reason() const {
    if (!change_.why.empty())
      return words_.say("changes.reason", {{"reason", site_.original(without_marks(change_.why))}});
    if (!wants_reason(change_.kind)) return {};
    return words_.say("changes.no_reason");
  }

  /// A message that leads to a person is not for a page.
  std::string note() const {
    const std::string &subject = commit_.subject;
    const bool shown =
        *site_.settings().history.notes && !subject.empty() && find_personal_data(subject).empty();
    return shown ? words_.say("changes.note", {{"note", site_.original(subject)}}) : std::string{};
  }

  const Site &site_;
  const Words &words_;
  const Change &change_;
  const CommitInfo &commit_;
};

} // namespace

std::string_view key_of(Kind kind) {
  switch (kind) {
  case Kind::withdrawn:
    return "withdrawn";
  case Kind::fell:
    return "fell";
  case Kind::reopened:
    return "reopened";
  case Kind::promise_rewritten:
    return "promise_rewritten";
  case Kind::moved_later:
    return "moved_later";
  case Kind::date_dropped:
    return "date_dropped";
  case Kind::stopped:
    return "stopped";
  case Kind::replaced:
    return "replaced";
  case Kind::figure_corrected:
    return "figure_corrected";
  case Kind::figure_withdrawn:
    return "figure_withdrawn";
  case Kind::target_changed:
    return "target_changed";
  case Kind::status_changed:
    return "status_changed";
  case Kind::fact_changed:
    return "fact_changed";
  case Kind::moved_earlier:
    return "moved_earlier";
  case Kind::date_set:
    return "date_set";
  case Kind::rose:
    return "rose";
  case Kind::completed:
    return "completed";
  case Kind::figure_added:
    return "figure_added";
  case Kind::added:
    return "added";
  case Kind::renamed:
    return "renamed";
  case Kind::wording:
    break;
  }
  return "wording";
}

RecordLabel label_of(const Site &site, const RecordName &record, const std::string &title) {
  const Programme &programme = site.programme;
  const auto &[kind, id] = record;
  RecordLabel label{site.original(title), {}};
  const auto milestone = programme.milestone_by_id.find(id);
  if (kind == "milestone" && milestone != programme.milestone_by_id.end())
    label.name = full_name(programme.milestones[milestone->second]);
  const auto priority = programme.priority_by_id.find(id);
  if (kind == "priority" && priority != programme.priority_by_id.end())
    label.name = priority_name(site, *programme.priorities[priority->second].record);
  const auto workstream = programme.workstream_by_id.find(id);
  if (kind == "workstream" && workstream != programme.workstream_by_id.end())
    label.name = workstream_name(site, *programme.workstreams[workstream->second].record);
  // A term and the organisation that it stands for have one name.
  if ((kind == "term" || kind == "body") && !label.name.empty())
    label.name = site.words.say("changes.named", {{"name", label.name}, {"kind", site.noun(kind, 1)}});
  // So have a page and its version with pictures.
  if (kind == "easy read" && !label.name.empty())
    label.name = site.words.say("changes.named", {{"name", label.name}, {"kind", site.noun("easy_read", 1)}});
  if (kind == "site") label.name = site.words.say("changes.settings");
  if (label.name.empty()) label.name = site.words.sentence_case(kind_noun(site, kind, 1)) + " " + id;
  if (site.past->last_changed.find(record) != site.past->last_changed.end())
    label.route = kind == "site" ? site.addresses.statuses() : site.addresses.of({kind, id, {}});
  return label;
}

ChangeText change_text(const Site &site, const Change &change) {
  return Wording(site, change).make();
}

std::string kind_noun(const Site &site, const std::string &kind, long count) {
  // What people follow in a plan; the rest (terms, organisations, pages) is there to explain it.
  static const std::set<std::string> followed{"priority", "workstream", "milestone",     "measure", "barrier",
                                              "risk",     "inspection", "finding",       "concern", "meeting",
                                              "period",   "review",     "recommendation"};
  if (kind == "next step" || kind == "part")
    return site.words.say(std::string("changes.") + (kind == "part" ? "part" : "step") +
                          (count == 1 ? "" : "s"));
  return followed.count(kind) > 0 ? site.noun(kind, count)
                                  : site.words.say(count == 1 ? "changes.entry" : "changes.entries");
}

std::vector<const Change *> told_changes(const Timelines &past) {
  std::vector<const Change *> told;
  for (const auto &change : past.changes)
    if (change.commit > 0) told.push_back(&change);
  return told;
}

std::vector<const Change *> worst_first(const Site &site, std::vector<const Change *> changes) {
  std::stable_sort(changes.begin(), changes.end(), [&](const Change *a, const Change *b) {
    if (a->kind != b->kind) return a->kind < b->kind;
    if (a->rank != b->rank) return a->rank < b->rank;
    if (a->trend != b->trend) return a->trend < b->trend;
    if (a->commit != b->commit) return a->commit > b->commit;
    if (a->days != b->days) return a->days > b->days;
    return site.words.comes_before(a->title, b->title);
  });
  return changes;
}

} // namespace localoffer
