#pragma once

#include "base/view.hpp"
#include "pages/site.hpp"

#include <string>

namespace localoffer {

/// What a reader can do with a page beside reading it. Nothing of it needs a server of ours: mail goes out
/// from the reader's own program.
struct PageUseView {
  std::string yes_href,
      no_href;           ///< mailto: says that the page is useful, or is not; empty where there is a form
  std::string form_href; ///< the publisher's own form
  std::string send_href; ///< mailto: to nobody yet, with the page's title and address
  std::string aloud_script, send_script;
};
VIEW_FIELDS(PageUseView, yes_href, no_href, form_href, send_href, aloud_script, send_script);

/// `route` of the page and its heading. Nothing can be sent of the "not found" page or of a draft, so only
/// the scripts are left there.
PageUseView page_use(const Site &site, const std::string &route, const std::string &heading);

} // namespace localoffer
