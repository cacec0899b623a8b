#pragma once

#include "base/feed.hpp"

#include <string>

namespace localoffer {

/// iCalendar (RFC 5545), to be published as *.ics with the type text/calendar. Each entry is an all-day event
/// that takes no time from anybody (section 3.6.1), and calendar programs are asked to look again each day
/// (RFC 7986, section 5.7). Lines end in CRLF and are folded at 75 octets, between two characters
/// (section 3.1). Control characters but tabs and line ends are left out (section 3.3.11). There is no
/// METHOD: it is a calendar to follow and no invitation. The RFC asks for at least one event, so do not
/// publish a calendar without entries. Throws nothing.
std::string icalendar(const Calendar &calendar);

} // namespace localoffer
