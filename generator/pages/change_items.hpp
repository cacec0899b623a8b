#pragma once

#include "pages/change_words.hpp"
#include "pages/common_views.hpp"

// What pages about changes share.

namespace localoffer {

/// One change in a list.
struct ChangeView {
  std::string name, href; ///< no href where the record is no more
  std::string date, sentence, reason, by;
};
VIEW_FIELDS(ChangeView, name, href, date, sentence, reason, by);

/// One change, or the same change of several records.
struct ChangeEntryView {
  std::string name, href; ///< of the record, where it is one
  std::string date, sentence, reason, by;
  std::string names_label;     ///< "44 actions:"; empty where it is one
  std::vector<LinkView> names; ///< without an href where the record is no more
};
VIEW_FIELDS(ChangeEntryView, name, href, date, sentence, reason, by, names_label, names);

/// Changes under one heading.
struct ChangeGroupView {
  std::string id, heading, sentence; ///< the sentence is mostly empty
  std::vector<ChangeEntryView> items;
};
VIEW_FIELDS(ChangeGroupView, id, heading, sentence, items);

/// How one record came to where it is, on its own page.
struct RecordPastView {
  std::vector<std::string> sentences;
  bool has_items = false;
  std::vector<ChangeView> items; ///< newest first
  std::optional<LinkView> all;   ///< where the rest is, when some are left out
};
VIEW_FIELDS(RecordPastView, sentences, has_items, items, all);

ChangeView change_view(const Site &site, const Change &change);

/// What got worse, figures, what got better, what is new, and wording: the groups that hold something. At
/// most `most` items a group; its sentence says how many more there are.
std::vector<ChangeGroupView> change_groups(const Site &site, const std::vector<const Change *> &changes,
                                           std::size_t most);

/// How far a milestone's date has moved in all; of one without a date, since when the record goes.
std::string first_past_sentence(const Site &site, const MilestoneTimeline &line);

/// Nothing on a site without a past, and for a record that the history does not know.
std::optional<RecordPastView> milestone_past(const Site &site, const MilestoneFacts &milestone);
std::optional<RecordPastView> measure_past(const Site &site, const MeasureFacts &measure);
/// The priority's own changes and those of its milestones and measures.
std::optional<RecordPastView> priority_past(const Site &site, const PriorityFacts &priority);

/// "A figure on this page was corrected after it was published." Empty when none was.
std::string corrected_sentence(const Site &site, const MeasureFacts &measure);

/// The changes that tell of a priority, oldest first.
std::vector<const Change *> changes_of(const Site &site, const PriorityFacts &priority);
/// The changes of the records that carry a topic, oldest first.
std::vector<const Change *> changes_of(const Site &site, const Topic &topic);

/// The newest month with changes: its name, its page, and what its changes come to. Nothing without changes.
struct MonthOfChanges {
  std::string name, route;
  std::vector<std::string> sentences;
};
std::optional<MonthOfChanges> newest_changes(const Site &site);

/// The lists about the past that there are: moved dates, work that stands still, what was taken out.
std::vector<LinkView> change_lists(const Site &site);

/// How many had each status over time, as lines and a table. Nothing where there are not two days to compare.
std::optional<FigureView> counts_over_time(const Site &site, const CountsOverTime &counts,
                                           const std::string &id, std::string caption);

} // namespace localoffer
