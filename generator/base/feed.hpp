#pragma once

#include "base/date.hpp"

#include <string>
#include <vector>

// Feeds and calendars as plain data, already worded for their readers. render/ writes them.

namespace localoffer {

/// One entry of a feed. All texts are well-formed UTF-8; all addresses are whole and already percent-encoded.
struct FeedEntry {
  std::string id;    ///< a tag URI (RFC 4151) that no other entry has, and that never changes once published
  std::string title; ///< plain text, not empty
  std::string address; ///< of the page, with its "#anchor" where the entry is a part of the page
  Date updated;        ///< a full day; readers are told its first moment in UTC
  std::string html;    ///< the content, made and escaped by our own code, with whole addresses in its links
  std::string summary; ///< plain text; empty when there is none
};

/// What Atom and JSON Feed say of the same news. The texts and addresses are as those of an entry.
struct Feed {
  std::string id;           ///< a tag URI (RFC 4151) that no entry and no other feed has; only Atom holds it
  std::string title;        ///< plain text, not empty
  std::string subtitle;     ///< plain text; empty when there is none
  std::string language;     ///< a BCP 47 tag
  std::string author;       ///< who publishes the feed, in plain text, not empty
  std::string home_address; ///< of the page that shows the same to people
  std::string feed_address; ///< of the file that is made here, so each format has its own
  Date updated;             ///< a full day: the newest of the entries'; only Atom holds it
  std::vector<FeedEntry> entries; ///< in the order in which they are written; may be empty
};

/// Something on one whole day. All texts are plain and well-formed UTF-8.
struct CalendarEntry {
  std::string uid;         ///< no other entry anywhere has it, and it never changes (RFC 7986, section 5.3)
  Date day;                ///< a full day
  std::string summary;     ///< one line, not empty
  std::string description; ///< may have several lines; empty when there is none
  std::string address;     ///< of the page about it, whole and percent-encoded; empty when there is none
  Date stamp;              ///< a full day: when what is said here last changed
  bool cancelled = false;  ///< it was announced, and does not take place
};

struct Calendar {
  std::string name;                   ///< plain text, not empty
  std::string description;            ///< plain text; empty when there is none
  std::string language;               ///< a BCP 47 tag
  std::vector<CalendarEntry> entries; ///< in the order in which they are written
};

} // namespace localoffer
