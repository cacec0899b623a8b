#pragma once

#include "content/fields.hpp"
#include "content/load.hpp"

#include <optional>

namespace localoffer {

/// Where a translation comes from: it stands beside what it translates, in "8-timeliness.pl.md" or under
/// "pl:".
struct TranslationNote {
  SourceFilePtr file;   ///< that holds the translation
  Place place;          ///< of its first key
  std::string kind, id; ///< of the record; "site" for the settings
  SourceFilePtr original;
  Authored<std::string> translates;    ///< the commit whose words were translated
  Authored<std::string> translated_by; ///< a person's role or a firm
  Authored<std::string> reviewed_by;   ///< who else read it; a role
  Authored<Date> reviewed_on;
  std::vector<std::string> keys; ///< the fields that it has
  std::optional<Date>
      outdated; ///< when the original changed, if its words are not those that were translated
};

template <>
const Fields<TranslationNote> &fields_of();

/// The fields that a translation of a record may have: those with words, none of them needed, and where it
/// comes from.
std::vector<FieldInfo> fields_of_translation(const std::vector<FieldInfo> &original);

/// A site's words in one of its other languages.
struct TranslatedContent {
  /// Words that have no translation are marked (foreign.hpp, Prose::language). Its texts and its new links
  /// are those of the translations.
  Content content;
  std::vector<TranslationNote> notes;
  std::vector<Diagnostic> diagnostics; ///< mistakes in the translations
};

/// Puts the translations into a copy of what was read. Facts are the original's.
TranslatedContent translate_content(const Content &original, const std::string &language,
                                    const ContentLimits &limits);

} // namespace localoffer
