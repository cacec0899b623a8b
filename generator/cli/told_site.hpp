#pragma once

#include "cli/open_site.hpp"
#include "pages/site.hpp"

#include <optional>

namespace localoffer {

/// A site's content and words without its pages, for commands that tell of it on the terminal. The content
/// may have mistakes: what can be read is told.
class ToldSite {
public:
  /// Throws WorldError when the settings or the theme's words cannot be read at all.
  ToldSite(const OpenedSite &opened, const SiteOptions &options);

  const Settings &settings() const { return programme_.settings(); }

  /// The site with this past. The past must outlive the answer, and so must this object.
  Site with(const Timelines &past) const;

private:
  Programme programme_;
  std::shared_ptr<const Words> words_;
};

} // namespace localoffer
