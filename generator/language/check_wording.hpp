#pragma once

#include "base/store.hpp"
#include "language/readings.hpp"
#include "programme/programme.hpp"

#include <string>

namespace localoffer {

struct CheckedWording {
  std::vector<Diagnostic> diagnostics;
  Readings readings;
};

/// Holds the words of an English site to plain English: each flaw of wording.hpp is a diagnostic, with what
/// to write instead. Passives are right too often to be told to everybody: only a site whose settings name
/// the rule hears of them. The words of reports, quotes and the terms themselves are passed by. Nothing for a
/// site in another language. Tells how hard the words are to read, too: each text is taken apart once.
///
/// Texts of which an earlier run had nothing to say are not read again: `store` may be null, and `program`
/// tells the programs apart that share one.
CheckedWording check_wording(const Programme &programme, unsigned threads, Store *store = nullptr,
                             const std::string &program = {});

} // namespace localoffer
