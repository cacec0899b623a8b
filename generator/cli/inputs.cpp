#include "cli/inputs.hpp"

#include "base/files.hpp"
#include "base/hash.hpp"
#include "cli/version.hpp"
#include "source/beside_commit.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <vector>

namespace localoffer {

namespace fs = std::filesystem;

const std::string &program_hash() {
  static const std::string hash = content_hash(version + file_hash("/proc/self/exe"));
  return hash;
}

std::string folder_hash(const fs::path &folder) {
  std::vector<fs::path> files;
  for (const auto &item : fs::recursive_directory_iterator(folder))
    if (item.is_regular_file()) files.push_back(item.path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const auto &file : files)
    all += fmt::format("{} {}\n", file_hash(file), file.lexically_relative(folder).generic_string());
  return content_hash(all);
}

RecordMemory record_memory(Store *store, const std::string &apart) {
  return {store, store != nullptr ? program_hash() : "", apart};
}

std::string inputs_hash(const OpenedSite &opened, const SiteOptions &options) {
  return content_hash(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n", program_hash(),
                                  folder_hash(themes_folder(options)), opened.snapshot->info().commit,
                                  opened.location.path, options.as_of ? to_iso(*options.as_of) : "",
                                  options.allow_shallow, beside_commit(opened.location.root)));
}

} // namespace localoffer
