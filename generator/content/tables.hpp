#pragma once

#include "content/fields.hpp"
#include "content/settings.hpp"

namespace localoffer {

// The tables of fields, one for each struct: read_record uses them, and the field guide prints them.

template <>
const Fields<RecordHead> &fields_of();
template <>
const Fields<Citation> &fields_of();
template <>
const Fields<Statement> &fields_of();
template <>
const Fields<NextStep> &fields_of();
template <>
const Fields<OutsideHelp> &fields_of();
template <>
const Fields<StatedCounts> &fields_of();
template <>
const Fields<Partner> &fields_of();
template <>
const Fields<Comment> &fields_of();
template <>
const Fields<Part> &fields_of();
template <>
const Fields<Observation> &fields_of();
template <>
const Fields<DatedValue> &fields_of();
template <>
const Fields<Comparator> &fields_of();
template <>
const Fields<Member> &fields_of();
template <>
const Fields<Decision> &fields_of();

template <>
const Fields<Aspect> &fields_of();
template <>
const Fields<Aim> &fields_of();
template <>
const Fields<When> &fields_of();
template <>
const Fields<AdviserMeeting> &fields_of();
template <>
const Fields<PriorityPeriod> &fields_of();
template <>
const Fields<StatusWindow> &fields_of();
template <>
const Fields<StatedShare> &fields_of();

template <>
const Fields<Plan> &fields_of();
template <>
const Fields<Report> &fields_of();
template <>
const Fields<Theme> &fields_of();
template <>
const Fields<Priority> &fields_of();
template <>
const Fields<Workstream> &fields_of();
template <>
const Fields<Milestone> &fields_of();
template <>
const Fields<Measure> &fields_of();
template <>
const Fields<Barrier> &fields_of();
template <>
const Fields<Risk> &fields_of();
template <>
const Fields<Body> &fields_of();
template <>
const Fields<Meeting> &fields_of();
template <>
const Fields<Term> &fields_of();
template <>
const Fields<Page> &fields_of();
template <>
const Fields<EarlierPlan> &fields_of();
template <>
const Fields<Inspection> &fields_of();
template <>
const Fields<Finding> &fields_of();
template <>
const Fields<Concern> &fields_of();
template <>
const Fields<Period> &fields_of();
template <>
const Fields<Review> &fields_of();
template <>
const Fields<Recommendation> &fields_of();
template <>
const Fields<Topic> &fields_of();
template <>
const Fields<YouSaid> &fields_of();
template <>
const Fields<Quote> &fields_of();
template <>
const Fields<Question> &fields_of();
template <>
const Fields<NewsUpdate> &fields_of();
template <>
const Fields<Funding> &fields_of();
template <>
const Fields<Document> &fields_of();
template <>
const Fields<EasyReadItem> &fields_of();
template <>
const Fields<EasyReadPart> &fields_of();
template <>
const Fields<EasyRead> &fields_of();

template <>
const Fields<Status> &fields_of();
template <>
const Fields<NamingChange> &fields_of();
template <>
const Fields<Naming> &fields_of();
template <>
const Fields<KnownProblem> &fields_of();
template <>
const Fields<RuleSetting> &fields_of();
template <>
const Fields<Redirect> &fields_of();
template <>
const Fields<ContactWay> &fields_of();
template <>
const Fields<Accessibility> &fields_of();
template <>
const Fields<PrivacySettings> &fields_of();
template <>
const Fields<Colours> &fields_of();
template <>
const Fields<PlanKind> &fields_of();
template <>
const Fields<HistorySettings> &fields_of();
template <>
const Fields<Settings> &fields_of();

} // namespace localoffer
