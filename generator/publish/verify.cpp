#include "publish/verify.hpp"

#include "publish/staging.hpp"

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/parallel_map.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <system_error>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

std::optional<Damage> damage_of(const fs::path &folder, const Manifest::File &file) {
  const auto path = folder / file.path;
  std::error_code error;
  const auto status = fs::symlink_status(path, error);
  if (!fs::exists(status)) return Damage{Damage::Kind::missing, file.path};
  const Damage changed{Damage::Kind::changed, file.path};
  if (!fs::is_regular_file(status) || fs::file_size(path, error) != file.size || error) return changed;
  try {
    if (content_hash(read_file(path)) == file.hash) return std::nullopt;
  } catch (const WorldError &) { // bytes that cannot be read are not what was published
  }
  return changed;
}

} // namespace

std::vector<Damage> verify(const fs::path &folder, const Manifest &manifest, unsigned threads) {
  std::vector<Damage> found;
  for (auto &damage : parallel_map(manifest.files, threads,
                                   [&](const Manifest::File &file) { return damage_of(folder, file); }))
    if (damage) found.push_back(std::move(*damage));
  for (auto &path : unlisted_files(folder, manifest, std::numeric_limits<std::size_t>::max()))
    if (path != staging_marker) found.push_back({Damage::Kind::unlisted, std::move(path)});
  std::sort(found.begin(), found.end(), [](const Damage &a, const Damage &b) { return a.path < b.path; });
  return found;
}

} // namespace localoffer
