#pragma once

#include "render/theme.hpp"

namespace localoffer {

/// A theme's pictures, by name; none when it has no such folder. pictures.yaml in it names each file and says
/// what it shows: `meeting: {alt: Two people at a table}`. An entry without a file ("unknown-picture"), a
/// picture without words ("image-without-text") and one that is no drawing ("unsafe-picture") are
/// diagnostics.
std::map<std::string, ThemePicture> load_pictures(const std::filesystem::path &folder,
                                                  std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
