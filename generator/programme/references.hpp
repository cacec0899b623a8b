#pragma once

#include "programme/programme.hpp"

namespace localoffer {

/// Everything that names something else and whether that exists: ids, refs, statuses, links.
void check_uses(const Programme &programme, std::vector<Diagnostic> &diagnostics);

/// The files and web addresses that documents and reports name.
void check_documents(const Programme &programme, std::vector<Diagnostic> &diagnostics);

/// Ids, refs and keys of the settings that stand for two things.
void check_duplicates(const Programme &programme, std::vector<Diagnostic> &diagnostics);

/// A local area has one plan.
void check_plan(const Programme &programme, std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
