#pragma once

#include "base/date.hpp"
#include "content/authored.hpp"
#include "content/prose.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

// The records that a local area writes, one struct a kind, exactly as the files say them. What follows from
// them (counts, lateness, which milestone belongs where) is not here: programme/ derives it.
//
// Every field is Authored, so that it knows its place. A Ref holds the id of another record; programme/
// resolves it.

namespace localoffer {

/// The id of another record: "ehc-plans-20-weeks".
struct Ref {
  std::string id;
};

/// Where a fact comes from: a published report and the part of it.
struct Citation {
  Authored<Ref> report;
  Authored<std::string> section; ///< "Section 4", "Priority 8, measures"
};

/// What every record has.
struct RecordHead {
  SourceFilePtr file;
  Place place;    ///< of the record's first key
  std::string id; ///< the file's name without its ending, or `id:`; unique among records of its kind
  Authored<std::string> id_field;
  Authored<std::string> title;
  Authored<Prose> text;    ///< plain English, for families
  Authored<Prose> meaning; ///< "what this means for you"
  std::vector<Citation> sources;
  Authored<Prose>
      discrepancy; ///< where the report contradicts itself or leaves something out; shown on the page
  std::vector<Authored<std::string>> topics;

  Span span() const { return {file, place}; }
  template <class T>
  Span span_of(const Authored<T> &field) const {
    return {file, field.given ? field.place : place};
  }
};

/// One sentence or two of a list: something done, a promise, an improvement.
struct Statement {
  Place place;
  Authored<Prose> text;
  Authored<Date> date;
  std::vector<Citation> sources;
};

/// Something that is to happen next.
struct NextStep {
  Place place;
  Authored<Prose> text;
  Authored<Date> due; ///< nothing when the report names no date
  Authored<std::string> for_whom;
  Authored<std::string> status; ///< a key of the site's scale
  Authored<Prose> why;          ///< why it is late, stopped or replaced
};

/// Help from outside the local area.
struct OutsideHelp {
  Place place;
  Authored<std::string> who;
  Authored<Prose> what;
  Authored<Date> when;
};

/// Numbers that a report states about its own milestones. They are compared with what is derived.
struct StatedCounts {
  Place place;
  bool given = false;
  Authored<double> total; ///< a double, so that "3.5 milestones" can be read and refused by a rule
  std::vector<std::pair<Authored<std::string>, Authored<double>>>
      counts; ///< status key -> count, in file order
  std::vector<Authored<std::string>>
      not_listed;                  ///< statuses whose milestones the report counts but does not list
  Authored<double> share_complete; ///< percent
  Authored<Date> date;
  Authored<Prose> note;
};

struct Partner {
  Authored<Ref> body;
  Authored<std::string> role;
};

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
      ref; ///< as the plan numbers it: "1B vi"; a range "3B i-vi" stands for each of its refs
  Authored<Ref> theme, priority, workstream;
  Authored<std::string> status;
  Authored<Date> first_due; ///< as first promised
  Authored<Date> due;       ///< now, when it has moved
  Authored<Prose> why;      ///< why the date moved, or why it was stopped
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
  Authored<std::string> area; ///< a part of the local area, or nothing for all of it
  Authored<std::string> note;
  Authored<bool> about; ///< the source says "about" or "over"
};

struct DatedValue {
  Place place;
  bool given = false;
  Authored<double> value;
  Authored<Date> date;
};

struct Comparator {
  Place place;
  Authored<std::string> name;
  Authored<double> value;
  Authored<Date> date;
};

struct Measure {
  RecordHead head;
  Authored<Ref> priority;
  Authored<int> order;
  Authored<std::string> unit;      ///< "percent", "count", "days", "weeks", "score", "words"
  Authored<std::string> direction; ///< "up" or "down": which way is better
  Authored<std::string> who;       ///< who is counted
  DatedValue baseline, target;
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
  Authored<Prose> mitigation;
};

struct Member {
  Authored<std::string> who;
  Authored<Ref> body;
  Authored<std::string> role;
};

struct Body {
  RecordHead head;
  Authored<std::string>
      kind; ///< "council", "health", "board", "inspector", "families", "provider", "adviser"
  Authored<std::string> short_name;
  std::vector<Member> members;
  Authored<std::string> meets; ///< "Monthly"
  Authored<Ref> reports_to;
};

struct Decision {
  Place place;
  Authored<Prose> asked;
  Authored<Prose> decided;
};

struct Meeting {
  RecordHead head;
  Authored<Ref> body;
  Authored<Date> date;
  std::vector<Statement> papers, spotlights;
  std::vector<Decision> decisions;
};

struct Term {
  RecordHead head;                         ///< title: the words themselves
  Authored<std::string> short_form;        ///< "EHC plan"
  std::vector<Authored<std::string>> also; ///< other forms found in the reports
};

struct Page {
  RecordHead head;
  Authored<std::string> route;     ///< "/about/how-to-read-this/"; by default from the file's name
  Authored<std::string> nav_label; ///< shown in the navigation when given
  Authored<int> order;
};

/// Everything one local area wrote, kind by kind, in the order of file and line.
struct Records {
  std::vector<Plan> plans;
  std::vector<Report> reports;
  std::vector<Theme> themes;
  std::vector<Priority> priorities;
  std::vector<Workstream> workstreams;
  std::vector<Milestone> milestones;
  std::vector<Measure> measures;
  std::vector<Barrier> barriers;
  std::vector<Risk> risks;
  std::vector<Body> bodies;
  std::vector<Meeting> meetings;
  std::vector<Term> terms;
  std::vector<Page> pages;
};

} // namespace localoffer
