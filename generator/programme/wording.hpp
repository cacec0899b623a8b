#pragma once

#include "content/settings.hpp"

namespace localoffer {

/// What this site calls one record of a kind, and several: "action", "actions". The kind's own name without a
/// setting.
std::string name_of_one(const Settings &settings, const std::string &kind);
std::string name_of_many(const Settings &settings, const std::string &kind);

/// "2 actions", "1 action".
std::string counted(const Settings &settings, const std::string &kind, int count);

} // namespace localoffer
