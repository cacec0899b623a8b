#pragma once

#include "content/translate.hpp"
#include "history/timelines.hpp"
#include "language/readings.hpp"
#include "language/words.hpp"
#include "pages/addresses.hpp"
#include "programme/programme.hpp"

#include <map>

namespace localoffer {

/// A report that is kept as it was when it came out: the whole site of its commit, below this one.
struct KeptReport {
  const Period *period = nullptr;
  std::string route;  ///< "/reports/2021-03/"
  std::string commit; ///< its whole id
  Date date;          ///< of the commit
};

/// Of a site that is itself kept as it was.
struct KeptAs {
  std::string title;      ///< of its period
  Date date;              ///< of its commit
  std::string today_href; ///< the site as it is today
};

/// One of the languages that a site can be read in.
struct SiteLanguage {
  std::string code;      ///< BCP 47
  std::string name;      ///< in the language itself
  std::string direction; ///< "ltr" or "rtl"
  std::string href;      ///< of its home page: "/pl/"
  std::string address;   ///< the same, whole
};

/// Hrefs of the theme's scripts for the search, with their hashes; empty where the theme has none.
struct SearchScripts {
  std::string search, engine, stemmer;
};

/// One of the theme's pictures.
struct Picture {
  std::string href;
  std::string text; ///< what it shows, for those who do not see it
};

/// Hrefs of the theme's scripts that stand on every page, with their hashes; empty where it has none.
struct PageScripts {
  std::string aloud; ///< reads the page aloud
  std::string send;  ///< prints and sends it
};

/// All that a page may know: the programme, the words, and where things stand. Immutable.
struct Site {
  const Programme &programme;
  const Words &words;
  Addresses addresses;
  LastChanges changes;
  std::string stylesheet;            ///< href of the theme's style sheet, with its hash
  std::string icon = {};             ///< href of the theme's icon; empty when it has none
  const Timelines *past = nullptr;   ///< what changed since the first commit; null where no page tells of it
  std::vector<KeptReport> kept = {}; ///< newest first
  std::optional<KeptAs> kept_as = {};
  bool draft = false; ///< each page says that it is not published
  SearchScripts scripts = {};
  std::map<std::string, Picture> pictures = {}; ///< the theme's, by name
  std::vector<SiteLanguage> languages = {};     ///< the main one first; none for a site in one language
  /// Of a site in another language than its own: where its translations come from.
  const std::vector<TranslationNote> *translations = nullptr;
  PageScripts page_scripts = {};
  const Readings *readings = nullptr;                ///< of an English site
  const EarlierReadings *earlier_readings = nullptr; ///< of a month before; null where there is no history
  std::string program_version = {};                  ///< "0.1.0"

  const Settings &settings() const { return programme.settings(); }
  std::string href(std::string_view route) const { return addresses.href(route); }
  /// Of what people need today, also where they read what is kept: help, and the accessibility statement.
  std::string href_today(std::string_view route) const {
    return kept_as ? kept_as->today_href + std::string(route.substr(1)) : href(route);
  }

  /// What this site calls one or several of a kind of thing: noun("milestone", 1) -> "action". The settings'
  /// own name, else the words file's noun.KIND.one and noun.KIND.many.
  std::string noun(std::string_view kind, long count) const;

  bool is_translated() const { return translations != nullptr; }
  /// Whether a page tells how hard the words are: today's, and English, which the formula knows.
  bool has_reading() const { return readings != nullptr; }
  /// Of text that is not of the records: earlier words, notes. They are in the site's own language.
  std::string original(const std::string &text) const;

  /// "7 actions", "1 action": the number and the noun, by the words file's noun.KIND.counted where it has
  /// one.
  std::string counted(std::string_view kind, long count) const;
};

} // namespace localoffer
