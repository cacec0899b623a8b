#include "content/constraints.hpp"
#include "content/tables.hpp"

// Tables of the records of inspectors, advisers and peers.

namespace localoffer {

template <>
const Fields<Inspection> &fields_of() {
  static const auto table =
      Fields<Inspection>("inspection", "An inspection of the local area.")
          .including(&Inspection::head, fields_of<RecordHead>(), {"title", "text", "sources"})
          .required("when", &Inspection::when, "When it took place.")
          .optional("inspectors", &Inspection::inspectors, "The ids of the bodies that inspected.",
                    id_of("body"))
          .optional("report_published", &Inspection::report_published, "When its report was published.")
          .optional("aspects", &Inspection::aspects, "What its findings are grouped by.");
  return table;
}

template <>
const Fields<Finding> &fields_of() {
  static const auto table =
      Fields<Finding>("finding", "One thing that an inspection or a review found.")
          .including(&Finding::head, fields_of<RecordHead>(), {"title", "sources"})
          .optional("inspection", &Finding::inspection, "The id of the inspection that found it.",
                    id_of("inspection"))
          .optional("review", &Finding::review, "The id of the review that found it.", id_of("review"))
          .required("kind", &Finding::kind, "Whether it is good or bad.", one_of({"strength", "weakness"}))
          .optional("aspect", &Finding::aspect, "The key of the aspect that it belongs to.", not_wording())
          .optional("concerns", &Finding::concerns, "The ids of the concerns that it led to.",
                    id_of("concern"))
          .optional("recommendations", &Finding::recommendations,
                    "The ids of the recommendations that it led to.", id_of("recommendation"))
          .optional("priorities", &Finding::priorities,
                    "The ids of the priorities that take it up, when no concern stands between.",
                    id_of("priority"))
          .optional("no_follow_up", &Finding::no_follow_up, "What is known of why nothing takes it up.");
  return table;
}

template <>
const Fields<Concern> &fields_of() {
  static const auto table =
      Fields<Concern>("concern", "A significant weakness that the plan must answer.")
          .including(&Concern::head, fields_of<RecordHead>(), {"title", "text", "sources"})
          .required("inspection", &Concern::inspection, "The id of the inspection.", id_of("inspection"))
          .optional("plan", &Concern::plan, "The id of the earlier plan that it belonged to.",
                    id_of("earlier plan"))
          .optional("number", &Concern::number, "Its number in the inspectors' letter.", not_wording())
          .required("formal", &Concern::formal, "The concern as the inspectors name it, in brief.")
          .optional("priorities", &Concern::priorities, "The ids of the priorities that take it up.",
                    id_of("priority"))
          .optional("continues", &Concern::continues, "The ids of older concerns that it goes on with.",
                    id_of("concern"))
          .optional("no_follow_up", &Concern::no_follow_up, "What is known of why nothing takes it up.");
  return table;
}

template <>
const Fields<Period> &fields_of() {
  static const auto table =
      Fields<Period>("period", "A stretch of the programme at whose end the local area reports.")
          .including(&Period::head, fields_of<RecordHead>(), {"title", "text", "sources"})
          .optional("start", &Period::start, "Its first day or month, when the reports give it.")
          .required("end", &Period::end, "Its last day or month.")
          .optional("report", &Period::report, "The id of the report that was published for it.",
                    id_of("report"))
          .optional("adviser_meeting", &Period::adviser_meeting, "The meeting that checked progress.")
          .optional("stated", &Period::stated, "Numbers that the report states for the whole period.")
          .optional("windows", &Period::windows, "When everything with one status is due.")
          .optional("priorities", &Period::priorities, "What the report says of each priority.")
          .optional("headlines", &Period::headlines, "What the report puts first.")
          .optional("roll_out", &Period::roll_out, "What will begin, month by month, and for whom.")
          .optional("decisions", &Period::decisions, "What the readers of the report are asked to decide.")
          .optional(
              "frozen_at", &Period::frozen_at,
              "A tag or a commit. The site as it was there is kept under /reports/, and does not change "
              "when the content does.",
              not_wording())
          .optional(
              "frozen_commit", &Period::frozen_commit,
              "The whole id of the commit that the tag named when the report was frozen. A tag that has "
              "been moved since is then found.",
              not_wording());
  return table;
}

template <>
const Fields<Review> &fields_of() {
  static const auto table =
      Fields<Review>("review", "A look at the programme by people from other areas.")
          .including(&Review::head, fields_of<RecordHead>(), {"title", "text", "sources"})
          .required("kind", &Review::kind, "What it is called: peer challenge.")
          .required("when", &Review::when, "When it took place.")
          .optional("by", &Review::by, "The ids of the bodies that made it.", id_of("body"))
          .optional("team", &Review::team, "Who was in the team, by role. Never a name.")
          .optional("scope", &Review::scope, "What it looked at.")
          .optional("method", &Review::method, "How it was done.")
          .optional("sample", &Review::sample, "How many people and papers it heard and read.")
          .optional("aspects", &Review::aspects, "Its lines of enquiry.");
  return table;
}

template <>
const Fields<Recommendation> &fields_of() {
  static const auto table =
      Fields<Recommendation>("recommendation", "Something that a review asks the local area to do.")
          .including(&Recommendation::head, fields_of<RecordHead>(), {"title", "sources"})
          .required("review", &Recommendation::review, "The id of the review.", id_of("review"))
          .required("letter", &Recommendation::letter, "Its letter or number: a.", not_wording())
          .optional("group", &Recommendation::group, "The heading that it stands under.")
          .optional("addressed_to", &Recommendation::addressed_to, "The ids of the bodies that are to do it.",
                    id_of("body"))
          .optional("aspects", &Recommendation::aspects, "The keys of the lines of enquiry it belongs to.",
                    not_wording())
          .optional("response_state", &Recommendation::response_state, "What the local area has answered.",
                    one_of({"accepted", "partly-accepted", "not-accepted", "no-response-yet"}))
          .optional("response", &Recommendation::response, "The answer, in plain English.")
          .optional("responded", &Recommendation::responded, "When it was answered.")
          .optional("status", &Recommendation::status, "How the work stands: a key of the site's statuses.",
                    a_status())
          .optional("priorities", &Recommendation::priorities, "The ids of the priorities that take it up.",
                    id_of("priority"));
  return table;
}

} // namespace localoffer
