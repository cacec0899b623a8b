#pragma once

#include "cli/site_build.hpp"
#include "content/load.hpp"
#include "language/readings.hpp"

#include <optional>

namespace localoffer {

/// How the words read a month before the newest commit. Nothing where the history is not that long, or is not
/// there.
std::optional<EarlierReadings> earlier_readings(const SiteRequest &request, const Content &content);

} // namespace localoffer
