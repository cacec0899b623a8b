#pragma once

#include "base/date.hpp"
#include "content/authored.hpp"
#include "content/prose.hpp"

#include <optional>
#include <string>
#include <vector>

// What records are made of: the head that all have, and the structs that stand in more than one kind.
//
// Every field is Authored, so that it knows its place. A Ref holds the id of another record; programme/
// resolves it.

namespace localoffer {

/// The id of another record: "ehc-plans-20-weeks".
struct Ref {
  std::string id;

  bool operator==(const Ref &) const = default;
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
  std::vector<Authored<Ref>> topics; ///< what a family might look this up under

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

/// A percentage that a report states for several statuses together: "89% are achieved or on track".
struct StatedShare {
  Place place;
  std::vector<Authored<std::string>> statuses;
  Authored<double> share; ///< percent
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
  Authored<bool> listed_in_part;   ///< the report counts more than it lists, under whatever status
  Authored<double> share_complete; ///< percent
  std::vector<std::pair<Authored<std::string>, Authored<double>>> shares; ///< status key -> percent
  std::vector<StatedShare> combined; ///< shares of several statuses together
  Authored<Date> date;
  Authored<Prose> note;
};

struct Partner {
  Authored<Ref> body;
  Authored<std::string> role;
};

/// Someone in a group, by role and never by name.
struct Member {
  Authored<std::string> who;
  Authored<Ref> body;
  Authored<std::string> role;
};

/// What a meeting is asked, and what it decided.
struct Decision {
  Place place;
  Authored<Prose> asked;
  Authored<Prose> decided;
};

/// One of the questions that an inspection or a review set out to answer: "Quality of collaboration".
struct Aspect {
  Place place;
  Authored<std::string> key, label;
  Authored<std::string> group; ///< "Parent and carer perspectives"
};

} // namespace localoffer
