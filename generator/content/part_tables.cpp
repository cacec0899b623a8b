#include "content/tables.hpp"

// Tables of the structs that stand inside records.

namespace localoffer {
namespace {

Constraint id_of(std::string kind) {
  Constraint limit;
  limit.record_kind = std::move(kind);
  return limit;
}

Constraint status_key() {
  Constraint limit;
  limit.names = Constraint::Names::status;
  return limit;
}

Constraint comment_text() {
  Constraint limit;
  limit.empty_code = "empty-comment";
  return limit;
}

} // namespace

template <>
const Fields<RecordHead> &fields_of() {
  static const auto table =
      Fields<RecordHead>("record", "What every record has.")
          .optional("id", &RecordHead::id_field,
                    "The record's short name in addresses and references. By default the file's name.")
          .optional("title", &RecordHead::title, "What it is called, in plain words.")
          .optional(
              "text", &RecordHead::text,
              "What families need to know, in plain English. In a .md file it is the part below the fields.")
          .optional("meaning", &RecordHead::meaning, "What this means for a family.")
          .optional("sources", &RecordHead::sources, "The published reports that the facts come from.")
          .optional("discrepancy", &RecordHead::discrepancy,
                    "Where the report contradicts itself or leaves something out. It is shown on the page.")
          .optional("topics", &RecordHead::topics, "What a family might look this up under.");
  return table;
}

template <>
const Fields<Citation> &fields_of() {
  static const auto table =
      Fields<Citation>("source", "Where a fact comes from.")
          .required("report", &Citation::report, "The id of the report.", id_of("report"))
          .optional("section", &Citation::section, "The part of the report, so that people can find it.");
  return table;
}

template <>
const Fields<Statement> &fields_of() {
  static const auto table =
      Fields<Statement>("statement", "One thing that was done or said. Plain text alone is the text.")
          .required("text", &Statement::text, "What was done, in a sentence or two.")
          .optional("date", &Statement::date, "When.")
          .optional("sources", &Statement::sources,
                    "Where it comes from, when not from the record's own sources.")
          .shorthand("text");
  return table;
}

template <>
const Fields<NextStep> &fields_of() {
  static const auto table =
      Fields<NextStep>("next step", "Something that is to happen. Plain text alone is the text.")
          .required("text", &NextStep::text, "What will happen.")
          .optional("due", &NextStep::due, "By when. Leave it out when the report names no time.")
          .optional("for_whom", &NextStep::for_whom, "Whom it is for.")
          .optional("status", &NextStep::status, "What has become of it: a key of the site's statuses.",
                    status_key())
          .optional("why", &NextStep::why, "Why it is late, stopped or replaced.")
          .shorthand("text");
  return table;
}

template <>
const Fields<OutsideHelp> &fields_of() {
  static const auto table = Fields<OutsideHelp>("outside help", "Help from outside the local area.")
                                .required("who", &OutsideHelp::who, "Who helped.")
                                .required("what", &OutsideHelp::what, "What they did.")
                                .optional("when", &OutsideHelp::when, "When.");
  return table;
}

template <>
const Fields<StatedCounts> &fields_of() {
  static const auto table =
      Fields<StatedCounts>(
          "stated counts",
          "Numbers that a report states. The program compares them with what it counts itself.")
          .optional("total", &StatedCounts::total, "How many milestones the report says there are.")
          .optional("counts", &StatedCounts::counts,
                    "How many the report gives for each status: 'at-risk: 50'.")
          .optional("not_listed", &StatedCounts::not_listed,
                    "Statuses whose milestones the report counts but does not list.", status_key())
          .optional("share_complete", &StatedCounts::share_complete,
                    "The percentage that the report calls complete.")
          .optional("date", &StatedCounts::date, "The date of the numbers.")
          .optional("note", &StatedCounts::note, "What people should know about the numbers.");
  return table;
}

template <>
const Fields<Partner> &fields_of() {
  static const auto table =
      Fields<Partner>("partner", "An organisation that answers for the plan.")
          .required("body", &Partner::body, "The id of the organisation.", id_of("body"))
          .optional("role", &Partner::role, "What it answers for.");
  return table;
}

template <>
const Fields<Comment> &fields_of() {
  static const auto table =
      Fields<Comment>("comment", "What the report says about a milestone. Plain text alone is the text.")
          .required("text", &Comment::text, "The comment, in plain English.", comment_text())
          .optional("date", &Comment::date, "When it was made.")
          .shorthand("text");
  return table;
}

template <>
const Fields<Part> &fields_of() {
  static const auto table =
      Fields<Part>("part", "One part of a milestone. Plain text alone is the text.")
          .required("text", &Part::text, "What the part is.")
          .optional("status", &Part::status, "Its own status, when the report gives one.", status_key())
          .shorthand("text");
  return table;
}

template <>
const Fields<Observation> &fields_of() {
  static const auto table =
      Fields<Observation>("observation", "One figure of a measure.")
          .required("date", &Observation::date, "The day or month that the figure is for.")
          .required("value", &Observation::value, "The figure, without its unit.")
          .optional("area", &Observation::area, "The part of the local area, when it is not all of it.")
          .optional("note", &Observation::note, "What people should know about this figure.")
          .optional("about", &Observation::about, "true when the report says 'about' or 'over'.");
  return table;
}

template <>
const Fields<DatedValue> &fields_of() {
  static const auto table = Fields<DatedValue>("dated value", "A figure and its date.")
                                .required("value", &DatedValue::value, "The figure, without its unit.")
                                .required("date", &DatedValue::date, "The date it is for.");
  return table;
}

template <>
const Fields<Comparator> &fields_of() {
  static const auto table = Fields<Comparator>("comparator", "Another area's figure to compare with.")
                                .required("name", &Comparator::name, "Whose figure it is: 'England'.")
                                .required("value", &Comparator::value, "The figure, without its unit.")
                                .optional("date", &Comparator::date, "The date it is for.");
  return table;
}

template <>
const Fields<Member> &fields_of() {
  static const auto table =
      Fields<Member>("member", "A member of a board, by role. Plain text alone says who.")
          .required("who", &Member::who, "The role or the group. Never a name.")
          .optional("body", &Member::body, "The id of the organisation they come from.", id_of("body"))
          .optional("role", &Member::role, "What they do on the board: 'joint chair'.")
          .shorthand("who");
  return table;
}

template <>
const Fields<Decision> &fields_of() {
  static const auto table = Fields<Decision>("decision", "What a meeting was asked and what it decided.")
                                .required("asked", &Decision::asked, "What the meeting was asked to do.")
                                .optional("decided", &Decision::decided,
                                          "What it decided. Leave it out when the report does not say.");
  return table;
}

} // namespace localoffer
