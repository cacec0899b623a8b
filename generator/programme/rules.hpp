#pragma once

#include "base/store.hpp"
#include "programme/programme.hpp"

namespace localoffer {

/// Holds a joined programme to the rules for content that need more than one field: one function a rule, in
/// the files rules_*.cpp. The answer depends neither on the number of threads nor on what `store` remembers,
/// which may be null; `program` tells the programs apart that share one.
std::vector<Diagnostic> check_rules(const Programme &programme, unsigned threads = 1, Store *store = nullptr,
                                    const std::string &program = {});

/// What only the words of a translation can break; the facts are the original's.
std::vector<Diagnostic> check_translation(const Programme &programme);

/// What leads to a private person in a file of data that the site gives out: "files/waiting.csv". Where
/// offices are and how to ring them may stand there.
std::vector<Diagnostic> check_published_data(const Programme &programme, const SourceFilePtr &file);

/// What leads to a person in one file, whatever else is wrong with it: by its lines, and where `programme`
/// has records of it, by them. For files that are not part of the site any more.
std::vector<Diagnostic> check_personal_data(const Programme &programme, const SourceFilePtr &file);

/// Gives every diagnostic of a site the say that its authors have over it, and sorts them. A silence
/// ("# allow CODE: reason") takes away the diagnostics of its code on its line; `rules:` in the settings
/// makes a code more or less serious or takes it away. Only warnings and the numbered rules may be silenced
/// or lowered: without the others a site cannot be built. Silences and settings have mistakes of their own,
/// which are added. Call it once with all diagnostics, because a silence without a match is reported.
///
/// What the baseline file knows of is taken away, and one notice says how much that is. Last, whatever leads
/// to a person is masked, in what is said and in the lines that are shown: nobody who prints what is returned
/// can repeat it.
std::vector<Diagnostic> settle(std::vector<Diagnostic> all, const Content &content);

} // namespace localoffer
