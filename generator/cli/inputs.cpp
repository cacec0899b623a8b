#include "cli/publish_inputs.hpp"

#include "base/files.hpp"
#include "base/hash.hpp"
#include "cli/version.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <vector>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

std::string files_hash(const fs::path &folder) {
  std::vector<fs::path> files;
  for (const auto &item : fs::recursive_directory_iterator(folder))
    if (item.is_regular_file()) files.push_back(item.path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const auto &file : files)
    all += fmt::format("{} {}\n", content_hash(read_file(file)),
                       file.lexically_relative(folder).generic_string());
  return content_hash(all);
}

} // namespace

std::string inputs_hash(const OpenedSite &opened, const SiteOptions &options) {
  return content_hash(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n", version,
                                  content_hash(read_file("/proc/self/exe")),
                                  files_hash(themes_folder(options)), opened.snapshot->info().commit,
                                  opened.location.path, options.as_of ? to_iso(*options.as_of) : ""));
}

} // namespace localoffer
