#include "content/constraints.hpp"
#include "content/tables.hpp"

// Tables of the structs that stand inside records.

namespace localoffer {
template <>
const Fields<RecordHead> &fields_of() {
  static const auto table =
      Fields<RecordHead>("record", "What every record has.")
          .optional("id", &RecordHead::id_field,
                    "The record's short name in addresses and references. By default the file's name.",
                    not_wording())
          .optional("title", &RecordHead::title, "What it is called, in plain words.")
          .optional(
              "text", &RecordHead::text,
              "What families need to know, in plain English. In a .md file it is the part below the fields.")
          .optional("meaning", &RecordHead::meaning, "What this means for a family.")
          .optional("sources", &RecordHead::sources, "The published reports that the facts come from.")
          .optional("discrepancy", &RecordHead::discrepancy,
                    "Where the report contradicts itself or leaves something out. It is shown on the page.")
          .optional("topics", &RecordHead::topics,
                    "The ids of the topics that a family might look this up under.", id_of("topic"));
  return table;
}

template <>
const Fields<Citation> &fields_of() {
  static const auto table =
      Fields<Citation>("source", "Where a fact comes from.")
          .required("report", &Citation::report, "The id of the report.", id_of("report"))
          .optional("section", &Citation::section, "The part of the report, so that people can find it.",
                    words_of_others());
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
                    a_status())
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
const Fields<StatedShare> &fields_of() {
  static const auto table =
      Fields<StatedShare>("stated share", "A percentage of several statuses together.")
          .required("statuses", &StatedShare::statuses, "The statuses that it takes together.", a_status())
          .required("share", &StatedShare::share, "The percentage.");
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
                    "Statuses whose milestones the report counts but does not list.", a_status())
          .optional("listed_in_part", &StatedCounts::listed_in_part,
                    "true when the report counts more than it lists. The page then says how many it shows.")
          .optional("shares", &StatedCounts::shares,
                    "The percentage that the report gives for each status: 'delayed: 39'.")
          .optional("combined", &StatedCounts::combined, "Percentages of several statuses together.")
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
          .required("text", &Comment::text, "The comment, in plain English.", a_comment())
          .optional("date", &Comment::date, "When it was made.")
          .shorthand("text");
  return table;
}

template <>
const Fields<Part> &fields_of() {
  static const auto table =
      Fields<Part>("part", "One part of a milestone. Plain text alone is the text.")
          .required("text", &Part::text, "What the part is.")
          .optional("status", &Part::status, "Its own status, when the report gives one.", a_status())
          .shorthand("text");
  return table;
}

template <>
const Fields<Observation> &fields_of() {
  static const auto table =
      Fields<Observation>("observation", "One figure of a measure.")
          .required("date", &Observation::date, "The day or month that the figure is for.")
          .optional("value", &Observation::value, "The figure, without its unit.")
          .optional(
              "hidden", &Observation::hidden,
              "In the place of 'value:', why it is not shown. fewer-than-5: people may be known by so small "
              "a number. protects-another: a smaller number could be worked out from it.",
              one_of({"fewer-than-5", "protects-another"}))
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

template <>
const Fields<Aspect> &fields_of() {
  static const auto table =
      Fields<Aspect>("aspect", "One of the questions that an inspection or a review set out to answer.")
          .required("key", &Aspect::key, "The word that findings use.", not_wording())
          .required("label", &Aspect::label, "What families read.")
          .optional("group", &Aspect::group, "What it stands under, when there are groups.");
  return table;
}

template <>
const Fields<Aim> &fields_of() {
  static const auto table =
      Fields<Aim>("aim", "Where a figure is to come to.")
          .required("side", &Aim::side, "On which side of it.", one_of({"above", "below", "at"}))
          .required("than", &Aim::than, "Of what: 'the national level'.");
  return table;
}

template <>
const Fields<When> &fields_of() {
  static const auto table =
      Fields<When>("when", "When something happened, as exactly as the reports say it. Plain text is words.")
          .optional("from", &When::from, "Its first day or month.")
          .optional("to", &When::to, "Its last day or month.")
          .optional("words", &When::words, "'autumn 2019', where the reports name no date.")
          .shorthand("words");
  return table;
}

template <>
const Fields<AdviserMeeting> &fields_of() {
  static const auto table =
      Fields<AdviserMeeting>("adviser meeting",
                             "When advisers of the government and the NHS checked progress.")
          .required("date", &AdviserMeeting::date, "When they met.")
          .optional("bodies", &AdviserMeeting::bodies, "The ids of the bodies whose advisers came.",
                    id_of("body"))
          .optional("said", &AdviserMeeting::said, "What they said, in your own words.");
  return table;
}

template <>
const Fields<PriorityPeriod> &fields_of() {
  static const auto table =
      Fields<PriorityPeriod>("priority in a period", "What a period's report says of one priority.")
          .required("priority", &PriorityPeriod::priority, "The id of the priority.", id_of("priority"))
          .optional("text", &PriorityPeriod::text, "What changed, in plain English.")
          .optional("stated", &PriorityPeriod::stated, "Numbers that the report states for it.")
          .optional("nothing_listed", &PriorityPeriod::nothing_listed,
                    "Statuses under which the report lists nothing here. The page shows them as 0.",
                    a_status());
  return table;
}

template <>
const Fields<StatusWindow> &fields_of() {
  static const auto table =
      Fields<StatusWindow>("status window", "When everything with one status is due, as the report says it.")
          .required("status", &StatusWindow::status, "The status.", a_status())
          .optional("from", &StatusWindow::from, "The first month.")
          .required("to", &StatusWindow::to, "The last month.");
  return table;
}

} // namespace localoffer
