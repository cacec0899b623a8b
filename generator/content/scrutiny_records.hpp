#pragma once

#include "content/record_parts.hpp"

// Records of those who look at the programme from outside: inspectors, advisers and peers.

namespace localoffer {

/// When something happened, as exactly as the reports say it.
struct When {
  Place place;
  bool given = false;
  Authored<Date> from, to;
  Authored<std::string> words; ///< "autumn 2019", where the reports name no date
};

struct Inspection {
  RecordHead head;
  When when;
  std::vector<Authored<Ref>> inspectors; ///< bodies
  Authored<Date> report_published;
  std::vector<Aspect> aspects; ///< what the findings are grouped by
};

/// One thing that an inspection or a review found: exactly one of the two is named.
struct Finding {
  RecordHead head;
  Authored<Ref> inspection, review;
  Authored<std::string> kind;                           ///< "strength" or "weakness"
  Authored<std::string> aspect;                         ///< a key of the inspection's or review's aspects
  std::vector<Authored<Ref>> concerns, recommendations; ///< what it led to
  std::vector<Authored<Ref>> priorities;                ///< what takes it up without a concern between
  Authored<Prose> no_follow_up;                         ///< what is known of why nothing takes it up
};

/// One of the areas of significant weakness that the plan must answer.
struct Concern {
  RecordHead head;
  Authored<Ref> inspection, plan; ///< `plan`: an earlier plan, when it belonged to that one
  Authored<int> number;
  Authored<std::string> formal;          ///< as the inspectors name it, in brief
  std::vector<Authored<Ref>> priorities; ///< what takes it up
  std::vector<Authored<Ref>> continues;  ///< concerns of an earlier plan that it goes on with
  Authored<Prose> no_follow_up;
};

struct AdviserMeeting {
  Place place;
  bool given = false;
  Authored<Date> date;
  std::vector<Authored<Ref>> bodies; ///< whose advisers met the area's leaders
  Authored<Prose> said;              ///< what they said of it, in our words
};

/// What a period's report says of one priority.
struct PriorityPeriod {
  Place place;
  Authored<Ref> priority;
  Authored<Prose> text;
  StatedCounts stated;
  std::vector<Authored<std::string>>
      nothing_listed; ///< statuses under which the report lists nothing for this priority
};

/// When items of one status are due, as the report says it: "delayed to December or January".
struct StatusWindow {
  Place place;
  Authored<std::string> status;
  Authored<Date> from, to;
};

/// A stretch of the programme at whose end the area reports.
struct Period {
  RecordHead head;
  Authored<Date> start, end;
  Authored<Ref> report; ///< the report published for it
  AdviserMeeting adviser_meeting;
  StatedCounts stated;
  std::vector<StatusWindow> windows;
  std::vector<PriorityPeriod> priorities;
  std::vector<Statement> headlines;
  std::vector<NextStep> roll_out;
  std::vector<Decision> decisions; ///< what the readers of its report are asked
  Authored<std::string>
      frozen_at; ///< a tag or a commit: the whole site as it was then is kept beside this one
  Authored<std::string> frozen_commit; ///< the commit that the tag named when the report was frozen
};

/// A look at the programme by people from other areas.
struct Review {
  RecordHead head;
  Authored<std::string> kind; ///< "peer challenge"
  When when;
  std::vector<Authored<Ref>> by; ///< bodies
  std::vector<Member> team;
  Authored<Prose> scope, method;
  std::vector<Statement> sample;
  std::vector<Aspect> aspects; ///< its lines of enquiry
};

struct Recommendation {
  RecordHead head;
  Authored<Ref> review;
  Authored<std::string> letter; ///< "a"
  Authored<std::string> group;  ///< "Capacity"
  std::vector<Authored<Ref>> addressed_to;
  std::vector<Authored<std::string>> aspects; ///< keys of the review's lines of enquiry
  Authored<std::string>
      response_state; ///< "accepted", "partly-accepted", "not-accepted" or "no-response-yet"
  Authored<Prose> response;
  Authored<Date> responded;
  Authored<std::string> status; ///< of the work: a key of the site's scale
  std::vector<Authored<Ref>> priorities;
};

} // namespace localoffer
