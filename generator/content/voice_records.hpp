#pragma once

#include "content/record_parts.hpp"

// Records between the programme and families: what they said, asked, need to know and can read.

namespace localoffer {

/// What a family might look for: "Waiting for a plan". Any record may carry it.
struct Topic {
  RecordHead head;
  Authored<int> order;
  std::vector<Authored<std::string>> look_up; ///< what it stands under in the A to Z as well
};

/// What was said, and what was done about it. Nobody can be identified from it.
struct YouSaid {
  RecordHead head; ///< text: what was said
  Authored<Date> when;
  Authored<std::string> group; ///< "Parents and carers", "Young people"
  Authored<Prose> response;    ///< what we answer
  Authored<Prose> action;      ///< what we did or will do
  Authored<Date> answered, answer_due;
  std::vector<Authored<std::string>> milestones; ///< refs, or ids of those without a ref
  Authored<std::string> page; ///< the address on this site that it is about: "/actions/4b-i/"
};

/// Somebody's own words, only with their consent.
struct Quote {
  RecordHead head;
  Authored<Prose> words;
  Authored<std::string> speaker; ///< "A parent"
  Authored<Date> when;
  Authored<std::string> consent; ///< "recorded" or "published-elsewhere"
  Authored<Date> consent_date;
  std::vector<Authored<std::string>> redactions; ///< what was left out so that nobody can be identified
  Authored<Ref> priority;
};

struct Question {
  RecordHead head; ///< title: the question; text: the answer
  Authored<int> order;
  std::vector<Authored<std::string>> look_up; ///< what it stands under in the A to Z
};

struct NewsUpdate {
  RecordHead head;
  Authored<Date> date;
  std::vector<Authored<Ref>> priorities;
};

struct Funding {
  RecordHead head;
  Authored<double> amount;         ///< pounds
  Authored<std::string> years;     ///< "2020 to 2021"
  std::vector<Authored<Ref>> from; ///< the bodies that pay
  Authored<std::string> change;    ///< what the amount is: "total", "increase", "saving" or "overspend"
  std::vector<Authored<Ref>> priorities;
};

/// Something to read or download.
struct Document {
  RecordHead head;
  Authored<std::string> file; ///< in the content folder, or
  Authored<std::string> url;
  Authored<std::string> format; ///< "PDF"
  Authored<int> bytes;          ///< of what lies elsewhere; a file's own size is counted
  Authored<int> pages;
  Authored<Date> date;
  Authored<std::string> alternative; ///< the same as a web page: a path to content, a route or an address
  std::vector<Authored<Ref>> priorities;
};

/// One thing to know, and the picture that stands beside it.
struct EasyReadItem {
  Place place;
  Authored<std::string> picture; ///< its name in the theme's pictures: "meeting"
  Authored<std::string> text;    ///< one sentence
};

struct EasyReadPart {
  Place place;
  Authored<std::string> heading;
  std::vector<EasyReadItem> items;
};

/// A page told again in short sentences, each with a picture. It is called Easy Read only once people with
/// learning disabilities have reviewed it.
struct EasyRead {
  RecordHead head;
  Authored<std::string> of; ///< the page: a record, "priority/8-timeliness", or an address, "/about/"
  std::vector<EasyReadPart> parts;
  Authored<std::string> reviewed_by; ///< a group or a role, never a person's name
  Authored<Date> reviewed_on;
  Authored<int> order;
};

/// Whether a review is recorded, whole: without one, nothing may call the page Easy Read.
inline bool is_reviewed(const EasyRead &page) {
  return page.reviewed_by.given && page.reviewed_on.given;
}

} // namespace localoffer
