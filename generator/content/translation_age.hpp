#pragma once

#include "content/translate.hpp"

namespace localoffer {

/// Whether the words that were translated are still those of the original. `then` holds the files of the
/// commit that the translation names. Only the fields that the translation has are compared: a new status or
/// date does not make it old.
bool is_up_to_date(const TranslationNote &note, const Snapshot &then, const ContentLimits &limits);

} // namespace localoffer
