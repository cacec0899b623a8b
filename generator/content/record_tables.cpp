#include "content/constraints.hpp"
#include "content/tables.hpp"

// Tables of the records: one for each folder of a local area's content.

namespace localoffer {
template <>
const Fields<Plan> &fields_of() {
  static const auto table =
      Fields<Plan>("plan",
                   "The plan that the local area published after its inspection: plan.md or plan.yaml.")
          .including(&Plan::head, fields_of<RecordHead>(), {"title", "text", "sources"})
          .required("kind", &Plan::kind,
                    "What kind of plan it is: a key of plan_kinds in the site's settings.", not_wording())
          .required("area", &Plan::area, "The local area.")
          .optional("partners", &Plan::partners, "The organisations that answer for the plan.")
          .optional("inspected", &Plan::inspected, "When the area was inspected.")
          .optional("report_published", &Plan::report_published,
                    "When the inspection's report was published.")
          .optional("approved", &Plan::approved, "When the inspectors approved the plan.")
          .optional("published", &Plan::published, "When the plan was published.")
          .optional("inspectors", &Plan::inspectors, "The ids of the bodies that inspected.", id_of("body"))
          .optional("stated", &Plan::stated, "Numbers that the report states for the whole plan.")
          .optional("improvements", &Plan::improvements, "What the report calls its key improvements so far.")
          .optional("oversight", &Plan::oversight, "What the board that watches over the plan has done.");
  return table;
}

template <>
const Fields<Report> &fields_of() {
  static const auto table = Fields<Report>("report", "A published report that facts are taken from.")
                                .including(&Report::head, fields_of<RecordHead>(), {"title"})
                                .required("publisher", &Report::publisher, "Who published it.")
                                .required("date", &Report::date, "Its date.")
                                .optional("url", &Report::url, "Where it can be read.", not_wording());
  return table;
}

template <>
const Fields<Theme> &fields_of() {
  static const auto table =
      Fields<Theme>("theme", "A group of priorities or milestones that are read together.")
          .including(&Theme::head, fields_of<RecordHead>(), {"title"})
          .optional("order", &Theme::order, "Its place among the themes.")
          .optional("kind", &Theme::kind, "Whether it is one theme or runs through all.",
                    one_of({"themed", "cross-cutting"}));
  return table;
}

template <>
const Fields<Priority> &fields_of() {
  static const auto table =
      Fields<Priority>("priority", "One thing that has to get better.")
          .including(&Priority::head, fields_of<RecordHead>(), {"title", "meaning", "sources"})
          .required("number", &Priority::number, "Its number in the plan.")
          .optional("theme", &Priority::theme, "The id of its theme.", id_of("theme"))
          .optional("lead", &Priority::lead, "The id of the organisation that leads.", id_of("body"))
          .optional("lead_role", &Priority::lead_role, "The role of the person who leads.")
          .optional("lead_name", &Priority::lead_name, "Their name, only when they agreed to it.",
                    not_wording())
          .required("concern", &Priority::concern, "What the inspectors found, in plain words.")
          .optional("concern_formal", &Priority::concern_formal,
                    "The finding as the inspectors' report names it, in brief.")
          .required("headline", &Priority::headline, "Where it stands, in a sentence.")
          .optional("difference", &Priority::difference, "What difference this has made for families.")
          .optional("too_early", &Priority::too_early,
                    "true when the report says that it is too early to see a difference.")
          .optional("done", &Priority::done, "What has been done so far.")
          .optional("outside_help", &Priority::outside_help, "Who helped from outside, with what, and when.")
          .optional("next_steps", &Priority::next_steps, "What comes next.")
          .optional("linked_priorities", &Priority::linked_priorities,
                    "The ids of priorities that this one depends on.", id_of("priority"))
          .optional("stated", &Priority::stated, "Numbers that the report states for this priority.");
  return table;
}

template <>
const Fields<Workstream> &fields_of() {
  static const auto table =
      Fields<Workstream>("workstream", "A part of a priority that has milestones of its own.")
          .including(&Workstream::head, fields_of<RecordHead>(), {"sources"})
          .required("number", &Workstream::number, "Its number in the plan: 8.1.", not_wording())
          .required("priority", &Workstream::priority, "The id of its priority.", id_of("priority"))
          .optional("stated", &Workstream::stated, "Numbers that the report states for it.");
  return table;
}

template <>
const Fields<Milestone> &fields_of() {
  static const auto table =
      Fields<Milestone>("milestone",
                        "One thing that the plan promises to do by a date. A site may call it an action.")
          .including(&Milestone::head, fields_of<RecordHead>(), {"title", "meaning", "sources"})
          .optional(
              "ref", &Milestone::ref,
              "Its reference in the plan: 1B vi. A range such as 3B i-vi stands for each ref in it. Leave "
              "it out when the plan gives none; other records then use the id.",
              not_wording())
          .optional("order", &Milestone::order, "Its place among those without a ref.")
          .optional("period", &Milestone::period, "The id of the period whose report lists it.",
                    id_of("period"))
          .required("status", &Milestone::status, "A key of the site's statuses.", a_status())
          .optional("theme", &Milestone::theme, "The id of the theme it is read under.", id_of("theme"))
          .optional("priority", &Milestone::priority, "The id of its priority.", id_of("priority"))
          .optional("workstream", &Milestone::workstream, "The id of its workstream.", id_of("workstream"))
          .optional("first_due", &Milestone::first_due, "The date as first promised.")
          .optional("due", &Milestone::due, "The date now, when it has moved.")
          .optional("why", &Milestone::why, "Why the date moved, or why it was stopped or replaced.")
          .optional("ended", &Milestone::ended,
                    "That it was replaced or stopped, when the report keeps a status that does not say so.",
                    one_of({"replaced", "stopped"}))
          .optional("completed", &Milestone::completed, "When it was completed.")
          .optional("lead", &Milestone::lead, "The id of the organisation that leads.", id_of("body"))
          .optional("lead_role", &Milestone::lead_role, "The role of the person who leads.")
          .optional("lead_name", &Milestone::lead_name, "Their name, only when they agreed to it.",
                    not_wording())
          .optional("comments", &Milestone::comments, "What the reports say about it, newest first.",
                    a_comment())
          .optional("comments_date", &Milestone::comments_date,
                    "When the comments were made, where they share a date.")
          .optional("parts", &Milestone::parts, "The parts it is made of.")
          .optional("depends_on", &Milestone::depends_on, "Refs of milestones that have to come first.",
                    a_milestone_ref())
          .optional("replaced_by", &Milestone::replaced_by, "Refs of the milestones that replaced it.",
                    a_milestone_ref())
          .optional("same_comment_as", &Milestone::same_comment_as,
                    "The ref of the milestone whose comment covers this one too.", a_milestone_ref());
  return table;
}

template <>
const Fields<Measure> &fields_of() {
  static const auto table =
      Fields<Measure>("measure", "A figure that shows whether things get better.")
          .including(&Measure::head, fields_of<RecordHead>(), {"title", "meaning", "sources"})
          .optional("priority", &Measure::priority, "The id of the priority it belongs to.",
                    id_of("priority"))
          .optional("review", &Measure::review, "The id of the review that gives the figures.",
                    id_of("review"))
          .optional("order", &Measure::order, "Its place among the priority's measures.")
          .optional("unit", &Measure::unit, "What the figure counts.",
                    one_of({"percent", "count", "days", "weeks", "score", "words"}))
          .optional("direction", &Measure::direction, "Which way is better.", one_of({"up", "down"}))
          .optional("who", &Measure::who, "Who or what is counted.")
          .optional("baseline", &Measure::baseline, "The figure at the start.")
          .optional("target", &Measure::target, "The figure to reach, and by when.")
          .optional("aim", &Measure::aim,
                    "Where the report wants the figure to come to, when it names no figure.")
          .optional("not_published", &Measure::not_published,
                    "What the reports do not give, so that it is not missed.",
                    one_of({"figure", "baseline", "target"}))
          .optional("comparators", &Measure::comparators, "Figures of other areas.")
          .optional("observations", &Measure::observations, "The figures, oldest first.")
          .optional("claim", &Measure::claim, "What the report claims about its progress.")
          .optional("claims_target", &Measure::claims_target,
                    "true when the report says that it is in line with its target.");
  return table;
}

template <>
const Fields<Barrier> &fields_of() {
  static const auto table =
      Fields<Barrier>("barrier", "Something that stands in the way, and what is done about it.")
          .including(&Barrier::head, fields_of<RecordHead>(), {"title", "sources"})
          .optional("priority", &Barrier::priority,
                    "The id of the priority it holds up. Without it: the whole plan.", id_of("priority"))
          .optional("order", &Barrier::order, "Its place in the list.")
          .optional("mitigation", &Barrier::mitigation, "What is being done about it.")
          .optional("change", &Barrier::change, "What was moved because of it, and why.")
          .optional("moved", &Barrier::moved, "The ids of the workstreams whose dates moved.",
                    id_of("workstream"));
  return table;
}

template <>
const Fields<Risk> &fields_of() {
  static const auto table =
      Fields<Risk>("risk", "Something that may go wrong, as the risk register has it.")
          .including(&Risk::head, fields_of<RecordHead>(), {"title", "sources"})
          .optional("ref", &Risk::ref, "Its number in the risk register.", not_wording())
          .optional("consequence", &Risk::consequence, "How bad it would be, from 1 to 5.")
          .optional("likelihood", &Risk::likelihood, "How likely it is, from 1 to 5.")
          .optional("score", &Risk::score, "The score that the register gives it now.")
          .optional("previous_score", &Risk::previous_score, "The score before.")
          .optional("priorities", &Risk::priorities, "The ids of the priorities that it puts at risk.",
                    id_of("priority"))
          .optional("mitigation", &Risk::mitigation, "What is being done about it.");
  return table;
}

template <>
const Fields<Body> &fields_of() {
  static const auto table =
      Fields<Body>("body", "An organisation, a board or a group.")
          .including(&Body::head, fields_of<RecordHead>(), {"title"})
          .optional("kind", &Body::kind, "What it is.",
                    one_of({"council", "health", "board", "inspector", "families", "provider", "adviser",
                            "government", "school", "voluntary"}))
          .optional("short_name", &Body::short_name, "Its short form.")
          .optional("also", &Body::also, "Other names that the reports use for it.", not_wording())
          .optional("ended", &Body::ended, "When it came to an end.")
          .optional("successor", &Body::successor, "The id of the body that does its work since.",
                    id_of("body"))
          .optional("members", &Body::members, "Who sits on it, by role.")
          .optional("meets", &Body::meets, "How often it meets.")
          .optional("reports_to", &Body::reports_to,
                    "The id of the body above it, which takes what it cannot settle.", id_of("body"))
          .optional("escalates", &Body::escalates, "When and how it takes a concern to the body above it.");
  return table;
}

template <>
const Fields<Meeting> &fields_of() {
  static const auto table =
      Fields<Meeting>("meeting", "A meeting that dealt with the plan.")
          .including(&Meeting::head, fields_of<RecordHead>(), {"title", "sources"})
          .required("body", &Meeting::body, "The id of the body that met.", id_of("body"))
          .optional("period", &Meeting::period, "The id of the period that it dealt with.", id_of("period"))
          .required("date", &Meeting::date, "When it met.")
          .optional("papers", &Meeting::papers, "The papers it had.")
          .optional("spotlights", &Meeting::spotlights, "What it looked at closely.")
          .optional("decisions", &Meeting::decisions, "What it was asked and what it decided.");
  return table;
}

template <>
const Fields<Term> &fields_of() {
  static const auto table =
      Fields<Term>("term", "A word or short form that families meet, with its plain meaning.")
          .including(&Term::head, fields_of<RecordHead>(), {"title", "text"})
          .optional("short_form", &Term::short_form, "The short form: EHC plan.")
          .optional("also", &Term::also, "Other forms that the reports use.", other_words())
          .optional("avoid", &Term::avoid,
                    "Spellings that this site does not use: WSoA. Capitals count. check reports them.",
                    not_wording());
  return table;
}

template <>
const Fields<EarlierPlan> &fields_of() {
  static const auto table =
      Fields<EarlierPlan>("earlier plan", "An older plan, whose promises have passed to a newer one.")
          .including(&EarlierPlan::head, fields_of<RecordHead>(), {"title", "text", "sources"})
          .required("kind", &EarlierPlan::kind,
                    "What kind of plan it was: a key of plan_kinds in the site's settings.", not_wording())
          .optional("published", &EarlierPlan::published, "When it was published.")
          .optional("ended", &EarlierPlan::ended, "When it came to an end.")
          .optional("successor", &EarlierPlan::successor,
                    "The id of the earlier plan that followed it. Without it: the present plan.",
                    id_of("earlier plan"))
          .optional("stated", &EarlierPlan::stated, "Numbers that its last report states.");
  return table;
}

template <>
const Fields<Page> &fields_of() {
  static const auto table =
      Fields<Page>("page", "A page of its own, in Markdown.")
          .including(&Page::head, fields_of<RecordHead>(), {"title", "text"})
          .optional("route", &Page::route,
                    "Its address: /about/how-we-decide/. By default from the file's name.", not_wording())
          .optional("nav_label", &Page::nav_label, "Its short name in the list of pages.")
          .optional("order", &Page::order, "Its place in that list.");
  return table;
}

} // namespace localoffer
