#pragma once

#include "base/date.hpp"
#include "publish/manifest.hpp"
#include "render/output.hpp"

#include <filesystem>
#include <vector>

namespace localoffer {

/// Writes these files and their manifest into a tar file (GNU format, which every tar reads), compressed with
/// gzip when its name ends in .gz or .tgz. All files carry the date and belong to root, so that the same site
/// gives the same bytes. A file that is there is replaced when the new one is whole. Throws WorldError.
void write_tar(const std::vector<Output> &outputs, const Provenance &from, const std::filesystem::path &file,
               const Date &date);

} // namespace localoffer
