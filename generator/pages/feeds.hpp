#pragma once

#include "pages/common_views.hpp"
#include "pages/make_pages.hpp"

namespace localoffer {

/// What changed, commit by commit: of the whole site in two formats, of each priority, and of each topic.
/// None on a site without a past.
std::vector<PublishedFeed> make_feeds(const Site &site);

/// Whether there are dates that are still to be kept, or meetings.
bool has_calendar(const Site &site);

/// The calendar of those; nothing when there is none.
std::vector<PublishedCalendar> make_calendars(const Site &site);

/// Links to the feeds of the whole site and to the calendar.
std::vector<LinkView> feed_links(const Site &site);

} // namespace localoffer
