#pragma once

#include "base/diagnostic.hpp"
#include "base/store.hpp"
#include "render/output.hpp"
#include "source/snapshot.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// What a site is made from.
struct SiteRequest {
  const Snapshot &snapshot;
  std::string settings; ///< in the snapshot
  std::optional<Date> as_of;
  unsigned jobs = 1;
  std::filesystem::path themes; ///< the folder that themes lie in
  Store *store = nullptr;       ///< what earlier runs remember; may be null, and changes no byte
  bool allow_shallow = false;   ///< a clone without older commits is built all the same
  bool use_baseline = true;     ///< false: what the baseline file lets pass is told as well
  /// Pages that the last run made of the same things are not made again: see Output::make. Needs a store.
  bool remember_pages = false;
  bool explain = false; ///< SiteBuild::made tells why each page was made
  /// Each page says that it is not published; mistakes that an author may know of and keep do not stop it.
  bool draft = false;
  std::optional<Date> today = {}; ///< instead of the commit's date, where the settings have no `as_of`
  /// Called when each pass begins, from 0 to pass_count - 1, with what it does.
  std::function<void(int pass, std::string_view what)> begins = [](int, std::string_view) {};
  bool only_check = false; ///< nobody will ask for the pages' bytes, and so they are not kept
};

/// A page that was made, and why: "its own file", "the theme".
struct MadePage {
  std::string path, reason;
};

/// How many passes build_site has.
inline constexpr int pass_count = 9;

/// A site, complete in memory. The same snapshot, theme and date always give the same bytes.
struct SiteBuild {
  std::vector<Diagnostic> diagnostics; ///< sorted; when one is an error, there are no outputs
  std::vector<Output> outputs;
  std::size_t pages = 0;       ///< how many of the outputs are HTML
  std::string title;           ///< the site's; empty when its settings cannot be read
  std::string base = "/";      ///< the folder that the site is served from: "/" or "/somerset/"
  std::string address;         ///< the whole one: "https://example.org/somerset/"
  std::string content_folder;  ///< from the repository's top; empty when the settings do not say
  std::filesystem::path theme; ///< the folder of the theme in use; empty likewise
  std::optional<Date> today;
  std::string today_text;                ///< in the site's language
  std::size_t remembered = 0;            ///< how many of the pages did not have to be made
  std::vector<MadePage> made;            ///< the others, where that was asked for
  std::shared_ptr<const void> made_from; ///< what the outputs need that are made on demand
};

/// Reads, checks and renders a site, and writes nothing. The author's mistakes are in the diagnostics; the
/// world's failures are thrown as WorldError.
SiteBuild build_site(const SiteRequest &request);

} // namespace localoffer
