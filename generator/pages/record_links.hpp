#pragma once

#include "pages/common_views.hpp"

namespace localoffer {

/// What a record says of itself in prose, on a page where it stands among others of its kind.
struct RecordTextView {
  Html text, meaning, discrepancy;
};
VIEW_FIELDS(RecordTextView, text, meaning, discrepancy);

/// `heading_level`: of the highest heading inside the prose.
RecordTextView record_text(const Site &site, const RecordHead &head, int heading_level);

/// Links to the priorities that a record names, in its order.
std::vector<LinkView> priority_links(const Site &site, const std::vector<Authored<Ref>> &refs);

/// Each milestone that the refs stand for, once, in their order: "3B i-vi" may name one or six.
std::vector<const MilestoneFacts *> named_milestones(const Site &site,
                                                     const std::vector<Authored<std::string>> &refs);
std::vector<LinkView> milestone_links(const Site &site, const std::vector<Authored<std::string>> &refs);

/// Nothing for a body that is not known.
std::optional<LinkView> body_link(const Site &site, const Authored<Ref> &ref);

/// What a record is called in a list of links: its title, or the beginning of its text where its kind has
/// none.
std::string record_name(const RecordHead &head);

/// The pages on what families look for, ask, say and can read, as far as there is anything on them.
std::vector<LinkView> family_pages(const Site &site);

} // namespace localoffer
