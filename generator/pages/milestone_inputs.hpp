#pragma once

#include "base/view.hpp"
#include "pages/site.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace localoffer {

/// What the pages of single milestones follow from, told without making them: of the milestone and of those
/// that its page names, whole files; of all other content, one hash. A page may so be made again in vain, and
/// never be kept in error. The oracle in tests/oracles/incremental compares the two.
class MilestoneInputs {
public:
  explicit MilestoneInputs(const Site &site);

  /// Of a milestone, by its index in the programme. Empty where the snapshot tells no ids of files.
  std::vector<ViewInput> of(std::size_t index) const;

  /// Of a page that lists milestones, and says no more of each than its own file tells. `told` is all else on
  /// it. Empty likewise.
  std::vector<ViewInput> of_list(const std::vector<const MilestoneFacts *> &milestones,
                                 std::string_view told) const;

private:
  std::string named_by(std::size_t index) const;
  std::string past_of(const MilestoneFacts &milestone) const;
  std::string last_changes_of(const MilestoneFacts &milestone) const;

  const Site &site_;
  std::string frame_;     ///< what is around each page: menu, footer, notice, today's date
  std::string addresses_; ///< of all milestones: what a link in the prose of one may lead to
  std::unordered_set<const SourceFile *> with_links_; ///< files with links in their prose
};

} // namespace localoffer
