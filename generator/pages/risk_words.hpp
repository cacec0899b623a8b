#pragma once

#include "pages/site.hpp"

namespace localoffer {

/// True when the report says how bad and how likely the risk is, each from 1 to 5.
bool has_factors(const Risk &risk);

/// As the register gives it, else from its factors; 0 when nobody can tell.
int score_of(const Risk &risk);

/// The highest score first; those that nobody can score come last.
std::vector<const Risk *> risks_worst_first(const Site &site);

} // namespace localoffer
