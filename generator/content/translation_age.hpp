#pragma once

#include "content/translate.hpp"

namespace localoffer {

/// What became of the words that were translated.
enum class TranslationAge { up_to_date, outdated, original_missing };

/// `then` holds the files of the commit that the translation names. Only the fields that the translation has
/// are compared, and not where their lines break: a new status or date does not make it old.
TranslationAge age_of(const TranslationNote &note, const Snapshot &then, const ContentLimits &limits);

} // namespace localoffer
