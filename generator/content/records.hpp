#pragma once

#include "content/scrutiny_records.hpp"
#include "content/voice_records.hpp"

// The records that a local area writes, one struct a kind, exactly as the files say them. What follows from
// them (counts, lateness, which milestone belongs where) is not here: programme/ derives it.

namespace localoffer {

struct Plan {
  RecordHead head;
  Authored<std::string> kind; ///< a key of the site's vocabulary: "written statement of action"
  Authored<std::string> area;
  std::vector<Partner> partners;
  Authored<Date> inspected, report_published, approved, published;
  std::vector<Authored<Ref>> inspectors;
  StatedCounts stated;
  std::vector<Statement> improvements; ///< what the report calls its key improvements so far
  std::vector<Statement> oversight;    ///< what the board that watches over the plan has done
};

/// A published report that facts are taken from.
struct Report {
  RecordHead head;
  Authored<std::string> publisher;
  Authored<Date> date;
  Authored<std::string> url;
};

struct Theme {
  RecordHead head;
  Authored<int> order;
  Authored<std::string> kind; ///< "themed" or "cross-cutting"
};

struct Priority {
  RecordHead head;
  Authored<int> number;
  Authored<Ref> theme;
  Authored<Ref> lead;              ///< organisation
  Authored<std::string> lead_role; ///< "SEND team manager"
  Authored<std::string> lead_name; ///< left empty in demonstrations
  Authored<Prose> concern;         ///< what the inspectors found, in plain words
  Authored<std::string> concern_formal;
  Authored<Prose> headline;
  Authored<Prose> difference; ///< what difference this has made
  Authored<bool> too_early;   ///< the report says that it is too early to see a difference
  std::vector<Statement> done;
  std::vector<OutsideHelp> outside_help;
  std::vector<NextStep> next_steps;
  std::vector<Authored<Ref>> linked_priorities;
  StatedCounts stated;
};

struct Workstream {
  RecordHead head;
  Authored<std::string> number; ///< "8.1"
  Authored<Ref> priority;
  StatedCounts stated;
};

struct Comment {
  Place place;
  Authored<Date> date;
  Authored<Prose> text;
};

struct Part {
  Place place;
  Authored<Prose> text;
  Authored<std::string> status;
};

struct Milestone {
  RecordHead head;
  Authored<std::string>
      ref; ///< as the plan numbers it: "1B vi"; a range "3B i-vi" stands for each of its refs; may be missing
  Authored<int> order; ///< its place among those without a ref
  Authored<Ref> theme, priority, workstream, period;
  Authored<std::string> status;
  Authored<Date> first_due;    ///< as first promised
  Authored<Date> due;          ///< now, when it has moved
  Authored<Prose> why;         ///< why the date moved, or why it was stopped
  Authored<std::string> ended; ///< "replaced" or "stopped", where the report's status does not say so
  Authored<Date> completed;
  Authored<Ref> lead;
  Authored<std::string> lead_role, lead_name;
  std::vector<Comment> comments;
  Authored<Date> comments_date; ///< when the comments were made, where they share one date
  std::vector<Part> parts;
  std::vector<Authored<std::string>> depends_on, replaced_by; ///< refs of other milestones
  Authored<std::string> same_comment_as;
};

struct Observation {
  Place place;
  Authored<Date> date;
  Authored<double> value;
  Authored<std::string> hidden; ///< in the place of a value: "fewer-than-5" or "protects-another"
  Authored<std::string> area;   ///< a part of the local area, or nothing for all of it
  Authored<std::string> note;
  Authored<bool> about; ///< the source says "about" or "over"
};

struct DatedValue {
  Place place;
  bool given = false;
  Authored<double> value;
  Authored<Date> date;
};

/// Where a report wants a figure to come to when it names no figure: "above the national level".
struct Aim {
  Place place;
  bool given = false;
  Authored<std::string> side; ///< "above", "below" or "at"
  Authored<std::string> than; ///< "the national level"
};

struct Comparator {
  Place place;
  Authored<std::string> name;
  Authored<double> value;
  Authored<Date> date;
};

struct Measure {
  RecordHead head;
  Authored<Ref> priority, review;
  Authored<int> order;
  Authored<std::string> unit;      ///< "percent", "count", "days", "weeks", "score", "words"
  Authored<std::string> direction; ///< "up" or "down": which way is better
  Authored<std::string> who;       ///< who is counted
  DatedValue baseline, target;
  Aim aim;
  std::vector<Authored<std::string>>
      not_published; ///< "figure", "baseline", "target": what the reports do not give
  std::vector<Comparator> comparators;
  std::vector<Observation> observations;
  Authored<Prose> claim;        ///< what the report claims about the target, in our words
  Authored<bool> claims_target; ///< the report says "in line with target"
};

struct Barrier {
  RecordHead head;
  Authored<Ref> priority; ///< nothing: it stands in the way of the whole plan
  Authored<int> order;
  Authored<Prose> mitigation;
  Authored<Prose> change;           ///< change control: what moved because of it, and why
  std::vector<Authored<Ref>> moved; ///< the workstreams whose dates moved
};

struct Risk {
  RecordHead head;
  Authored<std::string> ref; ///< in the risk register
  Authored<int> consequence, likelihood, score, previous_score;
  std::vector<Authored<Ref>> priorities;
  Authored<Prose> mitigation;
};

struct Body {
  RecordHead head;
  Authored<std::string>
      kind; ///< "council", "health", "board", "inspector", "families", "provider", "adviser"
  Authored<std::string> short_name;
  std::vector<Authored<std::string>> also; ///< other names that reports have for it
  Authored<Date> ended;                    ///< when it came to an end
  Authored<Ref> successor;                 ///< the body that does its work since
  std::vector<Member> members;
  Authored<std::string> meets; ///< "Monthly"
  Authored<Ref> reports_to;    ///< where it takes what it cannot settle
  Authored<Prose> escalates;   ///< when and how it does
};

struct Meeting {
  RecordHead head;
  Authored<Ref> body, period;
  Authored<Date> date;
  std::vector<Statement> papers, spotlights;
  std::vector<Decision> decisions;
};

struct Term {
  RecordHead head;                          ///< title: the words themselves
  Authored<std::string> short_form;         ///< "EHC plan"
  std::vector<Authored<std::string>> also;  ///< other forms found in the reports
  std::vector<Authored<std::string>> avoid; ///< spellings that this site does not use
};

struct Page {
  RecordHead head;
  Authored<std::string> route;     ///< "/about/how-to-read-this/"; by default from the file's name
  Authored<std::string> nav_label; ///< shown in the navigation when given
  Authored<int> order;
};

/// An older plan, whose promises have passed to a newer one.
struct EarlierPlan {
  RecordHead head;
  Authored<std::string> kind;
  Authored<Date> published, ended;
  Authored<Ref> successor; ///< an earlier plan; without it, the present one
  StatedCounts stated;
};

/// Everything one local area wrote, kind by kind, in the order of file and line.
struct Records {
  std::vector<Plan> plans;
  std::vector<EarlierPlan> earlier_plans;
  std::vector<Report> reports;
  std::vector<Theme> themes;
  std::vector<Topic> topics;
  std::vector<Priority> priorities;
  std::vector<Workstream> workstreams;
  std::vector<Milestone> milestones;
  std::vector<Measure> measures;
  std::vector<Barrier> barriers;
  std::vector<Risk> risks;
  std::vector<Inspection> inspections;
  std::vector<Finding> findings;
  std::vector<Concern> concerns;
  std::vector<Period> periods;
  std::vector<Review> reviews;
  std::vector<Recommendation> recommendations;
  std::vector<Body> bodies;
  std::vector<Meeting> meetings;
  std::vector<YouSaid> you_said;
  std::vector<Quote> quotes;
  std::vector<Question> questions;
  std::vector<NewsUpdate> news;
  std::vector<Funding> funding;
  std::vector<Document> documents;
  std::vector<EasyRead> easy_reads;
  std::vector<Term> terms;
  std::vector<Page> pages;
};

} // namespace localoffer
